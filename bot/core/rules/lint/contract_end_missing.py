"""DC060 contract-end-missing."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Contract, Element
from bot.core.diff.service_level_names import service_level_name
from bot.core.finding import Hit, Plane, Weight
from bot.core.phases import Phase, phase_of
from bot.core.rule import Example, OnElement, Rule, Site

_ENDS = frozenset(("endofsupport", "endoflife"))


def _judge(element: Element, _site: Site) -> Iterable[Hit]:
    if not isinstance(element, Contract) or phase_of(element.status) is not Phase.DEPRECATED:
        return ()
    if any(service_level_name(level.property) in _ENDS for level in element.service_levels):
        return ()
    message = "the contract is deprecated, and nobody knows until when it is served"
    return (Hit(message=message, key="status"),)


_OPEN = """\
status: deprecated
"""

_DATED = """\
status: deprecated
slaProperties:
- {property: endOfLife, value: "2030-01-31"}
"""


CONTRACT_END_MISSING = Rule(
    id="DC060",
    name="contract-end-missing",
    plane=Plane.LIFECYCLE,
    weight=Weight.WARNING,
    summary="A deprecated contract does not say until when it is served.",
    why="Consumers cannot plan to leave, and the day it ends comes as a surprise.",
    instead="Add the service levels `endOfSupport` and `endOfLife` with their dates.",
    examples=(
        Example(
            title="no end",
            new=_OPEN,
            strikes=("",),
        ),
        Example(
            title="an end of life",
            new=_DATED,
        ),
    ),
    judge=OnElement((Contract,), _judge),
    no_mirror="a fault of a text has no opposite",
)
