"""DC606 idle-key-position-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field
from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(before=Field(primary_key=False), after=Field(primary_key=False)):
            yield Hit(message=f"`{change.place.path}` has a position in a key, but is in none")
        case _:
            return


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

_KEY_FIRST = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, primaryKey: true, primaryKeyPosition: 1}
"""

_KEY_SECOND = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, primaryKey: true, primaryKeyPosition: 2}
"""


IDLE_KEY_POSITION_CHANGED = Rule(
    id="DC606",
    name="idle-key-position-changed",
    plane=Plane.SOURCE,
    effect=Effect.NONE,
    bump=Bump.PATCH,
    summary="The position in the key changed for a field that is in no key.",
    why="Without `primaryKey: true` the position says nothing.",
    instead="Nothing to do; write `primaryKey: true` if the field belongs to the key.",
    examples=(
        Example(
            title="a position without a key",
            old=_NO_KEY,
            new=_POSITION_ALONE,
            strikes=("orders.id",),
        ),
        Example(
            title="a position in the key",
            old=_KEY_FIRST,
            new=_KEY_SECOND,
        ),
    ),
    judge=OnChange(("field.primaryKeyPosition",), _judge),
    no_mirror="another position is its own opposite",
)
