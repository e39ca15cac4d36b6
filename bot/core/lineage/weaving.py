"""Weaves the documents of a registry into one lineage graph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from bot.core.contract.model import Contract, DataProduct
from bot.core.lineage.ageing import faults_of_age
from bot.core.lineage.graph import Edge, Lineage, LineageFault, Node, NodeKind
from bot.core.lineage.index import Index
from bot.core.lineage.readers import Consumers, product_node, said_of_ports
from bot.core.lineage.relationships import said_of_relationships
from bot.core.lineage.saying import Said
from bot.core.lineage.sources import said_of_fields
from bot.core.rule import Registry


def declared(registry: Registry) -> Lineage:
    """Return the lineage without `transformLogic`, woven once for all rules that ask for it."""
    found = registry.derived.get("declared lineage")
    if not isinstance(found, Lineage):
        found = weave(registry, logic=False)
        registry.derived["declared lineage"] = found
    return found


def weave(registry: Registry, *, logic: bool = True) -> Lineage:
    """Return the lineage that all documents together tell; never fails.

    `logic` False leaves `transformLogic` unread: what is declared is known sooner, and is sure.
    Cycles are not looked for here: see `bot.core.lineage.flow`.
    """
    index = Index(registry)
    consumers = Consumers(index, frozenset(product.id for product in registry.products))
    edges: dict[tuple[object, ...], Edge] = {}
    faults: list[LineageFault] = []
    for said in _said(registry, index, consumers, logic=logic):
        if isinstance(said, LineageFault):
            faults.append(said)
            continue
        key = (said.source, said.target, said.kind)
        known = edges.get(key)
        if known is None or said.confidence < known.confidence:
            edges[key] = said
    woven = tuple(sorted(edges.values(), key=lambda edge: edge.order))
    documents = _documents(registry, index)
    faults += faults_of_age(woven, documents, index)
    return Lineage(
        documents=documents,
        majors=Counter(node.holder for node in documents if node.kind is NodeKind.CONTRACT),
        consumers=consumers.owners,
        edges=woven,
        faults=tuple(sorted(dict.fromkeys(faults), key=_by_place)),
    )


def _said(registry: Registry, index: Index, consumers: Consumers, *, logic: bool) -> Iterator[Said]:
    for contract in registry.contracts:
        yield from said_of_fields(contract, index, logic=logic)
        yield from said_of_relationships(contract, index)
        yield from consumers.said_of(contract)
    for product in registry.products:
        yield from said_of_ports(product, index)


def _documents(registry: Registry, index: Index) -> dict[Node, Contract | DataProduct]:
    found: dict[Node, Contract | DataProduct] = {}
    for contract in _sorted(registry.contracts):
        found.setdefault(index.elements(contract).node, contract)
    for product in sorted(registry.products, key=lambda one: one.file):
        found.setdefault(product_node(product.id), product)
    return found


def _sorted(contracts: Iterable[Contract]) -> list[Contract]:
    return sorted(contracts, key=lambda contract: contract.file)


def _by_place(fault: LineageFault) -> tuple[object, ...]:
    return (fault.where, fault.kind, fault.reference)
