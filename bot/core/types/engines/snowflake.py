"""Snowflake: all integers are `NUMBER(38, 0)`, all texts are `VARCHAR` with another default.

`TIMESTAMP` means what the parameter TIMESTAMP_TYPE_MAPPING says; its default, NTZ, is taken.
`CHAR` is not padded. Keys of a structured OBJECT are case-sensitive.
"""

from __future__ import annotations

from types import MappingProxyType

from bot.core.types.builders import (
    clock,
    decimal,
    decimal_of,
    exactly,
    moment,
    named,
    numeral,
    octets,
    opaques,
    text,
    zoned,
)
from bot.core.types.containers import array, keyed, record, vector
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
    VARCHAR,
)
from bot.core.types.shapes import Zone

_NUMBER = decimal_of(38, 0)
_NTZ, _LTZ, _TZ = (moment(zone, 9) for zone in (Zone.WALL, Zone.INSTANT, Zone.OFFSET))

SNOWFLAKE = Engine(
    name="Snowflake",
    exact=True,
    names=MappingProxyType(
        {
            **BOOLEANS,
            **DATES,
            **named(exactly(_NUMBER), *INTEGERS, "tinyint", "byteint"),
            **named(decimal(_NUMBER, most=38), "number", *DECIMAL),
            **named(DOUBLE, "float", "float4", "float8", "double", "double precision", "real"),
            "decfloat": exactly(numeral(38)),
            **named(text(16_777_216), *VARCHAR, *NVARCHAR, "nvarchar2", "string", "text"),
            **named(text(1), *CHAR, *NCHAR),
            **named(octets(8_388_608), "binary", "varbinary", "binary varying"),
            "time": clock(9),
            **named(_NTZ, "timestamp", "datetime", "timestamp_ntz", "timestampntz"),
            **named(_LTZ, "timestamp_ltz", "timestampltz"),
            **named(_TZ, "timestamp_tz", "timestamptz"),
            **zoned("timestamp", _NTZ, _TZ, _LTZ),
            "array": array,
            "map": keyed,
            "object": record,
            "vector": vector,
            **opaques("variant", "uuid", "geography", "geometry", "file"),
        }
    ),
)
