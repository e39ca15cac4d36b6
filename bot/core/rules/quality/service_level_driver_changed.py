"""DC730 service-level-driver-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=old, new=new):
            yield Hit(message=f"the driver was {old or 'none'}, now {new or 'none'}")
        case _:
            return


_REG = """\
slaProperties:
- {property: freshness, value: 1, unit: d, driver: regulatory}
"""

_ANA = """\
slaProperties:
- {property: freshness, value: 1, unit: d, driver: analytics}
"""

_DAY = """\
slaProperties:
- {property: freshness, value: 1, unit: d}
"""

_TWO_DAYS = """\
slaProperties:
- {property: freshness, value: 2, unit: d}
"""


SERVICE_LEVEL_DRIVER_CHANGED = Rule(
    id="DC730",
    name="service-level-driver-changed",
    plane=Plane.GOVERNANCE,
    weight=Weight.WARNING,
    summary="A service level has another driver.",
    why="What the law demands is kept in another way than what helps analytics.",
    instead="Have the data steward agree.",
    examples=(
        Example(
            title="no longer regulatory",
            old=_REG,
            new=_ANA,
            strikes=("slaProperties.freshness",),
        ),
        Example(
            title="one day becomes two",
            old=_DAY,
            new=_TWO_DAYS,
        ),
    ),
    judge=OnChange(("service level.driver",), _judge),
    no_mirror="a change of driver is its own opposite",
)
