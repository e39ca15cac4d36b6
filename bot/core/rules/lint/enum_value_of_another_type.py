"""DC024 enum-value-of-another-type."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Element, Field
from bot.core.declared_values import is_of_type, kind_of, told
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if not isinstance(element, Field) or not element.enum or not element.logical_type:
        return ()
    return [
        Hit(
            message=(
                f"`{site.path}` is of the type {element.logical_type}, "
                f"and the allowed value {told(entry.value)} is {kind_of(entry.value)}"
            ),
            path=f"{site.path}.enum[{index}]",
            where=site.place(entry, "value"),
            after=entry.value,
        )
        for index, entry in enumerate(element.enum)
        if not is_of_type(entry.value, element.logical_type)
    ]


_NUMBER = """\
schema:
- name: orders
  properties:
  - name: status
    logicalType: string
    enum: [{value: NEW}, {value: 404}]
"""

_TEXT = """\
schema:
- name: orders
  properties:
  - name: status
    logicalType: string
    enum: [{value: NEW}, {value: "404"}]
"""


ENUM_VALUE_OF_ANOTHER_TYPE = Rule(
    id="DC024",
    name="enum-value-of-another-type",
    plane=Plane.SEMANTIC,
    weight=Weight.ERROR,
    summary="An allowed value is not of the field’s logical type.",
    why=(
        "No datum can have it: what is of the type is not in the list, and what is in the "
        "list is not of the type."
    ),
    instead=(
        "Write the value as the type wants it: texts in quotes, numbers and booleans without."
    ),
    examples=(
        Example(
            title="a number among texts",
            new=_NUMBER,
            strikes=("orders.status.enum[1]",),
        ),
        Example(
            title="the number as a text",
            new=_TEXT,
        ),
    ),
    judge=OnElement((Field,), _judge),
    no_mirror="a fault of a text has no opposite",
)
