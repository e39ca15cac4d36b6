"""Apache Hive, and the catalogues that speak its types: `TIMESTAMP` is a wall clock."""

from __future__ import annotations

from types import MappingProxyType

from bot.core.types.builders import (
    Default,
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
from bot.core.types.containers import anonymous_choice, array, keyed, record
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

_LOCAL = moment(Zone.INSTANT, 9, takes_precision=False)

HIVE = Engine(
    name="Hive",
    names=MappingProxyType(
        {
            **INTEGERS,
            **BOOLEANS,
            **DATES,
            "tinyint": exactly(integer(8)),
            "float": SINGLE,
            **named(DOUBLE, "double", "double precision"),
            **named(decimal(decimal_of(10, 0), most=38), *DECIMAL),
            "string": text(None),
            "varchar": text(Default.UNSTATED),
            **named(text(Default.UNSTATED, padded=True), *CHAR),
            "binary": exactly(Octets(None)),
            "timestamp": moment(Zone.WALL, 9, takes_precision=False),
            **named(_LOCAL, "timestamp with local time zone", "timestamplocaltz"),
            **intervals(),
            "array": array,
            "map": keyed,
            "struct": record,
            "uniontype": anonymous_choice,
            **opaques("void"),
        }
    ),
)
