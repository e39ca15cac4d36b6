"""DC721 service-level-weakened."""

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
            if compare_levels(before, after) is Promise.WEAKER:
                yield Hit(
                    message=f"`{change.place.path}` was {in_short(before)}, now {in_short(after)}",
                    before=in_short(before),
                    after=in_short(after),
                )
        case _:
            return


_DAY = """\
slaProperties:
- {property: freshness, value: 1, unit: d}
"""

_TWO_DAYS = """\
slaProperties:
- {property: freshness, value: 2, unit: d}
"""


SERVICE_LEVEL_WEAKENED = Rule(
    id="DC721",
    name="service-level-weakened",
    plane=Plane.SEMANTIC,
    effect=Effect.LOOSENS,
    summary="A service level promises less than it did.",
    why=(
        "Reports run before the data are there, history is gone, or support ends sooner than "
        "planned with."
    ),
    instead="Keep the promise for as long as it was given, and announce the weaker one.",
    examples=(
        Example(
            title="one day becomes two",
            old=_DAY,
            new=_TWO_DAYS,
            strikes=("slaProperties.freshness",),
        ),
        Example(
            title="two days become one",
            old=_TWO_DAYS,
            new=_DAY,
        ),
    ),
    judge=OnChange(("service level.value",), _judge),
    mirror="service-level-strengthened",
)
