"""DC013 object-without-fields."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Element, Field, SchemaObject
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site

_RECORDS = frozenset(("object", "record", "struct", "row", "document"))


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if not isinstance(element, Field | SchemaObject) or element.properties:
        return ()
    if isinstance(element, Field) and not _is_open(element):
        return ()
    return (Hit(message=f"`{site.path}` does not say which fields it has"),)


def _is_open(field: Field) -> bool:
    """Tell whether a field is an object, and no physical type says what is in it."""
    if field.logical_type != "object":
        return False
    return (field.physical_type or "object").strip().lower() in _RECORDS


_OPEN = """\
schema:
- name: orders
  properties:
  - {name: customer, logicalType: object}
"""

_FIELDS = """\
schema:
- name: orders
  properties:
  - name: customer
    logicalType: object
    properties: [{name: email, logicalType: string}]
"""


OBJECT_WITHOUT_FIELDS = Rule(
    id="DC013",
    name="object-without-fields",
    plane=Plane.SEMANTIC,
    weight=Weight.NOTE,
    summary="An object does not say which fields it has.",
    why="Writers may put anything into it, and readers can rely on nothing in it.",
    instead="List the fields as `properties`; use a `map` where the keys are data.",
    examples=(
        Example(
            title="an object of anything",
            new=_OPEN,
            strikes=("orders.customer",),
        ),
        Example(
            title="an object with its field",
            new=_FIELDS,
        ),
    ),
    judge=OnElement(
        (
            Field,
            SchemaObject,
        ),
        _judge,
    ),
    no_mirror="a fault of a text has no opposite",
)
