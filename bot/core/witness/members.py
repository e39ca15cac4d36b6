"""Finds texts that a pattern admits, of the lengths that are asked for."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.core.sets.patterns import PatternComparison, compare_patterns

NOTHING = r"[^\s\S]"
"""A pattern that no text matches."""
LONGEST = 1_024
"""No text of a witness is longer: it is read by people."""
_LONGEST_SEARCHED = 128
"""Longer texts are not searched for: each character is a state of the search."""


@lru_cache(maxsize=1_024)
def members(pattern: str, least: int, most: int | None, count: int) -> tuple[str, ...]:
    """Return up to `count` texts that the pattern admits, of at least and at most so many letters.

    Shortest first, in bounded time; () where there is none, or none could be found.
    """
    found: list[str] = []
    fits = pattern
    while len(found) < count:
        without = "|".join(re.escape(text) for text in found)
        text = compare_patterns(fits, f"^(?:{without})$" if found else NOTHING).only_old
        if text is not None and least <= len(text) <= (LONGEST if most is None else most):
            found.append(text)
        elif text is not None and fits == pattern and least <= _LONGEST_SEARCHED:
            fits = sized(pattern, least, most)
        else:
            break
    return tuple(found)


def sized(pattern: str, least: int, most: int | None) -> str:
    """Return a pattern of the texts that the pattern admits, of so many letters."""
    if most is not None and most > _LONGEST_SEARCHED:
        most = _LONGEST_SEARCHED
    counts = f"{least},{'' if most is None else most}"
    return rf"^(?=[\s\S]{{{counts}}}$)[\s\S]*(?:{pattern})"


@lru_cache(maxsize=512)
def difference(old: str, new: str, least: int, most: int | None) -> PatternComparison:
    """Return how two patterns compare among texts of so many letters."""
    if not least and most is None:
        return compare_patterns(old, new)
    if least > _LONGEST_SEARCHED:
        return compare_patterns(NOTHING, NOTHING)
    return compare_patterns(sized(old, least, most), sized(new, least, most))
