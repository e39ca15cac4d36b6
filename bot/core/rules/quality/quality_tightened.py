"""DC703 quality-tightened."""

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
            if compare_quality(before, after, pair.conventions) is Relation.NARROWER:
                told = told_apart(before, after)
                yield Hit(
                    message=f"`{change.place.path}` accepts less than it did",
                    before=told[0],
                    after=told[1],
                )
        case _:
            return


_FEW_NULLS = """\
schema:
- name: orders
  properties:
  - name: email
    logicalType: string
    quality:
    - {name: no_nulls, metric: nullValues, mustBeLessThan: 5}
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


QUALITY_TIGHTENED = Rule(
    id="DC703",
    name="quality-tightened",
    plane=Plane.SEMANTIC,
    effect=Effect.TIGHTENS,
    summary="A quality rule accepts less than it did.",
    why="Data delivered before may fail it, and producers must do better from now on.",
    instead="Measure first whether the data pass, then tighten the rule.",
    examples=(
        Example(
            title="no nulls instead of a few",
            old=_FEW_NULLS,
            new=_NO_NULLS,
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
    mirror="quality-loosened",
)
