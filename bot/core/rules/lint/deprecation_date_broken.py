"""DC058 deprecation-date-broken."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Deprecation, Element, Field, SchemaObject
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site
from bot.core.sets.measures import Instant, compare, read_measure
from bot.core.text import shortened
from bot.core.versions import parse


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if not isinstance(element, SchemaObject | Field) or not element.deprecation.flagged:
        return ()
    fault = _fault(element.deprecation)
    if fault is None:
        return ()
    return (Hit(message=f"deprecation of `{site.path}`: {fault}", key="customProperties"),)


def _fault(told: Deprecation) -> str | None:
    for name, text in (("since", told.since), ("removal", told.removal)):
        if text is not None and not isinstance(read_measure(text), Instant):
            return f"{name} `{shortened(text)}` is no date"
    for name, text in (
        ("sinceVersion", told.since_version),
        ("removalVersion", told.removal_version),
    ):
        if text is not None and parse(text) is None:
            return f"{name} `{shortened(text)}` is no semantic version"
    if compare(read_measure(told.since), read_measure(told.removal)) == -1:
        return f"removal `{told.removal}` is before since `{told.since}`"
    return None


_WORDS = """\
schema:
- name: orders
  properties:
  - {name: net_amount, logicalType: number}
  - name: amount
    logicalType: number
    deprecated: true
    customProperties:
    - property: deprecation
      value: {reason: net amounts count, removal: soon}
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


DEPRECATION_DATE_BROKEN = Rule(
    id="DC058",
    name="deprecation-date-broken",
    plane=Plane.LIFECYCLE,
    weight=Weight.WARNING,
    summary=(
        "A date or version of a deprecation cannot be read, or the removal is before the "
        "deprecation."
    ),
    why="The calendar of deprecations cannot show it, and nobody is warned in time.",
    instead="Write dates as `2030-01-31` and versions as `2.0.0`; the removal comes last.",
    examples=(
        Example(
            title="a date in words",
            new=_WORDS,
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
