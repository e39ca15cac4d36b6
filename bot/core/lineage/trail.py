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
        self._trails: dict[int, Trail | None] = {}
        entered: dict[int, Trail | None] = dict.fromkeys(sources)
        ranks = dict.fromkeys(entered, 0)
        while entered:
            entered = self._go_on(self._settle(entered, ranks))
            ranks = {place: rank for rank, place in enumerate(entered)}

    def _settle(
        self, entered: Mapping[int, Trail | None], ranks: Mapping[int, int]
    ) -> dict[int, int]:
        """Return the places of one distance with the rank of the best way to them.

        They are those that were entered and those to which a step from them costs nothing;
        `entered` is in the order of its ways, so that each is reached by the first of them.
        """
        level: dict[int, int] = {}
        trails, steps = self._trails, self._steps
        for first, trail in entered.items():
            waiting = [first]
            while waiting:
                place = waiting.pop()
                if place not in trails:
                    trails[place], level[place] = trail, ranks[first]
                    waiting += [step.after for step in steps[place] if step.edge is None]
        return level

    def _go_on(self, level: Mapping[int, int]) -> dict[int, Trail | None]:
        """Keep the ways that go on from places; return the places to which they lead, in order."""
        ways = sorted(
            (rank, step.order, place, index)
            for place, rank in level.items()
            for index, step in enumerate(self._steps[place])
            if step.edge is not None and step.edge.confidence <= self._limit
        )
        entered: dict[int, Trail | None] = {}
        for _, _, place, index in ways:
            step = self._steps[place][index]
            known = step.after in self._trails or step.after in entered
            if step.edge is not None and not (known and step.end in self.found):
                trail = onward(self._trails[place], step.edge)
                self.found.setdefault(step.end, trail)
                if not known:
                    entered[step.after] = trail
        return entered
