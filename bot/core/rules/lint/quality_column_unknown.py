"""DC045 quality-column-unknown."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Element, Field, QualityRule
from bot.core.contract.node import SeqNode
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site
from bot.core.sets.difference import has_variable
from bot.core.wording import listing


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if not isinstance(element, QualityRule) or element.arguments is None or site.object is None:
        return ()
    named = element.arguments.get("properties")
    if not isinstance(named, SeqNode) or not site.object.properties:
        return ()
    known = _names(site.object.properties) | _names(getattr(site.parent, "properties", ()))
    lost = [
        name
        for name in named
        if isinstance(name, str) and name.split(".")[-1] not in known and not has_variable(name)
    ]
    if not lost:
        return ()
    message = f"the rule looks at {listing(lost)}, which `{site.object.name}` does not have"
    return (Hit(message=message, key="arguments"),)


def _names(fields: Iterable[Field]) -> set[str]:
    """Return how fields are called, those within them included."""
    found: set[str] = set()
    for field in fields:
        found |= {field.name, field.effective_name, *_names(field.properties)}
    return found


_LOST = """\
schema:
- name: orders
  properties: [{name: id, logicalType: string}]
  quality:
  - {metric: duplicateValues, mustBe: 0, arguments: {properties: [order_id]}}
"""

_THERE = """\
schema:
- name: orders
  properties: [{name: id, logicalType: string}]
  quality:
  - {metric: duplicateValues, mustBe: 0, arguments: {properties: [id]}}
"""


QUALITY_COLUMN_UNKNOWN = Rule(
    id="DC045",
    name="quality-column-unknown",
    plane=Plane.SEMANTIC,
    weight=Weight.ERROR,
    summary="A quality rule names a field that the object does not have.",
    why="The check fails when it runs, or is left out in silence.",
    instead="Name the fields as `properties` of the object has them.",
    examples=(
        Example(
            title="`order_id` instead of `id`",
            new=_LOST,
            strikes=("orders.quality[0]",),
        ),
        Example(
            title="a field that exists",
            new=_THERE,
        ),
    ),
    judge=OnElement((QualityRule,), _judge),
    no_mirror="a fault of a text has no opposite",
)
