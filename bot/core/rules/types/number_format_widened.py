"""DC321 number-format-widened."""

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
            if told is Relation.WIDER:
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


NUMBER_FORMAT_WIDENED = Rule(
    id="DC321",
    name="number-format-widened",
    plane=Plane.WIRE,
    effect=Effect.LOOSENS,
    summary="A number takes more bits than it did.",
    why="A reader made for fewer bits overflows.",
    instead="Tell consumers, and let them widen their own types first.",
    examples=(
        Example(
            title="32 bits become 64",
            old=_I32,
            new=_I64,
            strikes=("orders.amount",),
        ),
        Example(
            title="64 bits become 32",
            old=_I64,
            new=_I32,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.format",), _judge),
    mirror="number-format-narrowed",
)
