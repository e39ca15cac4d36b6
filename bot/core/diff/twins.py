"""Members of one name: whether the one that goes says something that the others do not."""

from __future__ import annotations

from bot.core.contract.model import Contract, Element, Field, SchemaObject
from bot.core.diff.sameness import same


def said_twice(gone: Element, owner: Element) -> bool:
    """Tell whether another member of its owner says the very same."""
    match owner:
        case Contract():
            members: tuple[Element, ...] = owner.schema
        case SchemaObject() | Field():
            members = owner.properties
        case _:
            return False
    return any(one is not gone and same(one.node, gone.node) for one in members)
