"""Reads a file of the Data Contract Specification, which ODCS replaced in 2025.

Source: Data Contract Specification 1.2, "Models Object" and "Field Object".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.adapters.importing.parts import (
    Parts,
    allowed,
    items_of,
    logical_type,
    not_imported,
    plain,
    texts_of,
)
from bot.adapters.importing.specification_servers import servers_of_specification
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


_REFERENCES = "references"
_OF_A_CHECK = (
    "type name description query engine implementation dimension metric rule arguments unit"
    " severity mustBe mustNotBe mustBeGreaterThan mustBeGreaterOrEqualTo mustBeLessThan"
    " mustBeLessOrEqualTo mustBeBetween mustNotBeBetween"
)
_CHECKED = frozenset(_OF_A_CHECK.split())
_LEVELS = {
    "retention": "period",
    "latency": "threshold",
    "freshness": "threshold",
    "frequency": "interval",
    "availability": "percentage",
}
"""The service levels that are one amount, and the key that has it."""
_AMOUNT = re.compile(r"P?T?([0-9]{1,9}(?:[.][0-9]{1,9})?) ?([A-Za-z%]+)", re.ASCII)
_UNITS = {"%": "percent", "min": "m", "minutes": "m", "hours": "h", "days": "d", "years": "y"}
_DEEPEST = 20
_MOST_FIELDS = 20_000


class _Definitions:
    """The definitions that fields refer to, and how many fields may still be written out."""

    def __init__(self, node: MapNode, file: str) -> None:
        self._node = node
        self._file = file
        self._left = _MOST_FIELDS

    def whole(self, field: MapNode) -> MapNode:
        """Return a field with what the definition says that it names; its own words come first."""
        self._left -= 1
        if self._left < 0:
            raise not_imported(
                f"{self._file}: written out, it has more than {_MOST_FIELDS:,} fields",
                "take apart what refers to itself in `definitions`",
            )
        merged = MapNode(field.mark)
        merged.update(field)
        for _ in range(_DEEPEST):
            target = merged.pop("$ref", None)
            if not isinstance(target, str) or not target.startswith("#/definitions/"):
                break
            for key, value in _mapping(self._node, target.removeprefix("#/definitions/")).items():
                merged.setdefault(key, value)
        return merged


def objects_of_specification(root: MapNode, file: str) -> list[Parts]:
    """Return the objects of the specification. Raises StewardError where there is none."""
    models = root.get("models")
    if "dataContractSpecification" not in root or not isinstance(models, MapNode) or not models:
        raise not_imported(
            f"{file} has no models of the Data Contract Specification",
            "name a file that begins with `dataContractSpecification`",
        )
    known = _Definitions(_mapping(root, "definitions"), file)
    objects = [
        {"name": name, "logicalType": "object", "physicalType": "table"}
        | dict(texts_of(model, "description"))
        | _fields(model, known)
        | _quality(model)
        for name, model in models.items()
        if isinstance(model, MapNode)
    ]
    for each, model in zip(objects, _mappings(models), strict=True):
        _put_keys(each, model[1])
    _put_references(objects)
    return objects


def _quality(node: MapNode) -> Parts:
    """Return the checks of a model or a field: ODCS has taken them over as they are."""
    checks = [
        {key: plain(value) for key, value in check.items() if key in _CHECKED}
        for check in items_of(node, "quality")
    ]
    return {"quality": checks} if checks else {}


def _put_keys(each: Parts, model: MapNode) -> None:
    """Put the key of a whole model into its fields, in its order."""
    names = model.get("primaryKey")
    if isinstance(names, SeqNode):
        by_name = {field["name"]: field for field in _properties(each)}
        for position, name in enumerate(names, 1):
            if isinstance(name, str) and name in by_name:
                key: Parts = {"primaryKey": True, "primaryKeyPosition": position, "required": True}
                by_name[name] |= key


def _properties(each: Parts) -> list[Parts]:
    found = each.get("properties")
    return found if isinstance(found, list) else []


def _put_references(objects: list[Parts]) -> None:
    """Turn what fields refer to into relationships, where it is in the file; keep it elsewhere."""
    fields = [
        (f"{each['name']}.{field['name']}", field)
        for each in objects
        for field in _properties(each)
    ]
    known = {path for path, _ in fields}
    for _, field in fields:
        to = field.pop(_REFERENCES, None)
        if to in known:
            field["relationships"] = [{"type": "foreignKey", "to": to}]
        elif to is not None:
            field["customProperties"] = [{"property": _REFERENCES, "value": to}]


def promises_of_specification(root: MapNode) -> Parts:
    """Return what it says of the whole: purpose, usage, limits, team, tags, servers, levels."""
    info, terms = (_mapping(root, key) for key in ("info", "terms"))
    said = dict(texts_of(info, "description", "owner"))
    description: Parts = {"purpose": said["description"]} if "description" in said else {}
    description |= dict(texts_of(terms, "usage", "limitations"))
    parts: Parts = {"description": description} if description else {}
    parts |= {"team": {"name": said["owner"]}} if "owner" in said else {}
    tags = root.get("tags")
    lists = {
        "servers": list(servers_of_specification(_mapping(root, "servers"))),
        "tags": [tag for tag in tags if isinstance(tag, str)] if isinstance(tags, SeqNode) else [],
        "support": list(_channels(_mapping(info, "contact"))),
        "slaProperties": list(_levels(_mapping(root, "servicelevels"), _mapping(root, "models"))),
    }
    return parts | {key: found for key, found in lists.items() if found}


def _channels(contact: MapNode) -> Iterator[Parts]:
    """Yield where to ask: the page of a contact, and its address."""
    said = dict(texts_of(contact, "name", "url", "email"))
    if "url" in said:
        yield {"channel": said.get("name", said["url"]), "url": said["url"]}
    if "email" in said:
        yield {"channel": said["email"], "url": f"mailto:{said['email']}", "tool": "email"}


def _about(level: MapNode, models: MapNode) -> Parts:
    """Return the field that a service level is about, where it is in the file, and its words."""
    parts: Parts = {}
    for _, path in texts_of(level, "timestampField", "sourceTimestampField"):
        model, _, field = path.partition(".")
        if field in _mapping(_mapping(models, model), "fields"):
            parts.setdefault("element", path)
    return parts | dict(texts_of(level, "description"))


def _levels(told: MapNode, models: MapNode) -> Iterator[Parts]:
    """Yield the service levels whose amount is a number with one unit."""
    for level, key in _LEVELS.items():
        for _, text in texts_of(_mapping(told, level), key):
            amount = _AMOUNT.fullmatch(text)
            if amount:
                value = float(amount[1])
                whole = int(value) if value.is_integer() else value
                amounts: Parts = {"value": whole, "unit": _unit(text, amount[2])}
                yield {"property": level, **amounts, **_about(_mapping(told, level), models)}


def _unit(text: str, word: str) -> str:
    # In a period of ISO 8601, M stands for months before a T, and for minutes behind it.
    if word == "M" and text.startswith("P") and "T" not in text:
        return "mo"
    return _UNITS.get(word.lower(), word.lower())


def _mapping(node: MapNode, key: str) -> MapNode:
    found = node.get(key)
    return found if isinstance(found, MapNode) else MapNode()


def _fields(node: MapNode, known: _Definitions) -> Parts:
    fields = node.get("fields")
    if not isinstance(fields, MapNode):
        return {}
    found = [{"name": name} | _field(each, known) for name, each in _mappings(fields)]
    return {"properties": found} if found else {}


def _mappings(node: MapNode) -> Iterator[tuple[str, MapNode]]:
    return ((name, each) for name, each in node.items() if isinstance(each, MapNode))


def _field(told: MapNode, known: _Definitions, depth: int = 0) -> Parts:
    field = known.whole(told)
    parts: Parts = {}
    for _, title in texts_of(field, "title"):
        parts["businessName"] = title
    for _, physical in texts_of(field, "type"):
        parts |= _typed(field, physical)
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
    parts |= _quality(field)
    if depth == 0:
        parts |= dict(texts_of(field, _REFERENCES))
    return parts | _inner(field, known, depth)


def _typed(field: MapNode, physical: str) -> Parts:
    """Return the type, with the digits of a decimal where they are told."""
    precision, scale = field.get("precision"), field.get("scale")
    logical = logical_type(physical)
    if logical == "number" and isinstance(precision, int):
        exact = f"decimal({precision},{scale if isinstance(scale, int) else 0})"
        return {"logicalType": "number", "physicalType": exact}
    if physical == "map":
        return {"logicalType": "map"}
    return {"logicalType": logical} if logical else {"physicalType": physical}


def _inner(field: MapNode, known: _Definitions, depth: int) -> Parts:
    """Return what a field has inside: items, the two sides of a map, fields of its own."""
    if depth > _DEEPEST:
        return {}
    items, sides = field.get("items"), {"keys": "key", "values": "value"}
    parts: Parts = {}
    if isinstance(items, MapNode):
        parts["items"] = _field(items, known, depth + 1)
    if field.get("type") == "map":
        string: Parts = {"logicalType": "string"}
        told = {
            to: _field(_mapping(field, key), known, depth + 1) or string
            for key, to in sides.items()
        }
        parts["map"] = told
    fields = _mapping(field, "fields")
    found = [{"name": name} | _field(one, known, depth + 1) for name, one in _mappings(fields)]
    return parts | ({"properties": found} if found else {})
