"""DC032 position-without-key."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.keys import KEYS
from bot.core.contract.model import Element, Field, SchemaObject, step
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if not isinstance(element, SchemaObject | Field) or not element.properties:
        return ()
    return [
        Hit(
            message=(
                f"`{entry.name}` has `{kind.position_key}: {kind.position(entry)}` "
                f"without `{kind.key}: true`"
            ),
            path=f"{site.path}.{step(entry.name)}",
            where=site.place(entry, kind.position_key),
            after=kind.word,
        )
        for kind in KEYS
        for entry in element.properties
        if kind.position(entry) > 0 and not kind.flag(entry)
    ]


_LOST = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, primaryKeyPosition: 1}
"""

_KEY = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, primaryKey: true, primaryKeyPosition: 1}
"""


POSITION_WITHOUT_KEY = Rule(
    id="DC032",
    name="position-without-key",
    plane=Plane.SEMANTIC,
    weight=Weight.WARNING,
    summary="A field has a position in a key that it is not part of.",
    why=("Tools that look at the flag and tools that look at the position see two different keys."),
    instead=("Set `primaryKey: true` or `partitioned: true` as well, or take the position away."),
    examples=(
        Example(
            title="a position and no flag",
            new=_LOST,
            strikes=("orders.id",),
        ),
        Example(
            title="both",
            new=_KEY,
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
