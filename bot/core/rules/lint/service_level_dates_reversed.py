"""DC048 service-level-dates-reversed."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from bot.core.contract.model import Contract, Element, ServiceLevel, step
from bot.core.diff.service_level_names import service_level_name
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site
from bot.core.sets.measures import compare, read_measure

_SEQUENCE = ("generalavailability", "endofsupport", "endoflife")


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if not isinstance(element, Contract) or len(element.service_levels) < 2:  # noqa: PLR2004  # a pair
        return ()
    dates: dict[str | None, dict[str, ServiceLevel]] = {}
    for level in element.service_levels:
        name = service_level_name(level.property)
        if name in _SEQUENCE:
            dates.setdefault(level.element, {}).setdefault(name, level)
    return [
        Hit(
            message=f"{later.property} `{later.value}` is before {first.property} `{first.value}`",
            path=f"slaProperties.{step(later.property)}",
            where=site.place(later, "value"),
            after=first.property,
        )
        for told in dates.values()
        for first, later in combinations([told[name] for name in _SEQUENCE if name in told], 2)
        if _is_before(later, first)
    ]


def _is_before(later: ServiceLevel, first: ServiceLevel) -> bool:
    return compare(read_measure(first.value), read_measure(later.value)) == -1


_REVERSED = """\
schema:
- name: orders
  properties: [{name: placed_at, logicalType: timestamp}]
slaProperties:
- {property: endOfSupport, value: "2031-01-01"}
- {property: endOfLife, value: "2030-01-01"}
"""

_ORDER = """\
schema:
- name: orders
  properties: [{name: placed_at, logicalType: timestamp}]
slaProperties:
- {property: endOfSupport, value: "2030-01-01"}
- {property: endOfLife, value: "2031-01-01"}
"""


SERVICE_LEVEL_DATES_REVERSED = Rule(
    id="DC048",
    name="service-level-dates-reversed",
    plane=Plane.SEMANTIC,
    weight=Weight.WARNING,
    summary="The dates of availability, end of support and end of life are not in this order.",
    why="Consumers plan by these dates; one of them is wrong.",
    instead="Correct the date: what is available first, then supported, then gone.",
    examples=(
        Example(
            title="support outlives the data",
            new=_REVERSED,
            strikes=("slaProperties.endOfLife",),
        ),
        Example(
            title="support ends first",
            new=_ORDER,
        ),
    ),
    judge=OnElement((Contract,), _judge),
    no_mirror="a fault of a text has no opposite",
)
