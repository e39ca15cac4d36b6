"""Types of files and messages, which no SQL engine defines: Avro's, Arrow's, and plain words."""

from __future__ import annotations

from types import MappingProxyType

from bot.core.types.builders import (
    Default,
    decimal,
    exactly,
    integer,
    labels,
    named,
    numeral,
    octets,
    opaques,
    text,
)
from bot.core.types.containers import array, keyed, record
from bot.core.types.engine import Arguments, Engine
from bot.core.types.engines.standard import BOOLEANS, DATES, DOUBLE, INTEGERS, SINGLE
from bot.core.types.shapes import Clock, Float, Moment, Shape, Slot, Zone


def _decimal(arguments: Arguments) -> Shape | Slot | None:
    """Build a decimal that states its digits; files have no default."""
    return decimal(numeral(None))(arguments) if arguments.groups else None


PORTABLE = Engine(
    name="Avro and Arrow",
    exact=True,
    names=MappingProxyType(
        {
            **INTEGERS,
            **BOOLEANS,
            **DATES,
            **{f"int{bits}": exactly(integer(bits)) for bits in (16, 32, 64)},
            **{f"uint{bits}": exactly(integer(bits, signed=False)) for bits in (8, 16, 32, 64)},
            "long": exactly(integer(64)),
            "float16": exactly(Float(11)),
            **named(SINGLE, "float", "float32"),
            **named(DOUBLE, "double", "float64"),
            "decimal": _decimal,
            **named(text(None), "string", "str"),
            "bytes": octets(None),
            "fixed": octets(Default.UNSTATED, fixed=True),
            "time-millis": exactly(Clock(3)),
            "time-micros": exactly(Clock(6)),
            "timestamp-millis": exactly(Moment(Zone.INSTANT, 3)),
            "timestamp-micros": exactly(Moment(Zone.INSTANT, 6)),
            "timestamp-nanos": exactly(Moment(Zone.INSTANT, 9)),
            "local-timestamp-millis": exactly(Moment(Zone.WALL, 3)),
            "local-timestamp-micros": exactly(Moment(Zone.WALL, 6)),
            "local-timestamp-nanos": exactly(Moment(Zone.WALL, 9)),
            **named(array, "array", "list"),
            "map": keyed,
            **named(record, "record", "struct", "object"),
            "enum": labels(),
            **opaques("null", "uuid", "json"),
        }
    ),
)
