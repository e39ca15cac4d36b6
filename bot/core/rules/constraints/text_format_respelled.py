"""DC434 text-format-respelled."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field
from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Effect, Hit, Plane
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
            if compare_formats(old, new) is Relation.SAME:
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

_HINTED = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: string, logicalTypeOptions: {format: password}}
"""

_EMAIL = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: string, logicalTypeOptions: {format: email}}
"""


TEXT_FORMAT_RESPELLED = Rule(
    id="DC434",
    name="text-format-respelled",
    plane=Plane.WIRE,
    effect=Effect.NONE,
    bump=Bump.PATCH,
    summary="The format changed to a word that admits the same texts.",
    why="Nothing changes in the data.",
    instead="Nothing to do.",
    examples=(
        Example(
            title="a password is any text",
            old=_ANY,
            new=_HINTED,
            strikes=("orders.amount",),
        ),
        Example(
            title="e-mail addresses only",
            old=_ANY,
            new=_EMAIL,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.format",), _judge),
    no_mirror="respelling is its own opposite",
)
