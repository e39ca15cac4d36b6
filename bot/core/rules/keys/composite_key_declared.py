"""DC606 composite-key-declared."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.diff.keys import key_names
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    before, after = key_names(change.place.owner_before), key_names(change.place.owner_after)
    match change:
        case Changed() if (not before and len(after) > 1) or (not after and len(before) > 1):
            yield Hit(
                message=f"`{change.place.path}` and others: the key was {len(before)} columns, now {len(after)}"
            )
        case _:
            return


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


COMPOSITE_KEY_DECLARED = Rule(
    id="DC606",
    name="composite-key-declared",
    plane=Plane.WIRE,
    effect=Effect.BOTH,
    summary="An object has a primary key of several columns, or has lost one.",
    why=("Whether rows of the history are unique over these columns is not known to readers."),
    instead="Check the history first; say in the pull request what a row is.",
    examples=(
        Example(
            title="two columns at once",
            old=_NO_KEY,
            new=_TWO,
            strikes=(
                "orders.id",
                "orders.line",
            ),
        ),
        Example(
            title="`id` is the key",
            old=_NO_KEY,
            new=_KEY,
        ),
    ),
    judge=OnChange(("field.primaryKey",), _judge),
    no_mirror="declaring and withdrawing are one rule",
)
