"""Tells what a physical type holds, as far as its text can be read for sure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from bot.core.contract.model import Field
from bot.core.sets.difference import exact
from bot.core.sets.instants import read_time, read_timestamp
from bot.core.sets.texts import is_uuid
from bot.core.types.reading import readings
from bot.core.types.shapes import (
    Array,
    Boolean,
    Clock,
    Day,
    Decimal,
    Float,
    Integer,
    Labels,
    Map,
    Moment,
    Numeral,
    Octets,
    Opaque,
    Record,
    Repertoire,
    Shape,
    Text,
    Unit,
    Vector,
)
from bot.core.witness.scalars import float_keeps

_NUMBERS = (Integer, Decimal, Numeral, Float)
_RANGES = {11: 16, 24: 128, 53: 1_024}
"""By significant bits: the power of two that every value of the float stays below."""


class Held(NamedTuple):
    """Whether a physical type holds a value, and whether it is a type of texts."""

    answer: bool | None
    of_texts: bool


@lru_cache(maxsize=2_048)
def shapes(physical_type: str, dialect: str | None) -> tuple[tuple[Shape, int], ...]:
    """Return what a physical type may mean, each with the number of engines that mean it.

    One meaning where the dialect is known; () for a text that nobody can read.
    """
    counts = Counter(reading.slot.shape for reading in readings(physical_type, dialect))
    return tuple(counts.most_common())


def meanings(field: Field, dialect: str | None) -> tuple[Shape, ...]:
    """Return the shapes that the field's physical type may have, the most common first."""
    found = shapes(field.physical_type, dialect) if field.physical_type else ()
    return tuple(shape for shape, _ in found)


def of_numbers(field: Field, dialect: str | None) -> bool:
    """Tell whether the field's physical type is a number's, whatever it may mean."""
    meant = meanings(field, dialect)
    return bool(meant) and all(isinstance(shape, _NUMBERS) for shape in meant)


def held(value: object, field: Field, dialect: str | None, logical_type: str | None) -> Held:
    """Return whether a field's physical type holds a value, and whether it is a type of texts.

    True where most of its meanings do, or it has none; False where all refuse; None in doubt.
    `logical_type` is None where the kind of the value is to be judged too.
    """
    meant = shapes(field.physical_type, dialect) if field.physical_type else ()
    answers: Counter[bool | None] = Counter()
    for shape, engines in meant:
        answers[_holds(value, shape, logical_type)] += engines
    if 2 * answers[True] > answers.total() or not meant:
        return Held(answer=True, of_texts=False)
    refused = answers[False] == answers.total()
    of_texts = any(isinstance(shape, Text) for shape, _ in meant)
    return Held(answer=False if refused else None, of_texts=of_texts)


def _holds(value: object, shape: Shape, logical_type: str | None) -> bool | None:
    """Tell whether a shape holds a value; None in doubt.

    `logical_type` is None where the kind of the value is to be judged too.
    """
    if isinstance(shape, _NUMBERS):
        point = exact(value)
        return logical_type is not None if point is None else _holds_number(point, shape)
    kind = _KINDS.get(type(shape))
    if isinstance(shape, Boolean) and shape.as_integer:
        kind = (bool, int)
    if kind is None or not isinstance(value, kind):
        return kind is None or logical_type is not None
    return _holds_kind(value, shape, logical_type)


def _holds_kind(value: object, shape: Shape, logical_type: str | None) -> bool | None:
    """Judge a value of the kind that the shape holds."""
    match shape, value:
        case (Text() | Labels(), str()) if logical_type in _WRITTEN:
            return _holds_text(value, shape)
        case (Day() | Clock() | Moment(), str()) if logical_type in _TOLD:
            return _holds_clock(value, shape)
        case (Vector(), list()):
            return shape.size is None or len(value) == shape.size
        case (Opaque(name="uuid"), str()):
            return is_uuid(value) or (None if _UUID_LETTERS.issuperset(value) else False)
        case _:
            return True


_UUID_LETTERS = frozenset("0123456789abcdefABCDEF-{}")
"""What engines read as a UUID may have other forms, but no other letters."""
_WRITTEN = frozenset((None, "string"))
_TOLD = frozenset((None, "date", "timestamp", "time"))
_KINDS: Mapping[type, type | tuple[type, ...]] = {
    Text: str,
    Labels: str,
    Day: str,
    Clock: str,
    Moment: str,
    Boolean: bool,
    Octets: str,
    Array: list,
    Vector: list,
    Map: dict,
    Record: dict,
    Opaque: object,
}


def _holds_number(point: Fraction, shape: Integer | Decimal | Numeral | Float) -> bool | None:
    match shape:
        case Integer():
            return point.denominator == 1 and shape.low <= point <= shape.high
        case Decimal():
            unscaled = point * Fraction(10) ** shape.scale
            return unscaled.denominator == 1 and shape.low <= unscaled <= shape.high
        case Numeral():
            digits = str(abs(point.numerator)) if point.denominator == 1 else ""
            too_long = shape.digits is not None and len(digits.rstrip("0")) > shape.digits
            return None if too_long else True
        case Float():
            limit = _RANGES.get(shape.bits)
            return float_keeps(point, shape.bits, limit) if limit else True


def _holds_text(value: str, shape: Text | Labels) -> bool | None:
    if isinstance(shape, Labels):
        if shape.many or value in {label for label, _ in shape.labels}:
            return True
        folded = {label.strip().casefold() for label, _ in shape.labels}
        return None if value.strip().casefold() in folded else False
    plain = value.isascii()
    if not plain and shape.repertoire is not Repertoire.UNICODE:
        return False if shape.repertoire is Repertoire.ASCII else None
    if shape.length is None or len(value) > shape.length:
        return shape.length is None
    if plain or shape.unit is Unit.CHARACTER:
        return True
    return None if len(value.encode("utf-8", "surrogatepass")) > shape.length else True


def _holds_clock(value: str, shape: Day | Clock | Moment) -> bool | None:
    """Judge what ISO 8601 tells; a text in another layout is in doubt, one without digits wrong."""
    read = read_time(value) if isinstance(shape, Clock) else read_timestamp(value)
    if read is None:
        return None if any(letter.isdigit() for letter in value) else False
    if isinstance(shape, Clock | Moment):
        digits = read[0] * 10 ** int(shape.precision)
        if shape.precision == int(shape.precision) and digits.denominator != 1:
            return False
    years = None if isinstance(shape, Clock) else shape.years
    return years is None or years[0] <= int(value[:4]) <= years[1]
