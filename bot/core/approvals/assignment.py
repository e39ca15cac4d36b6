"""As what each person counts, where one person may fill only one role."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import product

MOST_TRIED = 4096
"""So many ways to place people are tried; who is left over keeps the first side in the alphabet."""
Sides = Mapping[str, str]
"""The side on which each login counts."""


def best(people: Mapping[str, frozenset[str]], worth: Callable[[Sides], tuple[int, ...]]) -> Sides:
    """Return the placing of people that is worth most; of equals the first in the alphabet.

    `people` has the sides on which each login could count. A person on one side meets every
    requirement of that side, so this is no matching of people with seats: that would ask for
    another owner for each contract of one team. Few people review and can stand on two sides, so
    every placing is tried; where there are too many, a placing that is tried is worth less, never
    more, than the best one.
    """
    free = sorted(login for login, sides in people.items() if len(sides) > 1)
    fixed = {login: min(sides) for login, sides in people.items() if sides}
    kept: list[str] = []
    tried = 1
    for login in free:
        tried *= len(people[login])
        if tried > MOST_TRIED:
            break
        kept.append(login)
    placings = (fixed | chosen for chosen in _choices(kept, people))
    return max(placings, key=worth)


def _choices(free: list[str], people: Mapping[str, frozenset[str]]) -> Iterator[dict[str, str]]:
    for sides in product(*(sorted(people[login]) for login in free)):
        yield dict(zip(free, sides, strict=True))
