"""Which logical type a shape goes with."""

from __future__ import annotations

from types import MappingProxyType

from bot.core.types.shapes import (
    Array,
    Boolean,
    Clock,
    Day,
    Decimal,
    Float,
    Integer,
    Labels,
    Map,
    Moment,
    Numeral,
    Octets,
    Opaque,
    Record,
    Shape,
    Text,
    Vector,
)

_WORDS: MappingProxyType[type, str] = MappingProxyType(
    {
        Integer: "integer",
        Decimal: "number",
        Numeral: "number",
        Float: "number",
        Text: "string",
        Labels: "string",
        Octets: "string",
        Boolean: "boolean",
        Day: "date",
        Clock: "time",
        Moment: "timestamp",
        Vector: "vector",
        Array: "array",
        Map: "map",
        Record: "object",
    }
)
_OPAQUE = MappingProxyType(
    {
        "uuid": "string",
        "citext": "string",
        "xml": "string",
        "xmltype": "string",
        "money": "number",
        "binary-precision number": "number",
    }
)


def natural(shape: Shape) -> str | None:
    """Return the `logicalType` of a shape; a decimal without a fraction is an integer."""
    match shape:
        case Decimal(scale=scale) if scale <= 0:
            return "integer"
        case Array(loose=True):
            # `varchar[50]` is an array to PostgreSQL; most who write it mean a length.
            return None
        case Opaque(name=name):
            return _OPAQUE.get(name)
        case _:
            return _WORDS.get(type(shape))
