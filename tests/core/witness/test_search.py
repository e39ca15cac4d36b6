from __future__ import annotations

import pytest

from bot.core.diff.walk import diff
from bot.core.finding import Effect, Witness
from bot.core.rule import Pair
from bot.core.witness.search import find
from tests.core.witness.written import contract_of, pair_of

OPT = "logicalTypeOptions"


def found(pair: Pair, subject: str, effect: Effect) -> list[Witness | None]:
    """Return the witness of each change of a subject."""
    return [
        find(change, pair, effect)
        for change in diff(pair.old, pair.new)
        if change.subject == subject
    ]


def optional(body: str) -> str:
    return f"name: f, {body}" if body else ""


@pytest.mark.parametrize(
    ("old", "new", "subject", "value", "violates"),
    [
        pytest.param(
            "logicalType: string",
            "logicalType: string, required: true",
            "field.required",
            None,
            "`f` is null but required",
            id="required",
        ),
        pytest.param(
            "logicalType: string",
            "logicalType: string, primaryKey: true",
            "field.primaryKey",
            None,
            "`f` is null but belongs to the primary key",
            id="a member of the primary key",
        ),
        pytest.param(
            "logicalType: number",
            "logicalType: integer",
            "field.logicalType",
            1.5,
            "`f` is 1.5, which is no whole number",
            id="a narrower logical type",
        ),
        pytest.param(
            "logicalType: timestamp",
            "logicalType: date",
            "field.logicalType",
            "2024-01-15T09:30:00",
            '`f` is "2024-01-15T09:30:00", which is no date',
            id="another logical type",
        ),
        pytest.param(
            "description: anything",
            "logicalType: boolean",
            "field.logicalType",
            "a",
            '`f` is "a", which is neither true nor false',
            id="a logical type where there was none",
        ),
        pytest.param(
            "logicalType: string, physicalType: varchar(20)",
            "logicalType: string, physicalType: varchar(10)",
            "field.physicalType",
            "aaaaaaaaaaa",
            "`f` has 11 characters, which `varchar(10)` does not hold",
            id="a shorter varchar",
        ),
        pytest.param(
            "logicalType: integer, physicalType: bigint",
            "logicalType: integer, physicalType: integer",
            "field.physicalType",
            2_147_483_648,
            "`f` is 2147483648, which `integer` does not hold",
            id="a narrower integer",
        ),
        pytest.param(
            'logicalType: number, physicalType: "numeric(10,3)"',
            'logicalType: number, physicalType: "numeric(10,2)"',
            "field.physicalType",
            0.001,
            "`f` is 0.001, which `numeric(10,2)` does not hold",
            id="another scale",
        ),
        pytest.param(
            "logicalType: timestamp, physicalType: timestamp(6)",
            "logicalType: timestamp, physicalType: timestamp(3)",
            "field.physicalType",
            "2024-01-15T09:30:00.1234",
            '`f` is "2024-01-15T09:30:00.1234", which `timestamp(3)` does not hold',
            id="a coarser timestamp",
        ),
        pytest.param(
            "physicalType: integer",
            "physicalType: varchar(10)",
            "field.physicalType",
            1,
            "`f` is 1, which `varchar(10)` does not hold",
            id="another family of physical type",
        ),
        pytest.param(
            "logicalType: string",
            f"logicalType: string, {OPT}: {{minLength: 3}}",
            f"field.{OPT}.minLength",
            "aa",
            "`f` has 2 characters, at least 3 demanded",
            id="minLength",
        ),
        pytest.param(
            f"logicalType: string, {OPT}: {{pattern: '^[A-Z]+$', maxLength: 8}}",
            f"logicalType: string, {OPT}: {{pattern: '^[A-Z]+$', maxLength: 4}}",
            f"field.{OPT}.maxLength",
            "AAAAA",
            "`f` has 5 characters, at most 4 allowed",
            id="maxLength beside a pattern",
        ),
        pytest.param(
            f"logicalType: string, {OPT}: {{pattern: '^[A-Z]{{1,2}}[0-9]+$', minLength: 4}}",
            f"logicalType: string, {OPT}: {{pattern: '^[A-Z]{{2}}[0-9]+$', minLength: 4}}",
            f"field.{OPT}.pattern",
            "A000",
            '`f` is "A000", which does not match "^[A-Z]{2}[0-9]+$"',
            id="a narrower pattern beside a length",
        ),
        pytest.param(
            "logicalType: string",
            f"logicalType: string, {OPT}: {{format: uuid}}",
            f"field.{OPT}.format",
            "a",
            '`f` is "a", which is not of the format "uuid"',
            id="a format of text",
        ),
        pytest.param(
            f"logicalType: integer, {OPT}: {{format: i64}}",
            f"logicalType: integer, {OPT}: {{format: u16}}",
            f"field.{OPT}.format",
            -1,
            "`f` is -1, which does not fit into `u16`",
            id="a format of integers",
        ),
        pytest.param(
            f"logicalType: number, {OPT}: {{format: f64}}",
            f"logicalType: number, {OPT}: {{format: f32}}",
            f"field.{OPT}.format",
            16_777_217,
            "`f` is 16777217, which `f32` does not keep",
            id="a format of numbers",
        ),
        pytest.param(
            "logicalType: date",
            f"logicalType: date, {OPT}: {{format: dd/MM/yyyy}}",
            f"field.{OPT}.format",
            "2024-01-15",
            '`f` is "2024-01-15", which is no date of the format "dd/MM/yyyy"',
            id="a layout of dates",
        ),
        pytest.param(
            "logicalType: timestamp",
            f"logicalType: timestamp, {OPT}: {{format: \"yyyy-MM-dd'T'HH:mm:ss\"}}",
            f"field.{OPT}.format",
            "2024-01-15T09:30",
            '`f` is "2024-01-15T09:30", which is no timestamp of the format'
            " \"yyyy-MM-dd'T'HH:mm:ss\"",
            id="one layout of those that ISO 8601 allows",
        ),
        pytest.param(
            f"logicalType: integer, {OPT}: {{maximum: 100, multipleOf: 7}}",
            f"logicalType: integer, {OPT}: {{maximum: 50, multipleOf: 7}}",
            f"field.{OPT}.maximum",
            98,
            "`f` is 98, at most 50 allowed",
            id="maximum beside multipleOf",
        ),
        pytest.param(
            f"logicalType: number, {OPT}: {{minimum: 0}}",
            f"logicalType: number, {OPT}: {{exclusiveMinimum: 0}}",
            f"field.{OPT}.minimum",
            0,
            "`f` is 0, more than 0 demanded",
            id="an open minimum",
        ),
        pytest.param(
            f"logicalType: date, {OPT}: {{minimum: '2020-01-01'}}",
            f"logicalType: date, {OPT}: {{minimum: '2021-01-01'}}",
            f"field.{OPT}.minimum",
            "2020-01-01",
            '`f` is "2020-01-01", at least "2021-01-01" demanded',
            id="a later first day",
        ),
        pytest.param(
            f"logicalType: integer, {OPT}: {{minimum: 100, multipleOf: 2}}",
            f"logicalType: integer, {OPT}: {{minimum: 100, multipleOf: 3}}",
            f"field.{OPT}.multipleOf",
            100,
            "`f` is 100, which is no multiple of 3",
            id="multipleOf beside a minimum",
        ),
        pytest.param(
            f"logicalType: timestamp, {OPT}: {{timezone: false}}",
            f"logicalType: timestamp, {OPT}: {{timezone: true}}",
            f"field.{OPT}.timezone",
            "2024-01-15T09:30:00",
            '`f` is "2024-01-15T09:30:00", which does not tell its time zone,'
            " against `timezone: true`",
            id="timezone",
        ),
        pytest.param(
            f"logicalType: array, {OPT}: {{minItems: 1}}, items: {{logicalType: string}}",
            f"logicalType: array, {OPT}: {{minItems: 2}}, items: {{logicalType: string}}",
            f"field.{OPT}.minItems",
            ["a"],
            "`f` has 1 item, at least 2 demanded",
            id="minItems",
        ),
        pytest.param(
            "logicalType: array, items: {logicalType: string}",
            f"logicalType: array, {OPT}: {{maxItems: 2}}, items: {{logicalType: string}}",
            f"field.{OPT}.maxItems",
            ["a", "b", "c"],
            "`f` has 3 items, at most 2 allowed",
            id="maxItems",
        ),
        pytest.param(
            "logicalType: array, items: {logicalType: string}",
            f"logicalType: array, {OPT}: {{uniqueItems: true}}, items: {{logicalType: string}}",
            f"field.{OPT}.uniqueItems",
            ["a", "a"],
            "`f` has an item twice",
            id="uniqueItems",
        ),
        pytest.param(
            "logicalType: array",
            "logicalType: array, items: {logicalType: integer}",
            "inner type added",
            ["a"],
            '`f[]` is "a", which is no whole number',
            id="items where there were none",
        ),
        pytest.param(
            "logicalType: object",
            f"logicalType: object, {OPT}: {{minProperties: 2}}",
            f"field.{OPT}.minProperties",
            {"field_1": 1},
            "`f` has 1 field, at least 2 demanded",
            id="minProperties",
        ),
        pytest.param(
            "logicalType: object",
            f"logicalType: object, {OPT}: {{maxProperties: 1}}",
            f"field.{OPT}.maxProperties",
            {"field_1": 1, "field_2": 1},
            "`f` has 2 fields, at most 1 allowed",
            id="maxProperties",
        ),
        pytest.param(
            "logicalType: object, properties: [{name: a, logicalType: string}]",
            f"logicalType: object, {OPT}: {{required: [a]}},"
            " properties: [{name: a, logicalType: string}]",
            f"field.{OPT}.required",
            {},
            '`f` lacks "a", which is required',
            id="a name that an object must have",
        ),
        pytest.param(
            f"logicalType: vector, {OPT}: {{dimensions: 2}}",
            f"logicalType: vector, {OPT}: {{dimensions: 3}}",
            f"field.{OPT}.dimensions",
            [1, 0],
            "`f` has 2 dimensions, 3 demanded",
            id="dimensions",
        ),
        pytest.param(
            f"logicalType: vector, {OPT}: {{dimensions: 2}}",
            f"logicalType: vector, {OPT}: {{dimensions: 2, elementType: int8}}",
            f"field.{OPT}.elementType",
            [0.5, 0],
            "`f` has an element that `int8` does not hold",
            id="elementType",
        ),
        pytest.param(
            f"logicalType: vector, {OPT}: {{dimensions: 2}}",
            f"logicalType: vector, {OPT}: {{dimensions: 2, normalized: true}}",
            f"field.{OPT}.normalized",
            [0.5, 0],
            "`f` is not normalized: its length is not 1",
            id="normalized",
        ),
        pytest.param(
            "logicalType: string",
            "logicalType: string, enum: [{value: a}]",
            "field.enum",
            "b",
            '`f` is "b", which is not one of the allowed values',
            id="an enum where there was none",
        ),
        pytest.param(
            "logicalType: string, enum: [{value: a}, {value: b}, {value: c}]",
            "logicalType: string, enum: [{value: a}, {value: c}]",
            "enum value removed",
            "b",
            '`f` is "b", which is not one of the allowed values',
            id="a value less in an enum",
        ),
        pytest.param(
            "logicalType: object, properties: [{name: a, logicalType: integer, required: true},"
            " {name: b, logicalType: string}]",
            "logicalType: object, properties: [{name: a, logicalType: integer, required: true},"
            " {name: b, logicalType: integer}]",
            "field.logicalType",
            {"a": 1, "b": "a"},
            '`f.b` is "a", which is no whole number',
            id="in an object",
        ),
        pytest.param(
            f"logicalType: array, {OPT}: {{minItems: 2, uniqueItems: true}},"
            " items: {logicalType: string}",
            f"logicalType: array, {OPT}: {{minItems: 2, uniqueItems: true}},"
            " items: {logicalType: string, enum: [{value: a}, {value: b}]}",
            "field.enum",
            ["other", "a"],
            '`f[]` is "other", which is not one of the allowed values',
            id="in a list",
        ),
        pytest.param(
            "logicalType: map, map: {key: {logicalType: string}, value: {logicalType: string}}",
            "logicalType: map, map: {key: {logicalType: integer}, value: {logicalType: string}}",
            "field.logicalType",
            {"a": "a"},
            '`f{key}` is "a", which is no whole number',
            id="in the keys of a map",
        ),
        pytest.param(
            "logicalType: map, map: {key: {logicalType: string}, value: {logicalType: number}}",
            "logicalType: map, map: {key: {logicalType: string}, value: {logicalType: integer}}",
            "field.logicalType",
            {"a": 1.5},
            "`f{value}` is 1.5, which is no whole number",
            id="in the values of a map",
        ),
    ],
)
def test_a_tightening_is_shown_by_an_old_row_and_its_mirror_by_a_new_one(
    old: str, new: str, subject: str, value: object, violates: str
) -> None:
    row = {"id": 1, "f": value}
    pair = pair_of(optional(old), optional(new))
    mirrored = Pair(old=pair.new, new=pair.old)
    mirror = subject.replace(" removed", "_").replace(" added", " removed").replace("_", " added")
    assert found(pair, subject, Effect.TIGHTENS) == [Witness(row, "old", violates)]
    assert found(mirrored, mirror, Effect.LOOSENS) == [Witness(row, "new", violates)]
    assert found(pair, subject, Effect.BOTH)[0] is not None


@pytest.mark.parametrize("effect", [Effect.UNDETERMINED, Effect.NONE])
def test_an_effect_that_breaks_nothing_for_sure_has_no_witness(effect: Effect) -> None:
    pair = pair_of("name: f, logicalType: string", "name: f, logicalType: integer")
    assert found(pair, "field.logicalType", effect) == [None]


def test_a_change_has_no_witness_in_the_direction_in_which_it_breaks_nothing() -> None:
    pair = pair_of("name: f, logicalType: integer", "name: f, logicalType: number")
    assert found(pair, "field.logicalType", Effect.TIGHTENS) == [None]


def test_an_added_required_field_is_missing_from_an_old_row() -> None:
    pair = pair_of("", "name: f, logicalType: string, required: true")
    assert found(pair, "field added", Effect.TIGHTENS) == [
        Witness({"id": 1}, "old", "`f` is null but required")
    ]


def test_an_added_optional_field_breaks_nothing() -> None:
    assert found(pair_of("", "name: f, logicalType: string"), "field added", Effect.BOTH) == [None]


def test_a_removed_field_is_gone_for_readers() -> None:
    pair = pair_of("name: f, logicalType: string", "")
    assert found(pair, "field removed", Effect.LOOSENS) == [
        Witness({"id": 1}, "new", "the field `f` that readers select is gone")
    ]


def test_a_field_of_an_object_in_a_list_is_gone_or_missing_there() -> None:
    lines = "name: f, logicalType: array, items: {{logicalType: object, properties: [{}]}}"
    pair = pair_of(
        lines.format("{name: a, logicalType: string}, {name: b, logicalType: date}"),
        lines.format(
            "{name: a, logicalType: string}, {name: c, logicalType: integer, required: true}"
        ),
    )
    assert found(pair, "field removed", Effect.LOOSENS) == [
        Witness({"id": 1, "f": [{"c": 1}]}, "new", "the field `f[].b` that readers select is gone")
    ]
    assert found(pair, "field added", Effect.TIGHTENS) == [
        Witness({"id": 1, "f": [{}]}, "old", "`f[].c` is null but required")
    ]


def test_a_renamed_field_is_gone_under_its_old_name_and_missing_under_the_new() -> None:
    pair = pair_of(
        "name: f, id: one, logicalType: string, required: true",
        "name: g, id: one, logicalType: string, required: true",
    )
    assert found(pair, "field renamed", Effect.LOOSENS) == [
        Witness({"id": 1, "g": "a"}, "new", "the field `f` that readers select is gone")
    ]
    assert found(pair, "field renamed", Effect.TIGHTENS) == [
        Witness({"id": 1, "f": "a"}, "old", "`g` is null but required")
    ]


def test_a_renamed_field_that_no_row_can_have_is_missed_by_no_row() -> None:
    unmeetable = "id: one, logicalType: integer, required: true, enum: [{value: 1}]"
    bounded = f"{unmeetable}, logicalTypeOptions: {{minimum: 3}}"
    pair = pair_of(f"name: f, {bounded}", f"name: g, {bounded}")
    assert found(pair, "field renamed", Effect.LOOSENS) == [None]


def test_a_renamed_field_that_the_data_carry_under_one_name_is_not_gone() -> None:
    pair = pair_of(
        "name: f, id: one, physicalName: column, logicalType: string",
        "name: g, id: one, physicalName: column, logicalType: string",
    )
    assert found(pair, "field renamed", Effect.BOTH) == [None]


def test_a_value_added_to_an_enum_is_the_one_that_is_shown() -> None:
    pair = pair_of(
        "name: f, logicalType: string, enum: [{value: a}]",
        "name: f, logicalType: string, enum: [{value: c}, {value: a}, {value: b}]",
    )
    rows = [found.row for found in found(pair, "enum value added", Effect.LOOSENS) if found]
    assert rows == [{"id": 1, "f": "c"}, {"id": 1, "f": "b"}]


def test_a_new_unique_field_is_shown_by_two_rows() -> None:
    pair = Pair(
        old=contract_of(
            "name: id, logicalType: integer, primaryKey: true", "name: f, logicalType: string"
        ),
        new=contract_of(
            "name: id, logicalType: integer, primaryKey: true",
            "name: f, logicalType: string, unique: true",
        ),
    )
    assert found(pair, "field.unique", Effect.TIGHTENS) == [
        Witness(
            [{"id": 1, "f": "a"}, {"id": 2, "f": "a"}], "old", '`f` is "a" in two rows but unique'
        )
    ]


def test_a_field_that_joins_the_primary_key_is_shown_by_rows_that_agree_in_the_old_key() -> None:
    key = "logicalType: integer, required: true, primaryKey: {}"
    pair = Pair(
        old=contract_of(f"name: a, {key.format('true')}", f"name: b, {key.format('false')}"),
        new=contract_of(f"name: a, {key.format('true')}", f"name: b, {key.format('true')}"),
    )
    witness = Witness(
        [{"a": 1, "b": 1}, {"a": 1, "b": 2}], "new", "two rows have the same primary key (`a`)"
    )
    assert found(pair, "field.primaryKey", Effect.LOOSENS) == [witness]
    assert found(pair, "field.primaryKey", Effect.TIGHTENS) == [None]


def test_a_removed_field_of_the_primary_key_makes_old_rows_collide() -> None:
    key = "logicalType: integer, primaryKey: true"
    pair = Pair(
        old=contract_of(f"name: a, {key}", f"name: b, {key}"), new=contract_of(f"name: a, {key}")
    )
    assert found(pair, "field removed", Effect.TIGHTENS) == [
        Witness(
            [{"a": 1, "b": 1}, {"a": 1, "b": 2}], "old", "two rows have the same primary key (`a`)"
        )
    ]


def test_a_field_that_is_the_key_already_cannot_repeat() -> None:
    pair = Pair(
        old=contract_of("name: id, logicalType: integer, primaryKey: true"),
        new=contract_of("name: id, logicalType: integer, primaryKey: true, unique: true"),
    )
    assert found(pair, "field.unique", Effect.TIGHTENS) == [None]


def test_a_row_has_the_required_fields_and_the_one_concerned() -> None:
    fields = (
        "name: id, logicalType: integer, required: true",
        "name: note, logicalType: string",
        "name: kind, logicalType: string, required: true, enum: [{value: new}]",
    )
    pair = Pair(
        old=contract_of(*fields, "name: f, logicalType: number"),
        new=contract_of(*fields, "name: f, logicalType: integer"),
    )
    assert found(pair, "field.logicalType", Effect.TIGHTENS) == [
        Witness({"id": 1, "kind": "new", "f": 1.5}, "old", "`f` is 1.5, which is no whole number")
    ]


def test_the_other_fields_have_values_that_both_contracts_admit() -> None:
    pair = Pair(
        old=contract_of(
            "name: f, logicalType: number", "name: g, logicalType: integer, required: true"
        ),
        new=contract_of(
            "name: f, logicalType: integer",
            f"name: g, logicalType: integer, required: true, {OPT}: {{minimum: 50}}",
        ),
    )
    assert found(pair, "field.logicalType", Effect.TIGHTENS) == [
        Witness({"f": 1.5, "g": 50}, "old", "`f` is 1.5, which is no whole number")
    ]


def test_where_another_field_has_no_value_there_is_no_row() -> None:
    pattern = (
        "name: g, logicalType: string, required: true, logicalTypeOptions: {pattern: '(?<=a)b'}"
    )
    pair = Pair(
        old=contract_of("name: f, logicalType: number", pattern),
        new=contract_of("name: f, logicalType: integer", pattern),
    )
    assert found(pair, "field.logicalType", Effect.TIGHTENS) == [None]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("physicalName: x", "physicalName: y", id="another physical name"),
        pytest.param(
            f"logicalType: timestamp, {OPT}: {{defaultTimezone: Europe/Berlin}}",
            f"logicalType: timestamp, {OPT}: {{defaultTimezone: Asia/Tokyo}}",
            id="another default time zone",
        ),
        pytest.param(
            "logicalType: string, quality: [{metric: nullValues, mustBe: 0}]",
            "logicalType: string",
            id="a quality rule",
        ),
        pytest.param(
            "logicalType: integer",
            f"logicalType: integer, {OPT}: {{format: i64}}",
            id="a format for the default",
        ),
        pytest.param(
            f"logicalType: string, {OPT}: {{pattern: '(?<=a)b'}}",
            "logicalType: string",
            id="a pattern beyond us",
        ),
        pytest.param(
            "physicalType: a type of ours", "physicalType: another of ours", id="types beyond us"
        ),
        pytest.param(
            f"logicalType: timestamp, {OPT}: {{timezone: false}}",
            "logicalType: timestamp",
            id="a time zone that is not spoken of",
        ),
        pytest.param(
            "logicalType: string, classification: public", "logicalType: string", id="governance"
        ),
    ],
)
def test_what_no_row_can_show_has_no_witness(old: str, new: str) -> None:
    pair = pair_of(optional(old), optional(new))
    changes = list(diff(pair.old, pair.new))
    assert changes != []
    assert [find(change, pair, Effect.BOTH) for change in changes] == [None] * len(changes)


def test_a_row_too_wide_to_be_read_is_not_shown() -> None:
    wide = [f"name: c{place}, logicalType: string, required: true" for place in range(260)]
    pair = Pair(
        old=contract_of("name: f, logicalType: number", *wide),
        new=contract_of("name: f, logicalType: integer", *wide),
    )
    assert found(pair, "field.logicalType", Effect.TIGHTENS) == [None]


def test_names_of_fields_that_look_like_paths_are_told_apart() -> None:
    pair = pair_of(
        'name: "a.b[]", logicalType: object, properties: [{name: "{key}", logicalType: number}]',
        'name: "a.b[]", logicalType: object, properties: [{name: "{key}", logicalType: integer}]',
    )
    assert found(pair, "field.logicalType", Effect.TIGHTENS) == [
        Witness(
            {"id": 1, "a.b[]": {"{key}": 1.5}},
            "old",
            '`"a.b[]"."{key}"` is 1.5, which is no whole number',
        )
    ]


def test_lists_in_lists_are_given_up_in_time() -> None:
    old, new = "logicalType: string", "logicalType: integer"
    options = f"{OPT}: {{minItems: 9, uniqueItems: true}}"
    for _ in range(8):
        old = f"logicalType: array, {options}, items: {{{old}}}"
        new = f"logicalType: array, {options}, items: {{{new}}}"
    assert found(
        pair_of(f"name: f, {old}", f"name: f, {new}"), "field.logicalType", Effect.BOTH
    ) == [None]
