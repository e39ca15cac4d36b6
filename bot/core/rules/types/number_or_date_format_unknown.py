"""DC326 number-or-date-format-unknown."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field
from bot.core.diff.changes import Change, Changed
from bot.core.diff.formats import compare_clock_formats, compare_number_formats
from bot.core.finding import Effect, Hit, Plane
from bot.core.relation import Relation
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(before=Field() as before, after=Field() as after):
            told = (
                compare_number_formats(before, after, pair.old_dialect, pair.dialect),
                compare_clock_formats(before, after),
            )
            if Relation.UNKNOWN in told:
                old, new = before.options.format, after.options.format
                yield Hit(
                    message=f"`{change.place.path}` had the format {old or 'of the standard'}, "
                    f"now {new or 'of the standard'}"
                )
        case _:
            return


_ISO = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: date, logicalTypeOptions: {format: yyyy-MM-dd}}
"""

_ODD = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: date, logicalTypeOptions: {format: "[dd][MM]"}}
"""

_FRENCH = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: date, logicalTypeOptions: {format: dd/MM/yyyy}}
"""


NUMBER_OR_DATE_FORMAT_UNKNOWN = Rule(
    id="DC326",
    name="number-or-date-format-unknown",
    plane=Plane.WIRE,
    effect=Effect.UNDETERMINED,
    summary="Two formats of a number, date or time cannot be compared.",
    why="A pattern is not valid, or has parts that may be left out.",
    instead="Write a plain pattern of the JDK’s DateTimeFormatter.",
    examples=(
        Example(
            title="optional parts",
            old=_ISO,
            new=_ODD,
            strikes=("orders.amount",),
        ),
        Example(
            title="ISO becomes day first",
            old=_ISO,
            new=_FRENCH,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.format",), _judge),
    no_mirror="what cannot be compared has no opposite",
)
