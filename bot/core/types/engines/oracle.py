"""Oracle: `DATE` has a time of day, integers are `NUMBER(38, 0)`, lengths count bytes.

A length without BYTE or CHAR means what NLS_LENGTH_SEMANTICS says; its default, BYTE, is taken.
"""

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
    numeral,
    octets,
    opaque,
    opaques,
    text,
    zoned,
)
from bot.core.types.engine import Engine
from bot.core.types.engines.standard import (
    BOOLEANS,
    CHAR,
    DECIMAL,
    DOUBLE,
    NCHAR,
    NVARCHAR,
    SINGLE,
    VARCHAR,
)
from bot.core.types.shapes import Moment, Octets, Opaque, Text, Unit, Zone

_INTEGER = decimal_of(38, 0)
_TIMESTAMP = moment(Zone.WALL, 6)

ORACLE = Engine(
    name="Oracle",
    names=MappingProxyType(
        {
            **BOOLEANS,
            "number": decimal(numeral(38), most=38),
            **named(decimal(_INTEGER, most=38), *DECIMAL),
            **named(exactly(_INTEGER), "integer", "int", "smallint"),
            "binary_float": SINGLE,
            "binary_double": DOUBLE,
            "float": opaque("binary-precision number"),
            "real": exactly(Opaque("binary-precision number", "63")),
            "double precision": exactly(Opaque("binary-precision number", "126")),
            **named(text(Default.UNSTATED, Unit.BYTE), "varchar2", *VARCHAR),
            **named(text(Default.UNSTATED, Unit.UTF16), "nvarchar2", *NVARCHAR),
            **named(text(1, Unit.BYTE, padded=True), *CHAR),
            **named(text(1, Unit.UTF16, padded=True), *NCHAR),
            **named(exactly(Text(None)), "clob", "nclob", "long"),
            "raw": octets(Default.UNSTATED),
            **named(exactly(Octets(None)), "blob", "long raw"),
            "date": exactly(Moment(Zone.WALL, 0)),
            "timestamp": _TIMESTAMP,
            **zoned(
                "timestamp",
                _TIMESTAMP,
                moment(Zone.OFFSET, 6),
                moment(Zone.INSTANT, 6),
            ),
            **intervals(),
            **opaques("json", "xmltype", "rowid", "urowid", "bfile", "sdo_geometry", "vector"),
        }
    ),
)
