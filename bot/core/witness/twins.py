"""Finds two rows, valid together under one side, that break a uniqueness of the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from bot.core.contract.model import SchemaObject
from bot.core.witness.base import Base, Side, base_of, duo_of, row_with
from bot.core.witness.datum import judge, project
from bot.core.witness.fault import Fault
from bot.core.witness.likeness import likeness
from bot.core.witness.making import MISSING, Duo, Maker, named
from bot.core.witness.sets import Steps, path_of, primary_key, reach, set_faults, unique_fields

Rows = tuple[dict[str, object], dict[str, object]]
_MOST_VARIED = 16
_MOST_WORK = 5_000


def twins(own: Side, other: Side, key: str, path: str) -> tuple[Rows, Fault] | None:
    """Return two rows that the own side admits together, and the fault that they have on the other.

    `key` is `unique`, then `path` is the field's, or `primaryKey`. The two agree in what the
    other side wants distinct, and differ in what the own side wants distinct.
    """
    alike = _alike(other.obj, key, path)
    if not alike or any(where in alike for where in unique_fields(own.obj)):
        return None
    apart = list(unique_fields(own.obj))
    own_key = primary_key(own.obj)
    if own_key:
        free = [where for where in own_key if where not in alike]
        if not free:
            return None
        apart += free[-1:]
    if not base_of(own, other).serves(None):
        return None
    first = _filled(own, other, alike)
    second = None if first is None else _varied(own, other, first, apart)
    if first is None or second is None:
        return None
    return _verified(own, other, (first, second), key, path)


def _alike(other: SchemaObject, key: str, path: str) -> tuple[Steps, ...]:
    """Return the fields that the other side wants distinct."""
    if key == "primaryKey":
        return primary_key(other)
    return tuple(where for where in unique_fields(other) if path_of(where) == path)


def _filled(own: Side, other: Side, alike: Sequence[Steps]) -> dict[str, object] | None:
    """Return a row in which the fields named have values."""
    base = base_of(own, other)
    values = dict(base.values)
    for where in alike:
        if reach(values, where) is not None:
            continue
        duo = duo_of(own.obj, other.obj, where[0])
        if duo is None:
            return None
        made = Maker(own.dialect, other.dialect, work=_MOST_WORK).options(duo)
        fitting = (value for value in made if reach({where[0]: value}, where) is not None)
        value = next(fitting, MISSING)
        if value is MISSING:
            return None
        values[where[0]] = value
    return row_with(own, Base(values), None, None)


def _varied(
    own: Side, other: Side, first: Mapping[str, object], apart: Sequence[Steps]
) -> dict[str, object] | None:
    """Return the row with other values in the fields named, wherever it has any."""
    row = dict(first)
    for where in apart:
        before = likeness(reach(first, where))
        if reach(first, where) is None or likeness(reach(row, where)) != before:
            continue
        field = named(own.obj.properties, where[0])
        if field is None:
            return None
        partner = named(other.obj.properties, where[0])
        ideas = islice(
            Maker(own.dialect, other.dialect, work=_MOST_WORK).options(Duo(field, partner)),
            _MOST_VARIED,
        )
        fresh = (value for value in ideas if likeness(reach({where[0]: value}, where)) != before)
        value = next(fresh, MISSING)
        if value is MISSING:
            return None
        row[where[0]] = value
    return row


def _verified(own: Side, other: Side, rows: Rows, key: str, path: str) -> tuple[Rows, Fault] | None:
    """Return the rows with the fault that shows the change, if they hold what they promise."""
    if any(judge(row, own.obj, own.dialect).valid is not True for row in rows):
        return None
    if set_faults(rows, own.obj):
        return None
    seen = [project(row, other.obj) for row in rows]
    for fault in set_faults(seen, other.obj):
        if fault.key == key and (key == "primaryKey" or fault.path == path):
            return rows, fault
    return None
