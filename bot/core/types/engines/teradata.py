"""Teradata: `BYTEINT` has 8 bits, `FLOAT` and `REAL` are double precision, `DECIMAL` is (5, 0)."""

from __future__ import annotations

from types import MappingProxyType

from bot.core.types.builders import (
    Default,
    clock,
    decimal,
    decimal_of,
    exactly,
    integer,
    intervals,
    moment,
    named,
    numeral,
    octets,
    opaques,
    text,
    zoned,
)
from bot.core.types.engine import Engine
from bot.core.types.engines.standard import CHAR, DATES, DECIMAL, DOUBLE, INTEGERS, VARCHAR
from bot.core.types.shapes import Octets, Text, Zone

_TIMESTAMP = moment(Zone.WALL, 6)

TERADATA = Engine(
    name="Teradata",
    names=MappingProxyType(
        {
            **INTEGERS,
            **DATES,
            "byteint": exactly(integer(8)),
            **named(decimal(decimal_of(5, 0), most=38), *DECIMAL),
            "number": decimal(numeral(38), most=38),
            **named(DOUBLE, "float", "real", "double precision"),
            **named(text(1, padded=True), *CHAR),
            **named(text(Default.UNSTATED), *VARCHAR),
            "long varchar": exactly(Text(64_000)),
            "clob": exactly(Text(None)),
            "byte": octets(1, fixed=True),
            "varbyte": octets(Default.UNSTATED),
            "blob": exactly(Octets(None)),
            "time": clock(6),
            **zoned("time", clock(6), clock(6, offset=True)),
            "timestamp": _TIMESTAMP,
            **zoned("timestamp", _TIMESTAMP, moment(Zone.OFFSET, 6)),
            **intervals(),
            **opaques("json", "xml", "period", "st_geometry"),
        }
    ),
)
