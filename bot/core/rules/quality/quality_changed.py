"""DC705 quality-changed."""

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
            if compare_quality(before, after, pair.conventions) is Relation.INCOMPARABLE:
                told = told_apart(before, after)
                yield Hit(
                    message=f"`{change.place.path}` accepts other data than it did",
                    before=told[0],
                    after=told[1],
                )
        case _:
            return


_NO_NULLS = """\
schema:
- name: orders
  properties:
  - name: email
    logicalType: string
    quality:
    - {name: no_nulls, metric: nullValues, mustBe: 0}
"""

_SOME_NULLS = """\
schema:
- name: orders
  properties:
  - name: email
    logicalType: string
    quality:
    - {name: no_nulls, metric: nullValues, mustBe: 5}
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


QUALITY_CHANGED = Rule(
    id="DC705",
    name="quality-changed",
    plane=Plane.SEMANTIC,
    effect=Effect.BOTH,
    summary="A quality rule accepts other data than it did.",
    why="What passed may fail, and what failed may pass.",
    instead="Add the new rule beside the old one.",
    examples=(
        Example(
            title="exactly five nulls instead of none",
            old=_NO_NULLS,
            new=_SOME_NULLS,
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
    no_mirror="a change of both is its own opposite",
)
