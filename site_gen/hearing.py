"""The lineage of all documents, where most of them say what they said at the last build.

What a document says depends on itself and on all that its references may mean. Where neither
changed, it is not asked again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256

from bot.core.contract.model import Contract, DataProduct
from bot.core.errors import Location
from bot.core.lineage.graph import (
    Confidence,
    Edge,
    EdgeKind,
    FaultKind,
    Lineage,
    LineageFault,
    Node,
    NodeKind,
    Owners,
)
from bot.core.lineage.index import Index
from bot.core.lineage.logic import from_sql
from bot.core.lineage.saying import Said
from bot.core.lineage.shelf import Shelf, Volume
from bot.core.lineage.weaving import Heard, Threads, documents_of, hear
from bot.core.rule import Registry
from bot.core.versions import release_line
from site_gen.brief import Brief, ProductBrief
from site_gen.library import Library

Briefs = Mapping[str, Brief | ProductBrief]
"""Documents in brief by their files."""


def lineage_of(briefs: Briefs, library: Library) -> Lineage:
    """Return the lineage of the documents of a library."""
    names = {file: one.names for file, one in briefs.items()}
    shelf = Shelf(names, lambda file: Volume(library.whole(briefs[file]), from_sql))
    heard: dict[str, Heard] = {}
    fresh: dict[str, tuple[str, ...]] = {}
    keys: dict[str, str] = {}
    for file in sorted(briefs):
        meant = tuple(sorted(set(shelf.meant_by(file))))
        told = [(one, briefs[one].content) for one in (file, *meant)]
        keys[file] = sha256(repr(told).encode("utf-8", "surrogatepass")).hexdigest()
        sure = all(content for _, content in told)
        known = _heard(library.hearings.get(keys[file]), file) if sure else None
        if known is None:
            fresh[file] = meant
        else:
            heard[file] = known
    for file, one in _asked(fresh, shelf):
        heard[file] = one
        library.hearings.put(keys[file], _plain(one))
    return _woven(briefs, dict(sorted(heard.items())))


def _asked(fresh: Mapping[str, tuple[str, ...]], shelf: Shelf) -> Iterator[tuple[str, Heard]]:
    """Let documents speak, given what each may mean."""
    around = sorted({*fresh, *(one for meant in fresh.values() for one in meant)})
    registry = _registry(shelf.take(file).document for file in around)
    index = Index(registry)
    products = frozenset(product.id for product in registry.products)
    for file in fresh:
        volume = shelf.take(file)
        yield file, hear(volume.document, index, products, volume.logic)


def _registry(documents: Iterator[Contract | DataProduct]) -> Registry:
    found = tuple(documents)
    return Registry(
        contracts=tuple(one for one in found if isinstance(one, Contract)),
        products=tuple(one for one in found if isinstance(one, DataProduct)),
    )


def _woven(briefs: Briefs, heard: Mapping[str, Heard]) -> Lineage:
    threads = Threads()
    consumers: dict[Node, Owners] = {}
    for one in heard.values():
        threads.take(one.said)
        for node, owners in one.consumers:
            consumers.setdefault(node, owners)
    registry = _registry(one.head for one in briefs.values())
    shapes = {one.head.file: one.shape for one in briefs.values() if isinstance(one, Brief)}

    def deprecated(contract: Contract, path: str) -> Node | None:
        kind = shapes[contract.file].deprecated.get(path)
        line = release_line(contract.version)
        return None if kind is None else Node(NodeKind(kind), contract.id, path, line)

    return threads.woven(documents_of(registry, Index(registry)), consumers, deprecated)


def _plain(heard: Heard) -> dict[str, object]:
    """Return what a document says as JSON; places are in its own file."""
    edges = [one for one in heard.said if isinstance(one, Edge)]
    faults = [one for one in heard.said if isinstance(one, LineageFault)]
    return {
        "edges": [
            [_node(one.source), _node(one.target), one.kind, int(one.confidence), *_mark(one.where)]
            for one in edges
        ],
        "faults": [
            [_node(one.node), one.kind, one.reference, one.message, *_mark(one.where)]
            for one in faults
        ],
        "consumers": [
            [_node(node), owners.team, owners.usernames, owners.contact]
            for node, owners in heard.consumers
        ],
    }


def _node(node: Node) -> list[object]:
    return [node.kind, node.holder, node.path, node.major]


def _mark(where: Location) -> tuple[int, int]:
    return where.line, where.column


def _heard(told: object, file: str) -> Heard | None:
    """Return what was told; None for what makes no sense."""
    try:
        said: list[Said] = []
        for source, target, kind, confidence, line, column in told["edges"]:  # type: ignore[index]  # JSON
            said.append(
                Edge(
                    source=_vertex(*source),
                    target=_vertex(*target),
                    kind=EdgeKind(kind),
                    confidence=Confidence(confidence),
                    where=Location(file, line, column),
                )
            )
        for node, kind, reference, message, line, column in told["faults"]:  # type: ignore[index]  # as above
            said.append(
                LineageFault(
                    kind=FaultKind(kind),
                    node=_vertex(*node),
                    reference=reference,
                    message=message,
                    where=Location(file, line, column),
                )
            )
        consumers = tuple(
            (_vertex(*node), Owners(team=team, usernames=tuple(usernames), contact=contact))
            for node, team, usernames, contact in told["consumers"]  # type: ignore[index]  # as above
        )
        return Heard(tuple(said), consumers)
    except (KeyError, ValueError, TypeError):
        return None


def _vertex(kind: str, holder: str, path: str, major: int | None) -> Node:
    return Node(NodeKind(kind), holder, path, major)
