"""DC602 uniqueness-dropped."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.diff.keys import is_key_alone
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(new=False) if not is_key_alone(change, old=False):
            yield Hit(message=f"values of `{change.place.path}` may stand twice")
        case _:
            return


_UNIQUE = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, unique: true}
  - {name: line, logicalType: integer}
"""

_NO_KEY = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
  - {name: line, logicalType: integer}
"""


UNIQUENESS_DROPPED = Rule(
    id="DC602",
    name="uniqueness-dropped",
    plane=Plane.WIRE,
    effect=Effect.LOOSENS,
    summary="The values of a field may repeat.",
    why="Joins on the field multiply rows, and upserts on it fail.",
    instead="Keep the values unique, or publish the looser field under a new name.",
    examples=(
        Example(
            title="`id` may repeat",
            old=_UNIQUE,
            new=_NO_KEY,
            strikes=("orders.id",),
        ),
        Example(
            title="it becomes unique",
            old=_NO_KEY,
            new=_UNIQUE,
        ),
    ),
    judge=OnChange(("field.unique",), _judge),
    mirror="uniqueness-promised",
)
