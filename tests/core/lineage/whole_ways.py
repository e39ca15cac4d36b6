"""Ways as they are told, found the plain way: every path whole, the best of all compared at last.

It takes time and memory in the square of the length of a way: an oracle for small lineages.
"""

from __future__ import annotations

from collections.abc import Iterator
from heapq import heappop, heappush
from itertools import count

import networkx as nx  # type: ignore[import-untyped]

from bot.core.lineage.flow import Direction, Layer, enclosing
from bot.core.lineage.graph import Confidence, Edge, EdgeKind, Lineage, Node
from bot.core.lineage.paths import within

Vertex = tuple[Node, Layer]
Ways = dict[Node, tuple[Edge, ...]]


def whole_ways(
    lineage: Lineage, start: Node, direction: Direction
) -> list[tuple[Node, list[Edge]]]:
    """Return everything that is reached with the edges to it, nearest first, surest ways."""
    graph, inside = _graph(lineage)
    found: Ways = {}
    for limit in sorted({edge.confidence for edge in lineage.edges}):
        for node, edges in _within(graph, inside, (start, direction, limit)).items():
            found.setdefault(node, edges)
    order = sorted(found, key=lambda node: (len(found[node]), _weakest(found[node]), node.order))
    return [(node, list(found[node])) for node in order]


def _weakest(edges: tuple[Edge, ...]) -> Confidence:
    return max(edge.confidence for edge in edges)


def _graph(lineage: Lineage) -> tuple[nx.DiGraph, set[Node]]:
    graph = nx.DiGraph()
    inside: dict[Node, Node | None] = {}
    ends = [end for edge in lineage.edges for end in (edge.source, edge.target)]
    for around in map(enclosing, ends):
        for outer, element in zip((None, *around), around, strict=False):
            inside.setdefault(element, outer)
    made = {edge.target for edge in lineage.edges if edge.kind is EdgeKind.TRANSFORM}
    for node, outer in inside.items():
        graph.add_edge((node, Layer.WHOLE), (node, Layer.TOUCHED), edge=None)
        if outer is not None:
            graph.add_edge((node, Layer.TOUCHED), (outer, Layer.TOUCHED), edge=None)
            if node not in made:
                graph.add_edge((outer, Layer.WHOLE), (node, Layer.WHOLE), edge=None)
    for edge in lineage.edges:
        refers = edge.kind is EdgeKind.RELATIONSHIP
        start = (edge.source, Layer.TOUCHED)
        end_ = (edge.target, Layer.REFERRED if refers else Layer.WHOLE)
        known = graph.get_edge_data(start, end_)
        if known is None or edge.confidence < known["edge"].confidence:
            graph.add_edge(start, end_, edge=edge)
    return graph, set(inside)


def _within(
    graph: nx.DiGraph, inside: set[Node], asked: tuple[Node, Direction, Confidence]
) -> Ways:
    start, direction, limit = asked
    down = direction is Direction.DOWN
    walked = graph if down else graph.reverse()
    sources = [one for one in _sources(graph, inside, start, direction) if one in graph]

    best: Ways = {}
    for vertex, before in _first_ways(walked, sources, limit).items():
        for _, _, edge in walked.out_edges(vertex, data="edge"):
            if edge is None or edge.confidence > limit:
                continue
            node, way = edge.target if down else edge.source, (*before, edge)
            if not _same(start, node) and (node not in best or _order(way) < _order(best[node])):
                best[node] = way
    return best


def _first_ways(
    walked: nx.DiGraph, sources: list[Vertex], limit: Confidence
) -> dict[Vertex, tuple[Edge, ...]]:
    """Return the first of the shortest ways to each vertex: Dijkstra, whole ways as distances."""
    first: dict[Vertex, tuple[Edge, ...]] = {}
    number = count()
    waiting: list[tuple[object, int, Vertex, tuple[Edge, ...]]] = [
        (_order(()), next(number), source, ()) for source in sources
    ]
    while waiting:
        _, _, vertex, way = heappop(waiting)
        if vertex in first:
            continue
        first[vertex] = way
        for _, after, edge in walked.out_edges(vertex, data="edge"):
            if edge is None or edge.confidence <= limit:
                further = way if edge is None else (*way, edge)
                heappush(waiting, (_order(further), next(number), after, further))
    return first


def _order(way: tuple[Edge, ...]) -> tuple[object, ...]:
    return (len(way), [edge.order for edge in way])


def _sources(
    graph: nx.DiGraph, inside: set[Node], start: Node, direction: Direction
) -> Iterator[Vertex]:
    inner = [node for node in inside if node.owner == start.owner and within(node.path, start.path)]
    if direction is Direction.DOWN:
        yield from ((node, Layer.WHOLE) for node in inner)
        yield from ((node, Layer.TOUCHED) for node in enclosing(start))
        return
    yield from ((node, layer) for node in inner for layer in Layer)
    if start not in inner:
        around = [node for node in enclosing(start) if (node, Layer.WHOLE) in graph]
        yield from ((node, Layer.WHOLE) for node in around[-1:])


def _same(start: Node, node: Node) -> bool:
    return start.owner == node.owner and (
        within(node.path, start.path) or within(start.path, node.path)
    )
