"""The building blocks of the engines' tables: scalar types."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from itertools import pairwise

from bot.core.types.engine import Arguments, Builder, as_number
from bot.core.types.outline import Group, Parts
from bot.core.types.shapes import (
    UNITS,
    Clock,
    Decimal,
    Float,
    Integer,
    Interval,
    Labels,
    Moment,
    Numeral,
    Octets,
    Opaque,
    Repertoire,
    Shape,
    Text,
    Unit,
    Years,
    Zone,
)

_MOST_DIGITS = 1_000
_SINGLE, _DOUBLE = 24, 53


def named(builder: Builder, *names: str) -> dict[str, Builder]:
    """Return a table in which each name means the same."""
    return dict.fromkeys(names, builder)


def exactly(shape: Shape) -> Builder:
    """Build shape; the type takes no arguments."""
    return lambda arguments: None if arguments.groups else shape


def displayed(shape: Shape) -> Builder:
    """Build shape; one number, the display width, changes nothing."""
    return lambda arguments: None if arguments.numbers() is None else shape


def integer(bits: int, *, signed: bool = True) -> Integer:
    """Return the integers of so many bits."""
    return Integer(-(2 ** (bits - 1)), 2 ** (bits - 1) - 1) if signed else Integer(0, 2**bits - 1)


def decimal_of(precision: int, scale: int, *, signed: bool = True) -> Decimal:
    """Return the decimals of so many digits."""
    high = 10**precision - 1
    return Decimal(-high if signed else 0, high, scale)


def decimal(default: Shape, *, signed: bool = True, most: int = _MOST_DIGITS) -> Builder:
    """Build `(p)` and `(p, s)`; `(*, s)` has all the digits; nothing means default."""

    def build(arguments: Arguments) -> Shape | None:
        if not arguments.groups:
            return default
        star, *rest = arguments.items or ((),)
        if len(star) == 1 and star[0].kind == "mark" and not isinstance(star[0], Group):
            scale = as_number(rest[0]) if len(rest) == 1 else None
            return decimal_of(38, scale) if scale is not None else default
        match arguments.numbers():
            case (precision,) if 0 < precision <= most:
                return decimal_of(precision, 0, signed=signed)
            case (precision, scale) if 0 < precision <= most and abs(scale) <= _MOST_DIGITS:
                return decimal_of(precision, scale, signed=signed)
        return None

    return build


def numeral(digits: int | None) -> Numeral:
    """Return the decimals that each keep their own scale."""
    return Numeral(digits)


def sized_float(default: int) -> Builder:
    """Build `FLOAT(n)`: up to 24 bits are single precision, up to 53 double."""

    def build(arguments: Arguments) -> Shape | None:
        match arguments.numbers():
            case ():
                return Float(default)
            case (bits,) if 0 < bits <= _DOUBLE:
                return Float(_SINGLE if bits <= _SINGLE else _DOUBLE)
        return None

    return build


class Default(Enum):
    """What a type without a length means, where it does not mean a length."""

    UNSTATED = "the engine would refuse it; contracts hold it all the same"


def text(
    default: int | Default | None,
    unit: Unit = Unit.CHARACTER,
    *,
    padded: bool = False,
    repertoire: Repertoire = Repertoire.UNICODE,
    most: int | None = None,
) -> Builder:
    """Build `(n)`, `(n CHAR)`, `(n BYTE)`, and `(MAX)` where most is given; nothing: default."""

    def build(arguments: Arguments) -> Shape | None:
        if not arguments.groups:
            if isinstance(default, Default):
                return Text(None, unit, padded, repertoire, stated=False)
            return Text(default, unit, padded, repertoire)
        size = _size(arguments.items, most)
        if size is None:
            return None
        counted = {"char": Unit.CHARACTER, "byte": Unit.BYTE, "": unit}.get(size[1])
        return Text(size[0], counted, padded, repertoire) if counted else None

    return build


def octets(
    default: int | Default | None,
    *,
    fixed: bool = False,
    unit: str = "bytes",
    most: int | None = None,
) -> Builder:
    """Build `(n)`, and `(MAX)` where most is given; nothing means default."""

    def build(arguments: Arguments) -> Shape | None:
        if not arguments.groups:
            if isinstance(default, Default):
                return Octets(None, fixed, unit, stated=False)
            return Octets(default, fixed, unit)
        size = _size(arguments.items, most)
        return Octets(size[0], fixed, unit) if size and not size[1] else None

    return build


def _size(items: tuple[Parts, ...], most: int | None) -> tuple[int, str] | None:
    """Return the length and the word behind it."""
    if len(items) != 1:
        return None
    number = as_number(items[0][:1])
    if number is not None and number >= 0:
        words = [part.word for part in items[0][1:]]
        return (number, "".join(words)) if all(words) and len(words) <= 1 else None
    if most is not None and [part.word for part in items[0]] == ["max"]:
        return most, ""
    return None


def moment(
    zone: Zone, precision: float, years: Years | None = None, *, takes_precision: bool = True
) -> Builder:
    """Build a timestamp with `(digits)`; nothing means precision."""

    def build(arguments: Arguments) -> Shape | None:
        match arguments.numbers():
            case ():
                return Moment(zone, precision, years)
            case (digits,) if takes_precision and digits >= 0:
                return Moment(zone, digits, years)
        return None

    return build


def clock(precision: int, *, offset: bool = False, hours: int = 24) -> Builder:
    """Build a time of day with `(digits)`; nothing means precision."""

    def build(arguments: Arguments) -> Shape | None:
        match arguments.numbers():
            case ():
                return Clock(precision, offset, hours)
            case (digits,) if digits >= 0:
                return Clock(digits, offset, hours)
        return None

    return build


def zoned(
    name: str, wall: Builder, aware: Builder, local: Builder | None = None
) -> dict[str, Builder]:
    """Return the standard's spellings: `… WITHOUT | WITH [LOCAL] TIME ZONE`."""
    table = {f"{name} without time zone": wall, f"{name} with time zone": aware}
    return table | ({f"{name} with local time zone": local} if local else {})


def intervals() -> Mapping[str, Builder]:
    """Return `INTERVAL` and every `INTERVAL unit [TO unit]` of the standard."""

    def build(first: int, last: int) -> Builder:
        return lambda arguments: _interval(first, last, arguments)

    table = {"interval": build(0, len(UNITS) - 1)}
    for first, unit in enumerate(UNITS):
        table[f"interval {unit}"] = build(first, first)
        for last in range(first + 1, len(UNITS)):
            table[f"interval {unit} to {UNITS[last]}"] = build(first, last)
    return table


def _interval(first: int, last: int, arguments: Arguments) -> Shape | None:
    digits = []
    for place, group in zip(arguments.places, arguments.groups, strict=True):
        number = as_number(group.items[0]) if len(group.items) == 1 else None
        if number is None:
            return None
        digits.append((place, number))
    if any(one[0] == other[0] for one, other in pairwise(digits)):
        return None
    return Interval(first, last, tuple(digits))


def labels(*, many: bool = False) -> Builder:
    """Build `ENUM('a', 'b')`, `ENUM('a' = 1)`; labels that stand twice make no type."""

    def build(arguments: Arguments) -> Shape | None:
        found: list[tuple[str, str | None]] = []
        for item in arguments.items:
            match [part.kind for part in item], item:
                case ["string"], (label,) if not isinstance(label, Group):
                    found.append((label.text, None))
                case ["string", "mark", "number"], (label, _, number) if not (
                    isinstance(label, Group) or isinstance(number, Group)
                ):
                    found.append((label.text, number.text))
                case _:
                    return None
        distinct = {label for label, _ in found}
        return Labels(tuple(found), many) if found and len(distinct) == len(found) else None

    return build


def opaque(name: str) -> Builder:
    """Build a family without algebra; its arguments are kept as text."""

    def build(arguments: Arguments) -> Shape | None:
        if len(arguments.groups) > 1:
            return None
        items = [" ".join(_plain(part) for part in item) for item in arguments.items]
        return Opaque(name, ", ".join(items))

    return build


def opaques(*names: str) -> dict[str, Builder]:
    """Return a table of families without algebra, each under its own name."""
    return {name: opaque(name) for name in names}


def _plain(part: object) -> str:
    if isinstance(part, Group):
        items = [" ".join(_plain(inner) for inner in item) for item in part.items]
        return f"({', '.join(items)})"
    kind, text = getattr(part, "kind", ""), getattr(part, "text", "")
    return repr(text) if kind in {"string", "quoted"} else text.lower()
