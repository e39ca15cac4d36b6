"""DC601 uniqueness-promised."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.diff.keys import is_key_alone
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(new=True) if not is_key_alone(change, old=True):
            yield Hit(message=f"no value of `{change.place.path}` stands twice from now on")
        case _:
            return


_NO_KEY = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
  - {name: line, logicalType: integer}
"""

_UNIQUE = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, unique: true}
  - {name: line, logicalType: integer}
"""


UNIQUENESS_PROMISED = Rule(
    id="DC601",
    name="uniqueness-promised",
    plane=Plane.WIRE,
    effect=Effect.TIGHTENS,
    summary="The values of a field are unique from now on.",
    why="Rows written before may hold a value twice.",
    instead="Remove doubles from the history first.",
    examples=(
        Example(
            title="`id` becomes unique",
            old=_NO_KEY,
            new=_UNIQUE,
            strikes=("orders.id",),
        ),
        Example(
            title="it may repeat",
            old=_UNIQUE,
            new=_NO_KEY,
        ),
    ),
    judge=OnChange(("field.unique",), _judge),
    mirror="uniqueness-dropped",
)
