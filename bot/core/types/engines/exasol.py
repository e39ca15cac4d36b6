"""Exasol: integers are decimals of 3 to 36 digits, every floating point number is double."""

from __future__ import annotations

from types import MappingProxyType

from bot.core.types.builders import (
    Default,
    decimal,
    decimal_of,
    exactly,
    intervals,
    moment,
    named,
    opaques,
    text,
)
from bot.core.types.engine import Engine
from bot.core.types.engines.standard import (
    BOOLEANS,
    CHAR,
    DATES,
    DECIMAL,
    DOUBLE,
    NCHAR,
    NVARCHAR,
    VARCHAR,
)
from bot.core.types.shapes import Float, Text, Zone

EXASOL = Engine(
    name="Exasol",
    names=MappingProxyType(
        {
            **BOOLEANS,
            **DATES,
            "tinyint": exactly(decimal_of(3, 0)),
            **named(exactly(decimal_of(9, 0)), "smallint", "shortint"),
            **named(exactly(decimal_of(18, 0)), "int", "integer"),
            "bigint": exactly(decimal_of(36, 0)),
            **named(decimal(decimal_of(18, 0), most=36), *DECIMAL),
            "number": decimal(Float(53), most=36),
            **named(DOUBLE, "double", "double precision", "float", "real"),
            **named(text(1, padded=True), *CHAR, *NCHAR),
            **named(text(Default.UNSTATED), *VARCHAR, *NVARCHAR, "varchar2", "nvarchar2"),
            **named(exactly(Text(2_000_000)), "long varchar", "clob", "nclob"),
            "timestamp": moment(Zone.WALL, 3),
            "timestamp with local time zone": moment(Zone.INSTANT, 3),
            **intervals(),
            **opaques("hashtype", "geometry"),
        }
    ),
)
