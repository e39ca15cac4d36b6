"""What a reason says of a shape: `INT` holds *signed 32-bit integers*."""

from __future__ import annotations

from types import MappingProxyType

from bot.core.types.shapes import (
    UNITS,
    Array,
    Boolean,
    Choice,
    Clock,
    Day,
    Decimal,
    Float,
    Integer,
    Interval,
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
    Vector,
    Years,
)

_PAGES = MappingProxyType({Repertoire.ASCII: " (ASCII)", Repertoire.CODE_PAGE: " (one code page)"})


def said(shape: Shape) -> str:
    """Return what follows "holds" in a reason."""
    match shape:
        case Integer() | Decimal() | Numeral() | Float() | Vector():
            return _number(shape)
        case Text() | Labels() | Octets():
            return _text(shape)
        case Day() | Clock() | Moment() | Interval():
            return _time(shape)
        case _:
            return _other(shape)


def _number(shape: Integer | Decimal | Numeral | Float | Vector) -> str:
    match shape:
        case Integer():
            return _integers(shape)
        case Decimal():
            sign = "" if shape.low < 0 else "unsigned "
            return f"{sign}decimals of {shape.digits} digits, {shape.scale} after the point"
        case Numeral():
            return f"decimals of {shape.digits or 'any number of'} digits, each with its own scale"
        case Float():
            return f"floating point numbers of {shape.bits} significant bits"
        case Vector():
            count = "any number of" if shape.size is None else shape.size
            return f"vectors of {count} {shape.element or 'float'} numbers"


def _integers(shape: Integer) -> str:
    bits = (shape.high - shape.low).bit_length()
    if (shape.low, shape.high) == (0, 2**bits - 1):
        return f"unsigned {bits}-bit integers"
    if (shape.low, shape.high) == (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1):
        return f"signed {bits}-bit integers"
    return f"integers from {shape.low} to {shape.high}"


def _text(shape: Text | Labels | Octets) -> str:
    match shape:
        case Text(stated=False) | Octets(stated=False):
            return f"{'text' if isinstance(shape, Text) else shape.unit} of a length not stated"
        case Text():
            size = "any length" if shape.length is None else f"at most {shape.length} {shape.unit}"
            blanks = ", padded with blanks" if shape.padded else ""
            return f"text of {size}{_PAGES.get(shape.repertoire, '')}{blanks}"
        case Labels():
            return f"{'any of' if shape.many else 'one of'} {len(shape.labels)} labels"
        case Octets(length=None):
            return f"{shape.unit} of any length"
        case Octets():
            return f"{'exactly' if shape.fixed else 'at most'} {shape.length} {shape.unit}"


def _time(shape: Day | Clock | Moment | Interval) -> str:
    match shape:
        case Day():
            return f"days{_within(shape.years)}"
        case Clock():
            zone = "with an offset" if shape.offset else "without a time zone"
            return f"times {zone}, {shape.precision} digits of a second"
        case Moment():
            place = f" shown in {shape.place}" if shape.place else ""
            return f"timestamps {shape.zone}{place}, {_steps(shape)}{_within(shape.years)}"
        case Interval():
            return f"intervals of {UNITS[shape.first]} to {UNITS[shape.last]}"


def _steps(shape: Moment) -> str:
    if shape.precision < 0:
        return "whole minutes"
    if shape.precision != int(shape.precision):
        return "steps of 1/300 s"
    return f"{shape.precision} digits of a second"


def _other(shape: Boolean | Array | Map | Record | Choice | Opaque) -> str:
    match shape:
        case Boolean(as_integer=True):
            return "true and false, kept as a small integer"
        case Boolean():
            return "true and false"
        case Array():
            return "lists"
        case Map():
            return "keys with values"
        case Record() | Choice():
            return "named fields" if isinstance(shape, Record) else "one of several types"
        case Opaque():
            return f"{shape.name} values"


def _within(years: Years | None) -> str:
    return f" of {years[0]} to {years[1]}" if years else ""
