"""The part of a witness that does not concern the change: the values of the other fields."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from bot.core.contract.model import SchemaObject
from bot.core.records import dataclass
from bot.core.witness.making import MISSING, MOST_FIELDS, Duo, Maker, named, needed

_MOST_WORK = 40_000


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
    """The values that a row needs, each valid on the own side, and where none could be made.

    `too_wide` says that the contracts demand more fields than people would read.
    """

    values: Mapping[str, object]
    unmade: frozenset[str] = frozenset()
    too_wide: bool = False

    def serves(self, name: str | None) -> bool:
        """Tell whether a row can be built on it in which the field of that name has a value."""
        return not self.too_wide and self.unmade <= {name}


@lru_cache(maxsize=8)
def base_of(own: Side, other: Side | None) -> Base:
    """Return the values of the fields that either side demands, made for the own side.

    Where it can be, a value is valid under both sides, so that a row built on it shows one change
    and not another. Remembered, since every change of an object asks for it.
    """
    there = {} if other is None else {field.name: field for field in other.obj.properties}
    duos = (Duo(field, there.get(field.name)) for field in own.obj.properties)
    demanded = [duo for duo in duos if needed(duo)]
    if len(demanded) > MOST_FIELDS:
        return Base({}, too_wide=True)
    maker = Maker(own.dialect, other.dialect if other else None, work=_MOST_WORK)
    made = {duo.own.name: (duo, maker.first(duo)) for duo in demanded}
    return Base(
        {name: value for name, (_, value) in made.items() if value is not MISSING},
        frozenset(
            name for name, (duo, value) in made.items() if value is MISSING and needed(Duo(duo.own))
        ),
    )


def row_with(own: Side, base: Base, name: str | None, value: object) -> dict[str, object] | None:
    """Return the row of the base with one field more, in the contract's order.

    None where the base serves no such row. MISSING leaves the field out.
    """
    if not base.serves(None if value is MISSING else name):
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
