"""DC401 field-became-required."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field
from bot.core.diff.changes import Change, Changed
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(before=Field(primary_key=False), new=True):
            yield Hit(message=f"`{change.place.path}` may no longer be null")
        case _:
            return


_OPTIONAL = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: number}
"""

_REQUIRED = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: number, required: true}
"""

_KEYED = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, primaryKey: true}
"""

_KEYED_AND_REQUIRED = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, primaryKey: true, required: true}
"""


FIELD_BECAME_REQUIRED = Rule(
    id="DC401",
    name="field-became-required",
    plane=Plane.WIRE,
    effect=Effect.TIGHTENS,
    summary="An optional field must always be filled.",
    why="Rows written before may hold null, and writers that leave it out are refused.",
    instead="Fill it everywhere first, then require it in a new major.",
    examples=(
        Example(
            title="`amount` is required now",
            old=_OPTIONAL,
            new=_REQUIRED,
            strikes=("orders.amount",),
        ),
        Example(
            title="it becomes optional",
            old=_REQUIRED,
            new=_OPTIONAL,
        ),
        Example(
            title="a field of the primary key is required in any case",
            old=_KEYED,
            new=_KEYED_AND_REQUIRED,
        ),
    ),
    judge=OnChange(("field.required",), _judge),
    mirror="field-became-optional",
)
