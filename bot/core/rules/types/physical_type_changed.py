"""DC310 physical-type-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field
from bot.core.diff.changes import Change, Changed
from bot.core.finding import Effect, Hit, Plane
from bot.core.relation import Relation
from bot.core.rule import Example, OnChange, Pair, Rule
from bot.core.types.comparison import Aspect
from bot.core.types.logical import retyped
from bot.core.types.physical import compare_physical


def _judge(change: Change, pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(
            before=Field() as before, after=Field() as after, old=str() as old, new=str() as new
        ) if not (change.place.is_map_key or retyped(before.logical_type, after.logical_type)):
            told = compare_physical(old, new, pair.dialect, pair.old_dialect)
            if told.relation is Relation.INCOMPARABLE and told.aspect not in (
                Aspect.SCALE,
                Aspect.TIMEZONE,
            ):
                yield Hit(message=f"`{change.place.path}` was {old} and is {new}: {told.reason}")
        case _:
            return


_INT = """\
servers:
- {server: prod, type: postgres, host: db, port: 5432, database: sales, schema: public}
schema:
- name: orders
  properties:
  - {name: amount, physicalType: 'int'}
"""

_TEXT = """\
servers:
- {server: prod, type: postgres, host: db, port: 5432, database: sales, schema: public}
schema:
- name: orders
  properties:
  - {name: amount, physicalType: 'text'}
"""

_BIGINT = """\
servers:
- {server: prod, type: postgres, host: db, port: 5432, database: sales, schema: public}
schema:
- name: orders
  properties:
  - {name: amount, physicalType: 'bigint'}
"""


PHYSICAL_TYPE_CHANGED = Rule(
    id="DC310",
    name="physical-type-changed",
    plane=Plane.WIRE,
    effect=Effect.BOTH,
    summary="A column has a physical type whose values are not those of the old one.",
    why="Casts, joins and drivers fail, or change values without failing.",
    instead=("Add a column of the new type beside the old one, fill both, deprecate the old one."),
    examples=(
        Example(
            title="`int` becomes `text`",
            old=_INT,
            new=_TEXT,
            strikes=("orders.amount",),
        ),
        Example(
            title="`int` becomes `bigint`",
            old=_INT,
            new=_BIGINT,
        ),
    ),
    judge=OnChange(("field.physicalType",), _judge),
    no_mirror="a change of type is its own opposite",
)
