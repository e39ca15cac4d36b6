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
    Opaque,
    Record,
    Vector,
)
from bot.core.witness.examples import FORMATS
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


def usual_kind(field: Field, dialect: str | None) -> str | None:
    """Return the logical type that the values of a physical type are tried with."""
    return next((_KINDS.get(type(shape)) for shape in meanings(field, dialect)), None)


def usual_texts(field: Field, dialect: str | None) -> Iterator[str]:
    """Yield the texts that a physical type lists, or that are an example of it."""
    for shape in meanings(field, dialect):
        if isinstance(shape, Labels):
            yield from (label for label, _ in shape.labels)
        elif isinstance(shape, Opaque):
            yield from FORMATS.get(shape.name, ())
