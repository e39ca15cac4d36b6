"""Judges one value under its field, with everything that the value holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from bot.core.contract.model import Field
from bot.core.sets.difference import exact, has_variable
from bot.core.sets.values import Identity, identity
from bot.core.witness.clocks import clock_faults
from bot.core.witness.fault import CLOCKS, OPTIONS, Fault, below, counted, shown
from bot.core.witness.likeness import Itself, likeness
from bot.core.witness.physical import is_sized, physical_faults
from bot.core.witness.scalars import number_faults, text_faults
from bot.core.witness.vectors import vector_faults

_KINDS: Mapping[str, tuple[type | tuple[type, ...], str]] = {
    "string": (str, "no text"),
    "boolean": (bool, "neither true nor false"),
    "object": (dict, "no object"),
    "map": (dict, "no map"),
    "array": (list, "no list"),
    "vector": (list, "no list of numbers"),
}


def value_faults(value: object, field: Field, path: str, dialect: str | None) -> Iterator[Fault]:
    """Yield what is wrong with a value at a path under its field; null is a missing value.

    Null is a fault only where the field is required or a part of the primary key; no other
    option of the field is asked about it.
    """
    if value is None:
        yield from _null_faults(field, path)
        return
    wrong = _kind_faults(value, field, path)
    yield from wrong or _content_faults(value, field, path, dialect)
    if field.enum is not None and not wrong:
        yield from _enum_faults(value, field, path)
    if field.physical_type:
        family = bool(wrong) or field.logical_type is None
        yield from physical_faults(value, field, path, dialect, family=family)


def _null_faults(field: Field, path: str) -> Iterator[Fault]:
    if field.required:
        yield Fault(path, "required", f"`{path}` is null but required")
    if field.primary_key:
        yield Fault(path, "primaryKey", f"`{path}` is null but belongs to the primary key")


def _content_faults(value: object, field: Field, path: str, dialect: str | None) -> Iterator[Fault]:
    """Yield what is wrong with a value of the right kind."""
    match value:
        case _ if field.logical_type in CLOCKS:
            yield from clock_faults(value, field, path)
        case str():
            yield from text_faults(value, field, path)
        case int() | float() if not isinstance(value, bool):
            yield from number_faults(value, field, path, sized=is_sized(field, dialect))
        case list():
            yield from _list_faults(value, field, path, dialect)
        case dict():
            yield from _mapping_faults(value, field, path, dialect)
        case _:
            return


def _kind_faults(value: object, field: Field, path: str) -> tuple[Fault, ...]:
    """Return the fault of a value that is not of the field's logical type."""
    logical_type = field.logical_type
    if logical_type is None:
        number = isinstance(value, int | float) and not isinstance(value, bool)
        known = exact(value) is not None if number else isinstance(value, str | bool | list | dict)
        return () if known else (Fault(path, "logicalType", f"`{path}` is no JSON value"),)
    if logical_type in CLOCKS:
        return ()
    if logical_type in {"integer", "number"}:
        point = exact(value)
        if point is not None and (logical_type == "number" or point.denominator == 1):
            return ()
        what = "no number" if logical_type == "number" else "no whole number"
    elif logical_type in _KINDS:
        kind, what = _KINDS[logical_type]
        if isinstance(value, kind):
            return ()
    else:
        says = f"`{path}` has the logical type {shown(logical_type)}, which nobody knows"
        return (Fault(path, "logicalType", says, certain=False),)
    return (Fault(path, "logicalType", f"`{path}` is {shown(value)}, which is {what}"),)


def _enum_faults(value: object, field: Field, path: str) -> Iterator[Fault]:
    """Yield a fault for a scalar that is not listed; whether lists are meant nobody can tell."""
    own = identity(value)
    allowed, variable = _allowed(Itself(field))
    if own is not None and own in allowed:
        return
    says = f"`{path}` is {shown(value)}, which is not one of the allowed values"
    yield Fault(path, "enum", says, own is not None and not variable)


@lru_cache(maxsize=64)
def _allowed(field: Itself[Field]) -> tuple[frozenset[Identity | None], bool]:
    """Return what the allowed values are equal by, and whether one of them holds a variable."""
    values = [entry.value for entry in field.thing.enum or ()]
    return frozenset(map(identity, values)), has_variable(*values)


def _list_faults(
    value: Sequence[object], field: Field, path: str, dialect: str | None
) -> Iterator[Fault]:
    options = field.options
    if field.logical_type == "vector":
        yield from vector_faults(value, options, path)
        return
    length = len(value)
    if options.min_items is not None and length < options.min_items:
        says = f"`{path}` has {counted(length, 'item')}, at least {options.min_items} demanded"
        yield Fault(path, OPTIONS + "minItems", says)
    if options.max_items is not None and length > options.max_items:
        says = f"`{path}` has {counted(length, 'item')}, at most {options.max_items} allowed"
        yield Fault(path, OPTIONS + "maxItems", says)
    if options.unique_items and len({likeness(item) for item in value}) < length:
        yield Fault(path, OPTIONS + "uniqueItems", f"`{path}` has an item twice")
    if field.items is not None:
        for item in value:
            yield from value_faults(item, field.items, f"{path}[]", dialect)


def _mapping_faults(
    value: Mapping[str, object], field: Field, path: str, dialect: str | None
) -> Iterator[Fault]:
    if field.map_key is not None or field.map_value is not None:
        yield from _map_faults(value, field, path, dialect)
        return
    options = field.options
    held = [name for name, entry in value.items() if entry is not None]
    told = counted(len(held), "field")
    if options.min_properties is not None and len(held) < options.min_properties:
        says = f"`{path}` has {told}, at least {options.min_properties} demanded"
        yield Fault(path, OPTIONS + "minProperties", says)
    if options.max_properties is not None and len(held) > options.max_properties:
        says = f"`{path}` has {told}, at most {options.max_properties} allowed"
        yield Fault(path, OPTIONS + "maxProperties", says)
    for name in options.required:
        if name not in held:
            says = f"`{path}` lacks {shown(name)}, which is required"
            yield Fault(path, OPTIONS + "required", says)
    if field.properties:
        yield from unknown_keys(value, field.properties, path)
    for child in field.properties:
        yield from value_faults(value.get(child.name), child, below(path, child.name), dialect)


def unknown_keys(
    value: Mapping[str, object], fields: Sequence[Field], path: str
) -> Iterator[Fault]:
    """Yield a fault for each key that is no field: writers are closed."""
    names = {field.name for field in fields}
    for key in value:
        if key not in names:
            inner = below(path, key)
            yield Fault(inner, "properties", f"`{inner}` is no field of the contract")


def _map_faults(
    value: Mapping[str, object], field: Field, path: str, dialect: str | None
) -> Iterator[Fault]:
    for key, entry in value.items():
        if field.map_key is not None:
            yield from _key_faults(key, field.map_key, f"{path}{{key}}", dialect)
        if field.map_value is not None:
            yield from value_faults(entry, field.map_value, f"{path}{{value}}", dialect)


def _key_faults(key: str, field: Field, path: str, dialect: str | None) -> Iterator[Fault]:
    """Judge a key of a map. JSON writes every key as text: numbers are read back first."""
    if field.logical_type in {"integer", "number", "boolean"}:
        scalar = read_key(key)
        if scalar is not None:
            yield from value_faults(scalar, field, path, dialect)
            return
    yield from value_faults(key, field, path, dialect)


def read_key(key: str) -> float | bool | None:
    """Return the number or boolean that a key of a map stands for; None for other texts."""
    if key in {"true", "false"}:
        return key == "true"
    try:
        return int(key) if len(key) <= 40 else None  # noqa: PLR2004 - longer than any integer type
    except ValueError:
        pass
    try:
        number = float(key)
    except ValueError:
        return None
    return number if exact(number) is not None else None
