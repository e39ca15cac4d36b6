"""DuckDB: integers up to 128 bits with and without a sign, enums, unions, fixed-size arrays.

The engine ignores the length of a VARCHAR; the contract that declares one is taken at its word.
"""

from __future__ import annotations

from types import MappingProxyType

from bot.core.types.builders import (
    clock,
    decimal,
    decimal_of,
    exactly,
    integer,
    intervals,
    labels,
    moment,
    named,
    octets,
    opaques,
    text,
    zoned,
)
from bot.core.types.containers import array, choice, keyed, record
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
from bot.core.types.shapes import Clock, Moment, Zone

_TIMESTAMP = moment(Zone.WALL, 6)
_TIMESTAMPTZ = moment(Zone.INSTANT, 6)

DUCKDB = Engine(
    name="DuckDB",
    brackets=Brackets.ARRAYS,
    names=MappingProxyType(
        {
            **INTEGERS,
            **BOOLEANS,
            **DATES,
            **named(exactly(integer(8)), "tinyint", "int1"),
            **named(exactly(integer(16)), "int2", "int16", "short"),
            **named(exactly(integer(32)), "int4", "int32", "signed"),
            **named(exactly(integer(64)), "int8", "int64", "long"),
            **named(exactly(integer(128)), "hugeint", "int128"),
            **named(exactly(integer(8, signed=False)), "utinyint", "uint8"),
            **named(exactly(integer(16, signed=False)), "usmallint", "uint16"),
            **named(exactly(integer(32, signed=False)), "uinteger", "uint32"),
            **named(exactly(integer(64, signed=False)), "ubigint", "uint64"),
            **named(exactly(integer(128, signed=False)), "uhugeint", "uint128"),
            **named(SINGLE, "float", "float4", "real"),
            **named(DOUBLE, "double", "double precision", "float8"),
            **named(decimal(decimal_of(18, 3), most=38), *DECIMAL),
            **named(text(None), *VARCHAR, *CHAR, "bpchar", "text", "string"),
            **named(octets(None), "blob", "bytea", "binary", "varbinary"),
            **named(octets(None, unit="bits"), "bit", "bitstring"),
            "logical": BOOLEANS["boolean"],
            "time": clock(6),
            "timetz": clock(6, offset=True),
            "time_ns": exactly(Clock(9)),
            **zoned("time", clock(6), clock(6, offset=True)),
            **named(_TIMESTAMP, "timestamp", "datetime", "timestamp_us"),
            "timestamp_s": exactly(Moment(Zone.WALL, 0)),
            "timestamp_ms": exactly(Moment(Zone.WALL, 3)),
            "timestamp_ns": exactly(Moment(Zone.WALL, 9)),
            "timestamptz": _TIMESTAMPTZ,
            **zoned("timestamp", _TIMESTAMP, _TIMESTAMPTZ),
            **intervals(),
            "enum": labels(),
            "list": array,
            "map": keyed,
            **named(record, "struct", "row"),
            "union": choice,
            **opaques("json", "uuid", "bignum", "geometry", "variant"),
        }
    ),
)
