"""DC914 removal-announced."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Deprecation
from bot.core.diff.changes import Change, Changed
from bot.core.diff.removal import Shift, removal_shift, removal_told
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=Deprecation(flagged=True) as old, new=Deprecation() as new):
            if removal_shift(old, new) is Shift.ANNOUNCED:
                message = f"`{change.place.path}` is to be removed: {removal_told(new)}"
                yield Hit(message=message)
        case _:
            return


_OPEN = """\
schema:
- name: orders
  properties:
  - {name: net, logicalType: number}
  - name: amount
    logicalType: number
    deprecated: true
    customProperties:
    - property: deprecation
      value: {reason: net counts}
"""

_DATED = """\
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


REMOVAL_ANNOUNCED = Rule(
    id="DC914",
    name="removal-announced",
    plane=Plane.LIFECYCLE,
    weight=Weight.NOTE,
    bump=Bump.MINOR,
    summary="A deprecated element got the day or the version of its removal.",
    why="Readers know from now on until when they have to move.",
    instead="Nothing to do.",
    examples=(
        Example(
            title="a date for the first time",
            old=_OPEN,
            new=_DATED,
            strikes=("orders.amount",),
        ),
        Example(
            title="the date is taken back",
            old=_DATED,
            new=_OPEN,
        ),
    ),
    judge=OnChange(
        (
            "object.deprecated",
            "field.deprecated",
        ),
        _judge,
    ),
    mirror="deprecation-reworded",
)
