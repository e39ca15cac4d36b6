"""DC056 deprecation-unexplained."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Element, Field, SchemaObject
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site

_HINTS = ("deprecat", "replaced", "instead", "obsolete", "superseded", "remplac", "déprécié")


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if not isinstance(element, SchemaObject | Field) or not element.deprecation.flagged:
        return ()
    if element.deprecation.replaced_by or element.deprecation.reason:
        return ()
    described = (element.description or "").lower()
    if any(hint in described for hint in _HINTS):
        return ()
    message = f"`{site.path}` is deprecated without a replacement or a reason"
    return (Hit(message=message, key="deprecated"),)


_MUTE = """\
schema:
- name: orders
  properties:
  - {name: net_amount, logicalType: number}
  - name: amount
    logicalType: number
    deprecated: true
"""

_TOLD = """\
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


DEPRECATION_UNEXPLAINED = Rule(
    id="DC056",
    name="deprecation-unexplained",
    plane=Plane.LIFECYCLE,
    weight=Weight.WARNING,
    summary="A deprecated element names neither a replacement nor a reason.",
    why="Consumers know that they must leave, and not where to.",
    instead="Add the custom property `deprecation` with `replacedBy` or `reason`.",
    examples=(
        Example(
            title="only the flag",
            new=_MUTE,
            strikes=("orders.amount",),
        ),
        Example(
            title="a replacement",
            new=_TOLD,
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
