"""Resolves the references of the standard: `orders.id`, `schema/<id>/properties/<id>`, `file#…`.

Source: ODCS v3.1.0, "References": a shorthand names objects and fields, a fully qualified
reference their stable ids; before a `#` stands the file of another contract.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.contract.model import Contract, Field, SchemaObject


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
    """Return what a reference means in a contract; never fails."""
    document, mark, inner = text.rpartition("#")
    if mark and document:
        return Reference(document, tuple(part for part in inner.split("/") if part), resolved=False)
    inner = inner.strip().lstrip("/")
    steps = _qualified(inner) if "/" in inner else inner.split(".")
    found = _walk(steps, contract)
    return Reference(None, found or tuple(steps), resolved=found is not None)


def _qualified(text: str) -> list[str]:
    """Return the ids of `schema/<id>/properties/<id>/…`, the collections' names left out."""
    return text.split("/")[1::2]


def _walk(steps: list[str], contract: Contract) -> tuple[str, ...] | None:
    """Return the names along the steps, each a name, an id or a physical name; None if one fails."""
    if not steps:
        return None
    obj = next((entry for entry in contract.schema if _called(entry, steps[0])), None)
    if obj is None:
        return None
    names = [obj.name]
    holder: SchemaObject | Field = obj
    for wanted in steps[1:]:
        inner = holder.items if isinstance(holder, Field) and holder.items else holder
        found = next((entry for entry in inner.properties if _called(entry, wanted)), None)
        if found is None:
            return None
        names.append(found.name)
        holder = found
    return tuple(names)


def _called(element: SchemaObject | Field, word: str) -> bool:
    return word in (element.name, element.id)
