"""Amazon Redshift: lengths count bytes, a bare `varchar` or `text` holds 256 of them."""

from __future__ import annotations

from types import MappingProxyType

from bot.core.types.builders import (
    clock,
    decimal,
    decimal_of,
    exactly,
    integer,
    intervals,
    moment,
    named,
    octets,
    opaques,
    sized_float,
    text,
    zoned,
)
from bot.core.types.engine import Engine
from bot.core.types.engines.standard import (
    BOOLEANS,
    CHAR,
    DATES,
    DECIMAL,
    DOUBLE,
    INTEGERS,
    NCHAR,
    NVARCHAR,
    SINGLE,
    VARCHAR,
)
from bot.core.types.shapes import Repertoire, Text, Unit, Zone

_VARCHAR = text(256, Unit.BYTE, most=65_535)
_CHAR = text(1, Unit.BYTE, padded=True, repertoire=Repertoire.ASCII, most=4_096)
_BPCHAR = Text(256, Unit.BYTE, padded=True, repertoire=Repertoire.ASCII)
_TIMESTAMP = moment(Zone.WALL, 6, takes_precision=False)
_TIMESTAMPTZ = moment(Zone.INSTANT, 6, takes_precision=False)

REDSHIFT = Engine(
    name="Redshift",
    names=MappingProxyType(
        {
            **INTEGERS,
            **BOOLEANS,
            **DATES,
            **named(exactly(integer(16)), "int2"),
            **named(exactly(integer(32)), "int4"),
            **named(exactly(integer(64)), "int8"),
            **named(SINGLE, "real", "float4"),
            **named(DOUBLE, "double precision", "float8"),
            "float": sized_float(53),
            **named(decimal(decimal_of(18, 0), most=38), *DECIMAL),
            **named(_VARCHAR, *VARCHAR, *NVARCHAR),
            "text": exactly(Text(256, Unit.BYTE)),
            **named(_CHAR, *CHAR, *NCHAR),
            "bpchar": exactly(_BPCHAR),
            **named(octets(64_000, most=16_777_216), "varbyte", "varbinary", "binary varying"),
            "time": clock(6),
            "timetz": clock(6, offset=True),
            **zoned("time", clock(6), clock(6, offset=True)),
            "timestamp": _TIMESTAMP,
            "timestamptz": _TIMESTAMPTZ,
            **zoned("timestamp", _TIMESTAMP, _TIMESTAMPTZ),
            **intervals(),
            **opaques("super", "hllsketch", "geometry", "geography"),
        }
    ),
)
