"""DC401 field-became-required."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(new=True):
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
    ),
    judge=OnChange(("field.required",), _judge),
    mirror="field-became-optional",
)
