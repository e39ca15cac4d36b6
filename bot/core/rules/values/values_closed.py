"""DC501 values-closed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Effect, Hit, Plane
from bot.core.plain import said
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=None, new=tuple() as new):
            values = ", ".join(f"`{said(entry.value)}`" for entry in new[:8])
            yield Hit(message=f"`{change.place.path}` now takes only {values}")
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


VALUES_CLOSED = Rule(
    id="DC501",
    name="values-closed",
    plane=Plane.WIRE,
    effect=Effect.TIGHTENS,
    summary="A field that took any value now takes those of a list.",
    why="Rows written before may hold a value that is not on the list.",
    instead="Check that the data hold no other value, and publish the list in a new major.",
    examples=(
        Example(
            title="a list of values appears",
            old=_OPEN,
            new=_CLOSED,
            strikes=("orders.status",),
        ),
        Example(
            title="the list goes",
            old=_CLOSED,
            new=_OPEN,
        ),
    ),
    judge=OnChange(("field.enum",), _judge),
    mirror="values-opened",
)
