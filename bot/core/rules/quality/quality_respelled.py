"""DC707 quality-respelled."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import QualityRule
from bot.core.diff.changes import Change, Changed
from bot.core.diff.quality import compare_quality, leads, told_apart
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.relation import Relation
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(before=QualityRule() as before, after=QualityRule() as after):
            if not leads(before, after, change.attribute):
                return
            if compare_quality(before, after, pair.conventions) is Relation.SAME:
                told = told_apart(before, after)
                yield Hit(
                    message=f"`{change.place.path}` accepts the same data",
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

_ROWS = """\
schema:
- name: orders
  properties:
  - name: email
    logicalType: string
    quality:
    - {name: no_nulls, metric: nullValues, mustBe: 0, unit: rows}
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


QUALITY_RESPELLED = Rule(
    id="DC707",
    name="quality-respelled",
    plane=Plane.SEMANTIC,
    effect=Effect.NONE,
    bump=Bump.PATCH,
    summary="A quality rule is written in another way, or was and stays advice.",
    why="It accepts the same data.",
    instead="Nothing to do.",
    examples=(
        Example(
            title="rows are the default unit",
            old=_NO_NULLS,
            new=_ROWS,
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
    no_mirror="respelling is its own opposite",
)
