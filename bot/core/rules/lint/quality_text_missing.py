"""DC041 quality-text-missing."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Element, QualityRule
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site


def _judge(element: Element, _site: Site) -> Iterable[Hit]:
    if not isinstance(element, QualityRule) or element.type != "text":
        return ()
    if (element.description or "").strip():
        return ()
    return (Hit(message="a quality rule of type text has no description"),)


_MUTE = """\
schema:
- name: orders
  properties:
  - name: amount
    logicalType: number
    quality:
    - {name: sound, type: text}
"""

_TOLD = """\
schema:
- name: orders
  properties:
  - name: amount
    logicalType: number
    quality:
    - {name: sound, type: text, description: Amounts have tax included.}
"""


QUALITY_TEXT_MISSING = Rule(
    id="DC041",
    name="quality-text-missing",
    plane=Plane.SEMANTIC,
    weight=Weight.WARNING,
    summary="A quality rule in words has no words.",
    why="It promises something that nobody can read.",
    instead="Say in `description` what must hold.",
    examples=(
        Example(
            title="no description",
            new=_MUTE,
            strikes=("orders.amount.quality[0]",),
        ),
        Example(
            title="a sentence",
            new=_TOLD,
        ),
    ),
    judge=OnElement((QualityRule,), _judge),
    no_mirror="a fault of a text has no opposite",
)
