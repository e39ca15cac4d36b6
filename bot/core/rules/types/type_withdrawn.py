"""DC306 type-withdrawn."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field
from bot.core.diff.changes import Change, Changed
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule
from bot.core.types.physical import logical_of


def _judge(change: Change, pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(after=Field() as after, old=str() as old, new=None):
            if not _proved(after, old, pair):
                yield Hit(message=f"`{change.place.path}` was {old} and no longer has a type")
        case _:
            return


def _proved(before: Field, logical_type: str, pair: Pair) -> bool:
    """Tell whether the physical type, the same on both sides, says as much."""
    physical = before.physical_type
    return physical is not None and logical_of(physical, pair.dialect) == logical_type


_PHYSICAL = """\
servers:
- {server: prod, type: postgres, host: db, port: 5432, database: sales, schema: public}
schema:
- name: orders
  properties:
  - {name: amount, physicalType: bigint}
"""

_BOTH = """\
servers:
- {server: prod, type: postgres, host: db, port: 5432, database: sales, schema: public}
schema:
- name: orders
  properties:
  - {name: amount, physicalType: bigint, logicalType: integer}
"""

_UNTYPED = """\
schema:
- name: orders
  properties:
  - {name: amount, description: Amount}
"""

_INTEGER = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: integer}
"""


TYPE_WITHDRAWN = Rule(
    id="DC306",
    name="type-withdrawn",
    plane=Plane.WIRE,
    effect=Effect.LOOSENS,
    certain=False,
    summary="A field no longer says what type it has.",
    why="A reader that relied on the type may meet anything.",
    instead="Keep the type; if it really changes, publish a new field.",
    examples=(
        Example(
            title="the type goes",
            old=_INTEGER,
            new=_UNTYPED,
            strikes=("orders.amount",),
        ),
        Example(
            title="`bigint` still says it",
            old=_BOTH,
            new=_PHYSICAL,
        ),
    ),
    judge=OnChange(("field.logicalType",), _judge),
    mirror="type-declared",
)
