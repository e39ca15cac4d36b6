"""DC604 primary-key-withdrawn."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.diff.keys import key_names
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    before, after = key_names(change.place.owner_before), key_names(change.place.owner_after)
    match change:
        case Changed() if len(before) == 1 and not after:
            yield Hit(message=f"`{change.place.path}` is no longer the primary key")
        case _:
            return


_KEY = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, primaryKey: true}
  - {name: line, logicalType: integer}
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
            title="`id` is the key",
            old=_NO_KEY,
            new=_KEY,
        ),
    ),
    judge=OnChange(("field.primaryKey",), _judge),
    mirror="primary-key-declared",
)
