"""DC035 reference-lengths-differ."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Element, Relationship
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site


def _judge(element: Element, _site: Site) -> Iterable[Hit]:
    if not isinstance(element, Relationship) or not element.source:
        return ()
    given = len(element.source), len(element.target)
    if given[0] == given[1]:
        return ()
    return (Hit(message=f"{given[0]} fields refer to {given[1]}", key="to"),)


_UNEVEN = """\
schema:
- name: customers
  properties:
  - {name: id, logicalType: integer}
  - {name: country, logicalType: string}
- name: orders
  relationships:
  - {from: [orders.customer_id, orders.country], to: [customers.id]}
  properties:
  - name: customer_id
    logicalType: integer
  - {name: country, logicalType: string}
"""

_EVEN = """\
schema:
- name: customers
  properties:
  - {name: id, logicalType: integer}
  - {name: country, logicalType: string}
- name: orders
  relationships:
  - {from: [orders.customer_id, orders.country], to: [customers.id, customers.country]}
  properties:
  - name: customer_id
    logicalType: integer
  - {name: country, logicalType: string}
"""


REFERENCE_LENGTHS_DIFFER = Rule(
    id="DC035",
    name="reference-lengths-differ",
    plane=Plane.SEMANTIC,
    weight=Weight.ERROR,
    summary="A composite relationship has more fields on one side than on the other.",
    why="Each field of the one side refers to one of the other: the rest refers to nothing.",
    instead="List as many fields in `from` as in `to`, in the same order.",
    examples=(
        Example(
            title="two fields refer to one",
            new=_UNEVEN,
            strikes=("orders.relationships[0]",),
        ),
        Example(
            title="two to two",
            new=_EVEN,
        ),
    ),
    judge=OnElement((Relationship,), _judge),
    no_mirror="a fault of a text has no opposite",
)
