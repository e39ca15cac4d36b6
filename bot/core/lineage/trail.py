"""Ways that share what they have in common: each knows its last edge and the way before that.

So all ways from one element together take no more room than the elements that they reach.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bot.core.lineage.graph import Confidence, Edge
from bot.core.records import dataclass

MOST_ENDS = 16
"""So many edges at each end of a way are at hand, however long it is."""


@dataclass(frozen=True, slots=True, eq=False)
class Trail:
    """A way of at least one edge. `first` is its beginning, or None where all of it is that."""

    before: Trail | None
    edge: Edge
    distance: int
    confidence: Confidence
    first: Trail | None

    def edges(self) -> tuple[Edge, ...]:
        """Return all edges, in the order in which they are gone."""
        return self.last(self.distance)

    def ends(self) -> tuple[tuple[Edge, ...], tuple[Edge, ...]]:
        """Return the first edges and the last ones; where there are few, all are the first."""
        if self.distance <= 2 * MOST_ENDS or self.first is None:
            return self.edges(), ()
        return self.first.edges(), self.last(MOST_ENDS)

    def last(self, most: int) -> tuple[Edge, ...]:
        """Return the last edges, no more than so many."""
        found: list[Edge] = []
        trail: Trail | None = self
        while trail is not None and len(found) < most:
            found.append(trail.edge)
            trail = trail.before
        return tuple(reversed(found))

    def __eq__(self, other: object) -> bool:
        """Two ways are one where their edges are the same."""
        if not isinstance(other, Trail):
            return NotImplemented
        return self is other or (self.distance == other.distance and self.edges() == other.edges())

    def __hash__(self) -> int:
        """Return what the ways of one length that end with one edge have in common."""
        return hash((self.distance, self.edge))


def onward(before: Trail | None, edge: Edge) -> Trail:
    """Return a way with one edge more."""
    if before is None:
        return Trail(None, edge, 1, edge.confidence, None)
    first = before.first or (before if before.distance == MOST_ENDS else None)
    return Trail(before, edge, before.distance + 1, max(before.confidence, edge.confidence), first)


def trail_of(edges: Iterable[Edge]) -> Trail:
    """Return the way of some edges. Raises ValueError where there are none."""
    trail: Trail | None = None
    for edge in edges:
        trail = onward(trail, edge)
    if trail is None:
        message = "a way has at least one edge"
        raise ValueError(message)
    return trail


@dataclass(frozen=True, slots=True)
class Step:
    """A step from a place to another; without an edge it costs nothing and leads to no element.

    `order` sorts edges, and `end` is the number of the element to which the edge leads.
    """

    after: int
    edge: Edge | None
    order: int
    end: int


Steps = Sequence[Sequence[Step]]


class Walk:
    """All that is reached from some places along edges of a confidence, in one go.

    `found` has the best way to each element by its number: the shortest, and of those the first
    by the order of the edges. Each place is left once, and each of its steps looked at twice.
    """

    def __init__(self, steps: Steps, sources: Iterable[int], limit: Confidence) -> None:
        self.found: dict[int, Trail] = {}
        self._steps = steps
        self._limit = limit
        self._distance: dict[int, int] = dict.fromkeys(sources, 0)
        self._trails: dict[int, Trail | None] = dict.fromkeys(self._distance)
        self._ranks: dict[int, int] = dict.fromkeys(self._distance, 0)
        level = list(self._distance)
        distance = 0
        while level:
            entered = self._settle(level, distance)
            self._tell(level)
            distance += 1
            level = self._enter(entered, distance)

    def _settle(self, level: list[int], distance: int) -> dict[int, tuple[int, Step]]:
        """Add all places at a distance; return the steps to places that are one further."""
        entered: dict[int, tuple[int, Step]] = {}
        known, trails, ranks, limit = self._distance, self._trails, self._ranks, self._limit
        for place in level:
            for step in self._steps[place]:
                after = step.after
                if step.edge is None:
                    if known.get(after, distance + 1) > distance:
                        known[after] = distance
                        trails[after], ranks[after] = trails[place], ranks[place]
                        level.append(after)
                elif after not in known and step.edge.confidence <= limit:
                    known[after] = distance + 1
                    entered[after] = (place, step)
        return entered

    def _tell(self, level: Iterable[int]) -> None:
        """Keep the best of the ways that go on from places of one distance."""
        best: dict[int, tuple[int, int, int]] = {}
        steps: dict[int, Step] = {}
        for place in level:
            for step in self._steps[place]:
                end = step.end
                if step.edge is None or step.edge.confidence > self._limit or end in self.found:
                    continue
                order = (self._ranks[place], step.order, place)
                if end not in best or order < best[end]:
                    best[end], steps[end] = order, step
        for end, (_, _, place) in best.items():
            edge = steps[end].edge
            if edge is not None:
                self.found[end] = onward(self._trails[place], edge)

    def _enter(self, entered: Mapping[int, tuple[int, Step]], distance: int) -> list[int]:
        """Return the places that are entered, with their ways in the order of those."""
        level = [place for place in entered if self._distance[place] == distance]
        ranks = self._ranks

        def order(place: int) -> tuple[int, int]:
            before, step = entered[place]
            return (ranks[before], step.order)

        for rank, place in enumerate(sorted(level, key=order)):
            before, step = entered[place]
            if step.edge is not None:
                self._trails[place] = onward(self._trails[before], step.edge)
            ranks[place] = rank
        return level
