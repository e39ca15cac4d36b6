"""DC025 enum-value-repeated."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Element, Field
from bot.core.declared_values import told
from bot.core.finding import Hit, Plane, Weight
from bot.core.repeats import repeats
from bot.core.rule import Example, OnElement, Rule, Site
from bot.core.sets.values import identity


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if not isinstance(element, Field) or not element.enum:
        return ()
    places = {id(entry): index for index, entry in enumerate(element.enum)}
    return [
        Hit(
            message=f"the value {told(again.value)} of `{site.path}` is listed twice",
            path=f"{site.path}.enum[{places[id(again)]}]",
            where=site.place(again, "value"),
            after=again.value,
        )
        for again, _ in repeats(element.enum, lambda entry: identity(entry.value))
    ]


_TWICE = """\
schema:
- name: orders
  properties:
  - name: status
    logicalType: string
    enum: [{value: NEW, label: new}, {value: PAID}, {value: NEW, label: fresh}]
"""

_ONCE = """\
schema:
- name: orders
  properties:
  - name: status
    logicalType: string
    enum: [{value: NEW, label: new}, {value: PAID}]
"""


ENUM_VALUE_REPEATED = Rule(
    id="DC025",
    name="enum-value-repeated",
    plane=Plane.SEMANTIC,
    weight=Weight.ERROR,
    summary="An allowed value is listed twice.",
    why="Where the labels or descriptions differ, nobody can tell what the value means.",
    instead="Keep one of the two.",
    examples=(
        Example(
            title="`NEW` with two labels",
            new=_TWICE,
            strikes=("orders.status.enum[2]",),
        ),
        Example(
            title="each value once",
            new=_ONCE,
        ),
    ),
    judge=OnElement((Field,), _judge),
    no_mirror="a fault of a text has no opposite",
)
