"""DC603 primary-key-declared."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.diff.keys import key_names
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    before, after = key_names(change.place.owner_before), key_names(change.place.owner_after)
    match change:
        case Changed() if not before and len(after) == 1:
            yield Hit(message=f"`{change.place.path}` is the primary key from now on")
        case _:
            return


_NO_KEY = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
  - {name: line, logicalType: integer}
"""

_KEY = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, primaryKey: true}
  - {name: line, logicalType: integer}
"""


PRIMARY_KEY_DECLARED = Rule(
    id="DC603",
    name="primary-key-declared",
    plane=Plane.WIRE,
    effect=Effect.TIGHTENS,
    summary="An object has a primary key from now on.",
    why="Rows written before may hold nulls or doubles in it.",
    instead="Check the history first, then declare the key in a new major.",
    examples=(
        Example(
            title="`id` is the key",
            old=_NO_KEY,
            new=_KEY,
            strikes=("orders.id",),
        ),
        Example(
            title="there is no key",
            old=_KEY,
            new=_NO_KEY,
        ),
    ),
    judge=OnChange(("field.primaryKey",), _judge),
    mirror="primary-key-withdrawn",
)
