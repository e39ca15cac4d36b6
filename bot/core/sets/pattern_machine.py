"""Turns the tree of a pattern into an automaton whose states are sets of positions."""

from __future__ import annotations

from enum import Enum

from bot.core.records import dataclass
from bot.core.sets.pattern_tree import (
    LAST,
    Ahead,
    Chars,
    Edge,
    Either,
    Joined,
    Ranges,
    Repeated,
    Tree,
    UndecidedError,
)

MOST_POSITIONS = 5_000
"""Characters of a pattern once its counted repetitions are written out."""
_MOST_VISITS = 400_000
_ANY: Ranges = ((0, LAST),)


@dataclass(frozen=True, slots=True)
class Term:
    """One part of the condition: its positions, and the two that tell it has been met.

    `end` is ready where the text may end here, `done` where whatever follows is accepted too.
    """

    positions: int
    end: int
    done: int
    wanted: bool


@dataclass(frozen=True, slots=True)
class Machine:
    """An automaton. A state is the set of positions that are ready, as the bits of an int.

    After a character, the positions ready next are those that `follow` the ready ones which
    accept it. 0 is the state from which nothing is accepted any more.
    """

    start: int
    follow: tuple[int, ...]
    alphabet: tuple[tuple[Ranges, int], ...]
    """Each set of characters with the positions that accept it."""
    terms: tuple[Term, ...]

    def accepts(self, state: int) -> bool:
        """Tell whether a text that leads to the state is accepted."""
        return all(bool(state & term.end) == term.wanted for term in self.terms)

    def settled(self, state: int) -> bool:
        """Tell whether every text that begins so is accepted."""
        return all(state & term.done and term.wanted for term in self.terms)

    def after(self, ready: int) -> int:
        """Return the state after a character that exactly these ready positions accept."""
        reached = 0
        while ready:
            lowest = ready & -ready
            reached |= self.follow[lowest.bit_length() - 1]
            ready ^= lowest
        return self.reduced(reached)

    def reduced(self, state: int) -> int:
        """Return the one state that stands for all that accept the same texts for sure."""
        for term in self.terms:
            if state & term.done:
                if not term.wanted:
                    return 0
                state = (state & ~term.positions) | term.done | term.end
            elif term.wanted and not state & term.positions:
                return 0
        return state


class _Step(Enum):
    """When a step that consumes nothing may be taken."""

    ALWAYS = "always"
    AT_START = "at the start of the text"
    AT_END = "at the end of the text"


class _Net:
    """A net of nodes after Thompson: free steps, and steps that consume one character."""

    def __init__(self) -> None:
        self.free: list[list[tuple[_Step, int]]] = []
        self.taking: dict[int, tuple[Ranges, int]] = {}
        self.visits = 0

    def node(self) -> int:
        """Return a new node."""
        self.free.append([])
        return len(self.free) - 1

    def step(self, origin: int, target: int, when: _Step = _Step.ALWAYS) -> None:
        """Add a step that consumes nothing."""
        self.free[origin].append((when, target))

    def add(self, tree: Tree, entry: int) -> int:
        """Add the nodes of a tree behind the entry; return the node behind them."""
        match tree:
            case Chars():
                leaving = self.node()
                self.taking[entry] = (tree.ranges, leaving)
                return leaving
            case Edge():
                leaving = self.node()
                self.step(entry, leaving, _Step.AT_START if tree.start else _Step.AT_END)
                return leaving
            case Joined():
                for part in tree.parts:
                    entry = self.add(part, entry)
                return entry
            case Either():
                return self._either(tree, entry)
            case Repeated():
                return self._repeated(tree, entry)
            case Ahead():
                raise UndecidedError("look-ahead is understood at the start of a pattern only")

    def _either(self, tree: Either, entry: int) -> int:
        leaving = self.node()
        for option in tree.options:
            first = self.node()
            self.step(entry, first)
            self.step(self.add(option, first), leaving)
        return leaving

    def _repeated(self, tree: Repeated, entry: int) -> int:
        for _ in range(tree.least):
            entry = self.add(tree.body, self._apart(entry))
        leaving = self.node()
        if tree.most is None:
            loop = self._apart(entry)
            self.step(loop, leaving)
            self.step(self.add(tree.body, self._apart(loop)), loop)
            return leaving
        for _ in range(tree.most - tree.least):
            self.step(entry, leaving)
            entry = self.add(tree.body, self._apart(entry))
        self.step(entry, leaving)
        return leaving

    def _apart(self, entry: int) -> int:
        """Return a node of its own behind the entry, so that loops do not share nodes."""
        node = self.node()
        self.step(entry, node)
        return node

    def reach(self, origin: int, goal: int, *, at_start: bool) -> tuple[set[int], bool, bool]:
        """Return the nodes ready to take a character, whether the goal is met, and for good.

        Behind the end of the text no character can be taken, and the goal is met there only.
        """
        seen = {(origin, False)}
        todo = [(origin, False)]
        while todo:
            node, ended = todo.pop()
            for when, target in self.free[node]:
                step = (target, ended or when is _Step.AT_END)
                if step not in seen and (when is not _Step.AT_START or at_start):
                    seen.add(step)
                    todo.append(step)
        self.visits += len(seen)
        if self.visits > _MOST_VISITS:
            raise UndecidedError("the pattern has too many ways through it")
        ready = {node for node, ended in seen if not ended and node in self.taking}
        return ready, (goal, True) in seen or (goal, False) in seen, (goal, False) in seen


def build(tree: Tree) -> Machine:
    """Return the automaton of the texts in which the pattern is found anywhere.

    Raises UndecidedError where the pattern is too large, or looks ahead elsewhere than right
    behind a leading `^`.
    """
    follow: list[int] = []
    sets: dict[Ranges, int] = {}
    start, terms = 0, []
    for part, wanted in _conditions(tree):
        if _size(part) > MOST_POSITIONS:
            raise UndecidedError("the pattern is too large once its repetitions are written out")
        begin, term = _add_term(part, follow, sets, wanted=wanted)
        start |= begin
        terms.append(term)
    machine = Machine(start, tuple(follow), tuple(sets.items()), tuple(terms))
    return Machine(machine.reduced(start), machine.follow, machine.alphabet, machine.terms)


def _conditions(tree: Tree) -> list[tuple[Tree, bool]]:
    """Return the trees that must (True) or must not be found, all anchored as the tree is."""
    while isinstance(tree, Joined) and len(tree.parts) == 1:
        tree = tree.parts[0]
    if not isinstance(tree, Joined) or tree.parts[:1] != (Edge(start=True),):
        return [(tree, True)]
    count = 1
    found: list[tuple[Tree, bool]] = []
    for part in tree.parts[1:]:
        if not isinstance(part, Ahead):
            break
        found.append((Joined((tree.parts[0], part.body)), part.wanted))
        count += 1
    return [(Joined((tree.parts[0], *tree.parts[count:])), True), *found]


def _add_term(
    tree: Tree, follow: list[int], sets: dict[Ranges, int], *, wanted: bool
) -> tuple[int, Term]:
    """Add the positions of one condition to the tables; return its start and its marks."""
    net = _Net()
    entry = net.node()
    goal = net.add(tree, entry)
    first = len(follow)
    places = {node: first + 3 + index for index, node in enumerate(net.taking)}
    end, done, prefix = (1 << first + index for index in range(3))

    def ready_from(node: int, *, at_start: bool) -> int:
        nodes, met, settled = net.reach(node, goal, at_start=at_start)
        return _bits([places[node] for node in nodes]) | end * met | done * settled

    start = prefix | ready_from(entry, at_start=True)
    rows = [0, done | end, prefix | ready_from(entry, at_start=False)]
    rows += [ready_from(target, at_start=False) for _, target in net.taking.values()]
    alive = _alive(rows, first)
    follow += [row & alive for row in rows]
    sets[_ANY] = sets.get(_ANY, 0) | (done | prefix) & alive
    for node, (ranges, _) in net.taking.items():
        sets[ranges] = sets.get(ranges, 0) | 1 << places[node] & alive
    everything = (1 << len(follow)) - (1 << first)
    return start & alive, Term(everything, end, done, wanted)


def _alive(rows: list[int], first: int) -> int:
    """Return the positions from which the end can be met; others only make states differ."""
    alive = 1 << first
    before = 0
    while alive != before:
        before = alive
        for index in range(len(rows) - 1, -1, -1):
            if rows[index] & alive:
                alive |= 1 << first + index
    return alive


def _bits(places: list[int]) -> int:
    state = 0
    for place in places:
        state |= 1 << place
    return state


def _size(tree: Tree) -> int:
    """Return how many nodes the tree takes, counted no further than the limit."""
    match tree:
        case Joined():
            size = sum(_size(part) for part in tree.parts)
        case Either():
            size = sum(_size(option) for option in tree.options)
        case Repeated():
            times = tree.least + 1 if tree.most is None else tree.most
            size = _size(tree.body) * times
        case _:
            size = 1
    return max(1, min(size, MOST_POSITIONS + 1))
