"""DC057 removal-date-missing."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Element, Field, SchemaObject
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if not isinstance(element, SchemaObject | Field) or not element.deprecation.flagged:
        return ()
    if element.deprecation.removal or element.deprecation.removal_version:
        return ()
    message = f"`{site.path}` is deprecated, and nobody knows until when it stays"
    return (Hit(message=message, key="deprecated"),)


_OPEN = """\
schema:
- name: orders
  properties:
  - {name: net_amount, logicalType: number}
  - name: amount
    logicalType: number
    deprecated: true
    customProperties:
    - property: deprecation
      value: {reason: net amounts count}
"""

_DATED = """\
schema:
- name: orders
  properties:
  - {name: net_amount, logicalType: number}
  - name: amount
    logicalType: number
    deprecated: true
    customProperties:
    - property: deprecation
      value: {reason: net amounts count, removal: "2030-01-31"}
"""


REMOVAL_DATE_MISSING = Rule(
    id="DC057",
    name="removal-date-missing",
    plane=Plane.LIFECYCLE,
    weight=Weight.NOTE,
    summary="A deprecated element does not say when it will be removed.",
    why="Consumers cannot plan, and put the work off until it breaks.",
    instead="Add `removal` (a date) or `removalVersion` to the custom property `deprecation`.",
    examples=(
        Example(
            title="a reason and no date",
            new=_OPEN,
            strikes=("orders.amount",),
        ),
        Example(
            title="a date",
            new=_DATED,
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
