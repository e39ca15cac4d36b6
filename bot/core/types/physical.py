"""How two texts of `physicalType` compare, and which logical type such a text goes with.

The tables of the engines are loaded on the first question: most contracts ask none.
"""

from __future__ import annotations

from bot.core.types.comparison import IDENTICAL, TypeComparison
from bot.core.types.servers import dialect_of

__all__ = [
    "compare_physical",
    "dialect_of",
    "holds_whole",
    "logical_of",
    "longest_text",
    "whole_range",
]


def compare_physical(
    old: str, new: str, dialect: str | None, old_dialect: str | None = None
) -> TypeComparison:
    """Compare two values of `physicalType`: the new set of values seen from the old.

    `dialect` is a name of sqlglot's, or None (or any other word) where it is not known: then only
    what every engine that knows both types agrees on is told. `old_dialect` is given where the
    old text was written for another server.

    Never raises. What cannot be read is UNKNOWN with aspect UNPARSED, unless the texts are equal
    but for case and blanks outside quotes.
    """
    if old == new and (old_dialect is None or old_dialect == dialect):
        return IDENTICAL
    from bot.core.types.deciding import decide  # noqa: PLC0415  # see the module

    return decide(old, new, dialect, old_dialect)


def logical_of(physical: str, dialect: str | None) -> str | None:
    """Return the ODCS `logicalType` that a physical type naturally has.

    None where that is not known: text that cannot be read, JSON and its like, durations, and
    types that engines disagree on where the dialect is not known.
    """
    from bot.core.types.deciding import natural_type  # noqa: PLC0415  # see the module

    return natural_type(physical, dialect)


def whole_range(physical: str, dialect: str | None) -> tuple[int, int] | None:
    """Return the least and the greatest whole number that a physical type of whole numbers holds.

    None for other types, for text that cannot be read, and where the dialect is not known and
    engines disagree.
    """
    from bot.core.types.deciding import range_of  # noqa: PLC0415  # see the module

    return range_of(physical, dialect)


def longest_text(physical: str, dialect: str | None) -> int | None:
    """Return how many characters a physical type of texts holds at most.

    None for other types, for texts without a limit of their own, and where some engine that the
    type may be meant for has none. A character takes a byte, or a unit of UTF-16, at least.
    """
    from bot.core.types.deciding import length_of  # noqa: PLC0415  # see the module

    return length_of(physical, dialect)


def holds_whole(physical: str, dialect: str | None) -> bool:
    """Tell whether a physical type holds whole numbers alone, in each engine it may be meant for.

    False for text that cannot be read.
    """
    from bot.core.types.deciding import is_whole  # noqa: PLC0415  # see the module

    return is_whole(physical, dialect)
