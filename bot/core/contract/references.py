"""Resolves the references of the standard: `orders.id`, `schema/<id>/properties/<id>`, `file#…`.

Source: ODCS v3.1.0, "References": a shorthand names objects and fields, a fully qualified
reference their stable ids; before a `#` stands the file of another contract.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from bot.core.contract.model import Contract, Field, SchemaObject
from bot.core.records import dataclass

T = TypeVar("T", Field, SchemaObject)


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference, resolved as far as it goes.

    `document` is the other file, None for this contract; `path` are names of object and fields
    where the reference could be resolved in `contract`, else the steps as written.
    """

    document: str | None
    path: tuple[str, ...]
    resolved: bool


def resolve(text: str, contract: Contract) -> Reference:
    """Return what a reference means in a contract; never fails.

    Whoever asks more than once about one contract asks a `Resolver`.
    """
    return Resolver(contract).resolve(text)


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
        wanted = _steps(inner)
        found = self._walk(wanted)
        if found is None:
            return Reference(None, tuple(wanted), resolved=False)
        return Reference(None, tuple(element.name for element in found), resolved=True)

    def element(self, text: str) -> SchemaObject | Field | None:
        """Return the object or field that a reference into this contract means."""
        found = self._walk(_steps(text))
        return found[-1] if found else None

    def member(self, holder: SchemaObject | Field | None, word: str) -> Field | None:
        """Return the field of that name or id directly below an object or field."""
        return None if holder is None else self._fields(holder).get(word)

    def knows_object(self, text: str) -> bool:
        """Tell whether a reference into this contract begins with an object that there is."""
        return self._walk(_steps(text)[:1]) is not None

    def _walk(self, steps: list[str]) -> list[SchemaObject | Field] | None:
        """Return the elements along the steps, each a name or an id; None if one fails."""
        if self._objects is None:
            self._objects = _called(self._contract.schema)
        obj = self._objects.get(steps[0]) if steps else None
        if obj is None:
            return None
        found: list[SchemaObject | Field] = [obj]
        for wanted in steps[1:]:
            field = self._fields(found[-1]).get(wanted)
            if field is None:
                return None
            found.append(field)
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


def _called(elements: Sequence[T]) -> dict[str, T]:
    """Return elements by what they are called; the first of the name, and names before ids."""
    names: dict[str, T] = {}
    for element in elements:
        names.setdefault(element.name, element)
    for element in elements:
        if element.id is not None:
            names.setdefault(element.id, element)
    return names
