"""DC009 name-with-blanks."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Element, Field, SchemaObject
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if not isinstance(element, SchemaObject | Field):
        return ()
    name = element.physical_name or element.name
    if " " not in name.strip():
        return ()
    key = "physicalName" if element.physical_name else "name"
    return (Hit(message=f"the name `{name}` of `{site.path}` has blanks in it", key=key),)


_BLANKS = """\
schema:
- name: orders
  properties:
  - {name: order total, logicalType: number}
"""

_NAMED = """\
schema:
- name: orders
  properties:
  - {name: order_total, businessName: order total, logicalType: number}
"""


NAME_WITH_BLANKS = Rule(
    id="DC009",
    name="name-with-blanks",
    plane=Plane.SEMANTIC,
    weight=Weight.NOTE,
    summary="The name under which the data carry an object or a field has blanks in it.",
    why="Every query has to quote the name, and many tools cannot.",
    instead="Use `snake_case`, and keep the name with blanks as `businessName`.",
    examples=(
        Example(
            title="a name of two words",
            new=_BLANKS,
            strikes=("orders.order total",),
        ),
        Example(
            title="the words as `businessName`",
            new=_NAMED,
        ),
    ),
    judge=OnElement(
        (
            SchemaObject,
            Field,
        ),
        _judge,
    ),
    no_mirror="a fault of a text has no opposite",
)
