"""Reads a file of the Data Contract Specification, which ODCS replaced in 2025.

Source: Data Contract Specification 1.2, "Models Object" and "Field Object".
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.adapters.importing.parts import Parts, allowed, logical_type, not_imported, plain, texts_of
from bot.core.contract.node import MapNode, SeqNode

_FLAGS = ("required", "unique", "primaryKey")
_OPTIONS = {
    "minLength": "minLength",
    "maxLength": "maxLength",
    "pattern": "pattern",
    "minimum": "minimum",
    "maximum": "maximum",
    "exclusiveMinimum": "exclusiveMinimum",
    "exclusiveMaximum": "exclusiveMaximum",
    "format": "format",
}


def objects_of_specification(root: MapNode, file: str) -> list[Parts]:
    """Return the objects of the specification. Raises StewardError where there is none."""
    models = root.get("models")
    if "dataContractSpecification" not in root or not isinstance(models, MapNode) or not models:
        raise not_imported(
            f"{file} has no models of the Data Contract Specification",
            "name a file that begins with `dataContractSpecification`",
        )
    return [
        {"name": name, "logicalType": "object", "physicalType": "table"}
        | dict(texts_of(model, "description"))
        | _fields(model)
        for name, model in models.items()
        if isinstance(model, MapNode)
    ]


def _fields(node: MapNode) -> Parts:
    fields = node.get("fields")
    if not isinstance(fields, MapNode):
        return {}
    found = [{"name": name} | _field(each) for name, each in _mappings(fields)]
    return {"properties": found} if found else {}


def _mappings(node: MapNode) -> Iterator[tuple[str, MapNode]]:
    return ((name, each) for name, each in node.items() if isinstance(each, MapNode))


def _field(field: MapNode) -> Parts:
    parts: Parts = {}
    for _, physical in texts_of(field, "type"):
        logical = logical_type(physical)
        parts |= {"logicalType": logical} if logical else {"physicalType": physical}
    parts |= dict(texts_of(field, "description", "classification"))
    parts |= {flag: True for flag in _FLAGS if field.get(flag) is True}
    parts |= {"primaryKey": True} if field.get("primary") is True else {}
    options = {to: plain(field[key]) for key, to in _OPTIONS.items() if key in field}
    if options:
        parts["logicalTypeOptions"] = options
    for key in ("tags", "examples"):
        if isinstance(field.get(key), SeqNode):
            parts[key] = plain(field[key])
    values = field.get("enum")
    if isinstance(values, SeqNode):
        parts["enum"] = allowed(values)
    items = field.get("items")
    if isinstance(items, MapNode):
        parts["items"] = _field(items)
    return parts | _fields(field)
