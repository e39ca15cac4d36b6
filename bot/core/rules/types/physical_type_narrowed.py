"""DC311 physical-type-narrowed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.diff.columns import compared_columns
from bot.core.finding import Effect, Hit, Plane
from bot.core.relation import Relation
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, pair: Pair) -> Iterator[Hit]:
    told = compared_columns(change, pair.dialect, pair.old_dialect)
    if isinstance(change, Changed) and told is not None and told.relation is Relation.NARROWER:
        yield Hit(
            message=f"`{change.place.path}` was {change.old} and is {change.new}: {told.reason}"
        )


_SHORT = """\
servers:
- {server: prod, type: postgres, host: db, port: 5432, database: sales, schema: public}
schema:
- name: orders
  properties:
  - {name: amount, physicalType: 'varchar(20)'}
"""

_LONG = """\
servers:
- {server: prod, type: postgres, host: db, port: 5432, database: sales, schema: public}
schema:
- name: orders
  properties:
  - {name: amount, physicalType: 'varchar(50)'}
"""


PHYSICAL_TYPE_NARROWED = Rule(
    id="DC311",
    name="physical-type-narrowed",
    plane=Plane.WIRE,
    effect=Effect.TIGHTENS,
    summary="A column is shorter, narrower or less precise than it was.",
    why="Rows written before may not fit: they are cut, refused or overflow.",
    instead="Check that every kept row fits, then publish it in a new major.",
    examples=(
        Example(
            title="`varchar(50)` becomes `varchar(20)`",
            old=_LONG,
            new=_SHORT,
            strikes=("orders.amount",),
        ),
        Example(
            title="`varchar(20)` becomes `varchar(50)`",
            old=_SHORT,
            new=_LONG,
        ),
    ),
    judge=OnChange(("field.physicalType",), _judge),
    mirror="physical-type-widened",
)
