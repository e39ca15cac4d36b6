"""MySQL and MariaDB: unsigned integers, display widths that mean nothing, `TINYINT(1)` for truth.

`BOOLEAN` is a synonym of `TINYINT(1)`, and drivers read both as true and false, unlike any other
TINYINT. `TIME` holds durations of up to 838 hours. `TEXT` and `BLOB` count bytes.
"""

from __future__ import annotations

from types import MappingProxyType

from bot.core.types.builders import (
    Default,
    clock,
    decimal,
    decimal_of,
    displayed,
    exactly,
    integer,
    labels,
    moment,
    named,
    octets,
    opaques,
    text,
)
from bot.core.types.engine import Arguments, Builder, Engine
from bot.core.types.engines.standard import (
    CHAR,
    DATES,
    DECIMAL,
    DOUBLE,
    NCHAR,
    NVARCHAR,
    VARCHAR,
)
from bot.core.types.shapes import Boolean, Float, Integer, Octets, Shape, Text, Unit, Zone

_WIDTHS = {
    8: ("tinyint", "int1"),
    16: ("smallint", "int2"),
    24: ("mediumint", "int3", "middleint"),
    32: ("int", "integer", "int4"),
    64: ("bigint", "int8"),
}
_SIZES = {"tiny": 2**8 - 1, "": 2**16 - 1, "medium": 2**24 - 1, "long": 2**32 - 1}


def _integers() -> dict[str, Builder]:
    table: dict[str, Builder] = {}
    for bits, names in _WIDTHS.items():
        for name in names:
            table |= named(displayed(integer(bits)), name, f"{name} signed")
            unsigned = displayed(integer(bits, signed=False))
            forms = ("unsigned", "unsigned zerofill", "zerofill")
            table |= named(unsigned, *(f"{name} {form}" for form in forms))
    return table | named(_tinyint, "tinyint", "tinyint signed", "int1")


def _tinyint(arguments: Arguments) -> Shape | None:
    match arguments.numbers():
        case None:
            return None
        case (1,):
            return Boolean(as_integer=True)
        case _:
            return integer(8)


def _float(arguments: Arguments) -> Shape | None:
    """Build `FLOAT` and `FLOAT(n)`; `FLOAT(m, d)` rounds as it stores and is not read."""
    match arguments.numbers():
        case ():
            return Float(24)
        case (bits,) if 0 <= bits <= 53:  # noqa: PLR2004 - MySQL's own limits
            return Float(24 if bits <= 24 else 53)  # noqa: PLR2004
        case _:
            return None


_DECIMAL = decimal(decimal_of(10, 0), most=65)
_UNSIGNED = decimal(decimal_of(10, 0, signed=False), most=65, signed=False)

MYSQL = Engine(
    name="MySQL",
    names=MappingProxyType(
        {
            **_integers(),
            **DATES,
            **named(exactly(Boolean(as_integer=True)), "boolean", "bool"),
            "serial": exactly(integer(64, signed=False)),
            **named(_DECIMAL, *DECIMAL, "fixed"),
            **named(_UNSIGNED, *(f"{name} unsigned" for name in (*DECIMAL, "fixed"))),
            **named(_float, "float", "float4"),
            **named(DOUBLE, "double", "double precision", "real", "float8"),
            **named(text(1, padded=True), *CHAR, *NCHAR),
            **named(text(Default.UNSTATED), *VARCHAR, *NVARCHAR, "national varchar"),
            **{f"{size}text": exactly(Text(n, Unit.BYTE)) for size, n in _SIZES.items()},
            **named(exactly(Text(_SIZES["medium"], Unit.BYTE)), "long", "long varchar"),
            **{f"{size}blob": exactly(Octets(n)) for size, n in _SIZES.items()},
            "binary": octets(1, fixed=True),
            "varbinary": octets(Default.UNSTATED),
            "bit": octets(1, unit="bits"),
            "time": clock(0, hours=838),
            "datetime": moment(Zone.WALL, 0),
            "timestamp": moment(Zone.INSTANT, 0, (1970, 2038)),
            "enum": labels(),
            "set": labels(many=True),
            **opaques("json", "geometry", "point", "linestring", "polygon", "multipoint"),
            **opaques("multilinestring", "multipolygon", "geometrycollection", "uuid"),
            "year": displayed(Integer(0, 2155)),
        }
    ),
)
