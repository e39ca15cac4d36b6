"""Families of contracts that differ in one thing: every two members make a pair to compare."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from tests.soundness import physical
from tests.soundness.generate import CHOICES, ENUMS, postgres
from tests.soundness.shapes import Document, Field, Json

_BOUNDS = ("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum")
_BARE: dict[str | None, Field] = {
    **{kind: {"logicalType": kind} for kind in CHOICES},
    "array": {"logicalType": "array", "items": {}},
    "object": {"logicalType": "object", "properties": [{"name": "x"}, {"name": "y"}]},
    "map": {"logicalType": "map", "map": {"key": {"logicalType": "string"}, "value": {}}},
    "vector": {"logicalType": "vector", "logicalTypeOptions": {"dimensions": 2}},
    None: {},
}


def families() -> dict[str, list[Document]]:
    """Return the contracts of each family, by what they differ in."""
    found = {
        "the logical type": [_of(one) for one in _BARE.values()],
        "the physical type alone": [_of(one) for one in _stored(None)],
        "the logical type beside a physical one": [_of(one) for one in _typed_columns()],
        "the flags of a field": [_of(one) for one in _flagged()],
        "the fields of a key": [_of(*fields) for fields in _keyed()],
        "what an array holds": [_of(one) for one in _arrays()],
        "what an object holds": [_of(one) for one in _objects()],
        "what a map holds": [_of(one) for one in _maps()],
        "what fields are called": [_of(*fields) for fields in _named()],
        "what objects are called": list(_objects_named()),
    }
    for kind, choices in CHOICES.items():
        for key, values in choices.items():
            if key not in _BOUNDS:
                found[f"{key} of {kind}"] = list(_with_option(kind, key, values))
        for side in ("inimum", "aximum"):
            if f"m{side}" in choices:
                found[f"the m{side} of {kind}"] = list(_bounded(kind, side))
    found |= {
        f"what the values or the column of {kind} imply": list(_implied(kind, *given))
        for kind, given in _IMPLIED.items()
    }
    for kind in physical.FOR_TYPE:
        found[f"the physical type of {kind}"] = [_of(one) for one in _stored(kind)]
    for listed in ENUMS:
        found[f"the values of {listed or 'any type'}"] = list(_listed(listed))
    return found


def _of(*fields: Field) -> Document:
    """Return a contract of one object with these fields, the first called `a` if it has no name."""
    named = [{"name": name} | one for name, one in zip("abcd", fields, strict=False)]
    return _contract({"name": "orders", "properties": named})


def _contract(*objects: Field) -> Document:
    return {
        "apiVersion": "v3.2.0",
        "kind": "DataContract",
        "id": "sound",
        "version": "1.0.0",
        "status": "active",
        "servers": [postgres()],
        "schema": list(objects),
    }


def _optioned(kind: str, given: Field) -> Field:
    bare = _BARE[kind]
    return bare | {"logicalTypeOptions": bare.get("logicalTypeOptions", {}) | given}


def _with_option(kind: str, key: str, values: tuple[Json, ...]) -> Iterator[Document]:
    yield _of(_BARE[kind])
    yield from (_of(_optioned(kind, {key: value})) for value in values)


def _bounded(kind: str, side: str) -> Iterator[Document]:
    yield _of(_BARE[kind])
    for key in (f"m{side}", f"exclusiveM{side}"):
        yield from (_of(_optioned(kind, {key: value})) for value in CHOICES[kind][key])


def _stored(kind: str | None) -> Iterator[Field]:
    """Yield a field without a physical type, and with those of its kind and a few others."""
    yield _BARE[kind]
    firsts = ["varchar(3)", "smallint", "numeric(4,2)", "date"]
    told = sum(physical.FOR_TYPE.values(), ()) if kind is None else physical.FOR_TYPE[kind]
    for text in dict.fromkeys((*told, *firsts)):
        yield _BARE[kind] | {"physicalType": text}
    if kind == "integer":
        yield from (_optioned(kind, {"format": word}) for word in ("i8", "i32", "i64"))
        for word, text in product(("i8", "i32"), ("smallint", "bigint")):
            yield _optioned(kind, {"format": word}) | {"physicalType": text}


_COLUMNS = ("varchar(3)", "bigint", "numeric(4,2)", "date")


def _typed_columns() -> Iterator[Field]:
    for kind, text in product((None, *physical.FOR_TYPE), _COLUMNS):
        yield _BARE[kind] | {"physicalType": text}
    for word in ("dd/MM/yyyy", "yyyy-MM-dd"):
        yield _optioned("date", {"format": word}) | {"physicalType": "date"}
    yield from (_optioned("number", {"format": word}) for word in ("f32", "f64"))
    yield _optioned("integer", {"format": "i64"})


def _flagged() -> Iterator[Field]:
    for told in product((False, True), repeat=3):
        flags = zip(("required", "unique", "primaryKey"), told, strict=True)
        yield {"logicalType": "string"} | {key: True for key, flag in flags if flag}


def _keyed() -> Iterator[list[Field]]:
    for one, two, inner in product((False, True), repeat=3):
        nested = {"name": "x", "primaryKey": inner}
        yield [
            {"logicalType": "string", "primaryKey": one},
            {"logicalType": "boolean", "primaryKey": two},
            {"logicalType": "object", "required": True, "properties": [nested, {"name": "y"}]},
        ]
    yield [{"logicalType": "string", "primaryKey": True}]
    yield [{"logicalType": "string"}, {"name": "d", "logicalType": "boolean", "primaryKey": True}]


def _arrays() -> Iterator[Field]:
    inner: tuple[Field | None, ...] = (
        None,
        {},
        {"logicalType": "string"},
        {"logicalType": "string", "required": True},
        {"logicalType": "object", "properties": [{"name": "x"}]},
        {"logicalType": "object", "properties": [{"name": "x"}, {"name": "y"}]},
    )
    for items, once in product(inner, (False, True)):
        found: Field = {"logicalType": "array", "logicalTypeOptions": {"uniqueItems": once}}
        yield found if items is None else found | {"items": items}


def _objects() -> Iterator[Field]:
    inner: tuple[list[Field], ...] = (
        [],
        [{"name": "x", "logicalType": "boolean"}],
        [{"name": "x", "logicalType": "boolean"}, {"name": "y"}],
        [{"name": "x", "logicalType": "boolean", "required": True}, {"name": "y"}],
        [{"name": "z", "physicalName": "x", "logicalType": "boolean"}],
    )
    asked: tuple[Field, ...] = (
        {},
        {"logicalTypeOptions": {"minProperties": 1}},
        {"logicalTypeOptions": {"required": ["x"]}},
        {"unique": True},
    )
    for properties, more in product(inner, asked):
        yield {"logicalType": "object", "properties": properties} | more


def _maps() -> Iterator[Field]:
    for key, value in product(("string", "integer", "boolean"), ("string", "integer", None)):
        yield {"logicalType": "map", "map": {"key": _BARE[key], "value": _BARE[value]}}


def _named() -> Iterator[list[Field]]:
    for kind, names, more in product(("string", "date"), _NAMES, ({}, {"required": True})):
        yield [{"name": "k"}, {"logicalType": kind} | names | more]
    yield [{"name": "k"}]
    yield [{"name": "b", "id": "i1"}, {"name": "z", "physicalName": "a", "logicalType": "date"}]
    for name in ("a", "z"):
        yield [{"name": name, "id": "i1", "logicalType": "string"}]


_NAMES: tuple[Field, ...] = (
    {"name": "a"},
    {"name": "b"},
    {"name": "A"},
    {"name": "b", "physicalName": "a"},
    {"name": "b", "physicalName": "A"},
    {"name": "a", "physicalName": "q"},
    {"name": "a", "physicalName": "a"},
)


def _objects_named() -> Iterator[Document]:
    for names, kind in product(_NAMES, ("string", "date")):
        yield _contract({"properties": [{"name": "k", "logicalType": kind}]} | names)
    yield _contract({"name": "a", "properties": [{"name": "k"}]}, {"name": "b"})


_IMPLIED: dict[str, tuple[tuple[Field, ...], tuple[Field, ...]]] = {
    "string": (
        (
            *({"maxLength": 2}, {"maxLength": 3}, {"minLength": 1}, {"minLength": 2}),
            *({"pattern": "^[a-z]+$"}, {"pattern": "b"}, {"minLength": 1, "maxLength": 3}),
        ),
        (
            {"enum": [{"value": "a"}, {"value": "ab"}]},
            {"enum": [{"value": "ab"}]},
            {"enum": [{"value": "ab"}, {"value": "B"}]},
            {"physicalType": "varchar(3)"},
            {"physicalType": "varchar(2)", "enum": [{"value": "abc"}, {"value": "ab"}]},
        ),
    ),
    "integer": (
        ({"minimum": 0}, {"exclusiveMinimum": 1}, {"maximum": 2}, {"minimum": 1, "maximum": 2}),
        (
            {"enum": [{"value": 1}, {"value": 2}]},
            {"enum": [{"value": 2}]},
            {"enum": [{"value": 1}, {"value": 3}, {"value": 2.5}]},
            {"physicalType": "smallint"},
        ),
    ),
    "number": (
        ({"minimum": 0.5}, {"exclusiveMinimum": 0.5}, {"maximum": 1.5}, {"exclusiveMaximum": 2}),
        (
            {"enum": [{"value": 0.5}, {"value": 1.5}]},
            {"enum": [{"value": 1}]},
            {"physicalType": "numeric(4,2)"},
        ),
    ),
}


def _implied(kind: str, asked: tuple[Field, ...], limits: tuple[Field, ...]) -> Iterator[Document]:
    """Yield fields with and without options that their values or columns may imply."""
    for options, limit in product(({}, *asked), ({}, *limits)):
        told = {"logicalTypeOptions": options} if options else {}
        yield _of(_BARE[kind] | limit | told)


def _listed(kind: str | None) -> Iterator[Document]:
    values = ENUMS[kind]
    yield _of(_BARE[kind])
    for count in (1, 2):
        for first in range(len(values)):
            chosen = [{"value": value} for value in values[first : first + count]]
            yield _of(_BARE[kind] | {"enum": chosen})
    yield _of(_BARE[kind] | {"enum": [{"value": values[0], "id": "i1"}, {"value": values[1]}]})
    for told in values[1:3]:
        yield _of(_BARE[kind] | {"enum": [{"value": told, "id": "i1"}]})
