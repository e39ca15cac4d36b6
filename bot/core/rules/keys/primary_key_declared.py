"""DC603 primary-key-declared."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field
from bot.core.diff.changes import Added, Change, Changed
from bot.core.diff.keys import in_key, is_key_respelled, keys
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(new=True) if not is_key_respelled(change):
            declared = True
        case Added(element=Field() as field):
            declared = in_key(field)
        case _:
            return
    if declared and not keys(change)[0]:
        yield Hit(message=f"`{change.place.path}` is in the primary key from now on")


_NO_KEY = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
  - {name: line, logicalType: integer}
"""

_TWO = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, primaryKey: true}
  - {name: line, logicalType: integer, primaryKey: true}
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
            title="two columns at once",
            old=_NO_KEY,
            new=_TWO,
            strikes=("orders.id", "orders.line"),
        ),
        Example(
            title="there is no key",
            old=_KEY,
            new=_NO_KEY,
        ),
    ),
    judge=OnChange(("field.primaryKey", "field added"), _judge),
    mirror="primary-key-withdrawn",
)
