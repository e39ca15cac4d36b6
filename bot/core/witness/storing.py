"""Judges single values by what a physical type stores: numbers, texts, clocks, bytes."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from fractions import Fraction

from bot.core.sets.difference import exact
from bot.core.sets.instants import read_time, read_timestamp
from bot.core.sets.texts import is_uuid
from bot.core.types.shapes import (
    Boolean,
    Clock,
    Day,
    Decimal,
    Float,
    Integer,
    Labels,
    Moment,
    Numeral,
    Octets,
    Opaque,
    Repertoire,
    Text,
    Unit,
)
from bot.core.witness.examples import STORED
from bot.core.witness.scalars import float_keeps

Number = Integer | Decimal | Numeral | Float

_RANGES = {11: 16, 24: 128, 53: 1_024}
"""By significant bits: the power of two that every value of the float stays below."""
_UUID_LETTERS = frozenset("0123456789abcdefABCDEF-{}")
"""What engines read as a UUID may have other forms, but no other letters."""
_BYTES = re.compile(r"([0-9a-f]{4})+", re.ASCII)
"""Texts that are bytes whether they are read as they stand, as hexadecimal digits or as Base64."""
_SURE: Mapping[str, tuple[int, int]] = {
    "money": (100, 10**15),
    "binary-precision number": (1, 1),
}
"""What is stored for sure: the steps in one, and the largest number."""
_DOCUMENTS = frozenset(("json", "jsonb", "variant", "super"))


def stores_number(value: object, shape: Number) -> bool | None:
    """Tell whether a number's type stores a value; a boolean is stored as 0 or 1."""
    if isinstance(value, bool):
        return all(_holds_number(Fraction(digit), shape) for digit in (0, 1)) or None
    point = exact(value)
    return False if point is None else _holds_number(point, shape)


def _holds_number(point: Fraction, shape: Number) -> bool | None:
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


def stores_boolean(value: object, shape: Boolean) -> bool | None:
    """Tell whether a boolean type stores a value; some engines keep an integer of eight bits."""
    point = exact(value)
    if shape.as_integer and point is not None:
        return point.denominator == 1 and -128 <= point <= 127  # noqa: PLR2004 - MySQL's tinyint
    return isinstance(value, bool)


def stores_text(value: object, shape: Text | Labels) -> bool | None:
    """Tell whether a type of texts stores a value; others are written as JSON."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return _holds_label(text, shape) if isinstance(shape, Labels) else _holds_text(text, shape)


def _holds_label(value: str, shape: Labels) -> bool | None:
    known = {label for label, _ in shape.labels}
    told = {part for part in value.split(",") if part} if shape.many else {value}
    if told <= known:
        return True
    folded = {label.strip().casefold() for label in known}
    return None if {part.strip().casefold() for part in told} <= folded else False


def _holds_text(value: str, shape: Text) -> bool | None:
    plain = value.isascii()
    if not plain and shape.repertoire is not Repertoire.UNICODE:
        return False if shape.repertoire is Repertoire.ASCII else None
    if shape.length is None or len(value) > shape.length:
        return shape.length is None
    if plain or shape.unit is Unit.CHARACTER:
        return True
    return None if len(value.encode("utf-8", "surrogatepass")) > shape.length else True


def stores_clock(value: object, shape: Day | Clock | Moment, *, kind: bool) -> bool | None:
    """Tell whether a type of days or times stores an ISO 8601 text.

    A text in another layout is in doubt, one without digits wrong. With `kind` a day alone is in
    doubt where the type has a time of day, which not every engine adds.
    """
    if not isinstance(value, str):
        return False
    read = read_time(value) if isinstance(shape, Clock) else read_timestamp(value)
    if read is None:
        return None if any(letter.isdigit() for letter in value) else False
    years = None if isinstance(shape, Clock) else shape.years
    if years is not None and not years[0] <= int(value[:4]) <= years[1]:
        return False
    if isinstance(shape, Day):
        return _is_day(value)
    if not _keeps(read[0], shape.precision):
        return False
    alone = kind and isinstance(shape, Moment) and not value[10:]
    return None if alone else True


def _is_day(value: str) -> bool | None:
    """Tell whether a timestamp is a day: midnight may be meant as one, another time is none."""
    told = read_time(value[11:])
    if told is None:
        return True
    return None if told[0] == 0 else False


def _keeps(seconds: Fraction, precision: float) -> bool:
    """Tell whether a clock of that precision keeps a point; below 0 it keeps whole minutes.

    Steps of 1/300 s are shown as the nearest millisecond, whose last digit is then 0, 3 or 7.
    """
    if precision < 0:
        return (seconds / 60).denominator == 1
    if precision == int(precision):
        return (seconds * Fraction(10) ** int(precision)).denominator == 1
    millis = seconds * 1_000
    return millis.denominator == 1 and millis.numerator % 10 in {0, 3, 7}


def stores_bytes(value: object, shape: Octets) -> bool | None:
    """Tell whether a type of bytes stores a text: True only where no encoding makes it too long."""
    if not isinstance(value, str) or shape.fixed or shape.unit != "bytes":
        return None
    short = shape.length is None or len(value) <= shape.length
    return True if short and _BYTES.fullmatch(value) else None


def stores_opaque(value: object, shape: Opaque) -> bool | None:
    """Tell whether a family without algebra stores a value: True for what is known of it alone."""
    if value in STORED.get(shape.name, ()):
        return True
    match shape.name:
        case "uuid":
            return _holds_uuid(value)
        case "citext":
            return isinstance(value, str)
        case "money" | "binary-precision number" as name:
            return _is_sure(exact(value), *_SURE[name])
        case name:
            return (name in _DOCUMENTS and not isinstance(value, str)) or None


def _is_sure(point: Fraction | None, step: int, most: int) -> bool | None:
    sure = point is not None and (point * step).denominator == 1 and abs(point) <= most
    return sure or None


def _holds_uuid(value: object) -> bool | None:
    if not isinstance(value, str):
        return False
    return is_uuid(value) or (None if _UUID_LETTERS.issuperset(value) else False)
