"""Weaves the documents of a registry into one lineage graph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from bot.core.contract.model import Contract, DataProduct
from bot.core.lineage.ageing import Deprecated, deprecated_in, faults_of_age
from bot.core.lineage.graph import (
    Edge,
    EdgeKind,
    Lineage,
    LineageFault,
    Node,
    NodeKind,
    Owners,
)
from bot.core.lineage.index import Index
from bot.core.lineage.logic import from_sql
from bot.core.lineage.readers import Consumers, product_node, said_of_ports
from bot.core.lineage.reads import ColumnsRead
from bot.core.lineage.relationships import said_of_relationships
from bot.core.lineage.saying import Said
from bot.core.lineage.sources import said_of_fields
from bot.core.records import dataclass, field
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
    threads = Threads()
    everyone: tuple[Contract | DataProduct, ...] = (*registry.contracts, *registry.products)
    for document in everyone:
        threads.take(said_of(document, consumers, from_sql if logic else None))
    documents = documents_of(registry, index)
    return threads.woven(documents, consumers.owners, deprecated_in(index))


@dataclass(slots=True)
class Threads:
    """What documents said so far."""

    edges: dict[tuple[Node, Node, EdgeKind], Edge] = field(default_factory=dict)
    faults: list[LineageFault] = field(default_factory=list)

    def take(self, said: Iterable[Said]) -> None:
        """Keep what is said; of several edges of one kind between two nodes the surest."""
        for one in said:
            if isinstance(one, LineageFault):
                self.faults.append(one)
                continue
            key = (one.source, one.target, one.kind)
            known = self.edges.get(key)
            if known is None or (one.confidence, one.where) < (known.confidence, known.where):
                self.edges[key] = one

    def woven(
        self,
        documents: Mapping[Node, Contract | DataProduct],
        consumers: Mapping[Node, Owners],
        deprecated: Deprecated,
        majors: Mapping[str, int] | None = None,
    ) -> Lineage:
        """Return the lineage of what was said; `deprecated` tells of all contracts in it.

        `majors` says how many majors each id has, where `documents` are not all there are.
        """
        edges = tuple(sorted(self.edges.values(), key=lambda edge: edge.order))
        faults = (*self.faults, *faults_of_age(edges, documents, deprecated))
        told = Counter(node.holder for node in documents if node.kind is NodeKind.CONTRACT)
        return Lineage(
            documents=documents,
            majors=told if majors is None else majors,
            consumers=consumers,
            edges=edges,
            faults=tuple(sorted(dict.fromkeys(faults), key=_by_place)),
        )


@dataclass(frozen=True, slots=True)
class Heard:
    """What one document says, and the consumers that it declares and that have no document."""

    said: tuple[Said, ...]
    consumers: tuple[tuple[Node, Owners], ...]


def hear(
    document: Contract | DataProduct,
    index: Index,
    products: frozenset[str],
    logic: ColumnsRead | None,
) -> Heard:
    """Let one document speak, given all that it may mean: contracts, and the ids of products."""
    consumers = Consumers(index, products)
    said = tuple(said_of(document, consumers, logic))
    return Heard(said, tuple(consumers.owners.items()))


def said_of(
    document: Contract | DataProduct, consumers: Consumers, logic: ColumnsRead | None
) -> Iterator[Said]:
    """Yield what one document says, given all that it may mean."""
    index = consumers.index
    if isinstance(document, DataProduct):
        yield from said_of_ports(document, index)
        return
    yield from said_of_fields(document, index, logic)
    yield from said_of_relationships(document, index)
    yield from consumers.said_of(document)


def documents_of(registry: Registry, index: Index) -> dict[Node, Contract | DataProduct]:
    """Return each document by its node; of several with one node the first in order of files."""
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
