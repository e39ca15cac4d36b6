"""DC093 foreign-reference-unresolved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.core.contract.model import Contract, Relationship, every_field, step
from bot.core.finding import Hit, Plane, Weight
from bot.core.lookup import Lookup
from bot.core.places import locate
from bot.core.rule import Example, OnRegistry, Registry, Rule


def _judge(registry: Registry) -> Iterable[Hit]:
    known = Lookup(registry)
    return [
        Hit(
            message=f"`{target}` is not in {found.file}",
            path=path,
            where=locate(contract.file, relation.node),
            after=target,
            contract=contract.id,
            about=(found.id, target.rpartition("#")[2]),
        )
        for contract in registry.contracts
        for path, relation in _relations(contract)
        for target in (*relation.source, *relation.target)
        if (found := _document(target, contract, known)) and known.element(target, found) is None
    ]


def _document(target: str, contract: Contract, known: Lookup) -> Contract | None:
    """Return the other contract that a reference points into; None where it is not here."""
    document, mark, _ = target.rpartition("#")
    return known.file(document, contract) if mark and document else None


def _relations(contract: Contract) -> Iterator[tuple[str, Relationship]]:
    for obj in contract.schema:
        for relation in obj.relationships:
            yield step(obj.name), relation
        for path, field in every_field(obj, step(obj.name)):
            for relation in field.relationships:
                yield path, relation


_LOST = """\
id: customers
schema:
- {id: customers_obj, name: customers, properties: [{id: id_prop, name: id, logicalType: string}]}
---
id: orders
schema:
- name: orders
  properties:
  - name: customer_id
    logicalType: string
    relationships: [{to: "0.yaml#schema/customers_obj/properties/key_prop"}]
"""

_THERE = """\
id: customers
schema:
- {id: customers_obj, name: customers, properties: [{id: id_prop, name: id, logicalType: string}]}
---
id: orders
schema:
- name: orders
  properties:
  - name: customer_id
    logicalType: string
    relationships: [{to: "0.yaml#schema/customers_obj/properties/id_prop"}]
"""


FOREIGN_REFERENCE_UNRESOLVED = Rule(
    id="DC093",
    name="foreign-reference-unresolved",
    plane=Plane.GOVERNANCE,
    weight=Weight.ERROR,
    summary="A relationship names something in another contract’s file that is not there.",
    why=(
        "A join across the two contracts fails, and the owner of the other contract does not "
        "know of the reader."
    ),
    instead="Correct the path behind `#`, or the file before it.",
    examples=(
        Example(
            title="an id that the other file does not have",
            new=_LOST,
            strikes=("orders.customer_id",),
        ),
        Example(
            title="an id that it has",
            new=_THERE,
        ),
    ),
    judge=OnRegistry(_judge),
    no_mirror="a fault of a text has no opposite",
)
