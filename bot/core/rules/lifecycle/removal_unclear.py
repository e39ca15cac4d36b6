"""DC915 removal-unclear."""

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
            if removal_shift(old, new) is Shift.UNCLEAR:
                told = f"{removal_told(old)} to {removal_told(new)}"
                yield Hit(message=f"the removal of `{change.place.path}` moved from {told}")
        case _:
            return


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

_WORDS = """\
schema:
- name: orders
  properties:
  - {name: net, logicalType: number}
  - name: amount
    logicalType: number
    deprecated: true
    customProperties:
    - property: deprecation
      value: {reason: net counts, removal: soon}
"""


REMOVAL_UNCLEAR = Rule(
    id="DC915",
    name="removal-unclear",
    plane=Plane.LIFECYCLE,
    weight=Weight.UNSURE,
    bump=Bump.MINOR,
    summary="The day of a removal changed, and which one is earlier cannot be told.",
    why="Readers cannot tell whether they have more time or less.",
    instead="Write dates as `2030-01-31` and versions as `2.0.0`.",
    examples=(
        Example(
            title="a date becomes a word",
            old=_DATED,
            new=_WORDS,
            strikes=("orders.amount",),
        ),
        Example(
            title="the same date",
            old=_DATED,
            new=_DATED,
        ),
    ),
    judge=OnChange(
        (
            "object.deprecated",
            "field.deprecated",
        ),
        _judge,
    ),
    no_mirror="what cannot be ordered has no opposite",
)
