"""The lineage as a script walks it: every element with its page, and who reads whom."""

from __future__ import annotations

from bot.core.lineage.flow import enclosing
from bot.core.lineage.graph import EdgeKind, Node, NodeKind
from site_gen.catalogue import owner_of
from site_gen.neighbours import Neighbours
from site_gen.slugs import anchor

_KINDS = tuple(NodeKind)
_EDGES = tuple(EdgeKind)


def graph_file(near: Neighbours) -> dict[str, object]:
    """Return the graph as JSON.

    `nodes` are [address, kind, place of what encloses it or -1, page or "", anchor, owner], what
    encloses comes first; `edges` are [source, target, kind, confidence] by places of nodes.
    A script that walks it goes three ways, as `bot.core.lineage.flow` explains: an element that
    changes all over reaches what it encloses, one that is touched reaches what encloses it, and
    whoever refers to it is reached and nobody beyond.
    """
    lineage = near.lineage
    order: dict[Node, int] = {}
    nodes: list[list[object]] = []

    def place(node: Node) -> int:
        outer = -1
        for one in enclosing(node):
            if one not in order:
                order[one] = len(nodes)
                nodes.append(_row(near, one, outer))
            outer = order[one]
        return outer

    for node in lineage.nodes():
        place(node)
    edges = [
        [
            place(edge.source),
            place(edge.target),
            _EDGES.index(edge.kind),
            int(edge.confidence),
        ]
        for edge in lineage.edges
    ]
    return {
        "kinds": [str(kind) for kind in _KINDS],
        "ways": [str(kind) for kind in _EDGES],
        "nodes": nodes,
        "edges": edges,
    }


def _row(near: Neighbours, node: Node, outer: int) -> list[object]:
    document = near.lineage.documents.get(node.owner)
    owner = owner_of(document) if document else None
    is_element = node.kind in (NodeKind.OBJECT, NodeKind.FIELD)
    told = near.lineage.owners(node)
    return [
        near.lineage.address(node),
        _KINDS.index(node.kind),
        outer,
        near.pages.get(node.owner, ""),
        anchor(node.path) if is_element else "",
        owner.key if owner else told.team or told.contact or "",
    ]
