"""DC706 quality-incomparable."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import QualityRule
from bot.core.diff.changes import Change, Changed
from bot.core.diff.quality import compare_quality, leads, told_apart
from bot.core.finding import Effect, Hit, Plane
from bot.core.relation import Relation
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(before=QualityRule() as before, after=QualityRule() as after):
            if not leads(before, after, change.attribute):
                return
            if compare_quality(before, after, pair.conventions) is Relation.UNKNOWN:
                told = told_apart(before, after)
                yield Hit(
                    message=f"`{change.place.path}` cannot be compared with what it was",
                    before=told[0],
                    after=told[1],
                )
        case _:
            return


_SQL = """\
schema:
- name: orders
  properties:
  - name: email
    logicalType: string
    quality:
    - {name: no_nulls, type: sql, query: SELECT 1, mustBe: 0}
"""

_OTHER_SQL = """\
schema:
- name: orders
  properties:
  - name: email
    logicalType: string
    quality:
    - {name: no_nulls, type: sql, query: SELECT 2, mustBe: 0}
"""

_NO_NULLS = """\
schema:
- name: orders
  properties:
  - name: email
    logicalType: string
    quality:
    - {name: no_nulls, metric: nullValues, mustBe: 0}
"""

_FEW_NULLS = """\
schema:
- name: orders
  properties:
  - name: email
    logicalType: string
    quality:
    - {name: no_nulls, metric: nullValues, mustBeLessThan: 5}
"""


QUALITY_INCOMPARABLE = Rule(
    id="DC706",
    name="quality-incomparable",
    plane=Plane.SEMANTIC,
    effect=Effect.UNDETERMINED,
    summary="A quality rule changed in a way that cannot be compared.",
    why="Another query, engine or unit: whether it is stronger or weaker is not known.",
    instead="Say in the pull request what the new rule accepts.",
    examples=(
        Example(
            title="another query",
            old=_SQL,
            new=_OTHER_SQL,
            strikes=("orders.email.quality.no_nulls",),
        ),
        Example(
            title="a few nulls instead of none",
            old=_NO_NULLS,
            new=_FEW_NULLS,
        ),
    ),
    judge=OnChange(
        (
            "quality rule.type",
            "quality rule.metric",
            "quality rule.arguments",
            "quality rule.operator",
            "quality rule.unit",
            "quality rule.query",
            "quality rule.engine",
            "quality rule.implementation",
            "quality rule.severity",
        ),
        _judge,
    ),
    no_mirror="what cannot be compared has no opposite",
)
