"""Trino and Presto, and Athena, which speaks Hive's types in its DDL beside Trino's."""

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
    text,
    zoned,
)
from bot.core.types.containers import array, keyed, record
from bot.core.types.engine import Builder, Engine
from bot.core.types.engines.hive import HIVE
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
from bot.core.types.shapes import Zone

_TIMESTAMP = moment(Zone.WALL, 3)

_NAMES: dict[str, Builder] = {
    **INTEGERS,
    **BOOLEANS,
    **DATES,
    "tinyint": exactly(integer(8)),
    "real": SINGLE,
    **named(DOUBLE, "double", "double precision"),
    **named(decimal(decimal_of(38, 0), most=38), *DECIMAL),
    **named(text(None), *VARCHAR),
    **named(text(1, padded=True), *CHAR),
    "varbinary": octets(None),
    "time": clock(3),
    **zoned("time", clock(3), clock(3, offset=True)),
    "timestamp": _TIMESTAMP,
    **zoned("timestamp", _TIMESTAMP, moment(Zone.OFFSET, 3)),
    **intervals(),
    "array": array,
    "map": keyed,
    "row": record,
    **opaques("json", "uuid", "ipaddress", "ipprefix", "hyperloglog", "p4hyperloglog"),
    **opaques("qdigest", "tdigest", "setdigest", "geometry", "sphericalgeography"),
}

TRINO = Engine(name="Trino", names=MappingProxyType(_NAMES))

ATHENA = Engine(
    name="Athena",
    names=MappingProxyType({**HIVE.names, **_NAMES}),
)
