"""DC046 service-level-element-unknown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.core.contract.model import Contract, Element, ServiceLevel, step
from bot.core.diff.service_level import scope
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site
from bot.core.sets.difference import has_variable
from bot.core.wording import listing


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if not isinstance(element, Contract) or not element.schema:
        return ()
    lost: dict[str, list[ServiceLevel]] = {}
    for level in element.service_levels:
        for name in scope(level):
            if not has_variable(name) and not site.resolver.resolve(name).resolved:
                lost.setdefault(name, []).append(level)
    return [
        Hit(
            message=f"`{name}` is nothing that the contract has, for {_levels(levels)}",
            path=f"slaProperties.{step(levels[0].property)}",
            where=site.place(levels[0], "element"),
            after=name,
        )
        for name, levels in sorted(lost.items())
    ]


def _levels(levels: Sequence[ServiceLevel]) -> str:
    return listing([level.property for level in levels])


_LOST = """\
schema:
- name: orders
  properties: [{name: placed_at, logicalType: timestamp}]
slaProperties:
- {property: latency, value: 4, unit: h, element: order.placed_at}
"""

_THERE = """\
schema:
- name: orders
  properties: [{name: placed_at, logicalType: timestamp}]
slaProperties:
- {property: latency, value: 4, unit: h, element: orders.placed_at}
"""


SERVICE_LEVEL_ELEMENT_UNKNOWN = Rule(
    id="DC046",
    name="service-level-element-unknown",
    plane=Plane.SEMANTIC,
    weight=Weight.WARNING,
    summary="A service level is promised for something that the contract does not have.",
    why="Nobody can measure it, and nobody gets it.",
    instead="Name an object or `object.field`; several are set apart by commas.",
    examples=(
        Example(
            title="`order` instead of `orders`",
            new=_LOST,
            strikes=("slaProperties.latency",),
        ),
        Example(
            title="a field that exists",
            new=_THERE,
        ),
    ),
    judge=OnElement((Contract,), _judge),
    no_mirror="a fault of a text has no opposite",
)
