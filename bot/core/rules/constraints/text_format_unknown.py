"""DC433 text-format-unknown."""

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
            if compare_formats(old, new) is Relation.UNKNOWN:
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

_OWN = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: string, logicalTypeOptions: {format: zone7}}
"""

_UUID = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: string, logicalTypeOptions: {format: uuid}}
"""


TEXT_FORMAT_UNKNOWN = Rule(
    id="DC433",
    name="text-format-unknown",
    plane=Plane.WIRE,
    effect=Effect.UNDETERMINED,
    summary="The format changed to or from a word that nobody has defined.",
    why="Which texts have the form is not known.",
    instead="Use a word of the standard, such as email, uuid or uri, or a pattern.",
    examples=(
        Example(
            title="a word of one’s own",
            old=_EMAIL,
            new=_OWN,
            strikes=("orders.amount",),
        ),
        Example(
            title="e-mail addresses become UUIDs",
            old=_EMAIL,
            new=_UUID,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.format",), _judge),
    no_mirror="what cannot be compared has no opposite",
)
