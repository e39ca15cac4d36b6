"""DC043 threshold-always-met."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Element, QualityRule
from bot.core.finding import Hit, Plane, Weight
from bot.core.relation import Relation
from bot.core.rule import Example, OnElement, Rule, Site
from bot.core.sets.intervals import Interval, compare_intervals
from bot.core.sets.operators import read_clauses, read_unit


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if not isinstance(element, QualityRule) or element.type != "library":
        return ()
    line = read_unit(element.unit)
    if line is None or not element.operators:
        return ()
    inclusive = site.conventions.between_inclusive
    clauses = read_clauses(dict(element.operators), line, inclusive=inclusive)
    everything = Interval(line=line)
    if not clauses or not all(
        len(clause.intervals) == 1
        and compare_intervals(everything, clause.intervals[0]) is Relation.SAME
        for clause in clauses
    ):
        return ()
    key = element.operators[0][0]
    return (Hit(message=f"every result satisfies {key} {element.operators[0][1]}", key=key),)


_IDLE = """\
schema:
- name: orders
  properties:
  - name: amount
    logicalType: number
    quality:
    - {metric: nullValues, mustBeGreaterOrEqualTo: 0}
"""

_REAL = """\
schema:
- name: orders
  properties:
  - name: amount
    logicalType: number
    quality:
    - {metric: nullValues, mustBeLessThan: 5}
"""


THRESHOLD_ALWAYS_MET = Rule(
    id="DC043",
    name="threshold-always-met",
    plane=Plane.SEMANTIC,
    weight=Weight.WARNING,
    summary="Every result satisfies the threshold of a quality rule.",
    why="The check can never fail: it promises nothing.",
    instead=(
        "Write the threshold that the data must keep; counts begin at 0, and percentages end "
        "at 100."
    ),
    examples=(
        Example(
            title="at least no nulls",
            new=_IDLE,
            strikes=("orders.amount.quality[0]",),
        ),
        Example(
            title="fewer than five nulls",
            new=_REAL,
        ),
    ),
    judge=OnElement((QualityRule,), _judge),
    no_mirror="a fault of a text has no opposite",
)
