"""ClickHouse: nothing is null unless it says `Nullable`, and names are case-sensitive.

`DateTime('zone')` stores the same instants whatever the zone, and shows them in it.
"""

from __future__ import annotations

from types import MappingProxyType

from bot.core.types.builders import (
    Default,
    decimal,
    decimal_of,
    exactly,
    integer,
    labels,
    named,
    octets,
    opaques,
    text,
)
from bot.core.types.containers import (
    anonymous_choice,
    array,
    keyed,
    nullable,
    record,
    repeated_record,
    transparent,
)
from bot.core.types.engine import Arguments, Builder, Engine
from bot.core.types.engines.standard import (
    BOOLEANS,
    CHAR,
    DECIMAL,
    DOUBLE,
    INTEGERS,
    SINGLE,
    VARCHAR,
)
from bot.core.types.outline import Group
from bot.core.types.shapes import Day, Float, Moment, Shape, Unit, Years, Zone

_DECIMALS = {32: 9, 64: 18, 128: 38, 256: 76}
_WIDTHS = (8, 16, 32, 64, 128, 256)


def _moment(years: Years, default: int | None) -> Builder:
    """Build `DateTime(['zone'])`, or `DateTime64(digits[, 'zone'])` where default is given."""

    def build(arguments: Arguments) -> Shape | None:
        items = list(arguments.items)
        precision = default or 0
        if default is not None and items:
            match items.pop(0):
                case (part,) if part.kind == "number" and not isinstance(part, Group):
                    precision = int(part.text[:2])
                case _:
                    return None
        match items:
            case []:
                return Moment(Zone.INSTANT, precision, years)
            case [(part,)] if part.kind == "string" and not isinstance(part, Group):
                return Moment(Zone.INSTANT, precision, years, part.text)
        return None

    return build


def _decimal(digits: int) -> Builder:
    def build(arguments: Arguments) -> Shape | None:
        match arguments.numbers():
            case (scale,) if 0 <= scale <= digits:
                return decimal_of(digits, scale)
        return None

    return build


CLICKHOUSE = Engine(
    name="ClickHouse",
    required=True,
    exact=True,
    names=MappingProxyType(
        {
            **INTEGERS,
            **BOOLEANS,
            **{f"int{bits}": exactly(integer(bits)) for bits in _WIDTHS},
            **{f"uint{bits}": exactly(integer(bits, signed=False)) for bits in _WIDTHS},
            **named(exactly(integer(8)), "tinyint", "byte", "int1"),
            "bfloat16": exactly(Float(8)),
            **named(SINGLE, "float32", "float", "real"),
            **named(DOUBLE, "float64", "double", "double precision"),
            **named(decimal(decimal_of(10, 0), most=76), *DECIMAL),
            **{f"decimal{bits}": _decimal(digits) for bits, digits in _DECIMALS.items()},
            **named(text(None), "string", "text", *VARCHAR, *CHAR),
            "fixedstring": text(Default.UNSTATED, Unit.BYTE, padded=True),
            **named(octets(None), "blob", "varbinary"),
            "date": exactly(Day((1970, 2149))),
            "date32": exactly(Day((1900, 2299))),
            "datetime": _moment((1970, 2106), None),
            "datetime64": _moment((1900, 2299), 3),
            **named(labels(), "enum", "enum8", "enum16"),
            "array": array,
            "map": keyed,
            "tuple": record,
            "nested": repeated_record,
            "nullable": nullable,
            "lowcardinality": transparent,
            "variant": anonymous_choice,
            **opaques("uuid", "ipv4", "ipv6", "json", "dynamic", "nothing"),
            **opaques("point", "ring", "linestring", "multilinestring", "polygon", "multipolygon"),
            **opaques("aggregatefunction", "simpleaggregatefunction"),
        }
    ),
)
