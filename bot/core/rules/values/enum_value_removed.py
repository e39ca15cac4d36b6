"""DC504 enum-value-removed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    yield Hit(message=f"a value was removed: `{change.place.path}`")


_TWO = """\
schema:
- name: orders
  properties:
  - name: status
    logicalType: string
    enum: [{value: NEW}, {value: PAID}]
"""

_THREE = """\
schema:
- name: orders
  properties:
  - name: status
    logicalType: string
    enum: [{value: NEW}, {value: PAID}, {value: VOID}]
"""


ENUM_VALUE_REMOVED = Rule(
    id="DC504",
    name="enum-value-removed",
    plane=Plane.WIRE,
    effect=Effect.TIGHTENS,
    summary="A list of values lost one.",
    why="Rows written before may hold it, and are invalid now.",
    instead=(
        "Stop emitting the value, deprecate it, and remove it from the list once no kept row "
        "holds it."
    ),
    examples=(
        Example(
            title="`VOID` goes",
            old=_THREE,
            new=_TWO,
            strikes=("orders.status.enum.VOID",),
        ),
        Example(
            title="a value is added",
            old=_TWO,
            new=_THREE,
        ),
    ),
    judge=OnChange(("enum value removed",), _judge),
    mirror="enum-value-added",
)
