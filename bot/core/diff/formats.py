"""Compares the formats of numbers, dates and times, and what else goes with a field's types."""

from __future__ import annotations

from fractions import Fraction

from bot.core.contract.model import Field
from bot.core.relation import Relation
from bot.core.sets.formats import compare_formats, integer_width
from bot.core.sets.intervals import Bound, Interval, compare_intervals
from bot.core.sets.line import Line
from bot.core.types.logical import retyped
from bot.core.types.physical import holds_whole, whole_range

NUMBERS = frozenset(("integer", "number"))
CLOCKS = frozenset(("date", "timestamp", "time"))
_EXACT = {"f32": 2**24, "f64": 2**53}
"""Up to which whole number a binary float keeps every one (IEEE 754)."""
_ANY = Interval(line=Line.INTEGER)


def compare_number_formats(
    before: Field, after: Field, old_dialect: str | None, dialect: str | None
) -> Relation | None:
    """Return how the numbers compare that the formats admit; None where none are meant.

    An integer without a format is as wide as its physical type, else `i32` (ODCS v3.2.0). A field
    without a type has no format, so that one that comes with a type is a limit of its own.
    """
    kinds = {before.logical_type, after.logical_type} - {None}
    if not kinds or not kinds <= NUMBERS:
        return None
    if kinds == {"number"}:
        return compare_formats(before.options.format, after.options.format, "number")
    old, new = _width(before, old_dialect), _width(after, dialect)
    return compare_intervals(old, new)


def compare_clock_formats(before: Field, after: Field) -> Relation | None:
    """Return how the texts compare that the formats of a date or time admit; None for others."""
    kinds = {before.logical_type, after.logical_type} - {None}
    if len(kinds) != 1 or not kinds <= CLOCKS:
        return None
    for untyped, relation in ((before, Relation.NARROWER), (after, Relation.WIDER)):
        if untyped.logical_type is None and untyped.physical_type is None:
            return relation
    return compare_formats(before.options.format, after.options.format, kinds.pop() or "")


def is_whole_column(
    before: Field, after: Field, old_dialect: str | None, dialect: str | None
) -> bool:
    """Tell whether integer and number are one: the same column of whole numbers is behind both."""
    physical = before.physical_type
    return (
        {before.logical_type, after.logical_type} == NUMBERS
        and physical is not None
        and physical == after.physical_type
        and old_dialect == dialect
        and before.options.format is None
        and after.options.format is None
        and holds_whole(physical, dialect)
    )


def follows_from_type(before: Field, after: Field) -> bool:
    """Tell whether what else differs comes or goes with a type, which is told itself.

    So it is between types that have nothing in common, and beside a field that says nothing of
    its type at all.
    """
    bare = any(field.logical_type is None and not field.physical_type for field in (before, after))
    return bare or retyped(before.logical_type, after.logical_type)


def _width(field: Field, dialect: str | None) -> Interval | None:
    """Return the whole numbers that format and types of a field admit; None where unknown."""
    word = field.options.format
    if field.logical_type == "number":
        most = _EXACT.get(word or "")
        return _ANY if word is None else _interval(None if most is None else (-most, most))
    if field.physical_type is not None and word is None:
        return _interval(whole_range(field.physical_type, dialect))
    if field.logical_type is None:
        return _ANY
    return integer_width(word)


def _interval(ends: tuple[int, int] | None) -> Interval | None:
    if ends is None:
        return None
    low, high = (Bound(Fraction(end)) for end in ends)
    return Interval(low, high, Line.INTEGER)
