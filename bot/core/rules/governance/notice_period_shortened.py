"""DC834 notice-period-shortened."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import CustomProperty
from bot.core.diff.changes import Change, Changed, Removed
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule
from bot.core.sets.durations import compare, read_duration


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(
            before=CustomProperty(property="noticePeriod"), attribute="value", old=old, new=new
        ):
            order = compare(read_duration(old), read_duration(new))
            if order in (None, -1):
                yield Hit(message=f"the notice period changed from {old} to {new}")
        case Removed(element=CustomProperty(property="noticePeriod")):
            yield Hit(message="the notice period was removed")
        case _:
            return


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
