"""DC727 service-level-added."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import ServiceLevel
from bot.core.diff.changes import Added, Change, Removed
from bot.core.diff.service_level import RELIEFS
from bot.core.diff.service_level_names import service_level_name
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Added():
            yield Hit(message=f"`{change.place.path}` is promised from now on")
        case Removed(element=ServiceLevel() as level):
            if service_level_name(level.property) in RELIEFS:
                yield Hit(message=f"`{change.place.path}` was taken back")
        case _:
            return


_NONE = """\
name: Orders
"""

_DAY = """\
slaProperties:
- {property: freshness, value: 1, unit: d}
"""


SERVICE_LEVEL_ADDED = Rule(
    id="DC727",
    name="service-level-added",
    plane=Plane.SEMANTIC,
    effect=Effect.NONE,
    summary="A service level is promised, or an end of support was taken back.",
    why=(
        "Consumers gain; the producer must keep it. An end that is announced is the rule of "
        "the lifecycle."
    ),
    instead="Nothing to do for consumers.",
    examples=(
        Example(
            title="freshness is promised",
            old=_NONE,
            new=_DAY,
            strikes=("slaProperties.freshness",),
        ),
        Example(
            title="it goes",
            old=_DAY,
            new=_NONE,
        ),
    ),
    judge=OnChange(
        (
            "service level added",
            "service level removed",
        ),
        _judge,
    ),
    mirror="service-level-removed",
)
