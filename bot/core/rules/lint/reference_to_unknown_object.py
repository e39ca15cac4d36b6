"""DC033 reference-to-unknown-object."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Element, Relationship
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site
from bot.core.sets.difference import has_variable


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if not isinstance(element, Relationship):
        return ()
    hits = []
    for key, texts in (("from", element.source), ("to", element.target)):
        for text in texts:
            found = site.resolver.resolve(text)
            if found.resolved or found.document is not None or has_variable(text):
                continue
            if not site.resolver.knows_object(text):
                hits.append(
                    Hit(
                        message=f"`{text}` begins with no object of the contract",
                        key=key,
                        after=text,
                    )
                )
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


REFERENCE_TO_UNKNOWN_OBJECT = Rule(
    id="DC033",
    name="reference-to-unknown-object",
    plane=Plane.SEMANTIC,
    weight=Weight.WARNING,
    summary="A relationship names an object that the contract does not have.",
    why=(
        "Tools look for it here and do not find it: no join, no lineage, and nobody is asked "
        "when it changes."
    ),
    instead=(
        "Correct the name; for a field of another contract write "
        "`file.yaml#schema/<id>/properties/<id>`, with its ids."
    ),
    examples=(
        Example(
            title="`customer` instead of `customers`",
            new=_LOST,
            strikes=("orders.customer_id.relationships[0]",),
        ),
        Example(
            title="a field that exists",
            new=_THERE,
        ),
    ),
    judge=OnElement((Relationship,), _judge),
    no_mirror="a fault of a text has no opposite",
)
