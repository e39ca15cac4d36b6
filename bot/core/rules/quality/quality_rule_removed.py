"""DC702 quality-rule-removed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import QualityRule
from bot.core.diff.changes import Change, Removed
from bot.core.diff.quality import enforced
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Removed(element=QualityRule() as rule) if enforced(rule):
            yield Hit(message=f"`{change.place.path}` was removed")
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

_NONE = """\
schema:
- name: orders
  properties:
  - name: email
    logicalType: string
"""


QUALITY_RULE_REMOVED = Rule(
    id="DC702",
    name="quality-rule-removed",
    plane=Plane.SEMANTIC,
    effect=Effect.LOOSENS,
    summary="A quality rule that blocks was removed.",
    why="Consumers that relied on the check meet data it kept out.",
    instead="Keep the rule, or tell the consumers of the field first.",
    examples=(
        Example(
            title="the rule goes",
            old=_NO_NULLS,
            new=_NONE,
            strikes=("orders.email.quality.no_nulls",),
        ),
        Example(
            title="no nulls from now on",
            old=_NONE,
            new=_NO_NULLS,
        ),
    ),
    judge=OnChange(("quality rule removed",), _judge),
    mirror="quality-rule-added",
)
