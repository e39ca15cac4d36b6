"""Resolves the references of the standard: `orders.id`, `schema/<id>/properties/<id>`, `file#…`.

Source: ODCS v3.1.0, "References": a shorthand names objects and fields, a fully qualified
reference their stable ids; before a `#` stands the file of another contract.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import TypeVar

from bot.core.contract.model import Contract, Field, SchemaObject
from bot.core.records import dataclass

T = TypeVar("T", Field, SchemaObject)


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference, resolved as far as it goes.

    `document` is the other file, None for this contract; `path` are names of object and fields
    where the reference could be resolved in `contract`, else the steps as written. A field of the
    items of an array stands below the array itself.
    """

    document: str | None
    path: tuple[str, ...]
    resolved: bool


def resolve(text: str, contract: Contract) -> Reference:
    """Return what a reference means in a contract; never fails.

    Whoever asks more than once about one contract asks a `Resolver`.
    """
    return Resolver(contract).resolve(text)


class _Inner(Enum):
    """What lies inside a field without a name of its own."""

    ITEMS = "[]"
    KEY = "{key}"
    VALUE = "{value}"


_INNER = {inner.value: inner for inner in _Inner}
_PART = re.compile(r'\.?(?:"((?:[^"\\]|\\.)*)"|(\[\]|\{key\}|\{value\})|([^.\[{"]+))', re.DOTALL)
_Named = tuple[str, SchemaObject | Field]


class Resolver:
    """Resolves references in one contract, and remembers who is called what."""

    __slots__ = ("_contract", "_objects", "_within")

    def __init__(self, contract: Contract) -> None:
        self._contract = contract
        self._objects: dict[str, SchemaObject] | None = None
        self._within: dict[int, dict[str, Field]] = {}

    def resolve(self, text: str) -> Reference:
        """Return what a reference means in the contract; never fails."""
        document, mark, inner = text.rpartition("#")
        if mark and document:
            steps = tuple(part for part in inner.split("/") if part)
            return Reference(document, steps, resolved=False)
        found = self._find(inner)
        if found is None:
            return Reference(None, tuple(_steps(inner)), resolved=False)
        return Reference(None, tuple(name for name, _ in found), resolved=True)

    def element(self, text: str) -> SchemaObject | Field | None:
        """Return the object or field that a reference into this contract means."""
        found = self._find(text)
        return found[-1][1] if found else None

    def member(self, holder: SchemaObject | Field | None, word: str) -> Field | None:
        """Return the field of that name or id directly below an object or field."""
        return None if holder is None else self._fields(holder).get(word)

    def knows_object(self, text: str) -> bool:
        """Tell whether a reference into this contract begins with an object that there is."""
        return any(self._object(steps[0]) is not None for steps in _readings(text) if steps)

    def _find(self, text: str) -> list[_Named] | None:
        """Return the elements along a reference, each with its name; None if one fails."""
        found = (self._walk(steps) for steps in _readings(text))
        return next(filter(None, found), None)

    def _object(self, name: str | _Inner) -> SchemaObject | None:
        if self._objects is None:
            self._objects = _called(self._contract.schema)
        return self._objects.get(name) if isinstance(name, str) else None

    def _walk(self, steps: Sequence[str | _Inner]) -> list[_Named] | None:
        """Return the elements along the steps, each a name or an id; None if one fails."""
        obj = self._object(steps[0]) if steps else None
        if obj is None:
            return None
        found: list[_Named] = [(obj.name, obj)]
        holder: SchemaObject | Field = obj
        for index, wanted in enumerate(steps[1:], start=1):
            if isinstance(wanted, str):
                field = self._fields(holder).get(wanted)
                name = field.name if field else ""
            else:
                field, name = _inside(holder, wanted), wanted.value
            if field is None:
                return None
            through = wanted is _Inner.ITEMS and index < len(steps) - 1
            if not through:
                found.append((name, field))
            holder = field
        return found

    def _fields(self, holder: SchemaObject | Field) -> dict[str, Field]:
        inner = holder.items if isinstance(holder, Field) and holder.items else holder
        known = self._within.get(id(inner))
        if known is None:
            known = self._within[id(inner)] = _called(inner.properties)
        return known


def _steps(text: str) -> list[str]:
    """Return the steps of a reference: names, or ids of `schema/<id>/properties/<id>/…`."""
    inner = text.rpartition("#")[2].strip().lstrip("/")
    return inner.split("/")[1::2] if "/" in inner else inner.split(".")


def _readings(text: str) -> Iterator[Sequence[str | _Inner]]:
    """Yield what the steps of a reference may be: as the standard writes it, or as a path."""
    yield _steps(text)
    inner = text.rpartition("#")[2].strip()
    if any(mark in inner for mark in '[{"'):
        yield _parts(inner)


def _parts(path: str) -> Sequence[str | _Inner]:
    """Return the steps of a path, `lines[].sku` or `"a.b".c`; none where it is no path."""
    parts: list[str | _Inner] = []
    end = 0
    while end < len(path):
        found = _PART.match(path, end)
        if found is None:
            return ()
        quoted, mark, name = found.groups()
        parts.append(_INNER[mark] if mark else name or re.sub(r"\\(.)", r"\1", quoted))
        end = found.end()
    return parts


def _inside(holder: SchemaObject | Field, wanted: _Inner) -> Field | None:
    if not isinstance(holder, Field):
        return None
    match wanted:
        case _Inner.ITEMS:
            return holder.items
        case _Inner.KEY:
            return holder.map_key
        case _Inner.VALUE:
            return holder.map_value


def _called(elements: Sequence[T]) -> dict[str, T]:
    """Return elements by what they are called; the first of the name, and names before ids."""
    names: dict[str, T] = {}
    for element in elements:
        names.setdefault(element.name, element)
    for element in elements:
        if element.id is not None:
            names.setdefault(element.id, element)
    return names
