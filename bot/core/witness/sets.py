"""Judges several rows together: unique fields and the primary key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.core.contract.model import Field, SchemaObject
from bot.core.witness.fault import Fault, below, shown
from bot.core.witness.likeness import likeness

Steps = tuple[str, ...]


def set_faults(rows: Sequence[Mapping[str, object]], obj: SchemaObject) -> tuple[Fault, ...]:
    """Return what is wrong with rows as a set, each of them taken as valid alone.

    A unique field has no value twice; nulls are no values there (SQL:2016, 4.18.3.2). The
    fields of the primary key together have no value twice. Inside lists and maps neither is
    judged: the standard does not say what a field there would be unique in.
    """
    found = [
        Fault(path, "unique", f"`{path}` is {shown(value)} in two rows but unique")
        for path, value in _repeated(rows, obj)
    ]
    key = primary_key(obj)
    if key and _repeats([tuple(likeness(reach(row, part)) for part in key) for row in rows]):
        told = ", ".join(f"`{path_of(part)}`" for part in key)
        says = f"two rows have the same primary key ({told})"
        found += [Fault(path_of(part), "primaryKey", says) for part in key]
    return tuple(found)


def unique_fields(obj: SchemaObject) -> tuple[Steps, ...]:
    """Return where the object's unique fields are."""
    return tuple(where for where, field in _reachable(obj.properties, ()) if field.unique)


def primary_key(obj: SchemaObject) -> tuple[Steps, ...]:
    """Return where the fields of the object's primary key are, in its order."""
    found = [(where, field) for where, field in _reachable(obj.properties, ()) if field.primary_key]
    found.sort(key=lambda entry: entry[1].primary_key_position)
    return tuple(where for where, _ in found)


def reach(row: Mapping[str, object], where: Steps) -> object:
    """Return the value of a field in a row, None where it is missing."""
    value: object = row
    for name in where:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def path_of(where: Steps) -> str:
    """Return the path of a field as people read it."""
    path = ""
    for name in where:
        path = below(path, name)
    return path


def _repeated(
    rows: Sequence[Mapping[str, object]], obj: SchemaObject
) -> Iterator[tuple[str, object]]:
    for where in unique_fields(obj):
        held = [value for row in rows if (value := reach(row, where)) is not None]
        if _repeats([likeness(value) for value in held]):
            yield path_of(where), held[0]


def _repeats(keys: Sequence[object]) -> bool:
    return len(set(keys)) < len(keys)


def _reachable(fields: Sequence[Field], above: Steps) -> Iterator[tuple[Steps, Field]]:
    for field in fields:
        where = (*above, field.name)
        yield where, field
        yield from _reachable(field.properties, where)
