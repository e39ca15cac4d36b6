"""Dremio: one length of text, times in milliseconds."""

from __future__ import annotations

from types import MappingProxyType

from bot.core.types.builders import (
    clock,
    decimal,
    decimal_of,
    intervals,
    moment,
    named,
    octets,
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
    VARCHAR,
)
from bot.core.types.shapes import Zone

_NAMES = {
    **{name: INTEGERS[name] for name in ("int", "integer", "bigint")},
    **BOOLEANS,
    **DATES,
    "float": SINGLE,
    **named(DOUBLE, "double", "double precision"),
    **named(decimal(decimal_of(38, 0), most=38), *DECIMAL),
    **named(text(None), *VARCHAR, *CHAR),
    "varbinary": octets(None),
    "time": clock(3),
    "timestamp": moment(Zone.WALL, 3),
    **intervals(),
    **named(array, "array", "list"),
    "map": keyed,
    **named(record, "struct", "row"),
}

DREMIO = Engine(name="Dremio", names=MappingProxyType(_NAMES))
