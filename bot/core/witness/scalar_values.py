"""Thinks of values for a field, those first that people read most easily."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from fractions import Fraction

from bot.core.contract.model import Field
from bot.core.contract.node import Scalar
from bot.core.sets.difference import exact, written
from bot.core.sets.intervals import Interval, number_interval
from bot.core.sets.intervals import members as interval_members
from bot.core.witness.clocks import clock_interval, field_layout
from bot.core.witness.examples import FORMATS, MOMENTS
from bot.core.witness.fault import CLOCKS
from bot.core.witness.layout import Layout
from bot.core.witness.members import LONGEST, members

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SHORT = 40


def kind_of(field: Field, dialect: str | None) -> str | None:
    """Return the logical type of a field, or the one that its other keys imply."""
    if field.logical_type is not None:
        return field.logical_type
    if field.properties:
        return "object"
    if field.items is not None:
        return "array"
    if field.map_key is not None or field.map_value is not None:
        return "map"
    if not field.physical_type:
        return None
    from bot.core.witness.usual import usual_kind  # noqa: PLC0415  # loads the tables

    return usual_kind(field, dialect)


def scalars(field: Field, dialect: str | None) -> Iterator[Scalar]:
    """Yield values that may be valid for a field: its examples, its enum, then its type's own."""
    for example in field.examples:
        if isinstance(example, str | int | float) and len(str(example)) <= _SHORT:
            yield example
    if field.enum is not None:
        yield from (entry.value for entry in field.enum if entry.value is not None)
        return
    match kind_of(field, dialect):
        case "boolean":
            yield from (True, False)
        case "integer" | "number" as kind:
            yield from numbers(field, whole=kind == "integer")
        case "date" | "timestamp" | "time" as kind:
            yield from clocks(field, kind)
        case "string" | None:
            yield from texts(field, dialect)
        case _:
            return


def texts(field: Field, dialect: str | None) -> Iterator[str]:
    """Yield texts: of the format, of the physical type's labels, of the pattern, then letters."""
    options = field.options
    if options.format is not None:
        for found in FORMATS.values():
            yield from found
    if field.physical_type:
        from bot.core.witness.usual import usual_texts  # noqa: PLC0415  # as above

        yield from usual_texts(field, dialect)
    least, most = options.min_length or 0, options.max_length
    if options.pattern is not None:
        yield from members(options.pattern, least, most, 3)
    length = max(least, 1 if most is None else min(1, most))
    if length <= LONGEST:
        yield from (letter * length for letter in _LETTERS)


def numbers(field: Field, *, whole: bool) -> Iterator[float]:
    """Yield numbers: small ones, then those around the bounds and on the steps of multipleOf."""
    yield from (1, 2, 3, 0) if whole else (1, 1.5, 2, 0.5, 0)
    interval = number_interval(field.options.node, integer=whole)
    step = exact(field.options.multiple_of)
    if interval is not None:
        yield from numbers_in(interval_members(interval))
        yield from numbers_in(map(written, near(interval.borders(), step)))
    yield from range(4, 16)


def numbers_in(values: Iterable[Scalar]) -> Iterator[float]:
    """Yield the numbers among some values."""
    for value in values:
        if isinstance(value, int | float):
            yield value


def near(borders: Iterable[Fraction], step: Fraction | None) -> Iterator[Fraction]:
    """Yield the points around each border, and around 0: one step away, or on the steps."""
    unit = step if step is not None and step > 0 else Fraction(1)
    for border in (*borders, Fraction(0)):
        first = border if step is None else math.floor(border / unit) * unit
        yield from (first, first + unit, first - unit, first + 2 * unit, first + unit / 2)


def clocks(field: Field, kind: str) -> Iterator[str]:
    """Yield dates, timestamps or times in the field's own layout."""
    told: list[str] = [*MOMENTS[kind]]
    form: Layout | str = "iso"
    if field.logical_type in CLOCKS:
        form = field_layout(field)
        interval = clock_interval(field)
        told += spelled(interval) if interval is not None and interval.borders() else ()
    yield from laid_out(told, form)


def spelled(interval: Interval) -> list[str]:
    """Return dates or times on the bounds of an interval and within them, with and without Z."""
    found = [str(value) for value in interval_members(interval)]
    return found + [text.removesuffix("Z") for text in found if text.endswith("Z")]


def laid_out(told: Iterable[str], form: Layout | str) -> Iterator[str]:
    """Yield ISO 8601 texts in a layout."""
    for text in told:
        moment = form.from_iso(text) if isinstance(form, Layout) else text
        if moment is not None:
            yield moment
