"""What a few SQL types of PostgreSQL hold."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

from tests.soundness.shapes import Field, Json

_INTEGERS = {
    "smallint": 16,
    "int2": 16,
    "int": 32,
    "INT": 32,
    "integer": 32,
    "int4": 32,
    "bigint": 64,
    "int8": 64,
}
_SIZED = re.compile(
    r"(?:(?P<text>varchar|VARCHAR|character varying) ?\((?P<length>\d+)\)"
    r"|(?:numeric|decimal|NUMERIC) ?\((?P<digits>\d+)(?:, ?(?P<scale>\d+))?\))"
)
FOR_TYPE = {
    "string": ("varchar(3)", "VARCHAR(3)", "varchar(5)", "character varying(5)", "text"),
    "integer": ("smallint", "int", "INT", "integer", "bigint", "int8", "numeric(3,0)"),
    "number": ("numeric(4,2)", "decimal(4, 2)", "NUMERIC(5,2)", "numeric(5,3)", "numeric(3)"),
    "boolean": ("boolean", "BOOL"),
    "date": ("date", "DATE"),
}
"""Types as contracts write them, by the logical type that they go with."""


def is_number(field: Field) -> bool:
    """Tell whether the physical type of a field is a number's."""
    told = field.get("physicalType", "")
    found = _SIZED.fullmatch(told)
    return told in _INTEGERS or (found is not None and found["text"] is None)


def stores(field: Field, value: Json, point: Fraction | None) -> bool:
    """Tell whether the physical type of a field holds a value; `point` is the number it is.

    Beside a logical type it limits the values of its own kind; alone it says the kind as well.
    """
    told = field.get("physicalType")
    if told is None:
        return True
    kind = field.get("logicalType")
    if is_number(field):
        return kind is not None if point is None else _holds(told, point)
    if told.casefold() in ("boolean", "bool"):
        return kind is not None or isinstance(value, bool)
    if told.casefold() == "date":
        return kind is not None or _is_date(value)
    found = _SIZED.fullmatch(told)
    if not isinstance(value, str):
        return kind is not None
    return kind not in (None, "string") or found is None or len(value) <= int(found["length"])


def _holds(told: str, point: Fraction) -> bool:
    if told in _INTEGERS:
        limit = 2 ** (_INTEGERS[told] - 1)
        return point.denominator == 1 and -limit <= point < limit
    found = _SIZED.fullmatch(told)
    digits, scale = (int(found["digits"]), int(found["scale"] or 0)) if found else (0, 0)
    unscaled = point * Fraction(10) ** scale
    return unscaled.denominator == 1 and len(str(abs(unscaled.numerator))) <= digits


def _is_date(value: Json) -> bool:
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return False
    try:
        return bool(date.fromisoformat(value))
    except ValueError:
        return False
