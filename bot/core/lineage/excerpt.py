"""The part of a lineage that somebody asked to see."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from bot.core.lineage.flow import Direction, Flow
from bot.core.lineage.graph import (
    Confidence,
    Edge,
    EdgeKind,
    Lineage,
    LineageFault,
    Node,
)
from bot.core.lineage.impact import Impacted, reached
from bot.core.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One or several edges of one kind between two nodes; as sure as the surest of them."""

    source: Node
    target: Node
    kind: EdgeKind
    confidence: Confidence
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """Nodes and links to show.

    With a focus: the fields on every way from it in the directions, and `ways` to each of them.
    Without: the contracts, data products and consumers, and who reads whom.
    """

    lineage: Lineage
    focus: Node | None
    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    ways: tuple[tuple[Direction, tuple[Impacted, ...]], ...]
    faults: tuple[LineageFault, ...]


def overview(lineage: Lineage) -> Excerpt:
    """Return who reads whom, without their fields."""
    grouped: defaultdict[tuple[Node, Node, EdgeKind], list[Edge]] = defaultdict(list)
    for edge in lineage.edges:
        ends = (edge.source.owner, edge.target.owner)
        if ends[0] != ends[1]:
            grouped[(*ends, edge.kind)].append(edge)
    links = [_link(*key, edges) for key, edges in grouped.items()]
    nodes = {node.owner for node in lineage.nodes()}
    return Excerpt(
        lineage=lineage,
        focus=None,
        nodes=_sorted(nodes),
        links=tuple(sorted(links, key=_link_order)),
        ways=(),
        faults=(*lineage.faults, *Flow(lineage).cycles()),
    )


def excerpt(lineage: Lineage, focus: Node, directions: Sequence[Direction]) -> Excerpt:
    """Return what an element is made of, what it reaches, or both."""
    flow = Flow(lineage)
    edges = {edge for direction in directions for edge in flow.edges(focus, direction)}
    nodes = {focus} | {end for edge in edges for end in (edge.source, edge.target)}
    owners = {node.owner for node in nodes}
    faults = [fault for fault in (*lineage.faults, *flow.cycles()) if fault.node.owner in owners]
    links = [_link(edge.source, edge.target, edge.kind, [edge]) for edge in edges]
    return Excerpt(
        lineage=lineage,
        focus=focus,
        nodes=_sorted(nodes),
        links=tuple(sorted(links, key=_link_order)),
        ways=tuple((direction, reached(flow, focus, direction)) for direction in directions),
        faults=tuple(faults),
    )


def _link(source: Node, target: Node, kind: EdgeKind, edges: Sequence[Edge]) -> Link:
    return Link(
        source=source,
        target=target,
        kind=kind,
        confidence=min(edge.confidence for edge in edges),
        edges=tuple(edges),
    )


def _link_order(link: Link) -> tuple[object, ...]:
    return (link.source.order, link.target.order, link.kind)


def _sorted(nodes: Iterable[Node]) -> tuple[Node, ...]:
    return tuple(sorted(nodes, key=lambda node: node.order))
