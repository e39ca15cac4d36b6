"""DC709 quality-described."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(attribute=attribute):
            yield Hit(message=f"the {attribute} of `{change.place.path}` changed")
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

_DESCRIBED = """\
schema:
- name: orders
  properties:
  - name: email
    logicalType: string
    quality:
    - {name: no_nulls, metric: nullValues, mustBe: 0, description: No e-mail is null.}
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


QUALITY_DESCRIBED = Rule(
    id="DC709",
    name="quality-described",
    plane=Plane.SEMANTIC,
    weight=Weight.NOTE,
    bump=Bump.PATCH,
    summary="What a quality rule says to people changed.",
    why="It accepts the same data; a rarer schedule finds faults later.",
    instead="Nothing to do.",
    examples=(
        Example(
            title="a description is added",
            old=_NO_NULLS,
            new=_DESCRIBED,
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
            "quality rule.id",
            "quality rule.name",
            "quality rule.description",
            "quality rule.dimension",
            "quality rule.businessImpact",
            "quality rule.method",
            "quality rule.schedule",
            "quality rule.scheduler",
        ),
        _judge,
    ),
    no_mirror="a change of words is its own opposite",
)
