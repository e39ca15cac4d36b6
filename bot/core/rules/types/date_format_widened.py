"""DC325 date-format-widened."""

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
            if compare_clock_formats(before, after) is Relation.WIDER:
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


DATE_FORMAT_WIDENED = Rule(
    id="DC325",
    name="date-format-widened",
    plane=Plane.WIRE,
    effect=Effect.LOOSENS,
    summary="Dates or times may be written in more forms than one.",
    why="A parser made for one form fails on the others.",
    instead="Keep the one form.",
    examples=(
        Example(
            title="the pattern goes",
            old=_TIME_PART,
            new=_TIME_ISO,
            strikes=("orders.amount",),
        ),
        Example(
            title="ISO 8601 becomes one pattern of it",
            old=_TIME_ISO,
            new=_TIME_PART,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.format",), _judge),
    mirror="date-format-narrowed",
)
