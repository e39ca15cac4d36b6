"""DC419 unique-items-promised."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(new=True):
            yield Hit(message=f"`{change.place.path}` holds no item twice from now on")
        case _:
            return


_ANY = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: array}
"""

_UNIQUE = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: array, logicalTypeOptions: {uniqueItems: true}}
"""


UNIQUE_ITEMS_PROMISED = Rule(
    id="DC419",
    name="unique-items-promised",
    plane=Plane.WIRE,
    effect=Effect.TIGHTENS,
    summary="No item may stand twice in an array.",
    why="Rows written before may hold an item twice.",
    instead="Remove doubles from the history first.",
    examples=(
        Example(
            title="no doubles from now on",
            old=_ANY,
            new=_UNIQUE,
            strikes=("orders.amount",),
        ),
        Example(
            title="doubles may come",
            old=_UNIQUE,
            new=_ANY,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.uniqueItems",), _judge),
    mirror="unique-items-dropped",
)
