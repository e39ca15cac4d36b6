"""DC322 number-format-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field
from bot.core.diff.changes import Change, Changed
from bot.core.diff.formats import compare_number_formats
from bot.core.finding import Effect, Hit, Plane
from bot.core.relation import Relation
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(before=Field() as before, after=Field() as after):
            told = compare_number_formats(before, after, pair.old_dialect, pair.dialect)
            if told is Relation.INCOMPARABLE:
                old, new = before.options.format, after.options.format
                yield Hit(
                    message=f"`{change.place.path}` had the format {old or 'of the standard'}, "
                    f"now {new or 'of the standard'}"
                )
        case _:
            return


_I32 = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: integer, logicalTypeOptions: {format: i32}}
"""

_I64 = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: integer, logicalTypeOptions: {format: i64}}
"""

_U32 = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: integer, logicalTypeOptions: {format: u32}}
"""


NUMBER_FORMAT_CHANGED = Rule(
    id="DC322",
    name="number-format-changed",
    plane=Plane.WIRE,
    effect=Effect.BOTH,
    summary="A number is signed where it was not, or the other way round.",
    why="Negative numbers on one side, large ones on the other, do not fit.",
    instead="Use a wider signed format that holds both.",
    examples=(
        Example(
            title="signed becomes unsigned",
            old=_I32,
            new=_U32,
            strikes=("orders.amount",),
        ),
        Example(
            title="32 bits become 64",
            old=_I32,
            new=_I64,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.format",), _judge),
    no_mirror="a change of sign is its own opposite",
)
