"""A second opinion on rows: JSON Schema's, by a library that the product's judge knows nothing of.

It covers the options that `fields` makes. A null is a missing value, so nulls in objects are
taken out first.
"""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError

Json = dict[str, object]
_SAME = (
    *("minLength", "maxLength", "pattern"),
    *("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    *("minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties"),
)
_KEYS = {
    "type": "logicalType",
    "format": "logicalType",
    "enum": "enum",
    "additionalProperties": "properties",
    "exclusiveMinimum": "logicalTypeOptions.minimum",
    "exclusiveMaximum": "logicalTypeOptions.maximum",
}


def schema_of(fields: list[Json]) -> Json:
    """Return the JSON Schema of an object with these fields."""
    return {
        "type": "object",
        "properties": {str(field["name"]): _schema(field) for field in fields},
        "required": [field["name"] for field in fields if field.get("required")],
        "additionalProperties": False,
    }


def _schema(field: Json) -> Json:
    kind = field["logicalType"]
    options = field.get("logicalTypeOptions", {})
    assert isinstance(options, dict)
    schema: Json = {key: value for key, value in options.items() if key in _SAME}
    if kind == "object":
        children = field["properties"]
        assert isinstance(children, list)
        schema |= schema_of(children)
    elif kind == "array":
        items = field["items"]
        assert isinstance(items, dict)
        inner = _schema(items)
        schema |= {"type": "array", "items": {"anyOf": [inner, {"type": "null"}]}}
        if items.get("required"):
            schema["items"] = inner
    elif kind == "date":
        schema |= {"type": "string", "format": "date"}
    else:
        schema["type"] = kind
    if "enum" in field:
        listed = field["enum"]
        assert isinstance(listed, list)
        schema["enum"] = [entry["value"] for entry in listed]
    return schema


def second_opinion(row: Json, fields: list[Json]) -> set[tuple[str, str]]:
    """Return path and key of each fault of a row, in the words of a change."""
    judge = Draft202012Validator(schema_of(fields), format_checker=FormatChecker())
    told = [fault for error in judge.iter_errors(without_nulls(row)) for fault in _told(error)]
    wrong = {place for place, _, key in told if key == "logicalType"}
    return {
        (path, key)
        for place, path, key in told
        if place not in wrong or key in {"logicalType", "required"}
    }


def _told(error: ValidationError) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """Yield where in the row a fault is, its path, and its key."""
    place = tuple(error.absolute_path)
    path = ""
    for part in place:
        path += "[]" if isinstance(part, int) else f".{part}" if path else str(part)
    word, instance = str(error.validator), error.instance
    if word == "anyOf":
        for cause in error.context or ():
            if cause.validator_value != "null":
                yield from _told(cause)
    elif word == "required" and isinstance(error.validator_value, list):
        assert isinstance(instance, dict)
        missing = [name for name in error.validator_value if name not in instance]
        yield from (
            ((*place, name), f"{path}.{name}" if path else name, "required") for name in missing
        )
    elif word == "type" and instance is None:
        yield place, path, "required"
    else:
        yield place, path, _KEYS.get(word, f"logicalTypeOptions.{word}")


def without_nulls(value: object) -> object:
    if isinstance(value, dict):
        return {key: without_nulls(entry) for key, entry in value.items() if entry is not None}
    return [without_nulls(entry) for entry in value] if isinstance(value, list) else value


def seen_by(value: object, fields: list[Json]) -> object:
    """Return what a reader of the fields sees of a row."""
    if not isinstance(value, dict):
        return value
    known = {str(field["name"]): field for field in fields}
    return {key: _seen(entry, known[key]) for key, entry in value.items() if key in known}


def _seen(value: object, field: Json) -> object:
    children, items = field.get("properties"), field.get("items")
    if isinstance(children, list):
        return seen_by(value, children)
    if isinstance(items, dict) and isinstance(value, list):
        return [_seen(entry, items) for entry in value]
    return value


_COUNTS = st.integers(0, 4)
_NUMBERS = st.integers(-6, 6)


def _some(**options: st.SearchStrategy[object]) -> st.SearchStrategy[Json]:
    return st.fixed_dictionaries({}, optional=options)


_PATTERNS = st.sampled_from(("^[A-Z]+$", "^[A-Z]{2,3}$", "[0-9]", "^a", "^(ab|cd)*$"))
_OPTIONS = {
    "string": _some(minLength=_COUNTS, maxLength=_COUNTS, pattern=_PATTERNS),
    "integer": _some(minimum=_NUMBERS, maximum=_NUMBERS, multipleOf=st.integers(1, 4)),
    "number": _some(
        exclusiveMinimum=_NUMBERS,
        exclusiveMaximum=_NUMBERS,
        multipleOf=st.sampled_from((0.5, 0.25, 3)),
    ),
    "array": _some(minItems=_COUNTS, maxItems=_COUNTS, uniqueItems=st.booleans()),
    "object": _some(minProperties=_COUNTS, maxProperties=_COUNTS),
}
_VALUES = {
    "string": st.sampled_from(("a", "b", "AB", "abcd", "7")),
    "integer": st.integers(-3, 3),
    "number": st.sampled_from((-1, 0.5, 2)),
}


@st.composite
def _field(draw: st.DrawFn, depth: int) -> Json:
    simple = ("string", "integer", "number", "boolean", "date")
    kind = draw(st.sampled_from(simple + (("array", "object") if depth else ())))
    field: Json = {"logicalType": kind, "required": draw(st.booleans())}
    options = draw(_OPTIONS[kind]) if kind in _OPTIONS and draw(st.booleans()) else {}
    if options:
        field["logicalTypeOptions"] = options
    if kind in _VALUES and draw(st.integers(0, 3)) == 0:
        listed = draw(st.lists(_VALUES[kind], min_size=1, max_size=3, unique=True))
        field["enum"] = [{"value": value} for value in listed]
    if kind == "array":
        field["items"] = draw(_field(depth - 1))
    if kind == "object":
        field["properties"] = draw(fields(depth - 1))
    return field


@st.composite
def fields(draw: st.DrawFn, depth: int = 2) -> list[Json]:
    """Make the fields of an object: always some of the same few names, so that two sets overlap."""
    names = draw(st.lists(st.sampled_from("abcd"), min_size=1, max_size=3, unique=True))
    return [{"name": name, **draw(_field(depth))} for name in sorted(names)]


@st.composite
def keyed(draw: st.DrawFn) -> list[Json]:
    """Make simple fields of which some are unique or belong to the primary key."""
    made = draw(fields(0))
    for field in made:
        field["unique"] = draw(st.booleans())
        field["primaryKey"] = draw(st.booleans())
    return made
