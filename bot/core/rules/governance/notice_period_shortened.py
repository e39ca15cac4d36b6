"""DC834 notice-period-shortened."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.plain import said
from bot.core.policy.promises import notice_order
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    if notice_order(change) != -1:
        return
    match change:
        case Changed(old=old, new=new):
            yield Hit(message=f"the notice period changed from {said(old)} to {said(new)}")
        case _:
            yield Hit(message="the notice period was removed")


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


NOTICE_PERIOD_SHORTENED = Rule(
    id="DC834",
    name="notice-period-shortened",
    plane=Plane.GOVERNANCE,
    effect=Effect.LOOSENS,
    bump=Bump.MINOR,
    summary="Consumers are given less notice than they were.",
    why="What a consumer planned with takes effect sooner.",
    instead="Keep the notice period for what was promised under it.",
    examples=(
        Example(
            title="90 days become 30",
            old=_NINETY,
            new=_THIRTY,
            strikes=("customProperties.noticePeriod",),
        ),
        Example(
            title="30 days become 90",
            old=_THIRTY,
            new=_NINETY,
        ),
    ),
    judge=OnChange(
        (
            "custom property.value",
            "custom property removed",
        ),
        _judge,
    ),
    mirror="notice-period-lengthened",
)
