"""References to what is deprecated or retired, by those who are not themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from bot.core.contract.model import Contract, DataProduct
from bot.core.lineage.graph import Edge, EdgeKind, FaultKind, LineageFault, Node, NodeKind
from bot.core.lineage.index import Index
from bot.core.lineage.paths import prefixes
from bot.core.phases import Phase, phase_of

Deprecated = Callable[[Contract, str], Node | None]
"""Returns the node of the element at a path of a contract where that is deprecated, else None."""
_STATUSES = {Phase.DEPRECATED: FaultKind.DEPRECATED, Phase.RETIRED: FaultKind.RETIRED}


def faults_of_age(
    edges: Iterable[Edge],
    documents: Mapping[Node, Contract | DataProduct],
    deprecated: Deprecated,
) -> Iterator[LineageFault]:
    """Yield a fault for each reference to something old by something that is not.

    An element is old with its contract, with its object, or with a field around it. To a contract
    that is old as a whole there is one fault for each document that refers to it. References of a
    contract to itself are passed over, and so are readers whom it declares: it knows of both.
    """
    known: dict[Node, tuple[FaultKind, Node] | None] = {}
    told: set[tuple[Node, Node]] = set()
    for edge in edges:
        if not _refers(edge):
            continue
        for node in (edge.source, edge.target):
            if node not in known:
                known[node] = _age(node, documents, deprecated)
        age = known[edge.source]
        if age is None or known[edge.target] is not None:
            continue
        kind, old = age
        reader = edge.target.owner if old == edge.source.owner else edge.target
        if (reader, old) not in told:
            told.add((reader, old))
            yield LineageFault(
                kind=kind,
                node=edge.target,
                reference=".".join(part for part in (old.holder, old.path) if part),
                message=f"{_named(old)} is read, and it is {kind}",
                where=edge.where,
            )


def _refers(edge: Edge) -> bool:
    offers = edge.source.kind is NodeKind.PRODUCT
    return (
        not offers and edge.kind is not EdgeKind.DECLARED and edge.source.owner != edge.target.owner
    )


def _named(node: Node) -> str:
    if node.path:
        return f"`{node.holder}.{node.path}`"
    return f"`{node.holder}`" + ("" if node.major is None else f" {node.major}.x")


def _age(
    node: Node, documents: Mapping[Node, Contract | DataProduct], deprecated: Deprecated
) -> tuple[FaultKind, Node] | None:
    """Return in which way a node is old, and what of it is; None where it is not."""
    document = documents.get(node.owner)
    if document is None:
        return None
    phase = phase_of(document.status)
    if phase in _STATUSES:
        return _STATUSES[phase], node.owner
    if isinstance(document, Contract) and node.path:
        old = (deprecated(document, path) for path in prefixes(node.path))
        found = next((one for one in old if one is not None), None)
        return None if found is None else (FaultKind.DEPRECATED, found)
    return None


def deprecated_in(index: Index) -> Deprecated:
    """Return what is deprecated in the contracts of an index."""

    def find(contract: Contract, path: str) -> Node | None:
        elements = index.elements(contract)
        element = elements.paths().get(path)
        return elements.of(path) if element and element.deprecation.flagged else None

    return find
