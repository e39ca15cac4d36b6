"""DC724 service-level-respelled."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import ServiceLevel
from bot.core.diff.changes import Change, Changed
from bot.core.diff.service_level import Promise, compare_levels
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.plain import in_short
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(before=ServiceLevel() as before, after=ServiceLevel() as after):
            if compare_levels(before, after) is Promise.SAME:
                yield Hit(
                    message=f"`{change.place.path}` is still {in_short(after)}",
                    before=in_short(before),
                    after=in_short(after),
                )
        case _:
            return


_DAY = """\
slaProperties:
- {property: freshness, value: 1, unit: d}
"""

_HOURS = """\
slaProperties:
- {property: freshness, value: 24, unit: h}
"""

_TWO_DAYS = """\
slaProperties:
- {property: freshness, value: 2, unit: d}
"""


SERVICE_LEVEL_RESPELLED = Rule(
    id="DC724",
    name="service-level-respelled",
    plane=Plane.SEMANTIC,
    effect=Effect.NONE,
    bump=Bump.PATCH,
    summary="A service level is written in another way.",
    why="It is the same promise.",
    instead="Nothing to do.",
    examples=(
        Example(
            title="one day is 24 hours",
            old=_DAY,
            new=_HOURS,
            strikes=("slaProperties.freshness",),
        ),
        Example(
            title="one day becomes two",
            old=_DAY,
            new=_TWO_DAYS,
        ),
    ),
    judge=OnChange(("service level.value",), _judge),
    no_mirror="respelling is its own opposite",
)
