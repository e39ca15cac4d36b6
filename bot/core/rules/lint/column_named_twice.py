"""DC004 column-named-twice."""

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
            message=f"`{again.name}` and `{first.name}` are both `{first.effective_name}`",
            path=f"{site.path}.{step(again.name)}",
            where=site.place(again, "physicalName"),
        )
        for again, first in repeats(element.properties, lambda field: field.effective_name)
        if again.name != first.name
    ]


_ONE = """\
schema:
- name: orders
  properties:
  - {name: amount, physicalName: amt, logicalType: number}
  - {name: total, physicalName: amt, logicalType: number}
"""

_TWO = """\
schema:
- name: orders
  properties:
  - {name: amount, physicalName: amt, logicalType: number}
  - {name: total, physicalName: tot, logicalType: number}
"""


COLUMN_NAMED_TWICE = Rule(
    id="DC004",
    name="column-named-twice",
    plane=Plane.SEMANTIC,
    weight=Weight.WARNING,
    summary="Two fields at one level have different names and one name in the data.",
    why="Both stand for one column, so that they promise two things of it.",
    instead=("Give each field the `physicalName` of its own column, or make one field of the two."),
    examples=(
        Example(
            title="two fields for the column `amt`",
            new=_ONE,
            strikes=("orders.total",),
        ),
        Example(
            title="a column for each",
            new=_TWO,
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
