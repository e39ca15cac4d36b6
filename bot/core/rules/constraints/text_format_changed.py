"""DC432 text-format-changed."""

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
            if compare_formats(old, new) is Relation.INCOMPARABLE:
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

_UUID = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: string, logicalTypeOptions: {format: uuid}}
"""

_ANY = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: string}
"""


TEXT_FORMAT_CHANGED = Rule(
    id="DC432",
    name="text-format-changed",
    plane=Plane.WIRE,
    effect=Effect.BOTH,
    summary="Texts have another form than they had.",
    why="Old rows and new ones are parsed in different ways.",
    instead="Add a field of the new form beside the old one.",
    examples=(
        Example(
            title="e-mail addresses become UUIDs",
            old=_EMAIL,
            new=_UUID,
            strikes=("orders.amount",),
        ),
        Example(
            title="any text",
            old=_EMAIL,
            new=_ANY,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.format",), _judge),
    no_mirror="a change of form is its own opposite",
)
