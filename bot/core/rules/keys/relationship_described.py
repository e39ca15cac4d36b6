"""DC615 relationship-described."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(attribute=attribute):
            yield Hit(message=f"the {attribute} of `{change.place.path}` changed")
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

_NAMED = """\
schema:
- id: orders_tbl
  name: orders
  properties:
  - name: customer_id
    logicalType: string
    relationships: [{to: customers.id, id: r1}]
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


RELATIONSHIP_DESCRIBED = Rule(
    id="DC615",
    name="relationship-described",
    plane=Plane.SEMANTIC,
    effect=Effect.NONE,
    bump=Bump.PATCH,
    summary="The id or type word of a relationship changed.",
    why="It leads to the same field.",
    instead="Nothing to do.",
    examples=(
        Example(
            title="an id is given",
            old=_TO_ID,
            new=_NAMED,
            strikes=('orders.customer_id.relationships."customers.id"',),
        ),
        Example(
            title="`key` instead of `id`",
            old=_TO_ID,
            new=_TO_KEY,
        ),
    ),
    judge=OnChange(
        (
            "relationship.id",
            "relationship.type",
        ),
        _judge,
    ),
    no_mirror="a change of words is its own opposite",
)
