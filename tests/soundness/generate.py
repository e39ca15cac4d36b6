"""Contracts to compare: few names and few values, so that borders and keys collide."""

from __future__ import annotations

from typing import Any

from tests.soundness import clock, physical, text
from tests.soundness.drawing import Drawing
from tests.soundness.oracle import identity
from tests.soundness.shapes import Document, Field, Json

OBJECTS = ("orders", "lines", "Orders")
NAMES = ("a", "b", "c", "d", "e", "f", "A")
INNER_NAMES = ("x", "y", "z", "X")
COLUMNS = ("a", "b", "p", "q")
IDS = ("i1", "i2", "i3", "i4")
SCALARS = ("string", "integer", "number", "boolean", "date", "timestamp", "time")
KINDS = (*SCALARS, "object", "array", "map", "vector", None)
DEPTH = 2

_NUMBERS = (0, 1, 2, 3, 5, 10, -1)
_FRACTIONS = (0, 1, 2, 0.5, 1.5, 2.5, 3, 10, -1)
_PATTERNS = (
    *("^a", "b$", "^[ab]+$", "^[a-c]*$", "^.{2}$", "[0-9]", "^[0-9]+$", "^(a|b)+$", "^a?$"),
    r"^(a|b)\1$",
)
_DAYS = ("2024-02-10", "2024-02-20", "2024-02-11", "2024-02-28")
_INSTANTS = (
    "2024-02-10T12:00:00Z",
    "2024-02-20T00:00:00",
    "2024-02-10T14:00:00+02:00",
    "2024-02-20T00:00:00Z",
)
_TIMES = ("08:00:00", "12:00:00", "12:00:00Z", "23:00:00")
_WIDTHS = ("i8", "i16", "i32", "i64", "u8", "u16", "u32")

CHOICES: dict[str, dict[str, tuple[Json, ...]]] = {
    "string": {
        "minLength": (0, 1, 2, 3),
        "maxLength": (1, 2, 3, 5),
        "pattern": _PATTERNS,
        "format": text.FORMATS,
    },
    "integer": {
        "minimum": _NUMBERS,
        "maximum": _NUMBERS,
        "exclusiveMinimum": _NUMBERS,
        "exclusiveMaximum": _NUMBERS,
        "multipleOf": (1, 2, 3, 4, 0.5, 1.5),
        "format": _WIDTHS,
    },
    "number": {
        "minimum": _FRACTIONS,
        "maximum": _FRACTIONS,
        "exclusiveMinimum": _FRACTIONS,
        "exclusiveMaximum": _FRACTIONS,
        "multipleOf": (1, 2, 0.5, 0.25, 1.5, 0.1),
        "format": ("f32", "f64"),
    },
    "date": {
        **dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"), _DAYS),
        "format": clock.FORMATS["date"],
    },
    "timestamp": {
        **dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"), _INSTANTS),
        "timezone": (True, False),
        "defaultTimezone": tuple(clock.ZONES),
        "format": clock.FORMATS["timestamp"],
    },
    "time": {
        **dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"), _TIMES),
        "timezone": (True, False),
        "defaultTimezone": tuple(clock.ZONES),
        "format": clock.FORMATS["time"],
    },
    "object": {
        "minProperties": (0, 1, 2),
        "maxProperties": (1, 2, 3),
        "required": (["x"], ["y"], ["x", "y"], ["y", "x"]),
    },
    "array": {
        "minItems": (0, 1, 2),
        "maxItems": (1, 2, 3),
        "uniqueItems": (True, False),
    },
    "vector": {
        "dimensions": (2, 1, 3),
        "elementType": ("float32", "int8", "binary", "uint8", "float64"),
        "normalized": (True, False),
    },
    "boolean": {},
    "map": {},
}
"""Options of each logical type, with the values that are tried."""

ENUMS: dict[str | None, tuple[Json, ...]] = {
    "string": ("a", "b", "ab", "1", "true"),
    "integer": (0, 1, 2, 1.0, 3),
    "number": (0, 1, 0.5, 2.5, 1.0),
    "boolean": (True, False),
    "date": _DAYS,
    None: (1, True, "1", "true", 1.0, "a", False, 0),
}


def document(drawing: Drawing) -> Document:
    """Return a contract of one or two objects."""
    names = drawing.some(OBJECTS, 1, 2)
    found: Document = {
        "apiVersion": "v3.2.0",
        "kind": "DataContract",
        "id": "sound",
        "version": "1.0.0",
        "status": "active",
        "schema": [schema_object(drawing, name) for name in names],
    }
    if drawing.chance(4):
        found["servers"] = [postgres()]
    return found


def postgres() -> Field:
    """Return a server whose types are known."""
    return {
        "server": "main",
        "type": "postgres",
        "host": "db.example.com",
        "port": 5432,
        "database": "d",
        "schema": "s",
    }


def schema_object(drawing: Drawing, name: str) -> Field:
    """Return an object of one to six fields."""
    found: Field = {"name": name}
    if drawing.chance(2):
        found["id"] = drawing.pick(IDS) + name
    if drawing.chance(1):
        found["physicalName"] = drawing.pick((name, "tbl_v1", "tbl_v2"))
    found["properties"] = members(drawing, NAMES, 6, 0)
    return found


def members(drawing: Drawing, names: tuple[str, ...], most: int, depth: int) -> list[Field]:
    """Return fields of different names, ids and columns."""
    fields = [field(drawing, name, depth) for name in drawing.some(names, 1, most)]
    return tidied(fields)


def tidied(fields: list[Field]) -> list[Field]:
    """Drop ids and physical names that two members of a list share: such a list means nothing."""
    taken: set[str] = set()
    for member in fields:
        if member.get("id") in taken:
            del member["id"]
        taken |= {member.get("id", "")}
    columns: set[str] = {str(member.get("name")) for member in fields}
    for member in fields:
        column = member.get("physicalName")
        if column in columns - {str(member.get("name"))}:
            del member["physicalName"]
        elif column is not None:
            columns.add(column)
    return fields


def field(drawing: Drawing, name: str | None, depth: int) -> Field:
    """Return a field; without a name what an array holds, or a map as its key or value."""
    found: Field = {} if name is None else {"name": name}
    found |= typed(drawing, depth)
    if drawing.chance(3):
        found["required"] = True
    if name is None:
        return found
    if drawing.chance(2):
        found["id"] = drawing.pick(IDS)
    if drawing.chance(1):
        found["physicalName"] = drawing.pick((name, *COLUMNS))
    if drawing.chance(1):
        found["unique"] = True
    if drawing.chance(1):
        found["primaryKey"] = True
    return found


def typed(drawing: Drawing, depth: int, kinds: tuple[str | None, ...] = KINDS) -> Field:
    """Return the part of a field that says which values it may have."""
    kind = drawing.pick(kinds if depth < DEPTH else (*SCALARS, None))
    found: Field = {} if kind is None else {"logicalType": kind}
    if kind is not None:
        given = options(drawing, kind)
        if given:
            found["logicalTypeOptions"] = given
    if kind in physical.FOR_TYPE and drawing.chance(2):
        found["physicalType"] = drawing.pick(physical.FOR_TYPE[kind])
    if kind is None and drawing.chance(3):
        found["physicalType"] = drawing.pick(sum(physical.FOR_TYPE.values(), ()))
    if kind in ENUMS and drawing.chance(2):
        found["enum"] = enum(drawing, kind)
    return found | _contents(drawing, kind, depth)


def _contents(drawing: Drawing, kind: str | None, depth: int) -> Field:
    match kind:
        case "object" if drawing.chance(9):
            return {"properties": members(drawing, INNER_NAMES, 3, depth + 1)}
        case "array" if drawing.chance(8):
            return {"items": field(drawing, None, depth + 1)}
        case "map":
            key = typed(drawing, DEPTH, ("string", "integer", "boolean"))
            return {"map": {"key": key, "value": field(drawing, None, depth + 1)}}
        case _:
            return {}


def options(drawing: Drawing, kind: str) -> Field:
    """Return a few options of a logical type; a vector's dimensions are always told."""
    choices = CHOICES[kind]
    found = {key: drawing.pick(told) for key, told in choices.items() if drawing.chance(2)}
    if kind == "vector":
        found.setdefault("dimensions", 2)
    return found


def enum(drawing: Drawing, kind: str | None) -> list[Field]:
    """Return the allowed values of a field, some with an id."""
    told = {identity(value): value for value in drawing.some(ENUMS[kind], 1, 4)}
    entries: list[Field] = [{"value": value} for value in told.values()]
    for entry, name in zip(entries, drawing.some(IDS, 4, 4), strict=False):
        if drawing.chance(3):
            entry["id"] = name
    return entries


def fields_of(parent: Field) -> list[tuple[Any, Field]]:
    """Return every field of a contract with the list that holds it, None for inner types."""
    found: list[tuple[Any, Field]] = []
    for obj in parent.get("schema", ()):
        found += fields_of(obj)
    for member in parent.get("properties", ()):
        found += [(parent["properties"], member), *fields_of(member)]
    inner = [parent["items"]] if "items" in parent else []
    for part in (*inner, *parent.get("map", {}).values()):
        found += [(None, part), *fields_of(part)]
    return found
