"""DC420 unique-items-dropped."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(new=False):
            yield Hit(message=f"`{change.place.path}` may hold an item twice")
        case _:
            return


_UNIQUE = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: array, logicalTypeOptions: {uniqueItems: true}}
"""

_ANY = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: array}
"""


UNIQUE_ITEMS_DROPPED = Rule(
    id="DC420",
    name="unique-items-dropped",
    plane=Plane.WIRE,
    effect=Effect.LOOSENS,
    summary="An item may stand twice in an array.",
    why="A consumer that unfolds the array counts twice.",
    instead="Keep items unique, or publish the looser field under a new name.",
    examples=(
        Example(
            title="doubles may come",
            old=_UNIQUE,
            new=_ANY,
            strikes=("orders.amount",),
        ),
        Example(
            title="no doubles from now on",
            old=_ANY,
            new=_UNIQUE,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.uniqueItems",), _judge),
    mirror="unique-items-promised",
)
