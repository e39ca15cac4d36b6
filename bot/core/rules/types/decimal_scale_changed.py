"""DC313 decimal-scale-changed."""

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
            if told.relation is Relation.INCOMPARABLE and told.aspect is Aspect.SCALE:
                yield Hit(message=f"`{change.place.path}` was {old} and is {new}: {told.reason}")
        case _:
            return


_TWO = """\
servers:
- {server: prod, type: postgres, host: db, port: 5432, database: sales, schema: public}
schema:
- name: orders
  properties:
  - {name: amount, physicalType: 'decimal(10,2)'}
"""

_FOUR = """\
servers:
- {server: prod, type: postgres, host: db, port: 5432, database: sales, schema: public}
schema:
- name: orders
  properties:
  - {name: amount, physicalType: 'decimal(10,4)'}
"""

_INT = """\
servers:
- {server: prod, type: postgres, host: db, port: 5432, database: sales, schema: public}
schema:
- name: orders
  properties:
  - {name: amount, physicalType: 'int'}
"""

_BIGINT = """\
servers:
- {server: prod, type: postgres, host: db, port: 5432, database: sales, schema: public}
schema:
- name: orders
  properties:
  - {name: amount, physicalType: 'bigint'}
"""


DECIMAL_SCALE_CHANGED = Rule(
    id="DC313",
    name="decimal-scale-changed",
    plane=Plane.WIRE,
    effect=Effect.BOTH,
    summary="A decimal column has another number of digits after the point.",
    why="Values are rounded on one side or the other, and sums no longer agree.",
    instead="Add a column of the new scale beside the old one.",
    examples=(
        Example(
            title="two digits become four",
            old=_TWO,
            new=_FOUR,
            strikes=("orders.amount",),
        ),
        Example(
            title="`int` becomes `bigint`",
            old=_INT,
            new=_BIGINT,
        ),
    ),
    judge=OnChange(("field.physicalType",), _judge),
    no_mirror="a change of scale is its own opposite",
)
