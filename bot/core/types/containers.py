"""The building blocks of the engines' tables: types made of other types."""

from __future__ import annotations

from bot.core.records import replace
from bot.core.types.engine import Arguments, as_number
from bot.core.types.outline import Group
from bot.core.types.shapes import Array, Choice, Map, Record, Shape, Slot, Vector


def array(arguments: Arguments) -> Shape | None:
    """Build `ARRAY<T>` or `ARRAY(T)`; a bare `ARRAY` does not say what it holds."""
    if not arguments.groups:
        return Array(None)
    element = arguments.read(arguments.items[0]) if len(arguments.items) == 1 else None
    return Array(element) if element else None


def keyed(arguments: Arguments) -> Shape | None:
    """Build `MAP<K, V>` or `MAP(K, V)`; a bare `MAP` does not say what it holds."""
    if not arguments.groups:
        return Map(None)
    if len(arguments.items) != 2:  # noqa: PLR2004 - a key and a value
        return None
    key, value = (arguments.read(item) for item in arguments.items)
    return Map((key, value)) if key and value else None


def record(arguments: Arguments) -> Shape | None:
    """Build `STRUCT<a T, …>`; a bare `STRUCT` does not say what it holds.

    Fields without names are known by their place. Two fields of one name make no type.
    """
    if not arguments.groups:
        return Record(None)
    fields = _fields(arguments)
    return Record(fields) if fields else None


def repeated_record(arguments: Arguments) -> Shape | None:
    """Build ClickHouse's `Nested(a T, …)`, an array of records."""
    fields = _fields(arguments)
    return Array(Slot(Record(fields), required=True, text="")) if fields else None


def choice(arguments: Arguments) -> Shape | None:
    """Build `UNION(a T, …)`: a value of one of the branches."""
    branches = _fields(arguments)
    return Choice(branches) if branches else None


def anonymous_choice(arguments: Arguments) -> Shape | None:
    """Build `UNIONTYPE<T, …>`, whose branches are known by their place."""
    branches = [arguments.read(item) for item in arguments.items]
    known = [branch for branch in branches if branch]
    if not known or len(known) != len(branches):
        return None
    return Choice(tuple((f"#{place}", branch) for place, branch in enumerate(known, 1)))


def nullable(arguments: Arguments) -> Slot | None:
    """Build ClickHouse's `Nullable(T)`: the same, and null."""
    inner = transparent(arguments)
    return replace(inner, required=False) if inner else None


def transparent(arguments: Arguments) -> Slot | None:
    """Build ClickHouse's `LowCardinality(T)`: another storage of the same values."""
    return arguments.read(arguments.items[0]) if len(arguments.items) == 1 else None


def vector(arguments: Arguments) -> Shape | None:
    """Build `VECTOR`, `VECTOR(3)` or `VECTOR(FLOAT, 256)`, in either order."""
    size: int | None = None
    element: str | None = None
    for item in arguments.items:
        number = as_number(item)
        if number is not None and size is None:
            size = number
        elif len(item) == 1 and element is None and not isinstance(item[0], Group):
            element = item[0].text.lower()
        else:
            return None
    if arguments.groups and size is None:
        return None
    return Vector(element, size)


def _fields(arguments: Arguments) -> tuple[tuple[str, Slot], ...] | None:
    fields = [arguments.named(item, place) for place, item in enumerate(arguments.items, 1)]
    known = [one for one in fields if one]
    names = {name for name, _ in known}
    return tuple(known) if known and len(names) == len(fields) else None
