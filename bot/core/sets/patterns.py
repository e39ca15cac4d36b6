"""Compares regular expressions as the sets of texts in which they are found.

The machines behind it are loaded on the first question: most contracts ask none.
"""

from __future__ import annotations

from bot.core.records import dataclass
from bot.core.relation import Relation


@dataclass(frozen=True, slots=True)
class PatternComparison:
    """How two patterns compare, with a shortest text that only one of them admits.

    `reason` says why the relation is UNKNOWN; a text found before the work ran out stays true.
    """

    relation: Relation
    only_old: str | None = None
    only_new: str | None = None
    reason: str = ""


def compare_patterns(old: str, new: str) -> PatternComparison:
    """Return how the texts that the new pattern admits compare.

    Patterns are of ECMA-262 and found anywhere in a text, as JSON Schema has it (6.3.3 of
    draft 2020-12): `a` admits every text with an a in it. Characters are code points. UNKNOWN,
    after bounded work, for what is no regular set, holds a variable, or is too large.
    """
    if old == new:
        return PatternComparison(Relation.SAME)
    from bot.core.sets.pattern_search import search  # noqa: PLC0415  # see the module

    return PatternComparison(*search(old, new))


def matches_pattern(pattern: str, text: str) -> bool | None:
    """Tell whether the pattern is found in the text, in bounded time; None where undecided."""
    from bot.core.sets.pattern_search import found_in  # noqa: PLC0415  # see the module

    return found_in(pattern, text)


def why_undecided(pattern: str) -> str:
    """Return why a pattern cannot be judged, for people; "" where it can."""
    from bot.core.sets.pattern_search import obstacle  # noqa: PLC0415  # see the module

    return obstacle(pattern)
