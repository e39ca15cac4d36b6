"""DC613 relationship-respelled."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.diff.followed import lead_alike
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=tuple() as old, new=tuple() as new):
            before, after = list(map(str, old)), list(map(str, new))
            if lead_alike(before, after, pair.old, pair.new):
                yield Hit(message=f"`{change.place.path}` leads to the same field")
        case _:
            return


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

_BY_ID = """\
schema:
- id: orders_tbl
  name: orders
  properties:
  - name: customer_id
    logicalType: string
    relationships: [{to: schema/customers_tbl/properties/cust_id}]
- id: customers_tbl
  name: customers
  properties:
  - {id: cust_id, name: id, logicalType: string}
  - {id: cust_key, name: key, logicalType: string}
"""

_TO_KEY = """\
schema:
- id: orders_tbl
  name: orders
  properties:
  - name: customer_id
    logicalType: string
    relationships: [{to: customers.key}]
- id: customers_tbl
  name: customers
  properties:
  - {id: cust_id, name: id, logicalType: string}
  - {id: cust_key, name: key, logicalType: string}
"""


RELATIONSHIP_RESPELLED = Rule(
    id="DC613",
    name="relationship-respelled",
    plane=Plane.WIRE,
    effect=Effect.NONE,
    bump=Bump.PATCH,
    summary="A relationship names the same field in another way.",
    why="It leads to the same field.",
    instead="Nothing to do.",
    examples=(
        Example(
            title="the same field by its id",
            old=_TO_ID,
            new=_BY_ID,
            strikes=("orders.customer_id.relationships.schema/customers_tbl/properties/cust_id",),
        ),
        Example(
            title="`key` instead of `id`",
            old=_TO_ID,
            new=_TO_KEY,
        ),
    ),
    judge=OnChange(
        (
            "relationship.to",
            "relationship.from",
        ),
        _judge,
    ),
    no_mirror="respelling is its own opposite",
)
