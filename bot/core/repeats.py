"""Finds the members of a list that have a name which another one had before."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

T = TypeVar("T")


def repeats(members: Sequence[T], key: Callable[[T], Hashable]) -> list[tuple[T, T]]:
    """Return each member whose key another one has, after the first that has it.

    Members whose key is None or empty have none.
    """
    if len(members) < 2:  # noqa: PLR2004  # it takes two to be alike
        return []
    first: dict[Hashable, T] = {}
    found = []
    for member in members:
        name = key(member)
        if name in (None, ""):
            continue
        if name in first:
            found.append((member, first[name]))
        else:
            first[name] = member
    return found
