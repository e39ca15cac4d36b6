"""DC028 key-declared-nullable."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Element, Field
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if not isinstance(element, Field) or not element.primary_key:
        return ()
    if element.required or element.node.get("required") is not False:
        return ()
    message = f"`{site.path}` belongs to the primary key, and may be null"
    return (Hit(message=message, key="required"),)


_NULLS = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, primaryKey: true, required: false}
"""

_KEY = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, primaryKey: true, required: true}
"""


KEY_DECLARED_NULLABLE = Rule(
    id="DC028",
    name="key-declared-nullable",
    plane=Plane.SEMANTIC,
    weight=Weight.WARNING,
    summary="A field of the primary key says `required: false`.",
    why=(
        "A key has no nulls (SQL:2016, 11.7); readers cannot tell which of the two statements "
        "to trust."
    ),
    instead="Say `required: true`, or take the field out of the key.",
    examples=(
        Example(
            title="a key that may be null",
            new=_NULLS,
            strikes=("orders.id",),
        ),
        Example(
            title="a key that may not",
            new=_KEY,
        ),
    ),
    judge=OnElement((Field,), _judge),
    no_mirror="a fault of a text has no opposite",
)
