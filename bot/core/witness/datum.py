"""Judges one row under one schema object: what it means that a datum is valid.

A value is the JSON form of its field: numbers are numbers, texts, dates and times are texts,
objects and maps are objects, arrays and vectors are lists. Keys are the fields' names. A field
that is missing is null. Writers are closed: a row holds no other keys than the fields; a reader
first projects a row onto the fields of its own contract (`project`), then judges it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain

from bot.core.contract.model import Field, SchemaObject, step
from bot.core.witness.fault import Judgement, judgement
from bot.core.witness.value import unknown_keys, value_faults

Row = Mapping[str, object]


def judge(row: Row, obj: SchemaObject, dialect: str | None = None) -> Judgement:
    """Return everything that is wrong with a row as a datum made under the object.

    `dialect` tells whose physical types the object has (see `contract_dialect`).
    """
    return judgement(
        chain(
            unknown_keys(row, obj.properties, ""),
            *(
                value_faults(row.get(field.name), field, step(field.name), dialect)
                for field in obj.properties
            ),
        )
    )


def faults(row: Row, obj: SchemaObject, dialect: str | None = None) -> tuple[str, ...] | None:
    """Return a sentence for each fault of a row, () for a valid one; None where nobody can tell."""
    judged = judge(row, obj, dialect)
    if judged.valid is None:
        return None
    return tuple(fault.says for fault in judged.faults)


def project(row: Row, obj: SchemaObject) -> dict[str, object]:
    """Return what a reader of the object sees of a row: its own fields, in nested objects too."""
    return _projected(row, obj.properties)


def _projected(row: Row, fields: Iterable[Field]) -> dict[str, object]:
    return {
        field.name: project_value(row[field.name], field) for field in fields if field.name in row
    }


def project_value(value: object, field: Field) -> object:
    """Return what a reader of the field sees of a value."""
    match value:
        case dict() if field.map_value is not None:
            return {key: project_value(entry, field.map_value) for key, entry in value.items()}
        case dict() if field.properties:
            return _projected(value, field.properties)
        case list() if field.items is not None:
            return [project_value(item, field.items) for item in value]
        case _:
            return value
