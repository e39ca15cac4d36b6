"""DC036 reference-types-differ."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Element, Field, Relationship
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site

_NUMBERS = frozenset(("integer", "number"))


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if not isinstance(element, Relationship):
        return ()
    if element.source:
        pairs = [
            (site.resolver.element(source), target)
            for source, target in zip(element.source, element.target, strict=False)
        ]
    else:
        pairs = [(site.parent, target) for target in element.target]
    hits = []
    for before, target in pairs:
        after = site.resolver.element(target) if "#" not in target else None
        if isinstance(before, Field) and isinstance(after, Field) and _unlike(before, after):
            message = (
                f"{before.logical_type} `{before.name}` refers to {after.logical_type} `{target}`"
            )
            hits.append(Hit(message=message, key="to", after=target))
    return hits


def _unlike(before: Field, after: Field) -> bool:
    kinds = {before.logical_type, after.logical_type}
    return len(kinds) > 1 and None not in kinds and kinds != _NUMBERS


_UNLIKE = """\
schema:
- name: customers
  properties:
  - {name: id, logicalType: integer}
  - {name: country, logicalType: string}
- name: orders
  properties:
  - name: customer_id
    logicalType: integer
    relationships: [{to: customers.country}]
  - {name: country, logicalType: string}
"""

_LIKE = """\
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


REFERENCE_TYPES_DIFFER = Rule(
    id="DC036",
    name="reference-types-differ",
    plane=Plane.SEMANTIC,
    weight=Weight.WARNING,
    summary="A relationship joins two fields of unlike type.",
    why="The join fails in one engine and casts in another, and finds less than it should.",
    instead="Give both fields one type.",
    examples=(
        Example(
            title="a number refers to a text",
            new=_UNLIKE,
            strikes=("orders.customer_id.relationships[0]",),
        ),
        Example(
            title="a number to a number",
            new=_LIKE,
        ),
    ),
    judge=OnElement((Relationship,), _judge),
    no_mirror="a fault of a text has no opposite",
)
