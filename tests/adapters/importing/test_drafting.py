from __future__ import annotations

import json
from collections.abc import Mapping

import pytest
import yaml

from bot.adapters.importing import Draft, draft
from bot.adapters.importing.tool import is_installed
from bot.core.errors import ErrorCode, StewardError

WANTED = Draft(path="contracts/sales/orders.odcs.yaml", domain="sales", name="orders")
SPECIFICATION = """\
dataContractSpecification: 1.2.1
id: urn:old
info: {title: Orders, version: 2.0.0}
models:
  orders:
    description: Orders of the shop.
    type: table
    fields:
      id: {type: string, primaryKey: true, required: true, pattern: "^O-[0-9]+$"}
      price: {type: decimal, minimum: 0, classification: internal}
      status: {type: string, enum: [new, paid]}
      tags: {type: array, items: {type: string}}
      customer: {type: object, fields: {email: {type: string, format: email}}}
"""
DBT = """\
version: 2
models:
  - name: orders
    description: Orders of the shop.
    columns:
      - name: id
        data_type: varchar(20)
        data_tests: [not_null, unique]
      - name: status
        data_type: geography
        tests:
          - accepted_values: {values: [new, paid]}
      - name: shop
        constraints: [{type: not_null}]
        tests:
          - accepted_values: {arguments: {values: [1, 2]}}
sources:
  - name: raw
    tables: [{name: events}]
"""
SCHEMA = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "title": "orders",
    "type": "object",
    "properties": {"id": {"type": "string"}},
    "required": ["id"],
}

NESTED = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "order",
    "type": "object",
    "required": ["status", "lines"],
    "properties": {
        "status": {"type": "string", "enum": ["new", "paid"]},
        "placed_at": {"type": "string", "format": "date-time"},
        "email": {"type": ["string", "null"], "format": "email"},
        "amount": {"type": "number", "minimum": 0, "multipleOf": 0.01},
        "customer": {"$ref": "#/$defs/customer"},
        "note": {"anyOf": [{"type": "string"}, {"type": "null"}]},
        "lines": {
            "type": "array",
            "items": {"type": "object", "properties": {"sku": {"type": "string"}}},
        },
        "labels": {"type": "object", "additionalProperties": {"type": "string"}},
    },
    "$defs": {"customer": {"type": "object", "properties": {"id": {"type": "string"}}}},
}

needs_the_tool = pytest.mark.skipif(
    not is_installed(), reason='needs the extra: pip install "contract-steward[import]"'
)


def _drafted(text: str, file: str, form: str | None = None) -> Mapping[str, object]:
    found = yaml.safe_load(draft(text.encode(), file, WANTED, form, "postgres"))
    assert isinstance(found, dict)
    return found


def _objects(values: Mapping[str, object]) -> Mapping[str, Mapping[str, Mapping[str, object]]]:
    schema = values["schema"]
    assert isinstance(schema, list)
    return {each["name"]: {p["name"]: p for p in each.get("properties", ())} for each in schema}


def test_a_draft_has_its_own_name_and_promises_nothing() -> None:
    values = _drafted(SPECIFICATION, "old.yaml")

    assert {key: value for key, value in values.items() if key != "schema"} == {
        "apiVersion": "v3.2.0",
        "kind": "DataContract",
        "id": "sales-orders",
        "name": "Orders",
        "version": "0.1.0",
        "status": "draft",
        "domain": "sales",
    }


def test_fields_of_a_specification_keep_what_was_said_of_them() -> None:
    assert _objects(_drafted(SPECIFICATION, "old.yaml"))["orders"] == {
        "id": {
            "name": "id",
            "logicalType": "string",
            "required": True,
            "primaryKey": True,
            "logicalTypeOptions": {"pattern": "^O-[0-9]+$"},
        },
        "price": {
            "name": "price",
            "logicalType": "number",
            "classification": "internal",
            "logicalTypeOptions": {"minimum": 0},
        },
        "status": {
            "name": "status",
            "logicalType": "string",
            "enum": [{"value": "new"}, {"value": "paid"}],
        },
        "tags": {"name": "tags", "logicalType": "array", "items": {"logicalType": "string"}},
        "customer": {
            "name": "customer",
            "logicalType": "object",
            "properties": [
                {
                    "name": "email",
                    "logicalType": "string",
                    "logicalTypeOptions": {"format": "email"},
                }
            ],
        },
    }


def test_a_specification_says_who_answers_and_what_is_promised() -> None:
    text = SPECIFICATION.replace(
        "info: {title: Orders, version: 2.0.0}",
        "info: {title: Orders, version: 2.0.0, description: Orders., owner: checkout}\n"
        "terms: {usage: For reports., limitations: Not in real time., billing: none}\n"
        "servicelevels:\n"
        "  availability: {percentage: 99.9%}\n"
        "  retention: {period: P18M}\n"
        "  latency: {threshold: PT5M}\n"
        "  freshness: {threshold: 25h, timestampField: orders.at}\n"
        "  frequency: {interval: now and then}",
    )

    values = _drafted(text, "old.yaml")

    assert {key: values[key] for key in ("description", "team", "slaProperties")} == {
        "description": {
            "purpose": "Orders.",
            "usage": "For reports.",
            "limitations": "Not in real time.",
        },
        "team": {"name": "checkout"},
        "slaProperties": [
            {"property": "retention", "value": 18, "unit": "mo"},
            {"property": "latency", "value": 5, "unit": "m"},
            {"property": "freshness", "value": 25, "unit": "h"},
            {"property": "availability", "value": 99.9, "unit": "percent"},
        ],
    }


def test_a_specification_keeps_its_tags_whom_to_ask_and_what_a_promise_is_about() -> None:
    text = SPECIFICATION.replace(
        "info: {title: Orders, version: 2.0.0}",
        "info: {title: Orders, contact: {name: Jo, url: 'https://e.org/jo', email: jo@e.org}}\n"
        "tags: [shop, 1]\n"
        "servicelevels:\n"
        "  latency: {threshold: 5m, sourceTimestampField: orders.price, description: Of a day.}\n"
        "  freshness: {threshold: 25h, timestampField: orders.status}\n"
        "  retention: {period: P1Y, timestampField: orders.gone}",
    )

    values = _drafted(text, "old.yaml")

    assert {key: values[key] for key in ("tags", "support", "slaProperties")} == {
        "tags": ["shop"],
        "support": [
            {"channel": "Jo", "url": "https://e.org/jo"},
            {"channel": "jo@e.org", "url": "mailto:jo@e.org", "tool": "email"},
        ],
        "slaProperties": [
            {"property": "retention", "value": 1, "unit": "y"},
            {
                "property": "latency",
                "value": 5,
                "unit": "m",
                "element": "orders.price",
                "description": "Of a day.",
            },
            {"property": "freshness", "value": 25, "unit": "h", "element": "orders.status"},
        ],
    }


def test_keys_references_and_checks_of_a_specification_are_kept() -> None:
    text = """\
dataContractSpecification: 1.2.1
models:
  orders:
    primaryKey: [shop, id]
    fields: {id: {type: string}, shop: {type: string}}
    quality: [{type: sql, query: SELECT 1, mustBe: 1, owner: x}]
  lines:
    fields:
      order_id: {type: string, references: orders.id}
      sku: {type: string, references: products.sku, quality: [{type: text, description: Read it.}]}
"""
    values = _drafted(text, "old.yaml")
    objects = _objects(values)

    assert objects["orders"]["id"] == {
        "name": "id",
        "logicalType": "string",
        "primaryKey": True,
        "primaryKeyPosition": 2,
        "required": True,
    }
    assert objects["lines"] == {
        "order_id": {
            "name": "order_id",
            "logicalType": "string",
            "relationships": [{"type": "foreignKey", "to": "orders.id"}],
        },
        "sku": {
            "name": "sku",
            "logicalType": "string",
            "quality": [{"type": "text", "description": "Read it."}],
            "customProperties": [{"property": "references", "value": "products.sku"}],
        },
    }
    schema = values["schema"]
    assert isinstance(schema, list)
    assert schema[0]["quality"] == [{"type": "sql", "query": "SELECT 1", "mustBe": 1}]


def test_a_field_takes_what_its_definition_says_and_keeps_its_own_words() -> None:
    text = """\
dataContractSpecification: 1.2.1
definitions:
  key: {type: text, format: uuid, title: Key, description: Of anything.}
  order_id: {$ref: "#/definitions/key", description: Of an order.}
models:
  orders:
    fields:
      id: {$ref: "#/definitions/order_id", required: true}
      price: {type: decimal, precision: 10, scale: 2}
      labels: {type: map, keys: {type: string}, values: {type: int}}
      other: {$ref: "https://example.com/x.yaml"}
"""

    assert _objects(_drafted(text, "old.yaml"))["orders"] == {
        "id": {
            "name": "id",
            "businessName": "Key",
            "logicalType": "string",
            "description": "Of an order.",
            "required": True,
            "logicalTypeOptions": {"format": "uuid"},
        },
        "price": {"name": "price", "logicalType": "number", "physicalType": "decimal(10,2)"},
        "labels": {
            "name": "labels",
            "logicalType": "map",
            "map": {"key": {"logicalType": "string"}, "value": {"logicalType": "integer"}},
        },
        "other": {"name": "other"},
    }


def test_definitions_that_grow_without_end_are_refused() -> None:
    inner = ", ".join(f'f{number}: {{$ref: "#/definitions/a"}}' for number in range(10))
    text = (
        "dataContractSpecification: 1.2.1\n"
        f"definitions: {{a: {{type: object, fields: {{{inner}}}}}}}\n"
        'models: {orders: {fields: {id: {$ref: "#/definitions/a"}}}}\n'
    )

    with pytest.raises(StewardError) as caught:
        _drafted(text, "old.yaml")

    assert "more than 20,000 fields" in caught.value.faults[0].message


def test_the_key_of_a_dbt_model_is_taken_over_and_seeds_are_objects_too() -> None:
    text = """\
version: 2
models:
  - name: lines
    constraints: [{type: primary_key, columns: [order_id, no]}, {type: check}]
    columns: [{name: "no"}, {name: order_id, tags: [key]}, {name: at, data_type: timestamp_ltz}]
seeds:
  - name: countries
"""

    assert _objects(_drafted(text, "schema.yml")) == {
        "lines": {
            "no": {
                "name": "no",
                "primaryKey": True,
                "primaryKeyPosition": 2,
                "required": True,
            },
            "order_id": {
                "name": "order_id",
                "tags": ["key"],
                "primaryKey": True,
                "primaryKeyPosition": 1,
                "required": True,
            },
            "at": {"name": "at", "logicalType": "timestamp", "physicalType": "timestamp_ltz"},
        },
        "countries": {},
    }


def test_tests_and_constraints_of_dbt_become_promises() -> None:
    objects = _objects(_drafted(DBT, "schema.yml"))

    assert objects == {
        "orders": {
            "id": {
                "name": "id",
                "logicalType": "string",
                "physicalType": "varchar(20)",
                "required": True,
                "unique": True,
            },
            "status": {
                "name": "status",
                "physicalType": "geography",
                "enum": [{"value": "new"}, {"value": "paid"}],
            },
            "shop": {"name": "shop", "enum": [{"value": 1}, {"value": 2}], "required": True},
        },
        "events": {},
    }


@needs_the_tool
def test_the_tool_reads_json_schemas() -> None:
    values = _drafted(json.dumps(SCHEMA), "orders.json")

    assert _objects(values)["orders"]["id"]["logicalType"] == "string"
    assert "servers" not in values


@needs_the_tool
def test_a_json_schema_keeps_what_lies_within() -> None:
    found = _objects(_drafted(json.dumps(NESTED), "order.json"))["order"]

    assert {name: field["logicalType"] for name, field in found.items()} == {
        "status": "string",
        "placed_at": "timestamp",
        "email": "string",
        "amount": "number",
        "customer": "object",
        "note": "string",
        "lines": "array",
        "labels": "map",
    }
    assert [name for name, field in found.items() if field.get("required")] == ["status", "lines"]
    assert found["status"]["enum"] == [{"value": "new"}, {"value": "paid"}]
    assert found["customer"]["properties"] == [
        {"name": "id", "physicalType": "string", "logicalType": "string"}
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("[]", "orders.json has no object at its top", id="a list"),
        pytest.param(
            '{"properties": 1}', "$.properties: 1 is not of type 'object'", id="no schema"
        ),
        pytest.param('{"$ref": "#/$defs/x"}', "`#/$defs/x`, which is not in it", id="a definition"),
        pytest.param(
            '{"a": [{}], "$ref": "#/a/7"}', "`#/a/7`, which is not in it", id="a place in a list"
        ),
    ],
)
def test_what_is_no_json_schema_is_told_before_anything_runs(text: str, told: str) -> None:
    with pytest.raises(StewardError) as caught:
        _drafted(text, "orders.json")

    assert told in caught.value.faults[0].message


@pytest.mark.parametrize("key", ["$ref", "$dynamicRef"])
@pytest.mark.parametrize("target", ["https://example.com/x.json", "other.json", "file:///x"])
def test_a_schema_that_refers_outside_is_refused_before_anything_runs(
    key: str, target: str
) -> None:
    schema = SCHEMA | {"properties": {"id": {"anyOf": [{key: target}]}}}

    with pytest.raises(StewardError) as caught:
        _drafted(json.dumps(schema), "orders.json")

    assert [fault.code for fault in caught.value.faults] == [ErrorCode.NOT_IMPORTED]
    assert target in caught.value.faults[0].message


@pytest.mark.parametrize(
    ("text", "file"),
    [
        pytest.param("a: 1\n", "a.yaml", id="a mapping of something else"),
        pytest.param("{", "a.json", id="no JSON"),
        pytest.param("[" * 100_000, "a.json", id="JSON without a bottom"),
        pytest.param("models: []\n", "a.yml", id="dbt without models"),
        pytest.param("dataContractSpecification: 1\n", "a.yml", id="no models"),
        pytest.param("models: {}\ndataContractSpecification: 1\n", "a.yml", id="empty models"),
    ],
)
def test_what_cannot_be_taken_over_is_told(text: str, file: str) -> None:
    with pytest.raises(StewardError) as caught:
        _drafted(text, file)

    assert {fault.code for fault in caught.value.faults} == {ErrorCode.NOT_IMPORTED}


@pytest.mark.skipif(is_installed(), reason="the optional part is installed")
def test_without_the_optional_part_the_command_that_installs_it_is_told() -> None:
    with pytest.raises(StewardError) as caught:
        _drafted(json.dumps(SCHEMA), "orders.json")

    assert caught.value.faults[0].hint == 'install it: pip install "contract-steward[import]"'


def test_a_draft_that_is_no_contract_is_told_by_the_reader_of_contracts() -> None:
    text = SPECIFICATION.replace("minimum: 0", "minimum: nothing")

    with pytest.raises(StewardError) as caught:
        _drafted(text, "old.yaml")

    (fault,) = caught.value.faults
    assert fault.code is not ErrorCode.NOT_IMPORTED
    assert fault.message.startswith("old.yaml would make no contract: ")
    assert fault.where is None


@pytest.mark.parametrize(
    ("text", "file"),
    [
        pytest.param(
            '{"type": "record", "name": "it", "fields": []}', "it.json", id="Avro as JSON"
        ),
        pytest.param("CREATE OR REPLACE TABLE it (a int);", "dump.txt", id="SQL as text"),
        pytest.param("create table it (a int);", "dump", id="SQL without an end"),
        pytest.param("models: [{name: it, description: create a table}]\n", "s.yml", id="dbt"),
    ],
)
def test_a_file_tells_its_format_by_its_name_or_by_what_is_in_it(text: str, file: str) -> None:
    assert list(_objects(_drafted(text, file))) == ["it"]


def test_values_that_are_allowed_twice_are_taken_once() -> None:
    text = (
        "models: [{name: a, columns: [{name: x, tests: [accepted_values: {values: [p, q, p]}]}]}]"
    )

    assert _objects(_drafted(text, "s.yml"))["a"]["x"]["enum"] == [{"value": "p"}, {"value": "q"}]


@pytest.mark.parametrize(
    ("to", "expected"),
    [
        pytest.param(
            "ref('b')",
            {"relationships": [{"type": "foreignKey", "to": "b.id"}]},
            id="a model of the file",
        ),
        pytest.param(
            "ref('p', 'b')",
            {"relationships": [{"type": "foreignKey", "to": "b.id"}]},
            id="a model by its package",
        ),
        pytest.param(
            "source('raw', 'c')",
            {"customProperties": [{"property": "references", "value": "c (id)"}]},
            id="a table that is not in the file",
        ),
        pytest.param("b", {}, id="no reference"),
    ],
)
def test_a_test_of_relationships_is_a_reference(to: str, expected: Mapping[str, object]) -> None:
    test = f'relationships: {{to: "{to}", field: id}}'
    other = "{name: b, columns: [{name: id}]}"
    text = f"models: [{{name: a, columns: [{{name: x, tests: [{test}]}}]}}, {other}]"

    assert _objects(_drafted(text, "s.yml"))["a"]["x"] == {"name": "x", **expected}
