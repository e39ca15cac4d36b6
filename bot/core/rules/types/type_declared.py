"""DC305 type-declared."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field
from bot.core.diff.changes import Change, Changed
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule
from bot.core.types.physical import logical_of


def _judge(change: Change, pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(before=Field() as before, old=None, new=str() as new):
            if not _proved(before, new, pair):
                yield Hit(message=f"`{change.place.path}` is declared {new}; before it had no type")
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


TYPE_DECLARED = Rule(
    id="DC305",
    name="type-declared",
    plane=Plane.WIRE,
    effect=Effect.TIGHTENS,
    certain=False,
    summary="A field that said nothing of its type now does.",
    why=("Rows written before may hold values of another type; the old contract does not say."),
    instead="Check what the data hold, then declare it.",
    examples=(
        Example(
            title="a type where none was",
            old=_UNTYPED,
            new=_INTEGER,
            strikes=("orders.amount",),
        ),
        Example(
            title="`integer` beside `bigint`",
            old=_PHYSICAL,
            new=_BOTH,
        ),
    ),
    judge=OnChange(("field.logicalType",), _judge),
    mirror="type-withdrawn",
)
