"""DC444 implied-option-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.idle_options import is_idle
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(attribute=attribute) if is_idle(change, pair):
            option = attribute.rpartition(".")[2]
            yield Hit(
                message=f"the {option} of `{change.place.path}` asks nothing that its type or its "
                "values do not ask anyway"
            )
        case _:
            return


_COLUMN = """\
schema:
- name: orders
  properties:
  - {name: code, logicalType: string, physicalType: varchar(20)}
"""

_COLUMN_AND_LENGTH = """\
schema:
- name: orders
  properties:
  - name: code
    logicalType: string
    physicalType: varchar(20)
    logicalTypeOptions: {maxLength: 20}
"""

_COLUMN_AND_LESS = """\
schema:
- name: orders
  properties:
  - name: code
    logicalType: string
    physicalType: varchar(20)
    logicalTypeOptions: {maxLength: 10}
"""

_LISTED = """\
schema:
- name: orders
  properties:
  - {name: status, logicalType: string, enum: [{value: NEW}, {value: PAID}]}
"""

_LISTED_AND_PATTERN = """\
schema:
- name: orders
  properties:
  - name: status
    logicalType: string
    logicalTypeOptions: {pattern: '^[A-Z]+$'}
    enum: [{value: NEW}, {value: PAID}]
"""


IMPLIED_OPTION_CHANGED = Rule(
    id="DC444",
    name="implied-option-changed",
    plane=Plane.WIRE,
    effect=Effect.NONE,
    bump=Bump.PATCH,
    summary="An option came, changed or went that the type or the values of the field imply.",
    why="The same values are admitted with it and without it.",
    instead="Nothing to do.",
    examples=(
        Example(
            title="as many characters as the column holds",
            old=_COLUMN,
            new=_COLUMN_AND_LENGTH,
            strikes=("orders.code",),
        ),
        Example(
            title="a pattern that every value of the list matches",
            old=_LISTED,
            new=_LISTED_AND_PATTERN,
            strikes=("orders.status",),
        ),
        Example(
            title="fewer characters than the column holds",
            old=_COLUMN,
            new=_COLUMN_AND_LESS,
        ),
    ),
    judge=OnChange(
        (
            "field.logicalTypeOptions.minLength",
            "field.logicalTypeOptions.maxLength",
            "field.logicalTypeOptions.pattern",
            "field.logicalTypeOptions.minimum",
            "field.logicalTypeOptions.maximum",
        ),
        _judge,
    ),
    no_mirror="what asks nothing has no opposite",
)
