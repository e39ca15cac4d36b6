"""DC610 relationship-added."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    yield Hit(message=f"`{change.place.path}` was added")


_NONE = """\
schema:
- id: orders_tbl
  name: orders
  properties:
  - name: customer_id
    logicalType: string
- id: customers_tbl
  name: customers
  properties:
  - {id: cust_id, name: id, logicalType: string}
  - {id: cust_key, name: key, logicalType: string}
"""

_TO_ID = """\
schema:
- id: orders_tbl
  name: orders
  properties:
  - name: customer_id
    logicalType: string
    relationships: [{to: customers.id}]
- id: customers_tbl
  name: customers
  properties:
  - {id: cust_id, name: id, logicalType: string}
  - {id: cust_key, name: key, logicalType: string}
"""


RELATIONSHIP_ADDED = Rule(
    id="DC610",
    name="relationship-added",
    plane=Plane.WIRE,
    effect=Effect.TIGHTENS,
    summary="Values must refer to rows that exist.",
    why="Rows written before may refer to nothing.",
    instead="Mend orphans in the history first.",
    examples=(
        Example(
            title="`customer_id` refers to customers",
            old=_NONE,
            new=_TO_ID,
            strikes=('orders.customer_id.relationships."customers.id"',),
        ),
        Example(
            title="it refers to nothing",
            old=_TO_ID,
            new=_NONE,
        ),
    ),
    judge=OnChange(("relationship added",), _judge),
    mirror="relationship-removed",
)
