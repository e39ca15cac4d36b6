"""DC502 values-opened."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Effect, Hit, Plane
from bot.core.plain import said
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=tuple() as old, new=None):
            values = ", ".join(f"`{said(entry.value)}`" for entry in old[:8])
            yield Hit(message=f"`{change.place.path}` took only {values}, and takes anything now")
        case _:
            return


_OPEN = """\
schema:
- name: orders
  properties:
  - name: status
    logicalType: string
"""

_CLOSED = """\
schema:
- name: orders
  properties:
  - name: status
    logicalType: string
    enum: [{value: NEW}, {value: PAID}]
"""


VALUES_OPENED = Rule(
    id="DC502",
    name="values-opened",
    plane=Plane.WIRE,
    effect=Effect.LOOSENS,
    summary="A field that took the values of a list now takes any value.",
    why="A reader that handles each value of the list meets one that it does not know.",
    instead="Keep the list and add the values that are needed, one release at a time.",
    examples=(
        Example(
            title="the list goes",
            old=_CLOSED,
            new=_OPEN,
            strikes=("orders.status",),
        ),
        Example(
            title="a list of values appears",
            old=_OPEN,
            new=_CLOSED,
        ),
    ),
    judge=OnChange(("field.enum",), _judge),
    mirror="values-closed",
)
