"""DC012 array-without-items."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Element, Field
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if not isinstance(element, Field) or element.logical_type != "array" or element.items:
        return ()
    if any(mark in (element.physical_type or "") for mark in "<(["):
        return ()
    return (Hit(message=f"`{site.path}` is an array of nobody knows what", key="logicalType"),)


_OPEN = """\
schema:
- name: orders
  properties:
  - {name: lines, logicalType: array}
"""

_ITEMS = """\
schema:
- name: orders
  properties:
  - {name: lines, logicalType: array, items: {logicalType: string}}
"""


ARRAY_WITHOUT_ITEMS = Rule(
    id="DC012",
    name="array-without-items",
    plane=Plane.SEMANTIC,
    weight=Weight.WARNING,
    summary="An array does not say what its items are.",
    why=("Readers do not know what they find in the list, and a change of it cannot be noticed."),
    instead="Say it with `items`, of the same form as a field.",
    examples=(
        Example(
            title="a list of anything",
            new=_OPEN,
            strikes=("orders.lines",),
        ),
        Example(
            title="a list of texts",
            new=_ITEMS,
        ),
    ),
    judge=OnElement((Field,), _judge),
    no_mirror="a fault of a text has no opposite",
)
