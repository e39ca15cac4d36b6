"""DC503 enum-value-added."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    yield Hit(message=f"a value was added: `{change.place.path}`")


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


ENUM_VALUE_ADDED = Rule(
    id="DC503",
    name="enum-value-added",
    plane=Plane.WIRE,
    effect=Effect.LOOSENS,
    summary="A list of values got one more.",
    why=(
        "A CASE without ELSE, an Avro or Protobuf enum, an encoder of a model: whatever is "
        "exhaustive fails on the new value."
    ),
    instead=(
        "Announce the value, let readers handle it, then emit it; or weigh this rule as a "
        "note where readers must expect more."
    ),
    examples=(
        Example(
            title="`VOID` is new",
            old=_TWO,
            new=_THREE,
            strikes=("orders.status.enum.VOID",),
        ),
        Example(
            title="a value goes",
            old=_THREE,
            new=_TWO,
        ),
    ),
    judge=OnChange(("enum value added",), _judge),
    mirror="enum-value-removed",
)
