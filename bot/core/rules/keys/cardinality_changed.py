"""DC614 cardinality-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import CustomProperty, Relationship
from bot.core.diff.changes import Change, Changed
from bot.core.finding import Effect, Hit, Plane
from bot.core.plain import said
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(before=CustomProperty(property="cardinality"), old=old, new=new):
            if isinstance(change.place.owner_before, Relationship):
                yield Hit(message=f"the cardinality was {said(old)}, now {said(new)}")
        case _:
            return


_ONE = """\
schema:
- id: orders_tbl
  name: orders
  properties:
  - name: customer_id
    logicalType: string
    relationships: [{to: customers.id, customProperties: [{property: cardinality, value: one}]}]
- id: customers_tbl
  name: customers
  properties:
  - {id: cust_id, name: id, logicalType: string}
  - {id: cust_key, name: key, logicalType: string}
"""

_MANY = """\
schema:
- id: orders_tbl
  name: orders
  properties:
  - name: customer_id
    logicalType: string
    relationships: [{to: customers.id, customProperties: [{property: cardinality, value: many}]}]
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


CARDINALITY_CHANGED = Rule(
    id="DC614",
    name="cardinality-changed",
    plane=Plane.SEMANTIC,
    effect=Effect.UNDETERMINED,
    summary="A relationship has another cardinality.",
    why="Joins along it may multiply rows, or lose some.",
    instead="Say in the pull request what changed in the data.",
    examples=(
        Example(
            title="one becomes many",
            old=_ONE,
            new=_MANY,
            strikes=(
                'orders.customer_id.relationships."customers.id".customProperties.cardinality',
            ),
        ),
        Example(
            title="an id is given",
            old=_TO_ID,
            new=_NAMED,
        ),
    ),
    judge=OnChange(("custom property.value",), _judge),
    no_mirror="a change of cardinality is its own opposite",
)
