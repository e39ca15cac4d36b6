"""DC611 relationship-removed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    yield Hit(message=f"`{change.place.path}` was removed")


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


RELATIONSHIP_REMOVED = Rule(
    id="DC611",
    name="relationship-removed",
    plane=Plane.WIRE,
    effect=Effect.LOOSENS,
    summary="Values may refer to rows that do not exist.",
    why="Inner joins lose rows without a word.",
    instead="Keep the relationship, or tell those who join on it.",
    examples=(
        Example(
            title="it refers to nothing",
            old=_TO_ID,
            new=_NONE,
            strikes=('orders.customer_id.relationships."customers.id"',),
        ),
        Example(
            title="`customer_id` refers to customers",
            old=_NONE,
            new=_TO_ID,
        ),
    ),
    judge=OnChange(("relationship removed",), _judge),
    mirror="relationship-added",
)
