"""The way of a change through the lineage: what it reaches, what reaches it, and where it circles.

Each element has up to three vertices. TOUCHED: something in it changed, so what reads it, or what
encloses it, is reached. WHOLE: it may have changed all over, so what it encloses is reached as
well, but for fields that say themselves what they are made of. REFERRED: a foreign key names it; a
change of the key's target reaches the key and ends there, since its values are not made from it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from bot.core.lineage.graph import (
    Confidence,
    Edge,
    EdgeKind,
    FaultKind,
    Lineage,
    LineageFault,
    Node,
    NodeKind,
)
from bot.core.lineage.paths import prefixes, within
from bot.core.lineage.trail import Step, Steps, Trail, Walk


class Direction(StrEnum):
    """Along the edges, to those who read; or against them, to what is read."""

    DOWN = "down"
    UP = "up"


class Layer(StrEnum):
    """Which vertex of an element is meant."""

    TOUCHED = "touched"
    WHOLE = "whole"
    REFERRED = "referred"


Vertex = tuple[Node, Layer]
T = TypeVar("T", bound=Hashable)
_Steps = Mapping[Vertex, Mapping[Vertex, Edge | None]]


class Flow:
    """A lineage as networkx can walk it. Building it is linear in the edges."""

    def __init__(self, lineage: Lineage) -> None:
        self.lineage = lineage

    @cached_property
    def _steps(self) -> _Steps:
        """Return every step down: along an edge, or within a contract, which has none."""
        steps: dict[Vertex, dict[Vertex, Edge | None]] = {}
        inside = self._elements
        made = {edge.target for edge in self.lineage.edges if edge.kind is EdgeKind.TRANSFORM}
        for node, around in inside.items():
            steps.setdefault((node, Layer.WHOLE), {})[node, Layer.TOUCHED] = None
            if around is not None:
                steps.setdefault((node, Layer.TOUCHED), {})[around, Layer.TOUCHED] = None
                if node not in made:
                    steps.setdefault((around, Layer.WHOLE), {})[node, Layer.WHOLE] = None
        for edge in self.lineage.edges:
            start, end = _ends(edge)
            ends = steps.setdefault(start, {})
            known = ends.get(end)
            if known is None or edge.confidence < known.confidence:
                ends[end] = edge
        return steps

    @cached_property
    def _steps_up(self) -> _Steps:
        steps: dict[Vertex, dict[Vertex, Edge | None]] = {}
        for start, ends in self._steps.items():
            for end, edge in ends.items():
                steps.setdefault(end, {})[start] = edge
        return steps

    def _circling(self) -> Mapping[tuple[Vertex, Vertex], Edge | None]:
        """Return the steps that may lie on a circle; nearly always there are none."""
        pairs = ((edge.source.owner, edge.target.owner) for edge in self.lineage.edges)
        owners = on_circles(pairs)
        steps = {
            (start, end): edge
            for start, ends in self._steps.items()
            if start[0].owner in owners
            for end, edge in ends.items()
            if end[0].owner in owners
        }
        left = on_circles(steps)
        return {ends: edge for ends, edge in steps.items() if ends[0] in left and ends[1] in left}

    @cached_property
    def _elements(self) -> Mapping[Node, Node | None]:
        """Return each end of an edge, and each element around one, with what encloses it."""
        found: dict[Node, Node | None] = {}
        for edge in self.lineage.edges:
            for end in (edge.source, edge.target):
                if end in found:
                    continue
                outer: Node | None = None
                for element in enclosing(end):
                    found.setdefault(element, outer)
                    outer = element
        return found

    @cached_property
    def _by_owner(self) -> Mapping[Node, tuple[Node, ...]]:
        found: defaultdict[Node, list[Node]] = defaultdict(list)
        for node in self._elements:
            found[node.owner].append(node)
        return {owner: tuple(nodes) for owner, nodes in found.items()}

    @cached_property
    def _places(self) -> Mapping[Vertex, int]:
        """Return every vertex with its number."""
        steps = self._steps.items()
        found = dict.fromkeys(vertex for start, ends in steps for vertex in (start, *ends))
        return {vertex: number for number, vertex in enumerate(found)}

    @cached_property
    def _numbered_down(self) -> Steps:
        return self._numbered(self._steps, Direction.DOWN)

    @cached_property
    def _numbered_up(self) -> Steps:
        return self._numbered(self._steps_up, Direction.UP)

    @cached_property
    def _orders(self) -> Mapping[Edge, int]:
        ordered = sorted(self.lineage.edges, key=lambda edge: edge.order)
        return {edge: number for number, edge in enumerate(ordered)}

    @cached_property
    def _ends(self) -> Mapping[Node, int]:
        return {node: number for number, node in enumerate(self._elements)}

    def _numbered(self, steps: _Steps, direction: Direction) -> Steps:
        places, orders, ends = self._places, self._orders, self._ends
        down = direction is Direction.DOWN
        numbered: list[list[Step]] = [[] for _ in places]
        for start, after in steps.items():
            numbered[places[start]] = [
                Step(places[vertex], None, 0, 0)
                if edge is None
                else Step(
                    places[vertex], edge, orders[edge], ends[edge.target if down else edge.source]
                )
                for vertex, edge in after.items()
            ]
        return numbered

    def ways(
        self, start: Node, direction: Direction = Direction.DOWN
    ) -> tuple[tuple[Node, Trail], ...]:
        """Return everything that is reached from an element, nearest first, with a way to it.

        Of several ways the surest is told, and of those the shortest. What lies in the element
        itself, or encloses it, is not told.
        """
        down = direction is Direction.DOWN
        steps = self._numbered_down if down else self._numbered_up
        sources = [
            self._places[vertex]
            for vertex in self._sources(start, direction)
            if vertex in self._places
        ]
        found: dict[int, Trail] = {}
        for limit in self._confidences if sources else ():
            found = Walk(steps, sources, limit).found | found
        told = (
            (trail.edge.target if down else trail.edge.source, trail) for trail in found.values()
        )
        return tuple(sorted((one for one in told if not _same(start, one[0])), key=_way_order))

    @cached_property
    def _confidences(self) -> tuple[Confidence, ...]:
        return tuple(sorted({edge.confidence for edge in self.lineage.edges}))

    def _sources(self, start: Node, direction: Direction) -> Iterator[Vertex]:
        """Yield where a walk begins: the element, all that it encloses, and what encloses it."""
        inner = [
            node for node in self._by_owner.get(start.owner, ()) if within(node.path, start.path)
        ]
        if direction is Direction.DOWN:
            yield from ((node, Layer.WHOLE) for node in inner)
            yield from ((node, Layer.TOUCHED) for node in enclosing(start))
            return
        for node in inner:
            yield from ((node, layer) for layer in Layer)
        if start not in inner:
            around = [node for node in enclosing(start) if (node, Layer.WHOLE) in self._steps]
            yield from ((node, Layer.WHOLE) for node in around[-1:])

    def edges(self, start: Node, direction: Direction) -> tuple[Edge, ...]:
        """Return every edge of every way from an element in a direction, sorted."""
        found = set(self._edges((start,), direction))
        return tuple(sorted(found, key=lambda edge: edge.order))

    def downstream(self, starts: Iterable[Node]) -> frozenset[Node]:
        """Return every contract, data product and consumer that a change of elements reaches."""
        return frozenset(edge.target.owner for edge in self._edges(starts, Direction.DOWN))

    def _edges(self, starts: Iterable[Node], direction: Direction) -> Iterator[Edge]:
        steps = self._steps if direction is Direction.DOWN else self._steps_up
        waiting = [vertex for start in starts for vertex in self._sources(start, direction)]
        seen = set(waiting)
        while waiting:
            for after, edge in steps.get(waiting.pop(), {}).items():
                if edge is not None:
                    yield edge
                if after not in seen:
                    seen.add(after)
                    waiting.append(after)

    def cycles(self) -> tuple[LineageFault, ...]:
        """Return a fault for each set of elements that are made of each other."""
        circling = self._circling() if self.lineage.edges else {}
        if not circling:
            return ()
        import networkx as nx  # type: ignore[import-untyped]  # noqa: PLC0415  # takes 0.16 s

        faults = []
        graph = nx.DiGraph(circling.keys())
        for part in nx.strongly_connected_components(graph):
            if len(part) > 1:
                steps = graph.subgraph(part).edges
                ordered = nx.DiGraph(sorted(steps, key=_step_order))
                circle = nx.find_cycle(ordered, min(part, key=_vertex_order))
                edges = [circling[step] for step in circle]
                faults.append(self._circle([edge for edge in edges if edge is not None]))
        return tuple(sorted(faults, key=lambda fault: fault.where))

    def _circle(self, edges: list[Edge]) -> LineageFault:
        first = min(range(len(edges)), key=lambda index: edges[index].order)
        turned = [*edges[first:], *edges[:first]]
        names = [f"`{self.lineage.address(edge.source)}`" for edge in turned[:_MOST_TOLD]]
        names += ["…"] if len(turned) > _MOST_TOLD else []
        names.append(f"`{self.lineage.address(turned[0].source)}`")
        return LineageFault(
            kind=FaultKind.CYCLE,
            node=turned[0].target,
            reference=self.lineage.address(turned[0].source),
            message=f"the lineage goes in a circle: {' → '.join(names)}",
            where=turned[0].where,
        )


_MOST_TOLD = 8


def enclosing(node: Node) -> tuple[Node, ...]:
    """Return the contract, the object and the fields around an element, then itself."""
    if node.owner is node:
        return (node,)
    paths = prefixes(node.path)
    kinds = (NodeKind.OBJECT, *(NodeKind.FIELD for _ in paths[1:]))
    inner = (
        Node(kind, node.holder, path, node.major) for kind, path in zip(kinds, paths, strict=True)
    )
    return (node.owner, *inner)


def on_circles(steps: Iterable[tuple[T, T]]) -> frozenset[T]:
    """Return what may lie on a circle of steps: all that does, and what is between two circles.

    What no step leads to is taken away until there is no such, and then what no step leads out of
    (Kahn 1962). It takes no more than a look at each step.
    """
    left = set(steps)
    for turn in (0, 1):
        after: defaultdict[T, list[tuple[T, T]]] = defaultdict(list)
        for step in left:
            after[step[turn]].append(step)
        into = Counter(step[1 - turn] for step in left)
        waiting = [one for one in after if not into[one]]
        while waiting:
            for step in after[waiting.pop()]:
                left.discard(step)
                into[step[1 - turn]] -= 1
                if not into[step[1 - turn]]:
                    waiting.append(step[1 - turn])
    return frozenset(one for step in left for one in step)


def _ends(edge: Edge) -> tuple[Vertex, Vertex]:
    refers = edge.kind is EdgeKind.RELATIONSHIP
    return (edge.source, Layer.TOUCHED), (edge.target, Layer.REFERRED if refers else Layer.WHOLE)


def _same(start: Node, node: Node) -> bool:
    """Tell whether one of two elements is, or lies in, the other."""
    return (
        start.holder == node.holder
        and start.owner == node.owner
        and (within(node.path, start.path) or within(start.path, node.path))
    )


def _way_order(told: tuple[Node, Trail]) -> tuple[object, ...]:
    node, trail = told
    return (trail.distance, trail.confidence, node.order)


def _step_order(step: tuple[Vertex, Vertex]) -> tuple[object, ...]:
    return (_vertex_order(step[0]), _vertex_order(step[1]))


def _vertex_order(vertex: Vertex) -> tuple[object, ...]:
    return (vertex[0].order, vertex[1])
