"""DC731 service-level-described."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import ServiceLevel
from bot.core.diff.changes import Change, Changed
from bot.core.diff.service_level import scopes
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(
            before=ServiceLevel() as before, after=ServiceLevel() as after, attribute="element"
        ):
            old, new = scopes(before, after, pair.old, pair.new)
            if old == new:
                yield Hit(message=f"`{change.place.path}` holds for the same elements")
        case Changed(attribute=attribute):
            yield Hit(message=f"the {attribute} of `{change.place.path}` changed")
        case _:
            return


_A = """\
slaProperties:
- {property: freshness, value: 1, unit: d}
"""

_B = """\
slaProperties:
- {property: freshness, value: 1, unit: d, description: Every night.}
"""

_C = """\
slaProperties:
- {property: freshness, value: 2, unit: d}
"""


_AMOUNT = """\
schema:
- name: orders
  properties: [{id: sum, name: amount, logicalType: number}]
slaProperties:
- {property: freshness, value: 1, unit: d, element: orders.amount}
"""

_TOTAL = """\
schema:
- name: orders
  properties: [{id: sum, name: total, logicalType: number}]
slaProperties:
- {property: freshness, value: 1, unit: d, element: orders.total}
"""


SERVICE_LEVEL_DESCRIBED = Rule(
    id="DC731",
    name="service-level-described",
    plane=Plane.SEMANTIC,
    weight=Weight.NOTE,
    bump=Bump.PATCH,
    summary="What a service level says to people or schedulers changed.",
    why="It is the same promise.",
    instead="Nothing to do.",
    examples=(
        Example(
            title="a description is added",
            old=_A,
            new=_B,
            strikes=("slaProperties.freshness",),
        ),
        Example(
            title="the element has another name",
            old=_AMOUNT,
            new=_TOTAL,
            strikes=('slaProperties."freshness of orders.total"',),
        ),
        Example(
            title="one day becomes two",
            old=_A,
            new=_C,
        ),
    ),
    judge=OnChange(
        (
            "service level.id",
            "service level.element",
            "service level.description",
            "service level.scheduler",
            "service level.schedule",
        ),
        _judge,
    ),
    no_mirror="a change of words is its own opposite",
)
