"""DC002 field-name-repeated."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Element, Field, SchemaObject, step
from bot.core.finding import Hit, Plane, Weight
from bot.core.repeats import repeats
from bot.core.rule import Example, OnElement, Rule, Site


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if not isinstance(element, SchemaObject | Field) or not element.properties:
        return ()
    return [
        Hit(
            message=f"the field `{again.name}` is there already, in line {first.node.mark[0]}",
            path=f"{site.path}.{step(again.name)}",
            where=site.place(again),
        )
        for again, first in repeats(element.properties, lambda field: field.name)
    ]


_TWICE = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
  - {name: amount, logicalType: number}
  - {name: id, logicalType: integer}
"""

_LEVELS = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
  - name: customer
    logicalType: object
    properties: [{name: id, logicalType: string}]
"""


FIELD_NAME_REPEATED = Rule(
    id="DC002",
    name="field-name-repeated",
    plane=Plane.SEMANTIC,
    weight=Weight.ERROR,
    summary="Two fields at one level have one name.",
    why=(
        "A row has one value of a name: which type and which constraints hold for it, nobody "
        "can tell."
    ),
    instead="Give each field a name of its own, or remove one of the two.",
    examples=(
        Example(
            title="`id` is there twice",
            new=_TWICE,
            strikes=("orders.id",),
        ),
        Example(
            title="one name at two levels",
            new=_LEVELS,
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
