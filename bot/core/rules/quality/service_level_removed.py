"""DC726 service-level-removed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import ServiceLevel
from bot.core.diff.changes import Change, Removed
from bot.core.diff.service_level import RELIEFS
from bot.core.diff.service_level_names import service_level_name
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Removed(element=ServiceLevel() as level):
            if service_level_name(level.property) not in RELIEFS:
                yield Hit(message=f"`{change.place.path}` is no longer promised")
        case _:
            return


_DAY = """\
slaProperties:
- {property: freshness, value: 1, unit: d}
"""

_NONE = """\
name: Orders
"""


SERVICE_LEVEL_REMOVED = Rule(
    id="DC726",
    name="service-level-removed",
    plane=Plane.SEMANTIC,
    effect=Effect.LOOSENS,
    summary="A service level is no longer promised.",
    why="Consumers that plan with it have nothing to go by.",
    instead="Keep the promise, or announce its end.",
    examples=(
        Example(
            title="freshness goes",
            old=_DAY,
            new=_NONE,
            strikes=("slaProperties.freshness",),
        ),
        Example(
            title="it is promised",
            old=_NONE,
            new=_DAY,
        ),
    ),
    judge=OnChange(("service level removed",), _judge),
    mirror="service-level-added",
)
