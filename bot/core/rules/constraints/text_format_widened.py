"""DC431 text-format-widened."""

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
            if compare_formats(old, new) is Relation.WIDER:
                yield Hit(
                    message=f"`{change.place.path}`: format {new or 'any'}, before {old or 'any'}"
                )
        case _:
            return


_EMAIL = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: string, logicalTypeOptions: {format: email}}
"""

_ANY = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: string}
"""


TEXT_FORMAT_WIDENED = Rule(
    id="DC431",
    name="text-format-widened",
    plane=Plane.WIRE,
    effect=Effect.LOOSENS,
    summary="Texts no longer have to have a form.",
    why="A parser made for the form meets other texts.",
    instead="Keep the form, or publish the looser field under a new name.",
    examples=(
        Example(
            title="any text",
            old=_EMAIL,
            new=_ANY,
            strikes=("orders.amount",),
        ),
        Example(
            title="e-mail addresses only",
            old=_ANY,
            new=_EMAIL,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.format",), _judge),
    mirror="text-format-narrowed",
)
