"""Thinks of values at the limits of a physical type."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from bot.core.contract.model import Field
from bot.core.contract.node import Scalar
from bot.core.sets.difference import written
from bot.core.types.shapes import (
    Clock,
    Day,
    Decimal,
    Float,
    Integer,
    Labels,
    Moment,
    Numeral,
    Repertoire,
    Shape,
    Text,
    Vector,
)
from bot.core.witness.holding import meanings
from bot.core.witness.making import MOST_ITEMS
from bot.core.witness.members import LONGEST, members

_MOST_DIGITS = 60
_DIGITS = "123456789"


def physical_values(field: Field, dialect: str | None) -> Iterator[object]:
    """Yield values just inside and just outside what the field's physical type holds."""
    for shape in meanings(field, dialect):
        match shape:
            case Text():
                yield from _texts(shape, field)
            case Labels():
                yield from (label for label, _ in shape.labels)
            case Vector(size=int(size)) if size <= MOST_ITEMS:
                yield [1, *[0] * (size - 1)]
            case Day() | Clock() | Moment():
                yield from _clocks(shape)
            case _:
                yield from _numbers(shape)


def _texts(shape: Text, field: Field) -> Iterator[str]:
    for length in () if shape.length is None else (shape.length, shape.length + 1):
        if length <= LONGEST:
            pattern = field.options.pattern
            yield from members(pattern, length, length, 1) if pattern is not None else ()
            yield "a" * length
    if shape.repertoire is not Repertoire.UNICODE:
        yield "é"


def _numbers(shape: Shape) -> Iterator[Scalar]:
    match shape:
        case Integer():
            ends = (shape.high, shape.high + 1, shape.low, shape.low - 1)
            yield from ends
        case Decimal() if shape.digits <= _MOST_DIGITS and abs(shape.scale) <= _MOST_DIGITS:
            unit = Fraction(1, 10) ** shape.scale
            points = (shape.high + 1, shape.high, 1, Fraction(1, 10), shape.low, shape.low - 1)
            yield from (written(point * unit) for point in points)
        case Numeral(digits=int(digits)) if digits <= _MOST_DIGITS:
            yield from (10**digits - 1, 10**digits + 1)
        case Float():
            yield from (2**shape.bits + 1, 0.5)
        case _:
            return


def _clocks(shape: Day | Clock | Moment) -> Iterator[str]:
    if not isinstance(shape, Clock) and shape.years is not None:
        low, high = shape.years
        for year in (low - 1, low, high, high + 1):
            day = f"{year:04}-06-15" if 0 < year < 10_000 else "2024-01-15"  # noqa: PLR2004
            yield day
            yield f"{day}T09:30:00"
    if isinstance(shape, Day):
        return
    digits = max(0, min(int(shape.precision), len(_DIGITS)))
    day = "" if isinstance(shape, Clock) else "2024-01-15T"
    for count in (digits, digits + 1):
        fraction = f".{_DIGITS[:count]}" if count else ""
        yield from (f"{day}09:30:00{fraction}{zone}" for zone in ("", "Z"))
