"""Whom a change of an element reaches."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bot.core.lineage.flow import Direction, Flow
from bot.core.lineage.graph import Confidence, Edge, Lineage, Node, Owners
from bot.core.lineage.trail import Trail
from bot.core.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Impacted:
    """Who is reached from an element, by which way, and who answers for it.

    `trail` shares its beginning with those of others; `way` and `edges` are made when asked for.
    """

    node: Node
    start: Node
    trail: Trail
    direction: Direction
    owners: Owners

    @property
    def edges(self) -> tuple[Edge, ...]:
        """The edges of the way, in the order in which they are gone."""
        return self.trail.edges()

    @property
    def way(self) -> tuple[Node, ...]:
        """The elements on the way, from the one that it begins with.

        Where it goes from an element on to what encloses it or lies in it, both are told.
        """
        return self.along(self.edges, self.start)

    def along(self, edges: Iterable[Edge], start: Node | None = None) -> tuple[Node, ...]:
        """Return the elements along some edges of the way, each told once where it is met twice."""
        nodes = [] if start is None else [start]
        for edge in edges:
            ends = (edge.source, edge.target)
            nodes += ends if self.direction is Direction.DOWN else reversed(ends)
        return tuple(
            node for index, node in enumerate(nodes) if index == 0 or node != nodes[index - 1]
        )

    @property
    def confidence(self) -> Confidence:
        """How sure the way is: as sure as its weakest edge."""
        return self.trail.confidence

    @property
    def distance(self) -> int:
        """How many steps it is away."""
        return self.trail.distance


@dataclass(frozen=True, slots=True)
class Path:
    """The names on a way: all of them, or those at its two ends and the steps between left out."""

    first: tuple[str, ...]
    left_out: int = 0
    last: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names that are told."""
        return (*self.first, *self.last)


def path_of(found: Impacted, address: Callable[[Node], str]) -> Path:
    """Return the names on a way, made from no more of it than is told."""
    first, last = found.trail.ends()
    return Path(
        first=tuple(map(address, found.along(first, found.start))),
        left_out=found.distance - len(first) - len(last),
        last=tuple(map(address, found.along(last))),
    )


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
            node=node,
            start=element,
            trail=trail,
            direction=direction,
            owners=flow.lineage.owners(node),
        )
        for node, trail in flow.ways(element, direction)
    )
