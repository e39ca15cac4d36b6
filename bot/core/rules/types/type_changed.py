"""DC301 type-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Effect, Hit, Plane
from bot.core.relation import Relation
from bot.core.rule import Example, OnChange, Pair, Rule
from bot.core.types.logical import compare_logical


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=str() as old, new=str() as new) if not change.place.is_map_key:
            told = compare_logical(old, new)
            if told.relation is Relation.INCOMPARABLE:
                yield Hit(message=f"`{change.place.path}` was {old} and is {new}: {told.reason}")
        case _:
            return


_INTEGER = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: integer}
"""

_NUMBER = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: number}
"""

_TEXT = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: string}
"""

_UNTYPED = """\
schema:
- name: orders
  properties:
  - {name: amount, description: Amount}
"""


TYPE_CHANGED = Rule(
    id="DC301",
    name="type-changed",
    plane=Plane.WIRE,
    effect=Effect.BOTH,
    summary="A field has a type whose values are not those of the old one.",
    why=(
        "What is written under one type cannot be read under the other: parsers, joins and "
        "sums fail."
    ),
    instead=("Add a field of the new type beside the old one, fill both, deprecate the old one."),
    examples=(
        Example(
            title="a number becomes a text",
            old=_NUMBER,
            new=_TEXT,
            strikes=("orders.amount",),
        ),
        Example(
            title="an integer becomes a number",
            old=_INTEGER,
            new=_NUMBER,
        ),
    ),
    judge=OnChange(("field.logicalType",), _judge),
    no_mirror="a change of type is its own opposite",
)
