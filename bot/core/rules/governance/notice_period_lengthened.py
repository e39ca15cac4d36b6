"""DC835 notice-period-lengthened."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import CustomProperty
from bot.core.diff.changes import Added, Change, Changed
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule
from bot.core.sets.durations import compare, read_duration


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(
            before=CustomProperty(property="noticePeriod"), attribute="value", old=old, new=new
        ):
            order = compare(read_duration(old), read_duration(new))
            if order == 1:
                yield Hit(message=f"the notice period changed from {old} to {new}")
        case Added(element=CustomProperty(property="noticePeriod")):
            yield Hit(message="a notice period was promised")
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
