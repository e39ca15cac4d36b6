"""Searches two machines at once for the texts that only one of them admits."""

from __future__ import annotations

from collections import deque
from functools import lru_cache
from itertools import pairwise

from bot.core.relation import Relation
from bot.core.sets.difference import has_variable, relation_of
from bot.core.sets.pattern_machine import Machine, build
from bot.core.sets.pattern_syntax import read_pattern
from bot.core.sets.pattern_tree import LAST, SURROGATES, UndecidedError

_MOST_STEPS = 400_000
"""Work for one comparison, or one text: some tenths of a second."""
_MOST_STATES = 40_000
_REMEMBERED_BITS = 4_000_000
_PLAIN = (
    "a0A bcdefghijklmnopqrstuvwxyz123456789BCDEFGHIJKLMNOPQRSTUVWXYZ"
    "-_.,:;/+@#%&=!?*()[]{}<>|~^$'\"`\\"
)
"""Printable characters, those first that an example should rather be made of."""


Told = tuple[Relation, str | None, str | None, str]
"""The relation, a text that only the old admits, one that only the new does, and the reason."""


@lru_cache(maxsize=32)
def search(old: str, new: str) -> Told:
    """Return what `bot.core.sets.patterns.compare_patterns` promises.

    Several rules, and the search for a witness, ask the same of each change.
    """
    if has_variable(old, new):
        return Relation.UNKNOWN, None, None, "a pattern holds a variable"
    try:
        walk = _Search(_machine(old), _machine(new))
        finished = walk.run()
    except UndecidedError as undecided:
        return Relation.UNKNOWN, None, None, str(undecided)
    if not finished:
        reason = "the patterns are too large to compare"
        return Relation.UNKNOWN, walk.only_old, walk.only_new, reason
    relation = relation_of(only_old=walk.only_old is not None, only_new=walk.only_new is not None)
    return relation, walk.only_old, walk.only_new, ""


def found_in(pattern: str, text: str) -> bool | None:
    """Return what `bot.core.sets.patterns.matches_pattern` promises."""
    runner = None if has_variable(pattern) else _runner(pattern)
    return None if runner is None else runner.run(text)


def obstacle(pattern: str) -> str:
    """Return what `bot.core.sets.patterns.why_undecided` promises."""
    if has_variable(pattern):
        return "the pattern holds a variable"
    try:
        _machine(pattern)
    except UndecidedError as undecided:
        return str(undecided)
    return ""


def _machine(pattern: str) -> Machine:
    return build(read_pattern(pattern))


@lru_cache(maxsize=32)
def _runner(pattern: str) -> _Runner | None:
    try:
        return _Runner(_machine(pattern))
    except UndecidedError:
        return None


class _Runner:
    """Runs texts through one automaton and remembers the steps it has seen."""

    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        self.seen: dict[tuple[int, str], int] = {}
        self.room = _REMEMBERED_BITS // (len(machine.follow) + 64)

    def run(self, text: str) -> bool | None:
        """Tell whether the text is accepted; None where that takes too much work."""
        state, work = self.machine.start, _MOST_STEPS
        for char in text:
            if state == 0 or self.machine.settled(state):
                break
            following = self.seen.get((state, char))
            if following is None:
                ready = state & self._accepting(char)
                work -= ready.bit_count() + len(self.machine.alphabet)
                if work < 0:
                    return None
                following = self.machine.after(ready)
                if len(self.seen) < self.room:
                    self.seen[state, char] = following
            state = following
        return self.machine.accepts(state)

    def _accepting(self, char: str) -> int:
        code = ord(char)
        positions = 0
        for ranges, accepting in self.machine.alphabet:
            if any(low <= code <= high for low, high in ranges):
                positions |= accepting
        return positions


class _Search:
    """Walks through two automata at once, breadth first, for texts that tell them apart."""

    def __init__(self, old: Machine, new: Machine) -> None:
        self.old, self.new = old, new
        self.only_old: str | None = None
        self.only_new: str | None = None
        self.letters = _letters(old, new)
        self.work = _MOST_STEPS

    def run(self) -> bool:
        """Find the shortest texts; return False where the work ran out before all was seen."""
        first = (self.old.start, self.new.start)
        came: dict[tuple[int, int], tuple[tuple[int, int], str] | None] = {first: None}
        todo = deque([first])
        while todo:
            pair = todo.popleft()
            self._note(pair, came)
            if self._is_over(pair):
                continue
            for letter, following in self._followers(pair):
                if following not in came:
                    came[following] = (pair, letter)
                    todo.append(following)
            if self.work < 0 or len(came) > _MOST_STATES:
                return self.only_old is not None and self.only_new is not None
        return True

    def _note(
        self,
        pair: tuple[int, int],
        came: dict[tuple[int, int], tuple[tuple[int, int], str] | None],
    ) -> None:
        """Keep the text that led to the pair if it is the first that one side alone accepts."""
        in_old, in_new = self.old.accepts(pair[0]), self.new.accepts(pair[1])
        if in_old == in_new or (self.only_old if in_old else self.only_new) is not None:
            return
        letters, back = [], came[pair]
        while back is not None:
            letters.append(back[1])
            back = came[back[0]]
        text = "".join(reversed(letters))
        if in_old:
            self.only_old = text
        else:
            self.only_new = text

    def _is_over(self, pair: tuple[int, int]) -> bool:
        """Tell whether nothing that is still looked for can lie behind the pair."""
        old_may = pair[0] != 0 and not self.new.settled(pair[1]) and self.only_old is None
        new_may = pair[1] != 0 and not self.old.settled(pair[0]) and self.only_new is None
        return not (old_may or new_may)

    def _followers(self, pair: tuple[int, int]) -> list[tuple[str, tuple[int, int]]]:
        """Return the pairs one character further, each with a character that leads there."""
        found: list[tuple[str, tuple[int, int]]] = []
        seen: set[tuple[int, int]] = set()
        for letter, in_old, in_new in self.letters:
            ready = (pair[0] & in_old, pair[1] & in_new)
            self.work -= 1
            if ready not in seen:
                seen.add(ready)
                self.work -= ready[0].bit_count() + ready[1].bit_count()
                found.append((letter, (self.old.after(ready[0]), self.new.after(ready[1]))))
            if self.work < 0:
                break
        return found


def _letters(old: Machine, new: Machine) -> list[tuple[str, int, int]]:
    """Return one character for each group that both automata treat alike, plain ones first."""
    turns: dict[int, list[int]] = {0: [0, 0], SURROGATES[0]: [0, 0], SURROGATES[1] + 1: [0, 0]}
    for side, machine in enumerate((old, new)):
        for ranges, accepting in machine.alphabet:
            for low, high in ranges:
                turns.setdefault(low, [0, 0])[side] ^= accepting
                turns.setdefault(high + 1, [0, 0])[side] ^= accepting
    letters: dict[tuple[int, int], str] = {}
    ready = [0, 0]
    for low, end in pairwise([*sorted(turns), LAST + 1]):
        ready = [ready[side] ^ turns[low][side] for side in (0, 1)]
        if low < end and not SURROGATES[0] <= low <= SURROGATES[1]:
            letter = _plainest(low, end)
            known = letters.get((ready[0], ready[1]))
            if known is None or _rank(letter) < _rank(known):
                letters[ready[0], ready[1]] = letter
    groups = sorted(letters.items(), key=lambda group: _rank(group[1]))
    return [(letter, in_old, in_new) for (in_old, in_new), letter in groups]


def _plainest(low: int, end: int) -> str:
    """Return the character from low up to before end that an example should be made of."""
    plain = _PLAIN if low <= ord("~") else ""
    return next((char for char in plain if low <= ord(char) < end), chr(low))


def _rank(char: str) -> tuple[int, int]:
    place = _PLAIN.find(char)
    return (0, place) if place >= 0 else (1 + (not char.isprintable()), ord(char))
