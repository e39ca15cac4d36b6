"""DC612 relationship-retargeted."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.diff.followed import lead_alike
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=tuple() as old, new=tuple() as new):
            before, after = list(map(str, old)), list(map(str, new))
            if not lead_alike(before, after, pair.old, pair.new):
                yield Hit(message=f"it led to {', '.join(before)}, now to {', '.join(after)}")
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


_TO_ONE = _TO_ID.replace("  - {id: cust_key, name: key, logicalType: string}\n", "")
_RENAMED = _TO_KEY.replace("{id: cust_id, name: id,", "{id: cust_id, name: key,").replace(
    "  - {id: cust_key, name: key, logicalType: string}\n", ""
)


RELATIONSHIP_RETARGETED = Rule(
    id="DC612",
    name="relationship-retargeted",
    plane=Plane.WIRE,
    effect=Effect.BOTH,
    summary="A relationship leads to another field.",
    why="Joins along it find other rows, or none.",
    instead="Add the new relationship beside the old one.",
    examples=(
        Example(
            title="`key` instead of `id`",
            old=_TO_ID,
            new=_TO_KEY,
            strikes=('orders.customer_id.relationships."customers.key"',),
        ),
        Example(
            title="the same field by its id",
            old=_TO_ID,
            new=_BY_ID,
        ),
        Example(title="the same field under its new name", old=_TO_ONE, new=_RENAMED),
    ),
    judge=OnChange(
        (
            "relationship.to",
            "relationship.from",
        ),
        _judge,
    ),
    no_mirror="a change of target is its own opposite",
)
