"""DC303 type-widened."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field
from bot.core.diff.changes import Change, Changed
from bot.core.diff.formats import is_whole_column
from bot.core.finding import Effect, Hit, Plane
from bot.core.relation import Relation
from bot.core.rule import Example, OnChange, Pair, Rule
from bot.core.types.logical import compare_logical


def _judge(change: Change, pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(
            before=Field() as before, after=Field() as after, old=str() as old, new=str() as new
        ) if not change.place.is_map_key:
            if is_whole_column(before, after, pair.old_dialect, pair.dialect):
                return
            told = compare_logical(old, new)
            if told.relation is Relation.WIDER:
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


TYPE_WIDENED = Rule(
    id="DC303",
    name="type-widened",
    plane=Plane.WIRE,
    effect=Effect.LOOSENS,
    summary="A field takes more values than its old type did.",
    why=(
        "A reader made for the old type meets values that do not fit: decimals where it reads "
        "integers."
    ),
    instead="Add a field of the wider type beside the old one, deprecate the old one.",
    examples=(
        Example(
            title="an integer becomes a number",
            old=_INTEGER,
            new=_NUMBER,
            strikes=("orders.amount",),
        ),
        Example(
            title="a number becomes an integer",
            old=_NUMBER,
            new=_INTEGER,
        ),
    ),
    judge=OnChange(("field.logicalType",), _judge),
    mirror="type-narrowed",
)
