"""DC323 date-format-changed."""

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
            if compare_clock_formats(before, after) is Relation.INCOMPARABLE:
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

_FRENCH = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: date, logicalTypeOptions: {format: dd/MM/yyyy}}
"""

_BARE = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: date}
"""


DATE_FORMAT_CHANGED = Rule(
    id="DC323",
    name="date-format-changed",
    plane=Plane.WIRE,
    effect=Effect.BOTH,
    summary="Dates or times are written in another form.",
    why="Parsers fail, or read the month for the day without failing.",
    instead="Add a field in the new form beside the old one; best in ISO 8601.",
    examples=(
        Example(
            title="ISO becomes day first",
            old=_ISO,
            new=_FRENCH,
            strikes=("orders.amount",),
        ),
        Example(
            title="the default is written out",
            old=_BARE,
            new=_ISO,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.format",), _judge),
    no_mirror="a change of form is its own opposite",
)
