"""Spark and Databricks: `TIMESTAMP` is an instant, `TIMESTAMP_NTZ` a wall clock."""

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
    opaques,
    text,
)
from bot.core.types.containers import array, keyed, record
from bot.core.types.engine import Engine
from bot.core.types.engines.standard import (
    BOOLEANS,
    CHAR,
    DATES,
    DECIMAL,
    DOUBLE,
    INTEGERS,
    SINGLE,
)
from bot.core.types.shapes import Octets, Zone

SPARK = Engine(
    name="Spark",
    names=MappingProxyType(
        {
            **INTEGERS,
            **BOOLEANS,
            **DATES,
            **named(exactly(integer(8)), "tinyint", "byte"),
            "short": exactly(integer(16)),
            "long": exactly(integer(64)),
            **named(SINGLE, "float", "real"),
            "double": DOUBLE,
            **named(decimal(decimal_of(10, 0), most=38), *DECIMAL),
            "string": text(None),
            "varchar": text(Default.UNSTATED),
            **named(text(Default.UNSTATED, padded=True), *CHAR),
            "binary": exactly(Octets(None)),
            "time": clock(6),
            **named(moment(Zone.INSTANT, 6), "timestamp", "timestamp_ltz"),
            "timestamp_ntz": moment(Zone.WALL, 6),
            **intervals(),
            "array": array,
            "map": keyed,
            "struct": record,
            **opaques("variant", "void", "object", "geography", "geometry"),
        }
    ),
)
