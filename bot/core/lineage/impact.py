"""Whom a change of an element reaches."""

from __future__ import annotations

from bot.core.lineage.flow import Direction, Flow
from bot.core.lineage.graph import Confidence, Edge, Lineage, Node, Owners
from bot.core.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Impacted:
    """Who is reached, by which way, how sure that is, and who answers for it.

    `way` begins with the element itself; where a way goes from an element on to what encloses it
    or lies in it, both are told.
    """

    node: Node
    way: tuple[Node, ...]
    edges: tuple[Edge, ...]
    confidence: Confidence
    owners: Owners

    @property
    def distance(self) -> int:
        """How many steps it is away."""
        return len(self.edges)


def impact(graph: Lineage | Flow, element: Node) -> tuple[Impacted, ...]:
    """Return who is reached by a change of an element, nearest first.

    Whoever asks for several elements hands in one `Flow`.
    """
    return reached(graph, element, Direction.DOWN)


def origin(graph: Lineage | Flow, element: Node) -> tuple[Impacted, ...]:
    """Return what an element is made of, nearest first; each way goes from the element back."""
    return reached(graph, element, Direction.UP)


def reached(graph: Lineage | Flow, element: Node, direction: Direction) -> tuple[Impacted, ...]:
    """Return what is reached from an element in a direction, nearest first."""
    flow = graph if isinstance(graph, Flow) else Flow(graph)
    return tuple(
        Impacted(
            node=way.node,
            way=_nodes(element, way.edges, direction),
            edges=way.edges,
            confidence=way.confidence,
            owners=flow.lineage.owners(way.node),
        )
        for way in flow.ways(element, direction)
    )


def _nodes(start: Node, edges: tuple[Edge, ...], direction: Direction) -> tuple[Node, ...]:
    nodes = [start]
    for edge in edges:
        ends = (edge.source, edge.target)
        nodes += ends if direction is Direction.DOWN else reversed(ends)
    return tuple(node for index, node in enumerate(nodes) if index == 0 or node != nodes[index - 1])
