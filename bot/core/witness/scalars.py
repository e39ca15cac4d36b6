"""Judges texts and numbers by the options of their field."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from bot.core.contract.model import Field, Options
from bot.core.sets.difference import exact
from bot.core.sets.formats import integer_width, matches
from bot.core.sets.intervals import Interval, number_interval
from bot.core.sets.multiples import is_multiple
from bot.core.sets.patterns import matches_pattern
from bot.core.witness.fault import OPTIONS, Fault, counted, shown

FLOATS = {"f32": (24, 128), "f64": (53, 1024)}
"""Significant bits, and the power of two that every value stays below (IEEE 754, table 3.5)."""


def text_faults(value: str, field: Field, path: str) -> Iterator[Fault]:
    """Yield what is wrong with a text: its length, pattern and format."""
    options = field.options
    length = len(value)
    if options.min_length is not None and length < options.min_length:
        says = (
            f"`{path}` has {counted(length, 'character')}, at least {options.min_length} demanded"
        )
        yield Fault(path, OPTIONS + "minLength", says)
    if options.max_length is not None and length > options.max_length:
        says = f"`{path}` has {counted(length, 'character')}, at most {options.max_length} allowed"
        yield Fault(path, OPTIONS + "maxLength", says)
    if options.pattern is not None:
        matched = matches_pattern(options.pattern, value)
        if not matched:
            says = f"`{path}` is {shown(value)}, which does not match {shown(options.pattern)}"
            yield Fault(path, OPTIONS + "pattern", says, matched is False)
    if options.format is not None and field.logical_type == "string":
        yield from _word_faults(value, options.format, path)


def _word_faults(value: str, word: str, path: str) -> Iterator[Fault]:
    followed = matches(word, value)
    if not followed:
        says = f"`{path}` is {shown(value)}, which is not of the format {shown(word)}"
        yield Fault(path, OPTIONS + "format", says, followed is False)


def number_faults(value: float, field: Field, path: str, *, sized: bool) -> Iterator[Fault]:
    """Yield what is wrong with a number: its bounds, multipleOf and format.

    `sized` says that a physical type that can be read sets the range of the number: then an
    absent format of an integer is no limit. Without either, the standard's default (i32) might
    be meant or forgotten, so that beyond it nobody can tell.
    """
    options = field.options
    point = exact(value)
    if point is None:
        return
    if _bounded(options):
        yield from _bound_faults(value, point, field, path)
    if options.multiple_of is not None:
        multiple = is_multiple(value, options.multiple_of)
        if not multiple:
            says = f"`{path}` is {shown(value)}, which is no multiple of {options.multiple_of}"
            yield Fault(path, OPTIONS + "multipleOf", says, multiple is False)
    if field.logical_type == "integer":
        yield from _width_faults(value, point, options.format, path, sized=sized)
    elif options.format is not None and field.logical_type == "number":
        kept = float_keeps(point, *FLOATS.get(options.format.strip().casefold(), (0, 0)))
        if not kept:
            says = f"`{path}` is {shown(value)}, which `{options.format}` does not keep"
            yield Fault(path, OPTIONS + "format", says, kept is False)


def _bounded(options: Options) -> bool:
    return not (
        options.minimum is None
        and options.maximum is None
        and options.exclusive_minimum is None
        and options.exclusive_maximum is None
    )


def _bound_faults(value: float, point: Fraction, field: Field, path: str) -> Iterator[Fault]:
    interval = number_interval(field.options.node, integer=field.logical_type == "integer")
    yield from outside_bounds(interval, point, value, path)


def outside_bounds(
    interval: Interval | None, point: Fraction, value: object, path: str
) -> Iterator[Fault]:
    """Yield the bound that a point lies beyond; a doubt where a bound cannot be read."""
    if interval is None:
        says = f"`{path}` has a bound that cannot be read"
        yield Fault(path, OPTIONS + "minimum", says, certain=False)
        return
    low, high = interval.low, interval.high
    if low is not None and (point < low.at or (point == low.at and not low.closed)):
        word = "at least" if low.closed else "more than"
        says = f"`{path}` is {shown(value)}, {word} {shown(interval.spell(low.at))} demanded"
        yield Fault(path, OPTIONS + "minimum", says)
    if high is not None and (point > high.at or (point == high.at and not high.closed)):
        word = "at most" if high.closed else "less than"
        says = f"`{path}` is {shown(value)}, {word} {shown(interval.spell(high.at))} allowed"
        yield Fault(path, OPTIONS + "maximum", says)


@lru_cache(maxsize=32)
def _width(word: str | None) -> Interval | None:
    return integer_width(word)


def _width_faults(
    value: float, point: Fraction, word: str | None, path: str, *, sized: bool
) -> Iterator[Fault]:
    width = _width(word)
    if width is not None and width.holds(point):
        return
    if word is None and sized:
        return
    says = f"`{path}` is {shown(value)}, which does not fit into `{word}`"
    if word is None:
        says = f"`{path}` is {shown(value)}, beyond `i32`, the default that may not be meant"
    yield Fault(path, OPTIONS + "format", says, width is not None and word is not None)


def float_keeps(point: Fraction, bits: int, limit: int) -> bool | None:
    """Tell whether a binary float of so many bits keeps the number as it is.

    Only fractions of two can be kept exactly; of others (0.1) every width keeps a neighbour, and
    that is what authors mean. None for no bits: a format that nobody knows.
    """
    if not bits:
        return None
    if abs(point) >= 2**limit:
        return False
    odd, denominator = abs(point.numerator), point.denominator
    if denominator & (denominator - 1) or not odd:
        return True
    odd >>= (odd & -odd).bit_length() - 1
    return odd.bit_length() <= bits
