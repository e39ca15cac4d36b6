"""The part of a witness that does not concern the change: the values of the other fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from bot.core.contract.model import SchemaObject
from bot.core.witness.making import MISSING, Duo, Maker, named, needed

MOST_FIELDS = 250
"""No row of a witness is wider: it is read by people."""


@dataclass(frozen=True, slots=True)
class Side:
    """One contract's view of an object, and whose physical types it has.

    Two sides are equal if they are of the very same object: comparing whole trees takes long.
    """

    obj: SchemaObject
    dialect: str | None

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Side):
            return NotImplemented
        return self.obj is other.obj and self.dialect == other.dialect

    def __hash__(self) -> int:
        return hash((id(self.obj), self.dialect))


@dataclass(frozen=True, slots=True)
class Base:
    """The values that a row needs, each valid on the own side, and where none could be made."""

    values: Mapping[str, object]
    unmade: frozenset[str]


@lru_cache(maxsize=8)
def base_of(own: Side, other: Side | None) -> Base:
    """Return the values of the fields that either side demands, made for the own side.

    Where it can be, a value is valid under both sides, so that a row built on it shows one change
    and not another. Remembered, since every change of an object asks for it.
    """
    there = {} if other is None else {field.name: field for field in other.obj.properties}
    values: dict[str, object] = {}
    unmade = set()
    for field in own.obj.properties:
        duo = Duo(field, there.get(field.name))
        if not needed(duo):
            continue
        value = Maker(own.dialect, other.dialect if other else None).first(duo)
        if value is not MISSING:
            values[field.name] = value
        elif needed(Duo(field)):
            unmade.add(field.name)
    return Base(values, frozenset(unmade))


def row_with(own: Side, base: Base, name: str | None, value: object) -> dict[str, object] | None:
    """Return the row of the base with one field more, in the contract's order.

    None where another field demands a value that could not be made, and for rows that are too
    wide to be read. MISSING leaves the field out.
    """
    if base.unmade - {name} or len(base.values) > MOST_FIELDS:
        return None
    values = base.values if name is None else {**base.values, name: value}
    return {
        field.name: values[field.name]
        for field in own.obj.properties
        if values.get(field.name, MISSING) is not MISSING
    }


def duo_of(own: SchemaObject, other: SchemaObject, name: str) -> Duo | None:
    """Return the field of that name on both sides; None where the own side has none."""
    field = named(own.properties, name)
    return None if field is None else Duo(field, named(other.properties, name))
