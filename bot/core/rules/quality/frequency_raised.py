"""DC725 frequency-raised."""

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
                and service_level_name(before.property) == "frequency"
            ):
                yield Hit(
                    message=f"`{change.place.path}` was {in_short(before)}, now {in_short(after)}",
                    before=in_short(before),
                    after=in_short(after),
                )
        case _:
            return


_DAILY = """\
slaProperties:
- {property: frequency, value: 1, unit: d}
"""

_HOURLY = """\
slaProperties:
- {property: frequency, value: 1, unit: h}
"""


FREQUENCY_RAISED = Rule(
    id="DC725",
    name="frequency-raised",
    plane=Plane.SEMANTIC,
    effect=Effect.LOOSENS,
    certain=False,
    summary="Data are delivered more often than they were.",
    why=("Consumers that count deliveries, pay for each, or expect one a day may be surprised."),
    instead="Tell consumers; nothing is lost.",
    examples=(
        Example(
            title="daily becomes hourly",
            old=_DAILY,
            new=_HOURLY,
            strikes=("slaProperties.frequency",),
        ),
        Example(
            title="hourly becomes daily",
            old=_HOURLY,
            new=_DAILY,
        ),
    ),
    judge=OnChange(("service level.value",), _judge),
    mirror="service-level-weakened",
)
