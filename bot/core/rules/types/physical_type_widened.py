"""DC312 physical-type-widened."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.diff.columns import compared_columns
from bot.core.finding import Effect, Hit, Plane
from bot.core.relation import Relation
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, pair: Pair) -> Iterator[Hit]:
    told = compared_columns(change, pair.dialect, pair.old_dialect)
    if isinstance(change, Changed) and told is not None and told.relation is Relation.WIDER:
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


PHYSICAL_TYPE_WIDENED = Rule(
    id="DC312",
    name="physical-type-widened",
    plane=Plane.WIRE,
    effect=Effect.LOOSENS,
    summary="A column is longer, wider or more precise than it was.",
    why=("A consumer that copied the old type into its own tables meets values that do not fit."),
    instead=(
        "Tell consumers, let them widen their tables first; or weigh this rule as a note "
        "where they size their own."
    ),
    examples=(
        Example(
            title="`varchar(20)` becomes `varchar(50)`",
            old=_SHORT,
            new=_LONG,
            strikes=("orders.amount",),
        ),
        Example(
            title="`varchar(50)` becomes `varchar(20)`",
            old=_LONG,
            new=_SHORT,
        ),
    ),
    judge=OnChange(("field.physicalType",), _judge),
    mirror="physical-type-narrowed",
)
