from __future__ import annotations

import pytest

from tests.adapters.odcs.documents import OBJECT, PROPERTY, contract, faults


@pytest.mark.parametrize(
    ("version", "body", "expected"),
    [
        pytest.param(
            "v3.1.0",
            f"{PROPERTY}        isNullable: false\n",
            "10:9 E203 schema.orders.properties.order_id.isNullable:"
            " ODCS v3.1.0 has no key `isNullable` in a property"
            " -> ODCS says it the other way round: write `required: true`",
            id="isNullable false",
        ),
        pytest.param(
            "v3.1.0",
            f"{PROPERTY}        nullable: true\n",
            "10:9 E203 schema.orders.properties.order_id.nullable:"
            " ODCS v3.1.0 has no key `nullable` in a property"
            " -> ODCS says it the other way round: write `required: false`, or nothing:"
            " it is the default",
            id="nullable true",
        ),
        *(
            pytest.param(
                "v3.1.0",
                f"{PROPERTY}        {key}: x\n",
                f"10:9 E203 schema.orders.properties.order_id.{path}:"
                f" ODCS v3.1.0 has no key `{key}` in a property -> keep it under"
                f' `customProperties`: `- {{property: "{key}", value: …}}`, or take it out',
                id=f"the key {key} stays a text in the hint",
            )
            for key, path in (("null", "null"), ("~", "~"), ("1", "1"))
        ),
        pytest.param(
            "v3.1.0",
            f"{PROPERTY}        isUnique: true\n",
            "10:9 E203 schema.orders.properties.order_id.isUnique:"
            " ODCS v3.1.0 has no key `isUnique` in a property -> write `unique: true`",
            id="isUnique",
        ),
        pytest.param(
            "v3.1.0",
            f"{PROPERTY}        primary_key: true\n",
            "10:9 E203 schema.orders.properties.order_id.primary_key:"
            " ODCS v3.1.0 has no key `primary_key` in a property -> write `primaryKey`",
            id="a key in snake case",
        ),
        pytest.param(
            "v3.1.0",
            f"{PROPERTY}        type: VARCHAR(20)\n",
            "10:9 E203 schema.orders.properties.order_id.type:"
            " ODCS v3.1.0 has no key `type` in a property -> write `logicalType: string`, and"
            " `physicalType: VARCHAR(20)` for the database's own type",
            id="type on a property",
        ),
        pytest.param(
            "v3.1.0",
            f"{PROPERTY}        type: integer\n",
            "10:9 E203 schema.orders.properties.order_id.type:"
            " ODCS v3.1.0 has no key `type` in a property -> write `logicalType: integer`",
            id="a logical type under type",
        ),
        pytest.param(
            "v3.1.0",
            f"{OBJECT}    type: table\n",
            "8:5 E203 schema.orders.type: ODCS v3.1.0 has no key `type` in a schema object"
            " -> write `physicalType: table`",
            id="type on an object",
        ),
        pytest.param(
            "v3.1.0",
            f"{OBJECT}    columns: []\n",
            "8:5 E203 schema.orders.columns: ODCS v3.1.0 has no key `columns` in a schema object"
            " -> ODCS calls them `properties`",
            id="columns of an object",
        ),
        pytest.param(
            "v3.1.0",
            "owner: sales\n",
            "6:1 E203 owner: ODCS v3.1.0 has no key `owner` in the contract"
            " -> name the owner in the team: an entry of `team.members` with `role: Owner`",
            id="owner at the root",
        ),
        pytest.param(
            "v3.0.2",
            "owner: sales\n",
            "6:1 E203 owner: ODCS v3.0.2 has no key `owner` in the contract"
            " -> name the owner in the team: an entry of `team` with `role: Owner`",
            id="owner at the root, when a team was a list",
        ),
        pytest.param(
            "v3.1.0",
            "terms: {usage: internal}\n",
            "6:1 E203 terms: ODCS v3.1.0 has no key `terms` in the contract"
            " -> put it under `description`: `usage` and `limitations`",
            id="terms at the root",
        ),
        pytest.param(
            "v3.1.0",
            "quality: []\n",
            "6:1 E203 quality: ODCS v3.1.0 has no key `quality` in the contract"
            " -> put quality rules under `quality` of an entry of `schema`, or of a property",
            id="quality at the root",
        ),
        pytest.param(
            "v3.1.0",
            "info: {title: Orders}\n",
            "6:1 E203 info: ODCS v3.1.0 has no key `info` in the contract"
            " -> ODCS has no `info`: write `name`, `version` and `description` at the root",
            id="info, from the Data Contract Specification",
        ),
        pytest.param(
            "v3.1.0",
            "models: {}\n",
            "6:1 E203 models: ODCS v3.1.0 has no key `models` in the contract"
            " -> objects are a list under `schema`: `- name: orders` and its `properties`",
            id="models, from the Data Contract Specification",
        ),
        pytest.param(
            "v3.1.0",
            "datasetDomain: sales\n",
            "6:1 E203 datasetDomain: ODCS v3.1.0 has no key `datasetDomain` in the contract"
            " -> v3 calls it `domain`",
            id="a key of 2.2",
        ),
        pytest.param(
            "v3.1.0",
            "servers:\n  - {server: prod, type: kafka, host: kafka.example.com, topic: orders}\n",
            "7:58 E203 servers.prod.topic: ODCS v3.1.0 has no key `topic` in a server of type"
            " `kafka` -> write it in an entry of `schema`: `physicalName: orders`,"
            " `physicalType: topic`",
            id="topic of a Kafka server",
        ),
        pytest.param(
            "v3.1.0",
            "servers:\n  - {server: prod, type: kafka, host: kafka.example.com, schema: s}\n",
            "7:58 E203 servers.prod.schema: ODCS v3.1.0 has no key `schema` in a server of type"
            " `kafka` -> it is for `type` `athena`, `databricks`, `dremio`, `duckdb`, `cloudsql`,"
            " `db2` and 9 more; if it is needed, keep it under `customProperties`",
            id="a key of another type of server",
        ),
        pytest.param(
            "v3.1.0",
            "servers:\n  - {server: prod, type: kinesis, password: s3cret}\n",
            "7:35 E203 servers.prod.password: ODCS v3.1.0 has no key `password` in a server of type"
            " `kinesis` -> take it out: credentials do not belong in a contract",
            id="a password",
        ),
        pytest.param(
            "v3.1.0",
            "team: {name: sales, contact: sales@example.com}\n",
            "6:21 E203 team.contact: ODCS v3.1.0 has no key `contact` in the team"
            " -> name a channel under the root's `support`, or keep it under `customProperties`",
            id="contact of a team",
        ),
        pytest.param(
            "v3.1.0",
            "team:\n  - {username: ada, dateAdded: 2024-01-01}\n",
            "7:21 E203 team.ada.dateAdded: ODCS v3.1.0 has no key `dateAdded` in a team member"
            " -> write `dateIn: 2024-01-01`",
            id="a key of a member in a team that is a list",
        ),
        pytest.param(
            "v3.1.0",
            "slaProperties:\n  - {property: latency, value: 4, column: orders.day}\n",
            "7:35 E203 slaProperties.latency.column: ODCS v3.1.0 has no key `column` in an entry of"
            " `slaProperties` -> v3 calls it `element`",
            id="column of a service level",
        ),
        pytest.param(
            "v3.1.0",
            "tenat: acme\n",
            "6:1 E203 tenat: ODCS v3.1.0 has no key `tenat` in the contract"
            " -> did you mean `tenant`?",
            id="a slip of the pen",
        ),
        pytest.param(
            "v3.1.0",
            "priceAmount: 5\n",
            "6:1 E203 priceAmount: ODCS v3.1.0 has no key `priceAmount` in the contract"
            " -> it belongs to the price",
            id="a key that belongs elsewhere",
        ),
        pytest.param(
            "v3.1.0",
            "frobnicate: 5\n",
            "6:1 E203 frobnicate: ODCS v3.1.0 has no key `frobnicate` in the contract"
            " -> keep it under `customProperties`: `- {property: frobnicate, value: …}`,"
            " or take it out",
            id="a key that nobody knows",
        ),
        pytest.param(
            "v3.1.0",
            "price: {frobnicate: 5}\n",
            "6:9 E203 price.frobnicate: ODCS v3.1.0 has no key `frobnicate` in the price -> take it"
            " out, or use one of `id`, `priceAmount`, `priceCurrency` or `priceUnit`",
            id="a key that nobody knows, where custom properties have no place",
        ),
        pytest.param(
            "v3.0.2",
            f"{PROPERTY}        enum: [a]\n",
            "10:9 E203 schema.orders.properties.order_id.enum:"
            " ODCS v3.0.2 has no key `enum` in a property -> `enum` came with v3.2.0;"
            " this file declares v3.0.2: raise `apiVersion` to v3.2.0 or later",
            id="a key of a later version",
        ),
        pytest.param(
            "v3.0.0",
            f"{PROPERTY}        physicalName: oid\n",
            "10:9 E203 schema.orders.properties.order_id.physicalName:"
            " ODCS v3.0.0 has no key `physicalName` in a property"
            " -> `physicalName` came with v3.0.2; this file declares v3.0.0:"
            " raise `apiVersion` to v3.0.2 or later",
            id="the first version that has the key is named",
        ),
        pytest.param(
            "v3.1.0",
            f"{PROPERTY}        logicalType: string\n        items: {{logicalType: string}}\n",
            "11:9 E203 schema.orders.properties.order_id.items:"
            " ODCS v3.1.0 has no key `items` in a property -> it is for `logicalType: array`;"
            " if it is needed, keep it under `customProperties`",
            id="a key of another logical type",
        ),
        pytest.param(
            "v3.1.0",
            f"{PROPERTY}        logicalType: number\n"
            "        logicalTypeOptions: {precision: 10}\n",
            "11:30 E203 schema.orders.properties.order_id.logicalTypeOptions.precision:"
            " ODCS v3.1.0 has no key `precision` in `logicalTypeOptions`"
            " -> put it into `physicalType`, as in `physicalType: DECIMAL(10,2)`",
            id="precision as an option",
        ),
        pytest.param(
            "v3.1.0",
            f"{PROPERTY}        logicalType: integer\n"
            "        logicalTypeOptions: {minLength: 1}\n",
            "11:30 E203 schema.orders.properties.order_id.logicalTypeOptions.minLength:"
            " ODCS v3.1.0 has no key `minLength` in `logicalTypeOptions`"
            " -> it is for `logicalType: string`",
            id="an option of another logical type",
        ),
        pytest.param(
            "v3.2.0",
            f"{PROPERTY}        relationships:\n          - {{from: a.b, to: c.d}}\n",
            "11:14 E203 schema.orders.properties.order_id.relationships[0].from:"
            " a relationship of a property has no `from` -> take it out:"
            " the property itself is where the relationship comes from",
            id="from in a relationship of a property",
        ),
    ],
)
def test_an_unknown_key_is_told_with_what_to_write(version: str, body: str, expected: str) -> None:
    assert faults(contract(version, body)) == [expected]
