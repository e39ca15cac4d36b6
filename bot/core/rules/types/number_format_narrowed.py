"""DC320 number-format-narrowed."""

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
            if told is Relation.NARROWER:
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


NUMBER_FORMAT_NARROWED = Rule(
    id="DC320",
    name="number-format-narrowed",
    plane=Plane.WIRE,
    effect=Effect.TIGHTENS,
    summary="A number takes fewer bits than it did.",
    why="Rows written before may overflow.",
    instead="Check that every kept value fits, then publish it in a new major.",
    examples=(
        Example(
            title="64 bits become 32",
            old=_I64,
            new=_I32,
            strikes=("orders.amount",),
        ),
        Example(
            title="32 bits become 64",
            old=_I32,
            new=_I64,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.format",), _judge),
    mirror="number-format-widened",
)
