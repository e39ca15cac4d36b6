"""What can be done with any record."""

from __future__ import annotations

from typing import Any, TypeVar

_Record = TypeVar("_Record")


def is_record(value: object) -> bool:
    """Tell whether a value is a record; a class is none."""
    return hasattr(type(value), "__record__")


def field_names(value: object) -> tuple[str, ...]:
    """Return the names of a record's fields, in their order; none for what is no record."""
    return tuple(getattr(type(value), "__record__", ()))


def replace(record: _Record, /, **changes: object) -> _Record:
    """Return a record with some fields changed. Raises TypeError for a field that it has not.

    A dataclass of the standard library is changed by the standard library.
    """
    if not is_record(record):
        import dataclasses  # noqa: PLC0415  # loading it is what is saved

        other: Any = record
        changed: _Record = dataclasses.replace(other, **changes)
        return changed
    values = {name: getattr(record, name) for name in field_names(record)}
    return record.__class__(**(values | changes))
