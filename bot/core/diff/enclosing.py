"""What is asked of an object as a whole, and how its fields that come and go touch it.

A reader sees of an object the fields of its own contract only. Where fields are counted, named in
`required`, or where whole objects must differ from each other, less is there than was written.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from bot.core.contract.model import Element, Field, SchemaObject
from bot.core.records import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class _Itself:
    """An object by its identity: comparing two of a thousand fields each time is too slow."""

    obj: SchemaObject

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and self.obj is other.obj

    def __hash__(self) -> int:
        return id(self.obj)


def demand_on_name(field: Field, reader: Element) -> str | None:
    """Return what readers ask of a field by its name, which they do not know; None for nothing."""
    if isinstance(reader, Field) and reader.properties and field.name in reader.options.required:
        return f"`required` names `{field.name}`"
    return None


def demand_on_whole(writer: Element, reader: Element, enclosing: SchemaObject | None) -> str | None:
    """Return what readers ask of an object and may miss, because they do not know one field.

    `writer` is the object with that field, `reader` the same object as readers know it, which
    `enclosing` holds. None where nothing is asked, and for an object that names no fields: of
    such a one readers see everything.
    """
    if not isinstance(writer, Field) or not isinstance(reader, Field) or not reader.properties:
        return None
    least = reader.options.min_properties or 0
    if least > len(_surely_seen(writer, reader)):
        return f"at least {least} fields must be there"
    if enclosing is not None and id(reader) in _distinct(_Itself(enclosing)):
        return "no two values of it may be the same"
    return None


def _surely_seen(writer: Field, reader: Field) -> set[str]:
    """Return the fields that readers know and that are never null in what is written."""
    known = {field.effective_name for field in reader.properties}
    return {
        field.effective_name
        for field in writer.properties
        if field.effective_name in known
        and (field.required or field.primary_key or field.name in writer.options.required)
    }


@lru_cache(maxsize=4)
def _distinct(itself: _Itself) -> frozenset[int]:
    """Return the identities of the fields that are, or are in, something that is there once."""
    return frozenset(
        found for field in itself.obj.properties for found in _within(field, once=False)
    )


def _within(field: Field, *, once: bool) -> Iterator[int]:
    once = once or field.unique or field.primary_key
    if once:
        yield id(field)
    for child in (*field.properties, field.map_key, field.map_value):
        if child is not None:
            yield from _within(child, once=once)
    if field.items is not None:
        yield from _within(field.items, once=once or field.options.unique_items)
