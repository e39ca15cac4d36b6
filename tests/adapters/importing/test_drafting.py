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
SQL = "CREATE TABLE orders (id VARCHAR(20) NOT NULL PRIMARY KEY, price DECIMAL(10,2));\n"
AVRO = {"type": "record", "name": "orders", "fields": [{"name": "id", "type": "string"}]}
SCHEMA = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "title": "orders",
    "type": "object",
    "properties": {"id": {"type": "string"}},
    "required": ["id"],
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
@pytest.mark.parametrize(
    ("text", "file"),
    [
        pytest.param(SQL, "orders.sql", id="SQL DDL"),
        pytest.param(json.dumps(SCHEMA), "orders.json", id="a JSON Schema"),
        pytest.param(json.dumps(AVRO), "orders.avsc", id="an Avro schema"),
    ],
)
def test_the_tool_reads_other_formats(text: str, file: str) -> None:
    values = _drafted(text, file)

    assert _objects(values)["orders"]["id"]["logicalType"] == "string"
    assert "servers" not in values


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
        _drafted(SQL, "orders.sql")

    assert caught.value.faults[0].hint == 'install it: pip install "contract-steward[import]"'


def test_a_draft_that_is_no_contract_is_told_by_the_reader_of_contracts() -> None:
    text = SPECIFICATION.replace("minimum: 0", "minimum: nothing")

    with pytest.raises(StewardError) as caught:
        _drafted(text, "old.yaml")

    assert ErrorCode.NOT_IMPORTED not in {fault.code for fault in caught.value.faults}
