"""DC430 text-format-narrowed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field
from bot.core.diff.changes import Change, Changed
from bot.core.finding import Effect, Hit, Plane
from bot.core.relation import Relation
from bot.core.rule import Example, OnChange, Pair, Rule
from bot.core.sets.formats import compare_formats


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(before=Field() as before, after=Field() as after):
            kinds = {before.logical_type, after.logical_type}
            if not kinds <= {"string", None}:
                return
            old, new = before.options.format, after.options.format
            if compare_formats(old, new) is Relation.NARROWER:
                yield Hit(
                    message=f"`{change.place.path}`: format {new or 'any'}, before {old or 'any'}"
                )
        case _:
            return


_ANY = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: string}
"""

_EMAIL = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: string, logicalTypeOptions: {format: email}}
"""


TEXT_FORMAT_NARROWED = Rule(
    id="DC430",
    name="text-format-narrowed",
    plane=Plane.WIRE,
    effect=Effect.TIGHTENS,
    summary="Texts must have a form that they did not have to have.",
    why="Rows written before may have another form.",
    instead="Check that every kept row has the form, then publish it in a new major.",
    examples=(
        Example(
            title="e-mail addresses only",
            old=_ANY,
            new=_EMAIL,
            strikes=("orders.amount",),
        ),
        Example(
            title="any text",
            old=_EMAIL,
            new=_ANY,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.format",), _judge),
    mirror="text-format-widened",
)
