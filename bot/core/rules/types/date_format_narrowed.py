"""DC324 date-format-narrowed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field
from bot.core.diff.changes import Change, Changed
from bot.core.diff.formats import compare_clock_formats
from bot.core.finding import Effect, Hit, Plane
from bot.core.relation import Relation
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(before=Field() as before, after=Field() as after):
            if compare_clock_formats(before, after) is Relation.NARROWER:
                old, new = before.options.format, after.options.format
                yield Hit(
                    message=f"`{change.place.path}` had the format {old or 'of the standard'}, "
                    f"now {new or 'of the standard'}"
                )
        case _:
            return


_TIME_ISO = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: timestamp}
"""

_TIME_PART = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: timestamp, logicalTypeOptions: {format: "yyyy-MM-dd'T'HH:mm:ss"}}
"""


DATE_FORMAT_NARROWED = Rule(
    id="DC324",
    name="date-format-narrowed",
    plane=Plane.WIRE,
    effect=Effect.TIGHTENS,
    summary="Dates or times are written in one of the forms that were allowed.",
    why="Rows written before may have another of those forms.",
    instead="Check the kept rows, then publish it in a new major.",
    examples=(
        Example(
            title="ISO 8601 becomes one pattern of it",
            old=_TIME_ISO,
            new=_TIME_PART,
            strikes=("orders.amount",),
        ),
        Example(
            title="the pattern goes",
            old=_TIME_PART,
            new=_TIME_ISO,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.format",), _judge),
    mirror="date-format-widened",
)
