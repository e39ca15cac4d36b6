"""DC723 service-level-incomparable."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import ServiceLevel
from bot.core.diff.changes import Change, Changed
from bot.core.diff.service_level import Promise, compare_levels
from bot.core.finding import Effect, Hit, Plane
from bot.core.plain import in_short
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(before=ServiceLevel() as before, after=ServiceLevel() as after):
            if compare_levels(before, after) is Promise.UNKNOWN:
                yield Hit(
                    message=f"`{change.place.path}` was {in_short(before)}, now "
                    f"{in_short(after)}; which is more is not known",
                    before=in_short(before),
                    after=in_short(after),
                )
        case _:
            return


_DAY = """\
slaProperties:
- {property: freshness, value: 1, unit: d}
"""

_WORDS = """\
slaProperties:
- {property: freshness, value: soon}
"""

_TWO_DAYS = """\
slaProperties:
- {property: freshness, value: 2, unit: d}
"""


SERVICE_LEVEL_INCOMPARABLE = Rule(
    id="DC723",
    name="service-level-incomparable",
    plane=Plane.SEMANTIC,
    effect=Effect.LOOSENS,
    certain=False,
    summary="A service level changed in a way that cannot be compared.",
    why="Whether the promise is stronger or weaker is not known.",
    instead="Give it as a number with a unit of the standard.",
    examples=(
        Example(
            title="a word",
            old=_DAY,
            new=_WORDS,
            strikes=("slaProperties.freshness",),
        ),
        Example(
            title="one day becomes two",
            old=_DAY,
            new=_TWO_DAYS,
        ),
    ),
    judge=OnChange(("service level.value",), _judge),
    no_mirror="what cannot be compared has no opposite",
)
