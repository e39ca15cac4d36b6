"""DC061 replacement-of-another-type."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Element, Field, SchemaObject
from bot.core.finding import Hit, Plane, Weight
from bot.core.relation import Relation
from bot.core.rule import Example, OnElement, Rule, Site
from bot.core.text import shortened
from bot.core.types.logical import compare_logical


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if not isinstance(element, SchemaObject | Field) or element.deprecation.replaced_by is None:
        return ()
    wanted = element.deprecation.replaced_by
    found = site.resolver.element(wanted) or site.resolver.member(site.parent, wanted)
    if found is None or found is element:
        return ()
    fault = _fault(element, found)
    if fault is None:
        return ()
    message = f"`{site.path}` is replaced by `{shortened(wanted)}`, and {fault}"
    return (Hit(message=message, key="customProperties"),)


def _fault(element: SchemaObject | Field, found: SchemaObject | Field) -> str | None:
    match element, found:
        case SchemaObject(), Field():
            return "one is an object, the other a field"
        case Field(), SchemaObject():
            return "one is a field, the other an object"
        case Field(), Field():
            return _types(element.logical_type, found.logical_type)
        case _:
            return None


def _types(old: str | None, new: str | None) -> str | None:
    if old is None or new is None:
        return None
    apart = compare_logical(old, new).relation is Relation.INCOMPARABLE
    return f"one is {shortened(old)}, the other {shortened(new)}" if apart else None


_OTHER = """\
schema:
- name: orders
  properties:
  - {name: paid_on, logicalType: date}
  - name: amount
    logicalType: number
    deprecated: true
    customProperties:
    - property: deprecation
      value: {replacedBy: orders.paid_on}
"""

_WIDER = """\
schema:
- name: orders
  properties:
  - {name: total, logicalType: number}
  - name: amount
    logicalType: integer
    deprecated: true
    customProperties:
    - property: deprecation
      value: {replacedBy: orders.total}
"""


REPLACEMENT_OF_ANOTHER_TYPE = Rule(
    id="DC061",
    name="replacement-of-another-type",
    plane=Plane.LIFECYCLE,
    weight=Weight.WARNING,
    summary="The replacement of a deprecated element holds values of another kind.",
    why="Consumers who follow the advice find that the new values do not fit where the old did.",
    instead=(
        "Name an element of the same type or a wider one; if none takes the place of the old one"
        " as it is, say in `reason` what has to be done."
    ),
    examples=(
        Example(title="a date for a number", new=_OTHER, strikes=("orders.amount",)),
        Example(title="a number for an integer", new=_WIDER),
    ),
    judge=OnElement((SchemaObject, Field), _judge),
    no_mirror="a fault of a text has no opposite",
)
