"""Thinks of values that one side of a change may admit and the other refuse."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, islice

from bot.core.contract.model import Field
from bot.core.sets.difference import exact, written
from bot.core.sets.formats import integer_width
from bot.core.sets.intervals import number_interval, outside
from bot.core.sets.multiples import multiples_difference
from bot.core.sets.values import values_difference
from bot.core.witness.clocks import clock_interval, field_layout
from bot.core.witness.examples import FORMATS, MOMENTS
from bot.core.witness.fault import CLOCKS, OPTIONS
from bot.core.witness.making import MISSING, MOST_ITEMS, Duo, Maker
from bot.core.witness.members import LONGEST, difference, members
from bot.core.witness.scalar_values import (
    laid_out,
    near,
    numbers_in,
    spelled,
)

Pool = Iterator[object]

_MOST_OWN = 20

_ANY: tuple[object, ...] = (
    "a",
    1,
    1.5,
    True,
    "2024-01-15",
    "2024-01-15T09:30:00",
    "2024-01-15T09:30:00Z",
    "09:30:00",
    "",
    "other",
    -1,
    0,
    ["a"],
    [1],
    {"a": 1},
    [],
    {},
)
"""One value of every kind, for changes from one kind to another."""


def candidates(key: str, duo: Duo, maker: Maker) -> Pool:
    """Yield values of which some may be valid on the own side and not on the other.

    `key` is the standard's key that changed. Those that the key suggests come first, then the
    values that the own side makes anyway, then one of every kind.
    """
    special = _BY_KEY.get(key)
    if special is not None:
        yield from special(duo, maker)
    yield from islice(maker.options(Duo(duo.own)), _MOST_OWN)
    yield from _ANY


def sides(duo: Duo) -> tuple[Field, ...]:
    """Return the fields of a duo."""
    return (duo.own,) if duo.other is None else (duo.own, duo.other)


def _null(_duo: Duo, _maker: Maker) -> Pool:
    yield None


def _enum(duo: Duo, _maker: Maker) -> Pool:
    """Yield listed values that only the own side has, then values next to the listed ones."""
    own, other = (
        [entry.value for entry in side.enum or ()] for side in (duo.own, duo.other or duo.own)
    )
    yield from values_difference(own, other).only_old
    yield from own
    if duo.own.enum is None:
        yield from ("a", "b", "other", "x", "A", "z")
        largest = max((value for value in numbers_in(other)), default=0)
        yield from (largest + 1, -1, 0.5, True, False)
        yield from (f"{value}x" for value in other if isinstance(value, str))


def _points(duo: Duo, maker: Maker) -> Pool:
    """Yield numbers, dates or times at the bounds of both sides."""
    if duo.own.logical_type in CLOCKS:
        yield from _moments(duo, maker)
        return
    whole = duo.own.logical_type == "integer"
    intervals = [number_interval(side.options.node, integer=whole) for side in sides(duo)]
    if len(intervals) > 1:
        yield from outside(*intervals).only_old
    borders = [point for found in intervals if found is not None for point in found.borders()]
    for side in sides(duo):
        step = exact(side.options.multiple_of)
        yield from numbers_in(map(written, near(borders, step)))


def _moments(duo: Duo, _maker: Maker) -> Pool:
    own = duo.own
    if own.logical_type not in CLOCKS:
        return
    form = field_layout(own)
    told: list[str] = []
    intervals = [clock_interval(side) for side in sides(duo) if side.logical_type in CLOCKS]
    known = [interval for interval in intervals if interval is not None]
    if len(known) > 1:
        told += (str(value) for value in outside(*known).only_old)
        told += [text.removesuffix("Z") for text in told if text.endswith("Z")]
    for interval in known:
        told += spelled(interval) if interval.borders() else ()
    told += MOMENTS[own.logical_type]
    yield from laid_out(told, form)


def _multiples(duo: Duo, maker: Maker) -> Pool:
    steps = [side.options.multiple_of for side in sides(duo)]
    whole = duo.own.logical_type == "integer"
    if len(steps) > 1:
        yield from multiples_difference(*steps, integer=whole).only_old
    yield from _points(duo, maker)


def _lengths(duo: Duo, maker: Maker) -> Pool:
    """Yield texts as long as the bounds of both sides, and by one longer and shorter."""
    own = duo.own.options
    for entry in duo.own.enum or ():
        yield entry.value
    ends = [
        end for side in sides(duo) for end in (side.options.min_length, side.options.max_length)
    ]
    for length in around(ends, LONGEST):
        yield "a" * length
        if own.pattern is not None and maker.may_search():
            yield from members(own.pattern, length, length, 1)
    if own.format is not None:
        yield from chain.from_iterable(FORMATS.values())


def around(ends: Iterable[int | None], most: int) -> list[int]:
    """Return the counts at the ends and next to them, ascending, none below 0 or above the most."""
    counts = {end + step for end in ends if end is not None for step in (-1, 0, 1)}
    return sorted(count for count in counts if 0 <= count <= most)


def _patterns(duo: Duo, maker: Maker) -> Pool:
    own, other = duo.own.options, (duo.other or duo.own).options
    if own.pattern is None:
        yield from ("a", "A", "0", "", "-", "a b")
    elif other.pattern is not None and maker.may_search():
        found = difference(own.pattern, other.pattern, own.min_length or 0, own.max_length)
        yield found.only_old
        yield from members(own.pattern, own.min_length or 0, own.max_length, 3)
    length = own.min_length or 0
    yield from (letter * length for letter in ("a", "A", "0", "-") if 1 < length <= LONGEST)


def _formats(duo: Duo, maker: Maker) -> Pool:
    """Yield what the formats of the field's type tell apart."""
    match duo.own.logical_type:
        case "integer":
            widths = (integer_width(side.options.format) for side in sides(duo))
            borders = [point for width in widths if width is not None for point in width.borders()]
            yield from map(written, near(sorted(borders, key=abs), None))
        case "number":
            yield from (2**24 + 1, 2**53 + 1, 2.0**128, 10**300)
        case "string":
            yield from ("a", "a b", "é")
            yield from chain.from_iterable(FORMATS.values())
        case _:
            yield from _moments(duo, maker)


def _items(duo: Duo, maker: Maker) -> Pool:
    """Yield lists as long as the bounds of both sides, and by one longer and shorter."""
    ends = [end for side in sides(duo) for end in (side.options.min_items, side.options.max_items)]
    for count in around(ends, MOST_ITEMS):
        yield maker.list_of(duo, count)


def _repeated_items(duo: Duo, maker: Maker) -> Pool:
    for items in (maker.list_of(Duo(duo.own), 1), [1]):
        least = max(duo.own.options.min_items or 0, 2)
        yield (items or [1]) * min(least, MOST_ITEMS)


def _sized_objects(duo: Duo, maker: Maker) -> Pool:
    """Yield objects with as many fields as the bounds of both sides, and one more and less."""
    ends = [
        end
        for side in sides(duo)
        for end in (side.options.min_properties, side.options.max_properties)
    ]
    base = maker.object_of(Duo(duo.own))
    if base is None:
        return
    full = dict(base)
    if duo.own.properties:
        shared = [field for field in duo.own.properties if field.name not in base]
        made = ((field.name, maker.first(duo.child(field))) for field in shared[:MOST_ITEMS])
        full.update((name, value) for name, value in made if value is not MISSING)
    else:
        full.update((f"field_{number}", 1) for number in range(1, MOST_ITEMS))
    for count in around(ends, len(full)):
        yield dict(islice(full.items(), max(count, len(base))))


def _lacking_objects(duo: Duo, maker: Maker) -> Pool:
    for side in sides(duo):
        for name in side.options.required[:MOST_ITEMS]:
            yield maker.object_of(Duo(duo.own), without=name)


def _vectors(duo: Duo, _maker: Maker) -> Pool:
    dimensions = duo.own.options.dimensions or 2
    if dimensions > MOST_ITEMS:
        return
    for element in (1, 0.5, 2, 256, 200, -1, -200):
        yield [element, *[0] * (dimensions - 1)]
    yield [1] * dimensions


def _physical(duo: Duo, maker: Maker) -> Pool:
    yield from (1, "a")
    from bot.core.witness.physical_values import physical_values  # noqa: PLC0415  # loads tables

    if duo.other is not None:
        yield from physical_values(duo.other, maker.other_dialect)
    yield from physical_values(duo.own, maker.dialect)


_BY_KEY: Mapping[str, Callable[[Duo, Maker], Pool]] = {
    "required": _null,
    "primaryKey": _null,
    "enum": _enum,
    "physicalType": _physical,
    **{
        OPTIONS + key: think
        for key, think in (
            ("minLength", _lengths),
            ("maxLength", _lengths),
            ("pattern", _patterns),
            ("format", _formats),
            ("minimum", _points),
            ("maximum", _points),
            ("multipleOf", _multiples),
            ("timezone", _moments),
            ("minItems", _items),
            ("maxItems", _items),
            ("uniqueItems", _repeated_items),
            ("minProperties", _sized_objects),
            ("maxProperties", _sized_objects),
            ("required", _lacking_objects),
            ("dimensions", _vectors),
            ("elementType", _vectors),
            ("normalized", _vectors),
        )
    },
}
