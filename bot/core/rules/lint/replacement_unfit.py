"""DC059 replacement-unfit."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Element, Field, SchemaObject
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site
from bot.core.sets.difference import has_variable


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if not isinstance(element, SchemaObject | Field) or element.deprecation.replaced_by is None:
        return ()
    wanted = element.deprecation.replaced_by
    if any(mark in wanted for mark in "#:/ ") or has_variable(wanted):
        return ()
    found = site.resolver.element(wanted) or site.resolver.member(site.parent, wanted)
    if found is None:
        fault = "is nothing that the contract has"
    elif found is element:
        fault = "is the deprecated element itself"
    elif found.deprecation.flagged:
        fault = "is deprecated as well"
    else:
        return ()
    message = f"`{site.path}` is replaced by `{wanted}`, which {fault}"
    return (Hit(message=message, key="customProperties"),)


_LOST = """\
schema:
- name: orders
  properties:
  - {name: net_amount, logicalType: number}
  - name: amount
    logicalType: number
    deprecated: true
    customProperties:
    - property: deprecation
      value: {replacedBy: orders.gross_amount}
"""

_THERE = """\
schema:
- name: orders
  properties:
  - {name: net_amount, logicalType: number}
  - name: amount
    logicalType: number
    deprecated: true
    customProperties:
    - property: deprecation
      value: {replacedBy: orders.net_amount}
"""


REPLACEMENT_UNFIT = Rule(
    id="DC059",
    name="replacement-unfit",
    plane=Plane.LIFECYCLE,
    weight=Weight.WARNING,
    summary="The replacement of a deprecated element is unknown, or is deprecated itself.",
    why="Consumers follow the advice and find nothing, or have to move again.",
    instead=(
        "Name an object or field of the contract that stays: `object.field`, or the name of a "
        "sibling."
    ),
    examples=(
        Example(
            title="a field that is not there",
            new=_LOST,
            strikes=("orders.amount",),
        ),
        Example(
            title="a field that is there",
            new=_THERE,
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
