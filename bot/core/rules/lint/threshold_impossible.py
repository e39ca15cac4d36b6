"""DC042 threshold-impossible."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.core.contract.model import Element, QualityRule
from bot.core.contract.node import Node, SeqNode
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site
from bot.core.sets.difference import exact
from bot.core.sets.intervals import members
from bot.core.sets.line import Line
from bot.core.sets.operators import read_clauses, read_unit


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if not isinstance(element, QualityRule) or not element.operators:
        return ()
    told = dict(element.operators)
    if any(_reversed(value) for value in told.values()) or _is_empty(element, told, site):
        words = ", ".join(f"{name} {_shown(value)}" for name, value in told.items())
        return (Hit(message=f"no result satisfies {words}", key=next(iter(told))),)
    return ()


def _reversed(value: Node) -> bool:
    ends = [exact(end) for end in value] if isinstance(value, SeqNode) else []
    return len(ends) == 2 and None not in ends and ends[0] > ends[1]  # type: ignore[operator]  # no None is left  # noqa: PLR2004  # a pair


def _is_empty(rule: QualityRule, told: Mapping[str, Node], site: Site) -> bool:
    line = (read_unit(rule.unit) if rule.type == "library" else None) or Line.NUMBER
    clauses = read_clauses(told, line, inclusive=site.conventions.between_inclusive)
    return clauses is not None and not all(
        clause.named or clause.all_others or any(members(part) for part in clause.intervals)
        for clause in clauses
    )


def _shown(value: Node) -> str:
    return " to ".join(map(str, value)) if isinstance(value, SeqNode) else str(value)


_REVERSED = """\
schema:
- name: orders
  properties:
  - name: amount
    logicalType: number
    quality:
    - {metric: nullValues, mustBeBetween: [10, 1]}
    - {metric: nullValues, unit: percent, mustBeGreaterThan: 100}
"""

_RANGE = """\
schema:
- name: orders
  properties:
  - name: amount
    logicalType: number
    quality:
    - {metric: nullValues, mustBeBetween: [1, 10]}
"""


THRESHOLD_IMPOSSIBLE = Rule(
    id="DC042",
    name="threshold-impossible",
    plane=Plane.SEMANTIC,
    weight=Weight.ERROR,
    summary="No result can satisfy the threshold of a quality rule.",
    why=("The check fails for every delivery, or nobody runs it: either way the promise is empty."),
    instead=(
        "Write the smaller number of `mustBeBetween` first; counts begin at 0, and "
        "percentages end at 100."
    ),
    examples=(
        Example(
            title="from 10 to 1, and more than all",
            new=_REVERSED,
            strikes=(
                "orders.amount.quality[0]",
                "orders.amount.quality[1]",
            ),
        ),
        Example(
            title="from 1 to 10",
            new=_RANGE,
        ),
    ),
    judge=OnElement((QualityRule,), _judge),
    no_mirror="a fault of a text has no opposite",
)
