"""Model values as plain JSON values and as one short line, for findings."""

from __future__ import annotations

import json

from bot.core.contract.model import (
    Deprecation,
    Element,
    EnumValue,
    Field,
    QualityRule,
    SchemaObject,
    Server,
    ServiceLevel,
)
from bot.core.records import field_names, is_record

_LONGEST = 400


def plain(value: object) -> object:
    """Return a model value as JSON: tuples as lists, elements as what people would write."""
    if isinstance(value, Deprecation):
        told = {name: getattr(value, name) for name in value.__slots__ if name != "flagged"}
        return {key: entry for key, entry in told.items() if entry is not None} or value.flagged
    if isinstance(value, EnumValue):
        return plain(value.value)
    if isinstance(value, dict):
        return {str(key): plain(entry) for key, entry in value.items()}
    if isinstance(value, list | tuple):
        return [plain(entry) for entry in value]
    if is_record(value):
        return {name: plain(getattr(value, name)) for name in field_names(value) if name != "node"}
    return value


def said(value: object) -> str:
    """Return a plain value as a contract writes it: texts bare, `null`, `true`, lists as JSON."""
    if value is None:
        return "null"
    if isinstance(value, str):
        return value
    return json.dumps(plain(value), ensure_ascii=False, default=str)


def in_short(element: Element) -> str:  # noqa: PLR0911  # one line for each kind
    """Return an element as one short line: what a reader needs to recognise it."""
    match element:
        case Field():
            parts = [element.physical_type or element.logical_type or "untyped"]
            parts += ["required"] if element.required else ["optional"]
            parts += ["primary key"] if element.primary_key else []
            parts += ["unique"] if element.unique else []
            return ", ".join(parts)
        case SchemaObject():
            kind = element.physical_type or "object"
            count = len(element.properties)
            return f"{kind} with {count} field{'' if count == 1 else 's'}"
        case EnumValue():
            return said(element.value)
        case Server():
            return " ".join(part for part in (element.type, element.environment) if part)
        case ServiceLevel():
            return " ".join(str(part) for part in (element.value, element.unit) if part is not None)
        case QualityRule():
            told = [f"{name} {said(value)}" for name, value in element.operators]
            parts = [element.metric or element.type or "", *told, element.unit or ""]
            return " ".join(part for part in parts if part)
        case _:
            return _first_text(element)


def _first_text(element: Element) -> str:
    """Return what the element's own keys say first, bounded."""
    texts = [str(value) for key, value in element.node.items() if key != "id" and _is_scalar(value)]
    return ", ".join(texts)[:_LONGEST]


def _is_scalar(value: object) -> bool:
    return isinstance(value, str | int | float | bool)
