"""DC031 key-position-skipped."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.keys import KEYS, keyed
from bot.core.contract.model import Element, Field, SchemaObject
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site
from bot.core.wording import listing


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if not isinstance(element, SchemaObject | Field) or not element.properties:
        return ()
    hits = []
    for kind in KEYS:
        told = {entry.name: kind.position(entry) for entry in keyed(element, kind)}
        given = sorted(position for position in told.values() if position >= 0)
        if not given or len(set(given)) < len(given):
            continue
        if given != list(range(1, len(told) + 1)):
            words = listing([f"{name} {at}" if at >= 0 else name for name, at in told.items()])
            message = f"the {kind.word} of `{site.path}` has the positions {words}"
            hits.append(Hit(message=message, key="properties", after=kind.word))
    return hits


_GAP = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, primaryKey: true, primaryKeyPosition: 1}
  - {name: line, logicalType: integer, primaryKey: true, primaryKeyPosition: 3}
"""

_ORDER = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, primaryKey: true, primaryKeyPosition: 1}
  - {name: line, logicalType: integer, primaryKey: true, primaryKeyPosition: 2}
"""


KEY_POSITION_SKIPPED = Rule(
    id="DC031",
    name="key-position-skipped",
    plane=Plane.SEMANTIC,
    weight=Weight.NOTE,
    summary="The positions of a composite key are not 1, 2, 3 and so on.",
    why="Either a field of the key is missing, or a number is wrong.",
    instead="Number the fields of the key from 1, without a gap.",
    examples=(
        Example(
            title="no second field",
            new=_GAP,
            strikes=("orders",),
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
