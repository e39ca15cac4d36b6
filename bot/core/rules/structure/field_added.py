"""DC103 field-added."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field
from bot.core.diff.changes import Added, Change
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Added(element=Field(required=False, primary_key=False)):
            yield Hit(message=f"optional field `{change.place.path}` was added")
        case _:
            return


_ID_ALONE = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, required: true}
"""

_ID_AND_AMOUNT = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, required: true}
  - {name: amount, logicalType: number}
"""

_AMOUNT_REQUIRED = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, required: true}
  - {name: amount, logicalType: number, required: true}
"""


FIELD_ADDED = Rule(
    id="DC103",
    name="field-added",
    plane=Plane.WIRE,
    effect=Effect.NONE,
    bump=Bump.MINOR,
    summary="An optional field was added.",
    why="Readers by name ignore it; rows written before it existed read as null there.",
    instead="Nothing to do: an optional field is a minor version.",
    examples=(
        Example(
            title="`amount` is new and optional",
            old=_ID_ALONE,
            new=_ID_AND_AMOUNT,
            strikes=("orders.amount",),
        ),
        Example(
            title="a required field is another matter",
            old=_ID_ALONE,
            new=_AMOUNT_REQUIRED,
        ),
    ),
    judge=OnChange(("field added",), _judge),
    mirror="field-removed",
)
