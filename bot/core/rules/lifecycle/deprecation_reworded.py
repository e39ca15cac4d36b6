"""DC916 deprecation-reworded."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Deprecation
from bot.core.diff.changes import Change, Changed
from bot.core.diff.removal import Shift, removal_shift
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=Deprecation(flagged=True) as old, new=Deprecation(flagged=True) as new):
            if removal_shift(old, new) is Shift.SAME:
                yield Hit(message=f"`{change.place.path}` is still deprecated, in other words")
        case _:
            return


_MUTE = """\
schema:
- name: orders
  properties:
  - {name: net, logicalType: number}
  - name: amount
    logicalType: number
    deprecated: true
"""

_TOLD = """\
schema:
- name: orders
  properties:
  - {name: net, logicalType: number}
  - name: amount
    logicalType: number
    deprecated: true
    customProperties:
    - property: deprecation
      value: {replacedBy: orders.net}
"""

_LIVE = """\
schema:
- name: orders
  properties:
  - {name: net, logicalType: number}
  - name: amount
    logicalType: number
"""


DEPRECATION_REWORDED = Rule(
    id="DC916",
    name="deprecation-reworded",
    plane=Plane.LIFECYCLE,
    weight=Weight.NOTE,
    bump=Bump.PATCH,
    summary=(
        "What is said about a deprecation changed, and the day of removal did not come closer."
    ),
    why="The advice is another; nobody loses time.",
    instead="Nothing to do.",
    examples=(
        Example(
            title="a replacement is named",
            old=_MUTE,
            new=_TOLD,
            strikes=("orders.amount",),
        ),
        Example(
            title="a field is deprecated",
            old=_LIVE,
            new=_TOLD,
        ),
    ),
    judge=OnChange(
        (
            "object.deprecated",
            "field.deprecated",
        ),
        _judge,
    ),
    no_mirror="a change of words is its own opposite",
)
