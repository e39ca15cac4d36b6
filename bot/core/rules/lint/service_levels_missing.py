"""DC077 service-levels-missing."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Contract, Element
from bot.core.finding import Hit, Plane, Weight
from bot.core.phases import Phase, phase_of
from bot.core.rule import Example, OnElement, Rule, Site


def _judge(element: Element, _site: Site) -> Iterable[Hit]:
    if not isinstance(element, Contract) or element.service_levels:
        return ()
    if phase_of(element.status) is not Phase.ACTIVE:
        return ()
    return (Hit(message="the contract is active, and promises no service level", key="status"),)


_NONE = """\
status: active
"""

_SAID = """\
status: active
slaProperties:
- {property: latency, value: 4, unit: h}
"""


SERVICE_LEVELS_MISSING = Rule(
    id="DC077",
    name="service-levels-missing",
    plane=Plane.GOVERNANCE,
    weight=Weight.NOTE,
    summary="An active contract promises no service level.",
    why="Consumers do not know how fresh the data are, or how long they stay.",
    instead="Add `slaProperties`: latency, frequency, retention first.",
    examples=(
        Example(
            title="nothing promised",
            new=_NONE,
            strikes=("",),
        ),
        Example(
            title="a latency",
            new=_SAID,
        ),
    ),
    judge=OnElement((Contract,), _judge),
    no_mirror="a fault of a text has no opposite",
)
