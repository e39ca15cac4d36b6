"""The primary key of an object: those of its fields, nested ones included, that make it up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.core.contract.keys import KEYS, Key
from bot.core.contract.model import Element, Field, SchemaObject, step
from bot.core.diff.changes import Change, Changed
from bot.core.records import dataclass

_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
_MOST_TOLD = 8


@dataclass(frozen=True, slots=True, eq=False)
class _Itself:
    """An object by its identity: comparing two of a thousand fields each time is too slow."""

    obj: SchemaObject | Field

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


def keeps_order(change: Change) -> bool:
    """Tell whether a position in a key changed, and the columns of that key stand as they stood.

    So it is for a key of one column, for positions that say what the list says anyway, and for a
    field that is in no key. False where the positions leave the order open: some without one, or
    two with the same.
    """
    if not isinstance(change, Changed):
        return False
    kind = next((kind for kind in KEYS if kind.position_key == change.attribute), None)
    if kind is None or not isinstance(change.before, Field) or not isinstance(change.after, Field):
        return False
    flags = (kind.flag(change.before), kind.flag(change.after))
    if not all(flags):
        return not any(flags)
    old = _holder(change, change.place.object_before, change.place.owner_before)
    new = _holder(change, change.place.object_after, change.place.owner_after)
    if old is None or new is None:
        return False
    if change.before.name == change.after.name:
        return _stands(old, new, KEYS.index(kind))
    return _stands_renamed(old, new, kind, (change.before, change.after))


def _holder(change: Change, obj: SchemaObject | None, owner: Element) -> _Itself | None:
    """Return in what a key is looked for: in the row, or in an item of a list."""
    path = _QUOTED.sub("", change.place.path)
    inside = "[]" in path or "{" in path or obj is None
    holder = owner if inside else obj
    return _Itself(holder) if isinstance(holder, SchemaObject | Field) else None


@lru_cache(maxsize=4)
def _stands(old: _Itself, new: _Itself, kind: int) -> bool:
    return _stands_renamed(old, new, KEYS[kind], ())


def _stands_renamed(old: _Itself, new: _Itself, kind: Key, renamed: Sequence[Field]) -> bool:
    """Tell whether the columns of both keys stand in one order; the renamed ones are one column."""
    sides = [_ordered(side.obj.properties, kind) for side in (old, new)]
    if None in sides:
        return False
    one = {id(field): "" for field in renamed}
    before, after = ([one.get(id(field), name) for name, field in side or ()] for side in sides)
    both = set(before) & set(after)
    return [name for name in before if name in both] == [name for name in after if name in both]


def _ordered(fields: Sequence[Field], kind: Key) -> list[tuple[str, Field]] | None:
    """Return the columns of a key in its order; None where the positions leave it open."""
    found = list(_reachable(fields, "", kind))
    positions = [kind.position(field) for _, field in found]
    told = [position for position in positions if position >= 0]
    if not told or len(found) == 1:
        return found
    if len(set(told)) < len(found):
        return None
    return sorted(found, key=lambda entry: kind.position(entry[1]))


def told_key(names: frozenset[str]) -> str:
    """Return a primary key in words, the first names of a long one."""
    told = [f"`{name}`" for name in sorted(names)]
    rest = [f"and {len(told) - _MOST_TOLD} more"] if len(told) > _MOST_TOLD else []
    return ", ".join([*told[:_MOST_TOLD], *rest])


def _names(obj: SchemaObject | None) -> frozenset[str]:
    return frozenset() if obj is None else _key_of(_Itself(obj))


@lru_cache(maxsize=4)
def _key_of(itself: _Itself) -> frozenset[str]:
    return frozenset(name for name, _ in _reachable(itself.obj.properties, "", KEYS[0]))


def _reachable(fields: Sequence[Field], above: str, kind: Key) -> Iterator[tuple[str, Field]]:
    for field in fields:
        name = f"{above}{step(field.name)}"
        if kind.flag(field):
            yield name, field
        yield from _reachable(field.properties, f"{name}.", kind)
