"""BigQuery: one integer type, one floating point type; `TIMESTAMP` is an instant.

The names of the API's older schema files (INTEGER, FLOAT, RECORD) are read too.
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
    moment,
    named,
    octets,
    opaques,
    text,
)
from bot.core.types.containers import array, record
from bot.core.types.engine import Engine
from bot.core.types.engines.standard import BOOLEANS, DATES, DOUBLE, INTEGERS
from bot.core.types.shapes import Decimal, Zone

_BIGNUMERIC = Decimal(-(2**255), 2**255 - 1, 38)

BIGQUERY = Engine(
    name="BigQuery",
    names=MappingProxyType(
        {
            **BOOLEANS,
            **DATES,
            **named(exactly(integer(64)), "int64", *INTEGERS, "tinyint", "byteint"),
            **named(DOUBLE, "float64", "float"),
            **named(decimal(decimal_of(38, 9), most=38), "numeric", "decimal"),
            **named(decimal(_BIGNUMERIC, most=76), "bignumeric", "bigdecimal"),
            "string": text(None),
            "bytes": octets(None),
            "time": clock(6),
            "datetime": moment(Zone.WALL, 6),
            "timestamp": moment(Zone.INSTANT, 6),
            **intervals(),
            "array": array,
            **named(record, "struct", "record"),
            **opaques("json", "geography", "range"),
        }
    ),
)
