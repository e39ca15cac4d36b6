"""DC030 key-position-repeated."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.keys import KEYS, keyed
from bot.core.contract.model import Element, Field, SchemaObject, step
from bot.core.finding import Hit, Plane, Weight
from bot.core.repeats import repeats
from bot.core.rule import Example, OnElement, Rule, Site


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if not isinstance(element, SchemaObject | Field) or not element.properties:
        return ()
    hits = []
    for kind in KEYS:
        placed = [entry for entry in keyed(element, kind) if kind.position(entry) > 0]
        hits += [
            Hit(
                message=f"`{again.name}` has the same {kind.word} position as `{first.name}`",
                path=f"{site.path}.{step(again.name)}",
                where=site.place(again, kind.position_key),
                after=kind.position(again),
            )
            for again, first in repeats(placed, kind.position)
        ]
    return hits


_TWICE = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, primaryKey: true, primaryKeyPosition: 1}
  - {name: line, logicalType: integer, primaryKey: true, primaryKeyPosition: 1}
"""

_ORDER = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, primaryKey: true, primaryKeyPosition: 1}
  - {name: line, logicalType: integer, primaryKey: true, primaryKeyPosition: 2}
"""


KEY_POSITION_REPEATED = Rule(
    id="DC030",
    name="key-position-repeated",
    plane=Plane.SEMANTIC,
    weight=Weight.WARNING,
    summary="Two fields have one position in the primary key, or in the partition key.",
    why="The order of the key is open: indexes, partitions and joins may be built in either.",
    instead="Number the fields from 1.",
    examples=(
        Example(
            title="two fields come first",
            new=_TWICE,
            strikes=("orders.line",),
        ),
        Example(
            title="one after the other",
            new=_ORDER,
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
