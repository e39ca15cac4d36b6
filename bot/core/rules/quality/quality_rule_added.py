"""DC701 quality-rule-added."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import QualityRule
from bot.core.diff.changes import Added, Change
from bot.core.diff.quality import enforced
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Added(element=QualityRule() as rule) if enforced(rule):
            yield Hit(message=f"`{change.place.path}` was added")
        case _:
            return


_NONE = """\
schema:
- name: orders
  properties:
  - name: email
    logicalType: string
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


QUALITY_RULE_ADDED = Rule(
    id="DC701",
    name="quality-rule-added",
    plane=Plane.SEMANTIC,
    effect=Effect.TIGHTENS,
    summary="A quality rule that blocks was added.",
    why="Data delivered before may fail it, and producers must meet it from now on.",
    instead="Run it as advice first (`severity: info`), then let it block.",
    examples=(
        Example(
            title="no nulls from now on",
            old=_NONE,
            new=_NO_NULLS,
            strikes=("orders.email.quality.no_nulls",),
        ),
        Example(
            title="the rule goes",
            old=_NO_NULLS,
            new=_NONE,
        ),
    ),
    judge=OnChange(("quality rule added",), _judge),
    mirror="quality-rule-removed",
)
