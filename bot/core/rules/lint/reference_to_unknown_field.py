"""DC034 reference-to-unknown-field."""

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
            if site.resolver.knows_object(text):
                hits.append(Hit(message=f"`{text}` is no field of its object", key=key, after=text))
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
    relationships: [{to: customers.key}]
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


REFERENCE_TO_UNKNOWN_FIELD = Rule(
    id="DC034",
    name="reference-to-unknown-field",
    plane=Plane.SEMANTIC,
    weight=Weight.ERROR,
    summary="A relationship names a field that its object does not have.",
    why="A join that is built on it fails, and the lineage ends in nothing.",
    instead="Correct the reference: `object.field`, or `schema/<id>/properties/<id>`.",
    examples=(
        Example(
            title="`key` instead of `id`",
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
