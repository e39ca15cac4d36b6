"""DC034 reference-unresolved."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Element, Relationship
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if not isinstance(element, Relationship):
        return ()
    hits = []
    for key, texts in (("from", element.source), ("to", element.target)):
        for text in texts:
            found = site.resolver.resolve(text)
            if not found.resolved and found.document is None:
                message = f"`{text}` is nothing that the contract has"
                hits.append(Hit(message=message, key=key, after=text))
    return hits


_LOST = """\
schema:
- name: customers
  properties:
  - {name: id, logicalType: integer}
  - {name: country, logicalType: string}
- name: orders
  properties:
  - name: customer_id
    logicalType: integer
    relationships: [{to: customer.id}]
  - {name: country, logicalType: string}
"""

_THERE = """\
schema:
- name: customers
  properties:
  - {name: id, logicalType: integer}
  - {name: country, logicalType: string}
- name: orders
  properties:
  - name: customer_id
    logicalType: integer
    relationships: [{to: customers.id}]
  - {name: country, logicalType: string}
"""


REFERENCE_UNRESOLVED = Rule(
    id="DC034",
    name="reference-unresolved",
    plane=Plane.SEMANTIC,
    weight=Weight.ERROR,
    summary="A relationship names an object or a field that the contract does not have.",
    why="A join that is built on it fails, and the lineage ends in nothing.",
    instead=(
        "Correct the reference: `object.field`, or `schema/<id>/properties/<id>`; put the "
        "file and a `#` before it where another contract is meant."
    ),
    examples=(
        Example(
            title="`customer` instead of `customers`",
            new=_LOST,
            strikes=("orders.customer_id.relationships[0]",),
        ),
        Example(
            title="an object that exists",
            new=_THERE,
        ),
    ),
    judge=OnElement((Relationship,), _judge),
    no_mirror="a fault of a text has no opposite",
)
