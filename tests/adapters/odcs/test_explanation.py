from __future__ import annotations

import pytest

from tests.adapters.odcs.documents import OBJECT, PROPERTY, TYPES_3_1, contract, faults


@pytest.mark.parametrize(
    ("version", "body", "expected"),
    [
        pytest.param(
            "v3.1.0",
            "servers:\n  - {server: prod, type: postgresql, host: h, port: 5432}\n",
            [
                (
                    "7:5 E204 servers.prod: `database` is missing;"
                    " a server of type `postgresql` needs it -> add `database: sales`"
                ),
                (
                    "7:5 E204 servers.prod: `schema` is missing;"
                    " a server of type `postgresql` needs it -> add `schema: public`"
                ),
            ],
            id="keys that a type of server needs",
        ),
        pytest.param(
            "v3.1.0",
            "servers:\n  - {host: h, port: 5432}\n",
            [
                (
                    "7:5 E204 servers[0]: `server` is missing; a server needs it"
                    " -> add `server: production`"
                ),
                (
                    "7:5 E204 servers[0]: `type` is missing; a server needs it"
                    " -> add `type: postgresql`"
                ),
            ],
            id="a server without a type has no keys too many",
        ),
        pytest.param(
            "v3.1.0",
            f"{PROPERTY}        logicalTypeOptions: {{minLength: 1, maxLength: 9}}\n",
            [
                (
                    "10:9 E204 schema.orders.properties.order_id: `logicalType` is missing;"
                    " `logicalTypeOptions` means nothing without it"
                    " -> say which type the options are for, such as `logicalType: string`"
                ),
            ],
            id="options without a logical type are one fault",
        ),
        pytest.param(
            "v3.1.0",
            f"{PROPERTY}        logicalType: array(int)\n        items: {{logicalType: text}}\n",
            [
                (
                    "10:22 E206 schema.orders.properties.order_id.logicalType: "
                    f'"array(int)" is not one of {TYPES_3_1} -> write `logicalType: array`;'
                    " the database's own type goes into `physicalType: array(int)`"
                ),
            ],
            id="keys that depend on a wrong value are not faults of their own",
        ),
        pytest.param(
            "v3.1.0",
            f"{OBJECT}    relationships: [{{from: [a.b], to: c.d}}]\n",
            [
                (
                    "8:39 E207 schema.orders.relationships[0]: `from` and `to` must both be one"
                    " reference, or both be a list of references"
                    " -> write as many references in `to` as in `from`"
                ),
            ],
            id="one reference to many",
        ),
        pytest.param(
            "v3.2.0",
            f"{PROPERTY}        logicalType: vector\n"
            "        logicalTypeOptions: {normalized: true}\n",
            [
                (
                    "11:29 E204 schema.orders.properties.order_id.logicalTypeOptions: `dimensions`"
                    " is missing; `logicalType: vector` needs it -> add `dimensions: 1536`"
                ),
            ],
            id="a vector without dimensions",
        ),
        pytest.param(
            "v3.1.0",
            f"{OBJECT}    quality:\n"
            "      - {description: d, customProperties: [{property: p}]}\n",
            [
                (
                    "9:45 E204 schema.orders.quality[0].customProperties.p: `value` is missing;"
                    " a custom property needs it -> add `value: …`"
                ),
            ],
            id="a fault in a rule that needs neither type nor metric is the only one",
        ),
        pytest.param(
            "v3.2.0",
            f"{PROPERTY}        logicalType: map\n",
            [
                (
                    "9:9 E204 schema.orders.properties.order_id: `map` is missing;"
                    " `logicalType: map` needs it -> add `map: {key: {logicalType: string},"
                    " value: {logicalType: string}}`"
                ),
            ],
            id="a map without key and value",
        ),
        pytest.param(
            "v2.2.2",
            "type: tables\nuuid: a\ndatasetName: b\nquantumName: c\n"
            "dataset:\n  - table: t\n    description: null\n",
            [
                "12:18 E205 dataset.t.description: is empty -> remove the key, or give it text",
            ],
            id="a contract of 2.2",
        ),
        pytest.param(
            "3.1.0",
            "frobnicate: 1\n",
            [
                (
                    "1:13 E202 apiVersion: `3.1.0` is not a version of ODCS that is known here"
                    " -> did you mean `v3.1.0`?"
                ),
                (
                    "6:1 E203 frobnicate: ODCS v3.1.0 has no key `frobnicate` in the contract"
                    " -> keep it under `customProperties`: `- {property: frobnicate, value: …}`,"
                    " or take it out"
                ),
            ],
            id="a version that is nearly right does not hide the rest",
        ),
        pytest.param(
            "v3.1.0",
            'tags: x\nowner: me\nprice: {priceAmount: "1"}\n',
            [
                '6:7 E205 tags: "x" is text; a list is wanted -> write a list: `[x]`',
                (
                    "7:1 E203 owner: ODCS v3.1.0 has no key `owner` in the contract -> name the"
                    " owner in the team: an entry of `team.members` with `role: Owner`"
                ),
                (
                    '8:22 E205 price.priceAmount: "1" is text; a number is wanted'
                    " -> write the number 1 without quotes"
                ),
            ],
            id="all faults of a file, by line",
        ),
    ],
)
def test_faults_are_told_once_each_and_all_of_them(
    version: str, body: str, expected: list[str]
) -> None:
    assert faults(contract(version, body)) == expected


def test_names_in_a_path_are_quoted_where_they_would_be_read_as_more_than_one() -> None:
    body = 'schema:\n  - name: "sales.orders"\n    columns: []\n'

    assert [fault.partition(":")[2].split()[2] for fault in faults(contract("v3.1.0", body))] == [
        'schema."sales.orders".columns:'
    ]
