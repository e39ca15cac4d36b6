"""DC835 notice-period-lengthened."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.plain import said
from bot.core.policy.promises import notice_order
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    if notice_order(change) != 1:
        return
    match change:
        case Changed(old=old, new=new):
            yield Hit(message=f"the notice period changed from {said(old)} to {said(new)}")
        case _:
            yield Hit(message="a notice period was promised")


_NINETY = """\
customProperties:
- {property: noticePeriod, value: P90D}
"""

_THIRTY = """\
customProperties:
- {property: noticePeriod, value: P30D}
"""

_COLOUR = """\
customProperties:
- {property: colour, value: blue}
"""

_OTHER_COLOUR = """\
customProperties:
- {property: colour, value: green}
"""


NOTICE_PERIOD_LENGTHENED = Rule(
    id="DC835",
    name="notice-period-lengthened",
    plane=Plane.GOVERNANCE,
    weight=Weight.NOTE,
    bump=Bump.MINOR,
    summary="Consumers are given more notice than they were.",
    why="A stronger promise: what goes must be kept longer.",
    instead="Nothing to do.",
    examples=(
        Example(
            title="30 days become 90",
            old=_THIRTY,
            new=_NINETY,
            strikes=("customProperties.noticePeriod",),
        ),
        Example(
            title="90 days become 30",
            old=_NINETY,
            new=_THIRTY,
        ),
    ),
    judge=OnChange(
        (
            "custom property.value",
            "custom property added",
        ),
        _judge,
    ),
    mirror="notice-period-shortened",
)
