"""DC044 quality-argument-missing."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import NO_OPTIONS, Element, Field, QualityRule, SchemaObject
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if not isinstance(element, QualityRule):
        return ()
    told = frozenset(element.arguments or ())
    match element.metric:
        case "invalidValues" if not {"validValues", "pattern"} & told:
            if isinstance(site.parent, Field) and _says_itself(site.parent):
                return ()
            wanted = "`validValues` or `pattern`"
        case "duplicateValues" if isinstance(site.parent, SchemaObject):
            if "properties" in told:
                return ()
            wanted = "`properties`"
        case _:
            return ()
    return (Hit(message=f"{element.metric} needs {wanted} among its arguments", key="metric"),)


def _says_itself(field: Field) -> bool:
    """Tell whether the field says itself which values are valid."""
    return field.enum is not None or field.options is not NO_OPTIONS


_OPEN = """\
schema:
- name: orders
  properties:
  - name: amount
    logicalType: number
    quality:
    - {metric: invalidValues, mustBe: 0}
"""

_SAID = """\
schema:
- name: orders
  properties:
  - name: amount
    logicalType: number
    quality:
    - {metric: invalidValues, mustBe: 0, arguments: {validValues: [1, 2]}}
"""


QUALITY_ARGUMENT_MISSING = Rule(
    id="DC044",
    name="quality-argument-missing",
    plane=Plane.SEMANTIC,
    weight=Weight.WARNING,
    summary="A quality rule lacks the argument without which its metric means nothing.",
    why="Invalid by what, duplicate in which columns: each tool will answer in its own way.",
    instead=(
        "Give `arguments.validValues` or `arguments.pattern` for `invalidValues`, "
        "`arguments.properties` for the `duplicateValues` of an object."
    ),
    examples=(
        Example(
            title="invalid by nothing",
            new=_OPEN,
            strikes=("orders.amount.quality[0]",),
        ),
        Example(
            title="the valid values are listed",
            new=_SAID,
        ),
    ),
    judge=OnElement((QualityRule,), _judge),
    no_mirror="a fault of a text has no opposite",
)
