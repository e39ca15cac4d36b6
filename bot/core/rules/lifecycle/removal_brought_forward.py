"""DC912 removal-brought-forward."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Deprecation
from bot.core.diff.changes import Change, Changed
from bot.core.diff.removal import Shift, removal_shift, removal_told
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=Deprecation() as old, new=Deprecation() as new):
            removal = f"the removal of `{change.place.path}`"
            match removal_shift(old, new):
                case Shift.EARLIER:
                    told = f"{removal_told(old)} to {removal_told(new)}"
                    yield Hit(message=f"{removal} moved from {told}")
                case Shift.WITHDRAWN:
                    told = f"{removal_told(old)}, and now for {removal_told(new)}"
                    yield Hit(message=f"{removal} was announced for {told}")
                case _:
                    return
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


REMOVAL_BROUGHT_FORWARD = Rule(
    id="DC912",
    name="removal-brought-forward",
    plane=Plane.LIFECYCLE,
    effect=Effect.LOOSENS,
    bump=Bump.MINOR,
    summary="A deprecated element is to be removed earlier than was announced, or on no known day.",
    why=(
        "Readers planned with the first date: for some the time that is left is too short. Once"
        " the date is gone, the removal may come on any day after the window."
    ),
    instead="Keep the date; a removal may only be put off.",
    examples=(
        Example(
            title="half a year is gone",
            old=_LATE,
            new=_SOON,
            strikes=("orders.amount",),
        ),
        Example(
            title="the date is taken back",
            old=_LATE,
            new=_OPEN,
            strikes=("orders.amount",),
        ),
        Example(
            title="half a year more",
            old=_SOON,
            new=_LATE,
        ),
    ),
    judge=OnChange(
        (
            "object.deprecated",
            "field.deprecated",
        ),
        _judge,
    ),
    mirror="removal-put-off",
)
