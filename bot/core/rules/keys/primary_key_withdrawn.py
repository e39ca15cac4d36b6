"""DC604 primary-key-withdrawn."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.diff.keys import is_key_respelled, keys
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(new=False) if not (keys(change)[1] or is_key_respelled(change)):
            yield Hit(message=f"`{change.place.path}` is no longer in the primary key")
        case _:
            return


_KEY = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, primaryKey: true}
  - {name: line, logicalType: integer}
"""

_TWO = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, primaryKey: true}
  - {name: line, logicalType: integer, primaryKey: true}
"""

_NO_KEY = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
  - {name: line, logicalType: integer}
"""


PRIMARY_KEY_WITHDRAWN = Rule(
    id="DC604",
    name="primary-key-withdrawn",
    plane=Plane.WIRE,
    effect=Effect.LOOSENS,
    summary="An object has no primary key any more.",
    why="Rows may be null or stand twice where consumers join and upsert.",
    instead="Keep the key, or publish another object.",
    examples=(
        Example(
            title="there is no key",
            old=_KEY,
            new=_NO_KEY,
            strikes=("orders.id",),
        ),
        Example(
            title="a key of two columns is given up",
            old=_TWO,
            new=_NO_KEY,
            strikes=("orders.id", "orders.line"),
        ),
        Example(
            title="`id` is the key",
            old=_NO_KEY,
            new=_KEY,
        ),
    ),
    judge=OnChange(("field.primaryKey",), _judge),
    mirror="primary-key-declared",
)
