from __future__ import annotations

import pytest

from bot.core.witness.datum import faults, judge, project
from tests.core.witness.written import object_of

Told = list[tuple[str, str]]


def told(field: str, value: object, *, server: bool = True) -> tuple[Told, Told]:
    """Return path and key of each fault, then of each doubt, of a row with one field `f`."""
    judged = judge(
        {"f": value}, object_of(f"name: f, {field}", server=server), "postgres" if server else None
    )
    return (
        [(fault.path, fault.key) for fault in judged.faults],
        [(doubt.path, doubt.key) for doubt in judged.doubts],
    )


OPT = "logicalTypeOptions"
OBJECT = "logicalType: object, properties: [{name: a, logicalType: string, required: true}]"
LIST = "logicalType: array, items: {logicalType: integer, required: true}"
MAP = "logicalType: map, map: {key: {logicalType: integer}, value: {logicalType: boolean}}"


@pytest.mark.parametrize(
    ("field", "value", "key"),
    [
        pytest.param("logicalType: string, required: true", None, "required", id="null"),
        pytest.param("logicalType: string, primaryKey: true", None, "primaryKey", id="null key"),
        pytest.param("logicalType: string", 1, "logicalType", id="a number as text"),
        pytest.param("logicalType: integer", "1", "logicalType", id="a text as integer"),
        pytest.param("logicalType: integer", 1.5, "logicalType", id="a fraction as integer"),
        pytest.param("logicalType: integer", True, "logicalType", id="true as integer"),
        pytest.param("logicalType: number", False, "logicalType", id="false as number"),
        pytest.param("logicalType: number", float("nan"), "logicalType", id="no number at all"),
        pytest.param("logicalType: boolean", 1, "logicalType", id="one as boolean"),
        pytest.param("logicalType: date", "2024-02-30", "logicalType", id="a day that never was"),
        pytest.param(
            "logicalType: date", "2024-01-15T00:00:00", "logicalType", id="a timestamp as date"
        ),
        pytest.param("logicalType: date", 20240115, "logicalType", id="a number as date"),
        pytest.param(
            "logicalType: timestamp", "2024-01-15", "logicalType", id="a date as timestamp"
        ),
        pytest.param("logicalType: time", "24:30", "logicalType", id="half past midnight, wrongly"),
        pytest.param("logicalType: object", [], "logicalType", id="a list as object"),
        pytest.param("logicalType: array", {}, "logicalType", id="an object as list"),
        pytest.param(MAP, [], "logicalType", id="a list as map"),
        pytest.param(
            f"logicalType: vector, {OPT}: {{dimensions: 2}}",
            [1, "a"],
            "logicalType",
            id="a text in a vector",
        ),
        pytest.param(
            f"logicalType: string, {OPT}: {{minLength: 2}}", "a", f"{OPT}.minLength", id="too short"
        ),
        pytest.param(
            f"logicalType: string, {OPT}: {{maxLength: 2}}",
            "abc",
            f"{OPT}.maxLength",
            id="too long",
        ),
        pytest.param(
            f"logicalType: string, {OPT}: {{pattern: '^[A-Z]+$'}}",
            "a",
            f"{OPT}.pattern",
            id="against the pattern",
        ),
        pytest.param(
            f"logicalType: string, {OPT}: {{format: email}}", "a", f"{OPT}.format", id="no e-mail"
        ),
        pytest.param(
            f"logicalType: integer, {OPT}: {{minimum: 2}}", 1, f"{OPT}.minimum", id="below"
        ),
        pytest.param(
            f"logicalType: number, {OPT}: {{exclusiveMinimum: 2}}",
            2,
            f"{OPT}.minimum",
            id="on an open minimum",
        ),
        pytest.param(
            f"logicalType: integer, {OPT}: {{maximum: 2}}", 3, f"{OPT}.maximum", id="above"
        ),
        pytest.param(
            f"logicalType: number, {OPT}: {{exclusiveMaximum: 2}}",
            2,
            f"{OPT}.maximum",
            id="on an open maximum",
        ),
        pytest.param(
            f"logicalType: number, {OPT}: {{multipleOf: 0.1}}",
            0.25,
            f"{OPT}.multipleOf",
            id="between two steps",
        ),
        pytest.param(
            f"logicalType: integer, {OPT}: {{format: u8}}", 256, f"{OPT}.format", id="beyond u8"
        ),
        pytest.param(
            f"logicalType: integer, {OPT}: {{format: u8}}", -1, f"{OPT}.format", id="a negative u8"
        ),
        pytest.param(
            f"logicalType: number, {OPT}: {{format: f32}}",
            2**24 + 1,
            f"{OPT}.format",
            id="too precise for f32",
        ),
        pytest.param(
            f"logicalType: number, {OPT}: {{format: f32}}",
            1e39,
            f"{OPT}.format",
            id="too large for f32",
        ),
        pytest.param(
            f"logicalType: date, {OPT}: {{minimum: '2024-01-15'}}",
            "2024-01-14",
            f"{OPT}.minimum",
            id="too early",
        ),
        pytest.param(
            f"logicalType: date, {OPT}: {{format: dd/MM/yyyy, maximum: '2024-01-15'}}",
            "16/01/2024",
            f"{OPT}.maximum",
            id="too late, in the field's layout",
        ),
        pytest.param(
            f"logicalType: date, {OPT}: {{format: dd/MM/yyyy, maximum: 15/01/2024}}",
            "16/01/2024",
            f"{OPT}.maximum",
            id="a bound in the field's layout",
        ),
        pytest.param(
            f"logicalType: date, {OPT}: {{format: dd/MM/yyyy}}",
            "2024-01-15",
            f"{OPT}.format",
            id="in another layout",
        ),
        pytest.param(
            f"logicalType: timestamp, {OPT}: {{maximum: '2024-01-15T12:00:00Z'}}",
            "2024-01-15T12:30:00",
            f"{OPT}.maximum",
            id="a clock without offset is told in UTC",
        ),
        pytest.param(
            f"logicalType: timestamp, {OPT}: {{minimum: '2024-01-15T12:00:00Z', timezone: true}}",
            "2024-01-15T13:00:00+02:00",
            f"{OPT}.minimum",
            id="an offset is reckoned with",
        ),
        pytest.param(
            f"logicalType: timestamp, {OPT}: {{timezone: true}}",
            "2024-01-15T12:00:00",
            f"{OPT}.timezone",
            id="an offset is missing",
        ),
        pytest.param(
            f"logicalType: time, {OPT}: {{timezone: false}}",
            "12:00:00Z",
            f"{OPT}.timezone",
            id="an offset too many",
        ),
        pytest.param(f"{LIST}, {OPT}: {{minItems: 2}}", [1], f"{OPT}.minItems", id="too few items"),
        pytest.param(
            f"{LIST}, {OPT}: {{maxItems: 1}}", [1, 2], f"{OPT}.maxItems", id="too many items"
        ),
        pytest.param(
            f"{LIST}, {OPT}: {{uniqueItems: true}}",
            [1, 1.0],
            f"{OPT}.uniqueItems",
            id="an item twice",
        ),
        pytest.param(
            f"logicalType: object, {OPT}: {{minProperties: 1}}",
            {"a": None},
            f"{OPT}.minProperties",
            id="too empty",
        ),
        pytest.param(
            f"logicalType: object, {OPT}: {{maxProperties: 1}}",
            {"a": 1, "b": 2},
            f"{OPT}.maxProperties",
            id="too full",
        ),
        pytest.param(
            f"logicalType: object, {OPT}: {{required: [a]}}",
            {"b": 1},
            f"{OPT}.required",
            id="a name is missing",
        ),
        pytest.param(
            f"logicalType: vector, {OPT}: {{dimensions: 2}}",
            [1],
            f"{OPT}.dimensions",
            id="too few dimensions",
        ),
        pytest.param(
            f"logicalType: vector, {OPT}: {{dimensions: 1, elementType: uint8}}",
            [256],
            f"{OPT}.elementType",
            id="beyond uint8",
        ),
        pytest.param(
            f"logicalType: vector, {OPT}: {{dimensions: 2, normalized: true}}",
            [1, 1],
            f"{OPT}.normalized",
            id="too long a vector",
        ),
        pytest.param("logicalType: string, enum: [{value: a}]", "b", "enum", id="not listed"),
        pytest.param("logicalType: integer, enum: [{value: '1'}]", 1, "enum", id="listed as text"),
        pytest.param(
            "logicalType: string, physicalType: varchar(2)",
            "abc",
            "physicalType",
            id="too long for varchar",
        ),
        pytest.param(
            "logicalType: integer, physicalType: smallint",
            32_768,
            "physicalType",
            id="beyond smallint",
        ),
        pytest.param(
            'logicalType: number, physicalType: "numeric(4,2)"',
            100,
            "physicalType",
            id="beyond numeric",
        ),
        pytest.param(
            'logicalType: number, physicalType: "numeric(4,2)"',
            1.005,
            "physicalType",
            id="too many decimals",
        ),
        pytest.param(
            "physicalType: integer", "a", "physicalType", id="a text in an integer column"
        ),
        pytest.param("physicalType: text", 1, "physicalType", id="a number in a text column"),
        pytest.param("physicalType: boolean", 1, "physicalType", id="a number for a truth value"),
        pytest.param("physicalType: uuid", "other", "physicalType", id="no UUID"),
        pytest.param(
            "logicalType: timestamp, physicalType: timestamp(0)",
            "2024-01-15T12:00:00.5",
            "physicalType",
            id="too fine a timestamp",
        ),
    ],
)
def test_a_value_that_breaks_a_demand_has_one_fault(field: str, value: object, key: str) -> None:
    assert told(field, value) == ([("f", key)], [])


@pytest.mark.parametrize(
    ("field", "value"),
    [
        pytest.param(
            "logicalType: string, enum: [{value: a}]", None, id="null where nothing forbids it"
        ),
        pytest.param("logicalType: integer", 5.0, id="an integer written with a point"),
        pytest.param("logicalType: number", 5, id="an integer as number"),
        pytest.param("logicalType: timestamp", "2024-01-15T12:00:00.1", id="a fraction"),
        pytest.param("logicalType: timestamp", "2024-01-15 12:00", id="a blank for the T"),
        pytest.param(
            f"logicalType: timestamp, {OPT}: {{format: \"yyyy-MM-dd'T'HH:mmXXX\"}}",
            "2024-01-15T12:00+02:00",
            id="an offset in the field's layout",
        ),
        pytest.param(
            f"logicalType: date, {OPT}: {{format: yyyy-MM-dd}}", "2024-01-15", id="ISO said in full"
        ),
        pytest.param(
            f"logicalType: number, {OPT}: {{multipleOf: 0.1}}",
            0.3,
            id="three tenths are three tenths",
        ),
        pytest.param(
            f"logicalType: number, {OPT}: {{format: f32}}", 0.1, id="the float next to a tenth"
        ),
        pytest.param(
            f"logicalType: string, {OPT}: {{format: password}}", "a", id="a hint is no demand"
        ),
        pytest.param(
            f"logicalType: string, {OPT}: {{pattern: b}}", "abc", id="a pattern found within"
        ),
        pytest.param(
            "logicalType: integer, enum: [{value: 1.0}]",
            1,
            id="a listed number written with a point",
        ),
        pytest.param(
            "logicalType: integer, physicalType: bigint", 2**40, id="a large integer in bigint"
        ),
        pytest.param(
            "logicalType: string, physicalType: varchar(2)", "éé", id="characters, not bytes"
        ),
        pytest.param(
            "logicalType: date, physicalType: varchar(10)", "2024-01-15", id="a date stored as text"
        ),
        pytest.param(
            "logicalType: string, physicalType: gibberish(1)", "abc", id="a type that nobody knows"
        ),
        pytest.param(
            "logicalType: object", {"anything": [1]}, id="an object that declares no fields"
        ),
        pytest.param("logicalType: array", [1, "a", None], id="a list that declares no items"),
        pytest.param("description: anything", {"a": [True]}, id="a field without a type"),
        pytest.param(MAP, {"1": True, "-2": None}, id="a map with numbers for keys"),
        pytest.param(
            f"logicalType: vector, {OPT}: {{dimensions: 2, normalized: true}}",
            [0.6, 0.8],
            id="a normalized vector",
        ),
    ],
)
def test_a_value_that_meets_every_demand_has_no_fault(field: str, value: object) -> None:
    assert told(field, value) == ([], [])


@pytest.mark.parametrize(
    ("field", "value", "key"),
    [
        pytest.param(
            f"logicalType: string, {OPT}: {{pattern: '(?<=a)b'}}",
            "b",
            f"{OPT}.pattern",
            id="a pattern beyond us",
        ),
        pytest.param(
            f"logicalType: string, {OPT}: {{format: phone}}",
            "1",
            f"{OPT}.format",
            id="a format nobody defined",
        ),
        pytest.param(
            f"logicalType: date, {OPT}: {{format: 'EEE, d MMM'}}",
            "x",
            f"{OPT}.format",
            id="a layout with words",
        ),
        pytest.param(
            f"logicalType: date, {OPT}: {{minimum: '${{DAY}}'}}",
            "2024-01-15",
            f"{OPT}.minimum",
            id="a variable bound",
        ),
        pytest.param(
            "logicalType: string, enum: [{value: '${WORD}'}]",
            "a",
            "enum",
            id="a variable in the list",
        ),
        pytest.param(
            "logicalType: array, enum: [{value: a}]", ["a"], "enum", id="a list under an enum"
        ),
        pytest.param(
            "logicalType: integer", 2**31, f"{OPT}.format", id="beyond the default format"
        ),
        pytest.param(
            f"logicalType: time, {OPT}: {{minimum: '10:00', defaultTimezone: CET, timezone: true}}",
            "12:00:00Z",
            f"{OPT}.minimum",
            id="two zones",
        ),
        pytest.param(
            f"logicalType: vector, {OPT}: {{dimensions: 1, normalized: true}}",
            [1.01],
            f"{OPT}.normalized",
            id="nearly normalized",
        ),
        pytest.param(
            "physicalType: uuid",
            "00000000000040008000000000000001",
            "physicalType",
            id="a UUID without dashes",
        ),
    ],
)
def test_what_cannot_be_decided_is_a_doubt_and_no_fault(
    field: str, value: object, key: str
) -> None:
    assert told(field, value) == ([], [("f", key)])


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        pytest.param(OBJECT, {"a": None}, [("f.a", "required")], id="in an object"),
        pytest.param(
            OBJECT, {"a": "x", "b": 1}, [("f.b", "properties")], id="a key that is no field"
        ),
        pytest.param(
            LIST, [1, None, "a"], [("f[]", "required"), ("f[]", "logicalType")], id="in a list"
        ),
        pytest.param(
            MAP, {"a": 1}, [("f{key}", "logicalType"), ("f{value}", "logicalType")], id="in a map"
        ),
        pytest.param(
            f"logicalType: array, items: {{{OBJECT}}}",
            [{}, {"a": "x"}],
            [("f[].a", "required")],
            id="in objects of a list",
        ),
    ],
)
def test_a_fault_within_tells_its_path(field: str, value: object, expected: Told) -> None:
    assert told(field, value)[0] == expected


def test_without_a_server_a_doubtful_type_refuses_only_what_every_engine_refuses() -> None:
    assert told("logicalType: string, physicalType: varchar", "abc", server=False) == ([], [])
    assert told("logicalType: integer, physicalType: INT", 2**40, server=False) == (
        [],
        [("f", "physicalType")],
    )
    assert told("logicalType: string, physicalType: varchar(2)", "abc", server=False) == (
        [("f", "physicalType")],
        [],
    )


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        pytest.param({"f": 1}, (), id="valid"),
        pytest.param({"f": None}, ("`f` is null but required",), id="a fault"),
        pytest.param({"f": 2**31}, None, id="nobody can tell"),
        pytest.param(
            {"f": 1, "g": 2}, ("`g` is no field of the contract",), id="writers are closed"
        ),
    ],
)
def test_faults_are_told_in_sentences(
    row: dict[str, object], expected: tuple[str, ...] | None
) -> None:
    assert faults(row, object_of("name: f, logicalType: integer, required: true")) == expected


def test_a_sentence_keeps_hostile_values_short_and_on_one_line() -> None:
    obj = object_of("name: f, logicalType: integer")
    assert faults({"f": "a\n" * 9_000}, obj) == (
        '`f` is "' + r"a\n" * 20 + '…", which is no whole number',
    )
    assert faults(
        {"f": 10**5_000}, object_of(f"name: f, logicalType: integer, {OPT}: {{format: u8}}")
    ) == ("`f` is a very large number, which does not fit into `u8`",)


def test_a_reader_sees_its_own_fields_only() -> None:
    row = {"f": {"a": 1, "z": 2}, "l": [{"a": 1, "z": 2}], "m": {"k": {"a": 1, "z": 2}}, "z": 3}
    obj = object_of(
        f"name: f, {OBJECT}",
        f"name: l, logicalType: array, items: {{{OBJECT}}}",
        f"name: m, logicalType: map, map: {{key: {{logicalType: string}}, value: {{{OBJECT}}}}}",
        "name: n, logicalType: string",
    )
    assert project(row, obj) == {"f": {"a": 1}, "l": [{"a": 1}], "m": {"k": {"a": 1}}}


def test_projecting_leaves_what_is_of_another_kind() -> None:
    assert project({"f": "text"}, object_of(f"name: f, {OBJECT}")) == {"f": "text"}
