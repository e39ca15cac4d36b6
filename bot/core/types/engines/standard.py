"""What the SQL standard names alike nearly everywhere; each engine takes what it shares."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bot.core.types.builders import exactly, integer, named
from bot.core.types.engine import Builder
from bot.core.types.shapes import Boolean, Day, Float

INTEGERS: Mapping[str, Builder] = MappingProxyType(
    named(exactly(integer(16)), "smallint")
    | named(exactly(integer(32)), "int", "integer")
    | named(exactly(integer(64)), "bigint")
)
BOOLEANS: Mapping[str, Builder] = MappingProxyType(named(exactly(Boolean()), "boolean", "bool"))
DATES: Mapping[str, Builder] = MappingProxyType(named(exactly(Day()), "date"))

SINGLE = exactly(Float(24))
DOUBLE = exactly(Float(53))

CHAR = ("char", "character")
VARCHAR = ("varchar", "character varying", "char varying")
NCHAR = ("nchar", "national character", "national char")
NVARCHAR = ("nvarchar", "national character varying", "national char varying", "nchar varying")
DECIMAL = ("decimal", "numeric", "dec")
