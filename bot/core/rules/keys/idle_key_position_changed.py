"""DC606 idle-key-position-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change
from bot.core.diff.keys import keeps_order
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    if keeps_order(change):
        yield Hit(message=f"the position of `{change.place.path}` in a key says nothing new")


_NO_KEY = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
"""

_POSITION_ALONE = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, primaryKeyPosition: 1}
"""

_KEY = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, primaryKey: true}
"""

_KEY_AT_ONE = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, primaryKey: true, primaryKeyPosition: 1}
"""

_KEY_FIRST = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, primaryKey: true, primaryKeyPosition: 1}
  - {name: line, logicalType: integer, primaryKey: true, primaryKeyPosition: 2}
"""

_KEY_SECOND = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, primaryKey: true, primaryKeyPosition: 2}
  - {name: line, logicalType: integer, primaryKey: true, primaryKeyPosition: 1}
"""


IDLE_KEY_POSITION_CHANGED = Rule(
    id="DC606",
    name="idle-key-position-changed",
    plane=Plane.SOURCE,
    effect=Effect.NONE,
    bump=Bump.PATCH,
    summary="A position in a key changed, and the order of the key's columns did not.",
    why=(
        "Without `primaryKey: true` or `partitioned: true` a position says nothing, and a key "
        "without positions has the order of the list."
    ),
    instead="Nothing to do; write `primaryKey: true` if a field belongs to the key and does not.",
    examples=(
        Example(
            title="a position without a key",
            old=_NO_KEY,
            new=_POSITION_ALONE,
            strikes=("orders.id",),
        ),
        Example(
            title="the only column of the key gets the first position",
            old=_KEY,
            new=_KEY_AT_ONE,
            strikes=("orders.id",),
        ),
        Example(
            title="the columns of the key change places",
            old=_KEY_FIRST,
            new=_KEY_SECOND,
        ),
    ),
    judge=OnChange(("field.primaryKeyPosition", "field.partitionKeyPosition"), _judge),
    no_mirror="another position is its own opposite",
)
