"""Looks at patterns as they are written: what keeps one from being read, and how large it is."""

from __future__ import annotations

from functools import lru_cache

from bot.core.records import dataclass
from bot.core.sets.difference import has_variable

_BROKEN = (
    "a group is closed",
    "a group is not closed",
    "nothing stands before",
    "a quantifier has its numbers",
    "a range of a class",
    "the pattern ends too early",
)
"""How the reasons begin that hold for every engine of regular expressions."""


@dataclass(frozen=True, slots=True)
class PatternFault:
    """Why a pattern cannot be read, for people; `broken` where no engine can read it."""

    reason: str
    broken: bool


@lru_cache(maxsize=1024)
def pattern_fault(pattern: str) -> PatternFault | None:
    """Return what keeps a pattern from being read as ECMA-262 has it; None where nothing does.

    A pattern with a variable is none yet, and has no fault.
    """
    if has_variable(pattern):
        return None
    from bot.core.sets.pattern_syntax import read_pattern  # noqa: PLC0415  # few contracts have one
    from bot.core.sets.pattern_tree import UndecidedError  # noqa: PLC0415  # as above

    try:
        read_pattern(pattern)
    except UndecidedError as undecided:
        reason = str(undecided)
        return PatternFault(reason, broken=reason.startswith(_BROKEN))
    return None


@lru_cache(maxsize=1024)
def pattern_size(pattern: str) -> int | None:
    """Return how many characters the pattern tells apart once its repetitions are written out.

    The work of matching a text grows with the square of it. None for what cannot be read.
    """
    if has_variable(pattern) or pattern_fault(pattern) is not None:
        return None
    from bot.core.sets.pattern_syntax import read_pattern  # noqa: PLC0415  # few contracts have one

    return _size(read_pattern(pattern))


def _size(tree: object) -> int:
    from bot.core.sets.pattern_tree import (  # noqa: PLC0415  # as above
        Ahead,
        Either,
        Joined,
        Repeated,
    )

    match tree:
        case Joined(parts=parts) | Either(options=parts):
            return sum(_size(part) for part in parts)
        case Repeated(body=body, least=least, most=most):
            return _size(body) * max(1, most or least)
        case Ahead(body=body):
            return _size(body)
        case _:
            return 1
