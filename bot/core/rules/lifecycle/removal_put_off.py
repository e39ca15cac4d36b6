"""DC913 removal-put-off."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Deprecation
from bot.core.diff.changes import Change, Changed
from bot.core.diff.removal import Shift, removal_shift, removal_told
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=Deprecation() as old, new=Deprecation() as new):
            if removal_shift(old, new) is Shift.LATER:
                told = f"{removal_told(old)} to {removal_told(new)}"
                yield Hit(message=f"the removal of `{change.place.path}` moved from {told}")
        case _:
            return


_LATE = """\
schema:
- name: orders
  properties:
  - {name: net, logicalType: number}
  - name: amount
    logicalType: number
    deprecated: true
    customProperties:
    - property: deprecation
      value: {reason: net counts, removal: "2030-06-30"}
"""

_SOON = """\
schema:
- name: orders
  properties:
  - {name: net, logicalType: number}
  - name: amount
    logicalType: number
    deprecated: true
    customProperties:
    - property: deprecation
      value: {reason: net counts, removal: "2030-01-31"}
"""


REMOVAL_PUT_OFF = Rule(
    id="DC913",
    name="removal-put-off",
    plane=Plane.LIFECYCLE,
    weight=Weight.NOTE,
    bump=Bump.MINOR,
    summary="A deprecated element stays longer than was announced.",
    why="Readers have more time.",
    instead="Nothing to do.",
    examples=(
        Example(
            title="half a year more",
            old=_SOON,
            new=_LATE,
            strikes=("orders.amount",),
        ),
        Example(
            title="half a year is gone",
            old=_LATE,
            new=_SOON,
        ),
    ),
    judge=OnChange(
        (
            "object.deprecated",
            "field.deprecated",
        ),
        _judge,
    ),
    mirror="removal-brought-forward",
)
