"""DC310 physical-type-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.diff.columns import compared_columns
from bot.core.finding import Effect, Hit, Plane
from bot.core.relation import Relation
from bot.core.rule import Example, OnChange, Pair, Rule
from bot.core.types.comparison import Aspect


def _judge(change: Change, pair: Pair) -> Iterator[Hit]:
    told = compared_columns(change, pair.dialect, pair.old_dialect)
    if not isinstance(change, Changed) or told is None or told.aspect in _WITH_RULES_OF_THEIR_OWN:
        return
    if told.relation is Relation.INCOMPARABLE:
        was, now = change.old, change.new
        yield Hit(message=f"`{change.place.path}` was {was} and is {now}: {told.reason}")


_WITH_RULES_OF_THEIR_OWN = (Aspect.SCALE, Aspect.TIMEZONE)
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
