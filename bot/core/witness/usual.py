"""Tells which values are usual for a physical type."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.core.contract.model import Field
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
    Vector,
)
from bot.core.witness.examples import STORED
from bot.core.witness.holding import meanings

_KINDS: Mapping[type, str] = {
    Integer: "integer",
    Decimal: "integer",
    Numeral: "number",
    Float: "number",
    Boolean: "boolean",
    Day: "date",
    Clock: "time",
    Moment: "timestamp",
    Vector: "vector",
    Array: "array",
    Map: "map",
    Record: "object",
}
"""What values a physical type is tried with; text where it is not listed."""
_NUMBERS = frozenset(("money", "binary-precision number"))
_BYTES = ("6162", "6364")


def usual_kind(field: Field, dialect: str | None) -> str | None:
    """Return the logical type that the values of a physical type are tried with."""
    shape = next(iter(meanings(field, dialect)), None)
    if isinstance(shape, Opaque) and shape.name in _NUMBERS:
        return "number"
    return _KINDS.get(type(shape))


def usual_texts(field: Field, dialect: str | None) -> Iterator[str]:
    """Yield the texts that a physical type lists, or that are an example of it."""
    for shape in meanings(field, dialect):
        if isinstance(shape, Labels):
            yield from (label for label, _ in shape.labels)
        elif isinstance(shape, Opaque):
            yield from STORED.get(shape.name, ())
        elif isinstance(shape, Octets):
            yield from _BYTES
