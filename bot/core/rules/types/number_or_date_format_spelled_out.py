"""DC327 number-or-date-format-spelled-out."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field
from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.relation import Relation
from bot.core.rule import Example, OnChange, Pair, Rule
from bot.core.sets.formats import compare_formats
from bot.core.types.logical import retyped


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(
            before=Field() as before,
            after=Field(
                logical_type=("integer" | "number" | "date" | "timestamp" | "time") as kind
            ) as after,
        ):
            if retyped(before.logical_type, after.logical_type):
                return
            old, new = before.options.format, after.options.format
            if compare_formats(old, new, kind) is Relation.SAME:
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
