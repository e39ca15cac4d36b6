"""DC040 quality-rule-empty."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Element, QualityRule
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site


def _judge(element: Element, _site: Site) -> Iterable[Hit]:
    if not isinstance(element, QualityRule) or element.type != "library" or element.metric:
        return ()
    if element.description and "type" not in element.node:
        return (Hit(message="the rule is of type library and has no metric, only a description"),)
    return (Hit(message="the rule says neither a metric nor a query"),)


_EMPTY = """\
schema:
- name: orders
  properties:
  - name: amount
    logicalType: number
    quality:
    - {name: amounts are sound}
"""

_METRIC = """\
schema:
- name: orders
  properties:
  - name: amount
    logicalType: number
    quality:
    - {name: amounts are there, metric: nullValues, mustBe: 0}
"""


QUALITY_RULE_EMPTY = Rule(
    id="DC040",
    name="quality-rule-empty",
    plane=Plane.SEMANTIC,
    weight=Weight.WARNING,
    summary="A quality rule does not say what it checks.",
    why="No tool runs it, and readers trust a check that does not exist.",
    instead=(
        "Give it a `metric`, a `query` with `type: sql`, or say `type: text` where only "
        "people shall read it."
    ),
    examples=(
        Example(
            title="a name alone",
            new=_EMPTY,
            strikes=("orders.amount.quality[0]",),
        ),
        Example(
            title="a metric and a threshold",
            new=_METRIC,
        ),
    ),
    judge=OnElement((QualityRule,), _judge),
    no_mirror="a fault of a text has no opposite",
)
