"""DC327 number-or-date-format-spelled-out."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field
from bot.core.diff.changes import Change, Changed
from bot.core.diff.formats import compare_clock_formats, compare_number_formats
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.relation import Relation
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(before=Field() as before, after=Field() as after):
            told = (
                compare_number_formats(before, after, pair.old_dialect, pair.dialect),
                compare_clock_formats(before, after),
            )
            if Relation.SAME in told:
                yield Hit(message=f"`{change.place.path}` is still written in the same format")
        case _:
            return


_ISO = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: date, logicalTypeOptions: {format: yyyy-MM-dd}}
"""

_BARE = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: date}
"""

_FRENCH = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: date, logicalTypeOptions: {format: dd/MM/yyyy}}
"""


NUMBER_OR_DATE_FORMAT_SPELLED_OUT = Rule(
    id="DC327",
    name="number-or-date-format-spelled-out",
    plane=Plane.WIRE,
    effect=Effect.NONE,
    bump=Bump.PATCH,
    summary=(
        "The format of a number, date or time was written out, left out, or spelled in another way."
    ),
    why="It is the same format.",
    instead="Nothing to do.",
    examples=(
        Example(
            title="the default is written out",
            old=_BARE,
            new=_ISO,
            strikes=("orders.amount",),
        ),
        Example(
            title="ISO becomes day first",
            old=_ISO,
            new=_FRENCH,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.format",), _judge),
    no_mirror="writing out and leaving out are one rule",
)
