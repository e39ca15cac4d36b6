"""DC350 map-key-type-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Effect, Hit, Plane
from bot.core.relation import Relation
from bot.core.rule import Example, OnChange, Pair, Rule
from bot.core.types.comparison import Aspect
from bot.core.types.physical import compare_physical


def _judge(change: Change, pair: Pair) -> Iterator[Hit]:
    if not change.place.is_map_key:
        return
    match change:
        case Changed(attribute="logicalType", old=str() as old, new=str() as new):
            yield Hit(message=f"the keys of `{change.place.path}` were {old} and are {new}")
        case Changed(attribute="physicalType", old=str() as old, new=str() as new):
            told = compare_physical(old, new, pair.dialect, pair.old_dialect)
            if told.relation is not Relation.SAME or told.aspect is Aspect.EXTENDED:
                yield Hit(message=f"the keys of `{change.place.path}` were {old} and are {new}")
        case _:
            return


_INTEGER = """\
schema:
- name: orders
  properties:
  - name: labels
    logicalType: map
    map: {key: {logicalType: integer}, value: {logicalType: string}}
"""

_NUMBER = """\
schema:
- name: orders
  properties:
  - name: labels
    logicalType: map
    map: {key: {logicalType: number}, value: {logicalType: string}}
"""

_TEXT = """\
schema:
- name: orders
  properties:
  - name: labels
    logicalType: map
    map: {key: {logicalType: string}, value: {logicalType: string}}
"""


MAP_KEY_TYPE_CHANGED = Rule(
    id="DC350",
    name="map-key-type-changed",
    plane=Plane.WIRE,
    effect=Effect.BOTH,
    summary="The keys of a map have another type.",
    why="Looking up an entry by its key finds nothing.",
    instead="Add a map with the new keys beside the old one.",
    examples=(
        Example(
            title="integers become numbers",
            old=_INTEGER,
            new=_NUMBER,
            strikes=("orders.labels{key}",),
        ),
        Example(
            title="nothing changed",
            old=_TEXT,
            new=_TEXT,
        ),
    ),
    judge=OnChange(
        (
            "field.logicalType",
            "field.physicalType",
        ),
        _judge,
    ),
    no_mirror="a change of key is its own opposite",
)
