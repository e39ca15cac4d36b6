"""What can be done with any record."""

from __future__ import annotations

from typing import TypeVar

_Record = TypeVar("_Record")


def is_record(value: object) -> bool:
    """Tell whether a value is a record; a class is none."""
    return hasattr(type(value), "__record__")


def field_names(value: object) -> tuple[str, ...]:
    """Return the names of a record's fields, in their order; none for what is no record."""
    return tuple(getattr(type(value), "__record__", ()))


def replace(record: _Record, /, **changes: object) -> _Record:
    """Return a record with some fields changed. Raises TypeError for a field that it has not."""
    values = {name: getattr(record, name) for name in field_names(record)}
    return record.__class__(**(values | changes))
