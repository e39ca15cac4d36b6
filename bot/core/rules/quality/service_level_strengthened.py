"""DC722 service-level-strengthened."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import ServiceLevel
from bot.core.diff.changes import Change, Changed
from bot.core.diff.service_level import Promise, compare_levels
from bot.core.diff.service_level_names import service_level_name
from bot.core.finding import Effect, Hit, Plane
from bot.core.plain import in_short
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(before=ServiceLevel() as before, after=ServiceLevel() as after):
            if (
                compare_levels(before, after) is Promise.STRONGER
                and service_level_name(before.property) != "frequency"
            ):
                yield Hit(
                    message=f"`{change.place.path}` was {in_short(before)}, now {in_short(after)}",
                    before=in_short(before),
                    after=in_short(after),
                )
        case _:
            return


_TWO_DAYS = """\
slaProperties:
- {property: freshness, value: 2, unit: d}
"""

_DAY = """\
slaProperties:
- {property: freshness, value: 1, unit: d}
"""


SERVICE_LEVEL_STRENGTHENED = Rule(
    id="DC722",
    name="service-level-strengthened",
    plane=Plane.SEMANTIC,
    effect=Effect.NONE,
    summary="A service level promises more than it did.",
    why="Consumers gain; the producer must keep it.",
    instead="Nothing to do for consumers.",
    examples=(
        Example(
            title="two days become one",
            old=_TWO_DAYS,
            new=_DAY,
            strikes=("slaProperties.freshness",),
        ),
        Example(
            title="one day becomes two",
            old=_DAY,
            new=_TWO_DAYS,
        ),
    ),
    judge=OnChange(("service level.value",), _judge),
    mirror="service-level-weakened",
)
