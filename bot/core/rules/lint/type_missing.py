"""DC011 type-missing."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Element, Field
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if not isinstance(element, Field) or element.logical_type or element.physical_type:
        return ()
    if element.properties or element.items or element.map_value:
        return ()
    return (Hit(message=f"`{site.path}` has no type"),)


_BARE = """\
schema:
- name: orders
  properties:
  - {name: amount}
"""

_TYPED = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: number}
"""


TYPE_MISSING = Rule(
    id="DC011",
    name="type-missing",
    plane=Plane.SEMANTIC,
    weight=Weight.WARNING,
    summary="A field says neither its logical nor its physical type.",
    why=(
        "Readers have to guess what the values are, and no change of the type can ever be noticed."
    ),
    instead=("Say the `logicalType`; the `physicalType` of your system beside it if it matters."),
    examples=(
        Example(
            title="a name and nothing else",
            new=_BARE,
            strikes=("orders.amount",),
        ),
        Example(
            title="a type",
            new=_TYPED,
        ),
    ),
    judge=OnElement((Field,), _judge),
    no_mirror="a fault of a text has no opposite",
)
