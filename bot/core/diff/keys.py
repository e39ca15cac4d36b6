"""The primary key of an object: those of its fields, nested ones included, that make it up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.core.contract.model import Field, SchemaObject, step
from bot.core.diff.changes import Change, Changed
from bot.core.records import dataclass

_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
_MOST_TOLD = 8


@dataclass(frozen=True, slots=True, eq=False)
class _Itself:
    """An object by its identity: comparing two of a thousand fields each time is too slow."""

    obj: SchemaObject

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and self.obj is other.obj

    def __hash__(self) -> int:
        return id(self.obj)


def keys(change: Change) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names in the primary key before and after, for the row that a change is in.

    Both are empty inside lists and maps: the standard does not say what a key there is for.
    """
    path = _QUOTED.sub("", change.place.path)
    if "[]" in path or "{" in path:
        return frozenset(), frozenset()
    return _names(change.place.object_before), _names(change.place.object_after)


def in_key(field: Field) -> bool:
    """Tell whether the field, or a field of the object that it is, belongs to the primary key."""
    return field.primary_key or any(in_key(child) for child in field.properties)


def is_key_alone(change: Change, *, old: bool) -> bool:
    """Tell whether the changed field alone is the primary key, on the old side or on the new."""
    names = keys(change)[0 if old else 1]
    if len(names) != 1 or not isinstance(change, Changed):
        return False
    field = change.before if old else change.after
    return isinstance(field, Field) and field.primary_key


def is_key_respelled(change: Change) -> bool:
    """Tell whether a field is the primary key on one side, and unique and required on the other.

    Both ask the same of a field of the object itself; of a field further in, a key asks more:
    that there is something around it.
    """
    match change:
        case Changed(before=Field() as before, after=Field() as after, attribute="primaryKey"):
            owners = (change.place.owner_before, change.place.owner_after)
            if not all(isinstance(owner, SchemaObject) for owner in owners):
                return False
            other = before if after.primary_key else after
            alone = is_key_alone(change, old=not after.primary_key)
            return alone and not all(keys(change)) and other.unique and other.required
        case _:
            return False


def told_key(names: frozenset[str]) -> str:
    """Return a primary key in words, the first names of a long one."""
    told = [f"`{name}`" for name in sorted(names)]
    rest = [f"and {len(told) - _MOST_TOLD} more"] if len(told) > _MOST_TOLD else []
    return ", ".join([*told[:_MOST_TOLD], *rest])


def _names(obj: SchemaObject | None) -> frozenset[str]:
    return frozenset() if obj is None else _key_of(_Itself(obj))


@lru_cache(maxsize=4)
def _key_of(itself: _Itself) -> frozenset[str]:
    return frozenset(_reachable(itself.obj.properties, ""))


def _reachable(fields: Sequence[Field], above: str) -> Iterator[str]:
    for field in fields:
        name = f"{above}{step(field.name)}"
        if field.primary_key:
            yield name
        yield from _reachable(field.properties, f"{name}.")
