"""DC078 quality-rules-missing."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Contract, Element, every_field
from bot.core.finding import Hit, Plane, Weight
from bot.core.phases import Phase, phase_of
from bot.core.rule import Example, OnElement, Rule, Site


def _judge(element: Element, _site: Site) -> Iterable[Hit]:
    if not isinstance(element, Contract) or not element.schema:
        return ()
    if phase_of(element.status) is not Phase.ACTIVE:
        return ()
    for obj in element.schema:
        if obj.quality or any(field.quality for _, field in every_field(obj, "")):
            return ()
    return (Hit(message="the contract is active, and has no quality rule", key="status"),)


_NONE = """\
status: active
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
"""

_SAID = """\
status: active
schema:
- name: orders
  properties:
  - name: id
    logicalType: string
    quality: [{metric: duplicateValues, mustBe: 0}]
"""


QUALITY_RULES_MISSING = Rule(
    id="DC078",
    name="quality-rules-missing",
    plane=Plane.GOVERNANCE,
    weight=Weight.NOTE,
    summary="An active contract has no quality rule.",
    why="Nobody checks the data against it, and consumers find the faults first.",
    instead="Add `quality`: no nulls and no duplicates in the key first.",
    examples=(
        Example(
            title="nothing is checked",
            new=_NONE,
            strikes=("",),
        ),
        Example(
            title="one rule",
            new=_SAID,
        ),
    ),
    judge=OnElement((Contract,), _judge),
    no_mirror="a fault of a text has no opposite",
)
