"""SQL Server, Azure SQL, Synapse and Fabric: `tinyint` is unsigned, `bit` is the boolean.

`varchar` counts bytes of a code page, `nvarchar` UTF-16 units; both hold one where no length is
given. `timestamp` is `rowversion` and has nothing to do with time.
"""

from __future__ import annotations

from types import MappingProxyType

from bot.core.types.builders import (
    clock,
    decimal,
    decimal_of,
    exactly,
    integer,
    moment,
    named,
    octets,
    opaque,
    opaques,
    sized_float,
    text,
)
from bot.core.types.containers import vector
from bot.core.types.engine import Brackets, Engine
from bot.core.types.engines.standard import (
    CHAR,
    DATES,
    DECIMAL,
    INTEGERS,
    NCHAR,
    NVARCHAR,
    SINGLE,
    VARCHAR,
)
from bot.core.types.shapes import (
    Boolean,
    Decimal,
    Moment,
    Octets,
    Opaque,
    Repertoire,
    Text,
    Unit,
    Zone,
)

_LARGEST, _LARGEST_UTF16 = 2**31 - 1, 2**30 - 1
_PAGE = Repertoire.CODE_PAGE

TSQL = Engine(
    name="SQL Server",
    brackets=Brackets.QUOTES,
    names=MappingProxyType(
        {
            **INTEGERS,
            **DATES,
            "tinyint": exactly(integer(8, signed=False)),
            "bit": exactly(Boolean()),
            **named(decimal(decimal_of(18, 0), most=38), *DECIMAL),
            "money": exactly(Decimal(-(2**63), 2**63 - 1, 4)),
            "smallmoney": exactly(Decimal(-(2**31), 2**31 - 1, 4)),
            "real": SINGLE,
            **named(sized_float(53), "float", "double precision"),
            **named(text(1, Unit.BYTE, padded=True, repertoire=_PAGE), *CHAR),
            **named(text(1, Unit.BYTE, repertoire=_PAGE, most=_LARGEST), *VARCHAR),
            **named(text(1, Unit.UTF16, padded=True), *NCHAR),
            **named(text(1, Unit.UTF16, most=_LARGEST_UTF16), *NVARCHAR),
            "text": exactly(Text(_LARGEST, Unit.BYTE, repertoire=_PAGE)),
            **named(exactly(Text(_LARGEST_UTF16, Unit.UTF16)), "ntext", "national text"),
            "sysname": exactly(Text(128, Unit.UTF16)),
            "binary": octets(1, fixed=True),
            **named(octets(1, most=_LARGEST), "varbinary", "binary varying"),
            "image": exactly(Octets(_LARGEST)),
            "time": clock(7),
            "smalldatetime": exactly(Moment(Zone.WALL, -2, (1900, 2079))),
            "datetime": exactly(Moment(Zone.WALL, 2.5, (1753, 9999))),
            "datetime2": moment(Zone.WALL, 7, (1, 9999)),
            "datetimeoffset": moment(Zone.OFFSET, 7, (1, 9999)),
            "uniqueidentifier": opaque("uuid"),
            **named(exactly(Opaque("rowversion")), "rowversion", "timestamp"),
            "vector": vector,
            **opaques("xml", "json", "sql_variant", "hierarchyid", "geography", "geometry"),
        }
    ),
)
