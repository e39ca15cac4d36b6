"""PostgreSQL: `varchar` without a length is `text`; `serial` is an integer with a default."""

from __future__ import annotations

from types import MappingProxyType

from bot.core.types.builders import (
    clock,
    decimal,
    exactly,
    integer,
    intervals,
    moment,
    named,
    numeral,
    octets,
    opaques,
    sized_float,
    text,
    zoned,
)
from bot.core.types.containers import vector
from bot.core.types.engine import Brackets, Engine
from bot.core.types.engines.standard import (
    BOOLEANS,
    CHAR,
    DATES,
    DECIMAL,
    DOUBLE,
    INTEGERS,
    SINGLE,
    VARCHAR,
)
from bot.core.types.shapes import Unit, Zone

_TIMESTAMP = moment(Zone.WALL, 6)
_TIMESTAMPTZ = moment(Zone.INSTANT, 6)

POSTGRES = Engine(
    name="PostgreSQL",
    brackets=Brackets.LOOSE_ARRAYS,
    names=MappingProxyType(
        {
            **INTEGERS,
            **BOOLEANS,
            **DATES,
            **named(exactly(integer(16)), "int2", "smallserial", "serial2"),
            **named(exactly(integer(32)), "int4", "serial", "serial4"),
            **named(exactly(integer(64)), "int8", "bigserial", "serial8"),
            "oid": exactly(integer(32, signed=False)),
            **named(SINGLE, "real", "float4"),
            **named(DOUBLE, "double precision", "float8"),
            "float": sized_float(53),
            **named(decimal(numeral(None)), *DECIMAL),
            **named(text(None), *VARCHAR, "text"),
            **named(text(1, padded=True), *CHAR),
            "bpchar": text(None, padded=True),
            "name": text(63, Unit.BYTE),
            "bytea": octets(None),
            "bit": octets(1, fixed=True, unit="bits"),
            **named(octets(None, unit="bits"), "bit varying", "varbit"),
            "time": clock(6),
            "timetz": clock(6, offset=True),
            **zoned("time", clock(6), clock(6, offset=True)),
            "timestamp": _TIMESTAMP,
            "timestamptz": _TIMESTAMPTZ,
            **zoned("timestamp", _TIMESTAMP, _TIMESTAMPTZ),
            **intervals(),
            "vector": vector,
            **opaques("json", "jsonb", "uuid", "xml", "money", "citext", "hstore", "ltree"),
            **opaques("inet", "cidr", "macaddr", "macaddr8", "tsvector", "tsquery", "pg_lsn"),
            **opaques("point", "line", "lseg", "box", "path", "polygon", "circle"),
            **opaques("geometry", "geography", "raster"),
            **opaques("int4range", "int8range", "numrange", "daterange", "tsrange", "tstzrange"),
            **opaques("int4multirange", "int8multirange", "nummultirange", "datemultirange"),
            **opaques("tsmultirange", "tstzmultirange"),
        }
    ),
)
