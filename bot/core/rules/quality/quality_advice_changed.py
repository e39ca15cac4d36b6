"""DC708 quality-advice-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import QualityRule
from bot.core.diff.changes import Added, Change, Removed
from bot.core.diff.quality import enforced
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Added(element=QualityRule() as rule) if not enforced(rule):
            yield Hit(message=f"`{change.place.path}` was added; it does not block")
        case Removed(element=QualityRule() as rule) if not enforced(rule):
            yield Hit(message=f"`{change.place.path}` was removed; it did not block")
        case _:
            return


_NONE = """\
schema:
- name: orders
  properties:
  - name: email
    logicalType: string
"""

_ADVICE = """\
schema:
- name: orders
  properties:
  - name: email
    logicalType: string
    quality:
    - {name: no_nulls, metric: nullValues, mustBe: 0, severity: info}
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


QUALITY_ADVICE_CHANGED = Rule(
    id="DC708",
    name="quality-advice-changed",
    plane=Plane.SEMANTIC,
    weight=Weight.NOTE,
    bump=Bump.PATCH,
    summary="A quality rule that does not block was added or removed.",
    why="It promises nothing: it is documentation, or a warning to the producer.",
    instead="Nothing to do.",
    examples=(
        Example(
            title="advice is added",
            old=_NONE,
            new=_ADVICE,
            strikes=("orders.email.quality.no_nulls",),
        ),
        Example(
            title="a rule that blocks is added",
            old=_NONE,
            new=_NO_NULLS,
        ),
    ),
    judge=OnChange(
        (
            "quality rule added",
            "quality rule removed",
        ),
        _judge,
    ),
    no_mirror="adding and removing are one rule",
)
