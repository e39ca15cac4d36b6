"""Lineage and impact as JSON."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.lineage.excerpt import Excerpt, Link
from bot.core.lineage.graph import Lineage, LineageFault, Node, Owners
from bot.core.lineage.impact import Impacted, path_of
from bot.render.machine.records import FORMAT, Record, location_record, written


def excerpt_json(found: Excerpt) -> str:
    """Return nodes, edges and faults as JSON text. Edges name nodes by their `id`."""
    lineage = found.lineage
    return written(
        {
            "schema": FORMAT,
            "focus": None if found.focus is None else _id(lineage, found.focus),
            "directions": [str(direction) for direction, _ in found.ways],
            "nodes": [_node(lineage, node) for node in found.nodes],
            "edges": [_link(lineage, link) for link in found.links],
            "faults": [_fault(lineage, fault) for fault in found.faults],
        }
    )


def impact_json(lineage: Lineage, element: Node, found: Sequence[Impacted]) -> str:
    """Return who is reached by a change of an element as JSON text, nearest first."""
    return written(
        {
            "schema": FORMAT,
            "element": _node(lineage, element),
            "impacted": [_impacted(lineage, one) for one in found],
        }
    )


def _id(lineage: Lineage, node: Node) -> str:
    return f"{node.kind}:{lineage.address(node)}"


def _node(lineage: Lineage, node: Node) -> Record:
    document = lineage.documents.get(node.owner)
    return {
        "id": _id(lineage, node),
        "kind": str(node.kind),
        "name": lineage.address(node),
        "holder": node.holder or None,
        "major": node.major,
        "path": node.path or None,
        "file": None if document is None else document.file,
        "owners": _owners(lineage.owners(node)),
    }


def _owners(owners: Owners) -> Record:
    return {
        "team": owners.team,
        "usernames": list(owners.usernames),
        "contact": owners.contact,
    }


def _link(lineage: Lineage, link: Link) -> Record:
    return {
        "source": _id(lineage, link.source),
        "target": _id(lineage, link.target),
        "kind": str(link.kind),
        "confidence": link.confidence.word,
        "edges": len(link.edges),
        "location": location_record(link.edges[0].where),
    }


def _fault(lineage: Lineage, fault: LineageFault) -> Record:
    return {
        "kind": str(fault.kind),
        "node": _id(lineage, fault.node),
        "reference": fault.reference,
        "message": fault.message,
        "location": location_record(fault.where),
    }


def _impacted(lineage: Lineage, one: Impacted) -> Record:
    path = path_of(one, lambda node: _id(lineage, node))
    return {
        **_node(lineage, one.node),
        "distance": one.distance,
        "confidence": one.confidence.word,
        "way": list(path.names),
        "left_out": path.left_out,
        "kinds": [str(edge.kind) for end in one.trail.ends() for edge in end],
    }
