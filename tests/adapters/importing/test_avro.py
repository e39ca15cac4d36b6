"""Schemas of Avro as teams write them: every type, optional or not, nested and by name."""

from __future__ import annotations

import json

import pytest

from bot.adapters.importing import Draft, draft
from bot.adapters.importing.avro import objects_of_avro
from bot.core.errors import ErrorCode, StewardError

MONEY = {"type": "bytes", "logicalType": "decimal", "precision": 10, "scale": 2}
ADDRESS = {"type": "record", "name": "Address", "fields": [{"name": "city", "type": "string"}]}


def record(*fields: object, **told: object) -> dict[str, object]:
    return {"type": "record", "name": "order", "fields": list(fields), **told}


def objects(schema: object) -> list[dict[str, object]]:
    return objects_of_avro(json.dumps(schema).encode(), "order.avsc")


def field(kind: object) -> dict[str, object]:
    found = objects(record({"name": "it", "type": kind}))[0]["properties"]
    assert isinstance(found, list)
    return {key: value for key, value in found[0].items() if key != "name"}


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        pytest.param(
            "long",
            {"logicalType": "integer", "physicalType": "long", "required": True},
            id="a type by its name",
        ),
        pytest.param(
            ["null", "double"],
            {"logicalType": "number", "physicalType": "double"},
            id="one that may be missing",
        ),
        pytest.param(
            "bytes",
            {"logicalType": "string", "physicalType": "bytes", "required": True},
            id="bytes",
        ),
        pytest.param(
            MONEY,
            {"logicalType": "number", "physicalType": "decimal(10,2)", "required": True},
            id="a decimal keeps its digits",
        ),
        pytest.param(
            ["null", {**MONEY, "scale": 0}],
            {"logicalType": "number", "physicalType": "decimal(10,0)"},
            id="a decimal that may be missing",
        ),
        pytest.param(
            {"type": "bytes", "logicalType": "decimal"},
            {"logicalType": "string", "physicalType": "bytes", "required": True},
            id="a decimal without digits is ignored, as Avro asks",
        ),
        pytest.param(
            {"type": "long", "logicalType": "timestamp-millis"},
            {
                "logicalType": "timestamp",
                "logicalTypeOptions": {"timezone": True},
                "physicalType": "timestamp-millis",
                "required": True,
            },
            id="a moment",
        ),
        pytest.param(
            ["null", {"type": "long", "logicalType": "local-timestamp-micros"}],
            {
                "logicalType": "timestamp",
                "logicalTypeOptions": {"timezone": False},
                "physicalType": "local-timestamp-micros",
            },
            id="a time without a zone",
        ),
        pytest.param(
            {"type": "int", "logicalType": "date"},
            {"logicalType": "date", "physicalType": "date", "required": True},
            id="a day",
        ),
        pytest.param(
            {"type": "string", "logicalType": "uuid"},
            {
                "logicalType": "string",
                "logicalTypeOptions": {"format": "uuid"},
                "physicalType": "uuid",
                "required": True,
            },
            id="a UUID",
        ),
        pytest.param(
            {"type": "string", "logicalType": "mood"},
            {"logicalType": "string", "physicalType": "string", "required": True},
            id="a logical type that nobody knows",
        ),
        pytest.param(
            ["null", {"type": "enum", "name": "Kind", "symbols": ["NEW", "PAID"]}],
            {
                "logicalType": "string",
                "physicalType": "enum",
                "enum": [{"value": "NEW"}, {"value": "PAID"}],
            },
            id="an enum that may be missing",
        ),
        pytest.param(
            {"type": "fixed", "name": "MD5", "size": 16},
            {"logicalType": "string", "physicalType": "fixed(16)", "required": True},
            id="bytes of a fixed length",
        ),
        pytest.param(
            {"type": "array", "items": ["null", MONEY]},
            {
                "logicalType": "array",
                "physicalType": "array",
                "items": {"logicalType": "number", "physicalType": "decimal(10,2)"},
                "required": True,
            },
            id="a list of decimals",
        ),
        pytest.param(
            {"type": "map", "values": "int"},
            {
                "logicalType": "map",
                "physicalType": "map",
                "map": {
                    "key": {"logicalType": "string"},
                    "value": {"logicalType": "integer", "physicalType": "int"},
                },
                "required": True,
            },
            id="a map",
        ),
        pytest.param(
            ["null", "string", "long"],
            {"physicalType": "union(string, long)"},
            id="one of several types, which a contract has no word for",
        ),
        pytest.param(
            ["int", "long"],
            {"logicalType": "integer", "physicalType": "union(int, long)", "required": True},
            id="one of several types of one kind",
        ),
        pytest.param("null", {"physicalType": "null"}, id="nothing at all"),
    ],
)
def test_a_field_has_the_type_that_it_holds(kind: object, expected: dict[str, object]) -> None:
    assert field(kind) == expected


def test_a_record_is_an_object_with_its_full_name_and_what_is_said_of_it() -> None:
    schema = record(
        {"name": "id", "type": "string", "doc": " Number of the order. "},
        namespace="com.acme",
        doc="One message per order.",
    )

    assert objects(schema) == [
        {
            "name": "order",
            "logicalType": "object",
            "physicalType": "record",
            "physicalName": "com.acme.order",
            "description": "One message per order.",
            "properties": [
                {
                    "name": "id",
                    "logicalType": "string",
                    "physicalType": "string",
                    "description": "Number of the order.",
                    "required": True,
                }
            ],
        }
    ]


@pytest.mark.parametrize("word", ["Address", "com.acme.Address"])
def test_a_type_that_was_named_before_is_written_out_again(word: str) -> None:
    schema = record(
        {"name": "to", "type": ADDRESS}, {"name": "bill", "type": word}, namespace="com.acme"
    )

    found = objects(schema)[0]["properties"]

    assert isinstance(found, list)
    assert found[0]["properties"] == found[1]["properties"] != []


def test_a_record_within_itself_ends_there() -> None:
    schema = record({"name": "parent", "type": ["null", "order"]})

    assert objects(schema)[0]["properties"] == [
        {"name": "parent", "logicalType": "object", "physicalType": "order"}
    ]


def test_each_record_of_a_list_is_an_object() -> None:
    assert [one["name"] for one in objects([ADDRESS, record()])] == ["Address", "order"]


def _doubling() -> dict[str, object]:
    """Return a schema of few lines that is two to the power of thirty fields when written out."""
    inner: object = "string"
    for depth in range(30):
        sides = [{"name": "a", "type": inner}, {"name": "b", "type": f"R{depth - 1}"}]
        fields = sides if depth else sides[:1]
        inner = {"type": "record", "name": f"R{depth}", "fields": fields}
    return record({"name": "all", "type": inner})


def _deep() -> dict[str, object]:
    kind: object = "string"
    for number in range(200):
        fields = [{"name": "in", "type": kind}]
        kind = {"type": "record", "name": f"R{number}", "fields": fields}
    return record({"name": "all", "type": kind})


@pytest.mark.parametrize(
    ("schema", "why"),
    [
        pytest.param("string", "has no record", id="a type alone"),
        pytest.param({"type": "enum", "name": "A"}, "has no record", id="no record at the top"),
        pytest.param(record("id"), "a field has no name", id="a field that is a word"),
        pytest.param(record({"name": "a", "type": 1}), "a type is neither", id="a number as type"),
        pytest.param(record({"name": "a"}), "a type is neither", id="a field without a type"),
        pytest.param(
            record({"name": "a", "type": "Adress"}), "called `Adress`", id="an unknown name"
        ),
        pytest.param({"type": "record", "name": "a"}, "no list of fields", id="no fields"),
        pytest.param({"type": "record", "fields": []}, "has no name", id="no name"),
        pytest.param(_doubling(), "more than 20,000 parts", id="a schema that grows"),
        pytest.param(_deep(), "too deep", id="a schema without a bottom"),
    ],
)
def test_what_is_no_schema_is_told(schema: object, why: str) -> None:
    with pytest.raises(StewardError) as caught:
        objects(schema)

    assert [fault.code for fault in caught.value.faults] == [ErrorCode.NOT_IMPORTED]
    assert why in caught.value.faults[0].message


def test_a_draft_from_avro_is_a_contract_without_any_other_tool() -> None:
    wanted = Draft(path="contracts/s/o.odcs.yaml", domain="s", name="o")
    schema = record({"name": "price", "type": MONEY}, {"name": "to", "type": ["null", ADDRESS]})

    text = draft(json.dumps(schema).encode(), "o.avsc", wanted, None, "postgres").decode()

    assert "physicalType: decimal(10,2)" in text
    assert "name: city" in text


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        pytest.param('"default": "VIEW"', [{"property": "default", "value": "VIEW"}], id="a text"),
        pytest.param('"default": 0', [{"property": "default", "value": 0}], id="an amount"),
        pytest.param(
            f'"default": 1{"0" * 400}',
            [{"property": "default", "value": 10**400}],
            id="an amount that no float holds",
        ),
        pytest.param('"default": null', None, id="null says what an optional field says"),
        pytest.param('"default": {}', None, id="an empty mapping"),
        pytest.param('"default": NaN', None, id="no number"),
        pytest.param('"order": "ignore"', None, id="none"),
    ],
)
def test_a_default_is_kept(told: str, kept: object) -> None:
    field = f'{{"name": "x", "type": ["null", "string"], {told}}}'
    text = f'{{"type": "record", "name": "a", "fields": [{field}]}}'

    found = objects_of_avro(text.encode(), "a.avsc")[0]["properties"]

    assert isinstance(found, list)
    assert found[0].get("customProperties") == kept
