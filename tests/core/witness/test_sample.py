from __future__ import annotations

import pytest

from bot.core.witness.datum import judge
from bot.core.witness.sample import sample
from tests.core.witness.written import object_of

OPT = "logicalTypeOptions"


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        pytest.param("logicalType: string", "a", id="a text"),
        pytest.param("logicalType: integer", 1, id="an integer"),
        pytest.param("logicalType: number", 1, id="a number"),
        pytest.param("logicalType: boolean", True, id="a boolean"),
        pytest.param("logicalType: date", "2024-01-15", id="a date"),
        pytest.param("logicalType: timestamp", "2024-01-15T09:30:00", id="a timestamp"),
        pytest.param("logicalType: time", "09:30:00", id="a time"),
        pytest.param("description: anything", "a", id="no type"),
        pytest.param("physicalType: bigint", 1, id="a physical type alone"),
        pytest.param("physicalType: uuid", "00000000-0000-4000-8000-000000000001", id="a UUID"),
        pytest.param(
            "logicalType: string, examples: [7, BX-1]", "BX-1", id="the first valid example"
        ),
        pytest.param(
            "logicalType: string, enum: [{value: new}, {value: old}]", "new", id="an enum"
        ),
        pytest.param(f"logicalType: string, {OPT}: {{minLength: 3}}", "aaa", id="a long text"),
        pytest.param(f"logicalType: string, {OPT}: {{maxLength: 0}}", "", id="an empty text"),
        pytest.param(
            f"logicalType: string, {OPT}: {{pattern: '^[A-Z]{{2}}-[0-9]+$', minLength: 6}}",
            "AA-000",
            id="a pattern and a length",
        ),
        pytest.param(
            f"logicalType: string, {OPT}: {{format: email}}", "a@example.com", id="a format"
        ),
        pytest.param(f"logicalType: integer, {OPT}: {{minimum: 1000}}", 1000, id="a minimum"),
        pytest.param(
            f"logicalType: number, {OPT}: {{exclusiveMinimum: 0, maximum: 0.01}}",
            0.005,
            id="a narrow range",
        ),
        pytest.param(
            f"logicalType: integer, {OPT}: {{minimum: 1000, multipleOf: 7}}",
            1001,
            id="a multiple in a range",
        ),
        pytest.param(
            f"logicalType: date, {OPT}: {{format: dd/MM/yyyy}}", "15/01/2024", id="a layout"
        ),
        pytest.param(
            f"logicalType: date, {OPT}: {{minimum: '2030-06-01'}}", "2030-06-01", id="a late date"
        ),
        pytest.param(
            f"logicalType: timestamp, {OPT}: {{timezone: false}}",
            "2024-01-15T09:30:00",
            id="no time zone",
        ),
        pytest.param("logicalType: array, items: {logicalType: integer}", [1], id="a list"),
        pytest.param("logicalType: array", [1], id="a list of anything"),
        pytest.param(
            f"logicalType: array, {OPT}: {{minItems: 3, uniqueItems: true}},"
            " items: {logicalType: string}",
            ["a", "b", "c"],
            id="a list of distinct items",
        ),
        pytest.param(
            f"logicalType: array, {OPT}: {{maxItems: 0}}, items: {{logicalType: string}}",
            [],
            id="an empty list",
        ),
        pytest.param(
            "logicalType: object, properties: [{name: a, logicalType: string, required: true},"
            " {name: b, logicalType: string}]",
            {"a": "a"},
            id="an object's required fields",
        ),
        pytest.param(
            f"logicalType: object, {OPT}: {{required: [z], minProperties: 2}}",
            {"z": 1, "field_1": 1},
            id="an object without declared fields",
        ),
        pytest.param(
            "logicalType: map, map: {key: {logicalType: integer}, value: {logicalType: boolean}}",
            {"1": True},
            id="a map",
        ),
        pytest.param(f"logicalType: vector, {OPT}: {{dimensions: 3}}", [1, 0, 0], id="a vector"),
    ],
)
def test_a_sample_has_a_readable_value(field: str, expected: object) -> None:
    assert sample(object_of(f"name: f, required: true, {field}"), dialect="postgres") == {
        "f": expected
    }


@pytest.mark.parametrize(
    "field",
    [
        pytest.param(f"logicalType: integer, {OPT}: {{minimum: 2, maximum: 1}}", id="no number"),
        pytest.param(f"logicalType: string, {OPT}: {{minLength: 2, maxLength: 1}}", id="no length"),
        pytest.param(
            f"logicalType: string, {OPT}: {{minLength: 1000000000}}", id="too long to be read"
        ),
        pytest.param(
            f"logicalType: string, {OPT}: {{pattern: '(?<=a)b'}}", id="a pattern beyond us"
        ),
        pytest.param("logicalType: string, enum: [{value: 1}]", id="an enum of another type"),
        pytest.param(
            f"logicalType: vector, {OPT}: {{dimensions: 1536}}", id="a vector too long to read"
        ),
        pytest.param(
            f"logicalType: array, {OPT}: {{minItems: 1000000000}}", id="a list too long to read"
        ),
    ],
)
def test_where_no_value_is_found_there_is_no_sample(field: str) -> None:
    assert sample(object_of(f"name: f, required: true, {field}")) is None


FIELDS = (
    "name: id, logicalType: integer, primaryKey: true",
    "name: email, logicalType: string, logicalTypeOptions: {format: email}",
    "name: note, logicalType: string, required: true",
)


def test_a_sample_has_the_required_fields_alone_or_all() -> None:
    obj = object_of(*FIELDS)
    assert sample(obj) == {"id": 1, "note": "a"}
    assert sample(obj, full=True) == {"id": 1, "email": "a@example.com", "note": "a"}


def test_a_sample_takes_the_chosen_values_where_they_are_valid() -> None:
    obj = object_of(*FIELDS)
    assert sample(obj, choose={"email": "z@example.com", "id": 7}) == {
        "id": 7,
        "email": "z@example.com",
        "note": "a",
    }
    assert sample(obj, choose={"email": "no address"}) is None


def test_lists_in_lists_do_not_grow_beyond_reading() -> None:
    inner = "logicalType: integer"
    for _ in range(8):
        inner = f"logicalType: array, logicalTypeOptions: {{minItems: 60}}, items: {{{inner}}}"
    assert sample(object_of(f"name: f, required: true, {inner}")) is None


def test_deeply_nested_objects_have_a_sample() -> None:
    inner = "logicalType: string"
    for _ in range(20):
        inner = f"logicalType: object, properties: [{{name: a, required: true, {inner}}}]"
    obj = object_of(f"name: f, required: true, {inner}")
    row = sample(obj)
    assert row is not None
    assert judge(row, obj).valid is True
