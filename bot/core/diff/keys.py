"""The primary key of whatever holds fields."""

from __future__ import annotations

from bot.core.contract.model import Element, Field, SchemaObject


def key_names(owner: Element) -> frozenset[str]:
    """Return the names of the fields that make up the primary key of an object or a field."""
    if not isinstance(owner, SchemaObject | Field):
        return frozenset()
    return frozenset(field.name for field in owner.properties if field.primary_key)
