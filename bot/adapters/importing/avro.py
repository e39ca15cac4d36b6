"""Reads an Avro schema: its records become objects, their fields keep types, docs and optionality.

Source: Apache Avro 1.12.0, "Schema Declaration" and "Logical Types".
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping

from bot.adapters.importing.parts import Parts, not_imported
from bot.core.errors import StewardError

_PRIMITIVES = {
    "boolean": "boolean",
    "int": "integer",
    "long": "integer",
    "float": "number",
    "double": "number",
    "bytes": "string",
    "string": "string",
}
_LOGICAL: Mapping[str, Parts] = {
    "uuid": {"logicalType": "string", "logicalTypeOptions": {"format": "uuid"}},
    "date": {"logicalType": "date"},
    "duration": {"logicalType": "string"},
    **{f"time-{unit}": {"logicalType": "time"} for unit in ("millis", "micros")},
    **{
        f"{kind}{unit}": {"logicalType": "timestamp", "logicalTypeOptions": {"timezone": zoned}}
        for kind, zoned in (("timestamp-", True), ("local-timestamp-", False))
        for unit in ("millis", "micros", "nanos")
    },
}
_MOST_PARTS = 20_000
_DEEPEST = 40


def objects_of_avro(data: bytes, file: str) -> list[Parts]:
    """Return an object for each record at the top. Raises StewardError where there is none."""
    try:
        schema = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise not_imported(f"{file} is no JSON", "name a file with an Avro schema") from error
    reader = _Reader(file)
    tops = schema if isinstance(schema, list) else [schema]
    objects = [
        reader.whole(top) for top in tops if isinstance(top, dict) and top.get("type") == "record"
    ]
    if not objects:
        raise not_imported(f"{file} has no record", 'name an Avro schema of the type "record"')
    return objects


class _Reader:
    """Knows the types that a schema has named, and how much has been written out."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._named: dict[str, tuple[dict[str, object], str]] = {}
        self._parts = 0

    def whole(self, record: dict[str, object]) -> Parts:
        """Return a record at the top as an object of a contract."""
        name, space = self._name(record, "")
        simple = name.rpartition(".")[2]
        parts: Parts = {"name": simple, "logicalType": "object", "physicalType": "record"}
        parts |= {"physicalName": name} if name != simple else {}
        return parts | _doc(record) | self._fields(record, space, (name,))

    def _fields(self, record: dict[str, object], space: str, inside: tuple[str, ...]) -> Parts:
        fields = record.get("fields")
        if not isinstance(fields, list) or len(inside) > _DEEPEST:
            raise self._broken("a record has no list of fields, or lies too deep")
        return {"properties": [self._field(one, space, inside) for one in fields]}

    def _field(self, field: object, space: str, inside: tuple[str, ...]) -> Parts:
        if not isinstance(field, dict) or not isinstance(field.get("name"), str):
            raise self._broken("a field has no name")
        found = field.get("type")
        kinds = found if isinstance(found, list) else [found]
        parts: Parts = {"name": field["name"]}
        told = self._one_of([kind for kind in kinds if kind != "null"], space, inside)
        parts |= told | _doc(field) | _default(field.get("default"))
        return parts if "null" in kinds else parts | {"required": True}

    def _one_of(self, kinds: list[object], space: str, inside: tuple[str, ...]) -> Parts:
        """Return the type of a field. Several at once have no word in a contract but their own."""
        told = [self._type(kind, space, inside) for kind in kinds]
        if len(told) == 1:
            return told[0]
        words = ", ".join(str(one.get("physicalType", "null")) for one in told)
        logical = {str(one["logicalType"]) for one in told if "logicalType" in one}
        same: Parts = {"logicalType": logical.pop()} if len(logical) == 1 else {}
        return same | {"physicalType": f"union({words})" if words else "null"}

    def _type(self, kind: object, space: str, inside: tuple[str, ...]) -> Parts:
        self._parts += 1
        if self._parts > _MOST_PARTS:
            raise self._broken(f"written out, it has more than {_MOST_PARTS:,} parts")
        match kind:
            case str() if kind in _PRIMITIVES:
                return {"logicalType": _PRIMITIVES[kind], "physicalType": kind}
            case str():
                return self._known(kind, space, inside)
            case list():
                return self._one_of([one for one in kind if one != "null"], space, inside)
            case dict():
                return self._declared(kind, space, inside)
            case _:
                raise self._broken("a type is neither a name, a list nor an object")

    def _known(self, word: str, space: str, inside: tuple[str, ...]) -> Parts:
        """Return a type by its name; a record within itself keeps its name alone."""
        for name in (f"{space}.{word}", word):
            if name in inside:
                return {"logicalType": "object", "physicalType": word}
            if name in self._named:
                declared, own = self._named[name]
                return self._written(declared, name, own, inside)
        raise self._broken(f"nothing in it is called `{word[:100]}`")

    def _declared(self, kind: dict[str, object], space: str, inside: tuple[str, ...]) -> Parts:
        match kind.get("type"):
            case "record" | "error" | "enum" | "fixed":
                name, own = self._name(kind, space)
                return self._written(kind, name, own, inside)
            case "array":
                item = self._type(kind.get("items"), space, inside)
                return {"logicalType": "array", "physicalType": "array", "items": item}
            case "map":
                key: Parts = {"logicalType": "string"}
                value = self._type(kind.get("values"), space, inside)
                found: Parts = {"key": key, "value": value}
                return {"logicalType": "map", "physicalType": "map", "map": found}
            case str() as primitive if primitive in _PRIMITIVES:
                return self._type(primitive, space, inside) | _logical(kind)
            case other:
                return self._type(other, space, inside)

    def _written(
        self, kind: dict[str, object], name: str, space: str, inside: tuple[str, ...]
    ) -> Parts:
        """Return a type that has a name: a record, an enum or bytes of a fixed length."""
        if kind["type"] == "fixed":
            size = f"fixed({kind.get('size')})"
            return {"logicalType": "string", "physicalType": size} | _logical(kind)
        if kind["type"] == "enum":
            symbols = list(dict.fromkeys(_texts(kind.get("symbols"))))
            values = [{"value": symbol} for symbol in symbols]
            enum: Parts = {"logicalType": "string", "physicalType": "enum", "enum": values}
            return enum if symbols else {"logicalType": "string", "physicalType": "enum"}
        record: Parts = {"logicalType": "object", "physicalType": "record"}
        return record | _doc(kind) | self._fields(kind, space, (*inside, name))

    def _name(self, kind: dict[str, object], space: str) -> tuple[str, str]:
        """Return the full name of a type and the namespace within it, and remember the type."""
        name = kind.get("name")
        if not isinstance(name, str) or not name:
            raise self._broken("a record, an enum or a fixed has no name")
        given = kind.get("namespace")
        own = given if isinstance(given, str) else space
        full = name if "." in name or not own else f"{own}.{name}"
        within = full.rpartition(".")[0]
        self._named[full] = (kind, within)
        return full, within

    def _broken(self, message: str) -> StewardError:
        return not_imported(f"{self._file}: {message}", "correct the Avro schema")


def _default(value: object) -> Parts:
    """Return what stands in a field that the writer does not know; ODCS has no word for it."""
    is_finite = not isinstance(value, float) or math.isfinite(value)
    if not isinstance(value, str | int | float) or not is_finite:
        return {}
    return {"customProperties": [{"property": "default", "value": value}]}


def _doc(kind: dict[str, object]) -> Parts:
    doc = kind.get("doc")
    return {"description": doc.strip()} if isinstance(doc, str) and doc.strip() else {}


def _logical(kind: dict[str, object]) -> Parts:
    """Return what a logical type says; one that is unknown or broken is ignored, as Avro asks."""
    word = kind.get("logicalType")
    if word == "decimal":
        precision, scale = kind.get("precision"), kind.get("scale", 0)
        if isinstance(precision, int) and isinstance(scale, int):
            return {"logicalType": "number", "physicalType": f"decimal({precision},{scale})"}
    if isinstance(word, str) and word in _LOGICAL:
        return {**_LOGICAL[word], "physicalType": word}
    return {}


def _texts(values: object) -> Iterator[str]:
    found: Iterable[object] = values if isinstance(values, list) else ()
    return (value for value in found if isinstance(value, str))
