"""Pairs the members of two lists: by what names them, never by their index."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from bot.core.records import dataclass

E = TypeVar("E")
Key = Callable[[E], Hashable]


@dataclass(frozen=True, slots=True)
class Matching(Generic[E]):
    """Pairs in the old list's order, then what is left on either side, in its own order."""

    pairs: tuple[tuple[E, E], ...]
    removed: tuple[E, ...]
    added: tuple[E, ...]


def match(old: Sequence[E], new: Sequence[E], keys: Sequence[Key[E]]) -> Matching[E]:
    """Pair members that agree on the first key; of the rest, those that agree on the next; ….

    A key of None names nobody. Members with the same key pair up in their order.
    """
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for key in keys:
        waiting: defaultdict[Hashable, deque[int]] = defaultdict(deque)
        for index, member in enumerate(new):
            if index not in taken and (value := key(member)) is not None:
                waiting[value].append(index)
        for index, member in enumerate(old):
            if index in partner or (value := key(member)) is None:
                continue
            if waiting[value]:
                partner[index] = waiting[value].popleft()
                taken.add(partner[index])
        if len(partner) == len(old) or len(taken) == len(new):
            break
    return Matching(
        pairs=tuple((old[index], new[partner[index]]) for index in sorted(partner)),
        removed=tuple(member for index, member in enumerate(old) if index not in partner),
        added=tuple(member for index, member in enumerate(new) if index not in taken),
    )


def in_order(new: Sequence[E], pairs: Sequence[tuple[E, E]]) -> bool:
    """Tell whether the paired members stand in the same order on both sides."""
    places = {id(member): index for index, member in enumerate(new)}
    order = [places[id(after)] for _, after in pairs]
    return order == sorted(order)
