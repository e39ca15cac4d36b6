"""The tree of a regular expression, and the sets of characters in it."""

from __future__ import annotations

from bot.core.records import dataclass

Ranges = tuple[tuple[int, int], ...]
"""Code points as ascending, disjoint ranges, both ends included."""

LAST = 0x10FFFF
SURROGATES = (0xD800, 0xDFFF)


class UndecidedError(Exception):
    """The pattern cannot be judged; the message says why, for people."""


@dataclass(frozen=True, slots=True)
class Chars:
    """One character of a set."""

    ranges: Ranges


@dataclass(frozen=True, slots=True)
class Joined:
    """One part after the other."""

    parts: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """One of the options."""

    options: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Repeated:
    """The body at least `least` and at most `most` times; None is without end."""

    body: Tree
    least: int
    most: int | None


@dataclass(frozen=True, slots=True)
class Edge:
    """The start of the text, or its end."""

    start: bool


@dataclass(frozen=True, slots=True)
class Ahead:
    """What must follow here (`wanted`), or must not, without being consumed."""

    body: Tree
    wanted: bool


Tree = Chars | Joined | Either | Repeated | Edge | Ahead


def joined_ranges(pairs: list[tuple[int, int]]) -> Ranges:
    """Return the pairs sorted, with those that touch made one."""
    merged: list[tuple[int, int]] = []
    for low, high in sorted(pairs):
        if merged and low <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    return tuple(merged)


def complement(ranges: Ranges) -> Ranges:
    """Return every code point outside the ranges."""
    gaps, start = [], 0
    for low, high in ranges:
        if low > start:
            gaps.append((start, low - 1))
        start = high + 1
    return tuple([*gaps, (start, LAST)] if start <= LAST else gaps)
