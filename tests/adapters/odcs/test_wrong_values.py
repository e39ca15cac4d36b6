from __future__ import annotations

import pytest

from tests.adapters.odcs.documents import OBJECT, PROPERTY, TYPES_3_1, contract, faults


@pytest.mark.parametrize(
    ("version", "body", "expected"),
    [
        pytest.param(
            "v3.1.0",
            f"{PROPERTY}        logicalType: varchar(20)\n",
            "10:22 E206 schema.orders.properties.order_id.logicalType:"
            f' "varchar(20)" is not one of {TYPES_3_1} -> write `logicalType: string`;'
            " the database's own type goes into `physicalType: varchar(20)`",
            id="a type of the database as logical type",
        ),
        pytest.param(
            "v3.1.0",
            f"{PROPERTY}        logicalType: int\n",
            "10:22 E206 schema.orders.properties.order_id.logicalType:"
            f' "int" is not one of {TYPES_3_1} -> write `logicalType: integer`;'
            " the database's own type goes into `physicalType: int`",
            id="int",
        ),
        pytest.param(
            "v3.0.2",
            f"{PROPERTY}        logicalType: timestamp\n",
            "10:22 E206 schema.orders.properties.order_id.logicalType: "
            '"timestamp" is not one of `string`, `date`, `number`, `integer`, `object`, `array` or'
            " `boolean` -> `timestamp` came with v3.1.0; this file declares v3.0.2:"
            " raise `apiVersion`, or write `date`",
            id="a logical type of a later version",
        ),
        pytest.param(
            "v3.1.0",
            "servers:\n  - {server: a, type: PostgreSQL}\n",
            '7:23 E206 servers.a.type: "PostgreSQL" is not one of `api`, `athena`, `azure`,'
            " `bigquery`, `clickhouse`, `databricks`, `denodo`, `dremio`, `duckdb`, `glue`,"
            " `cloudsql`, `db2` and 22 more -> write `postgresql`",
            id="a value with other capitals",
        ),
        pytest.param(
            "v3.1.0",
            "servers:\n  - {server: a, type: mongodb, host: h}\n",
            '7:23 E206 servers.a.type: "mongodb" is not one of `api`, `athena`, `azure`,'
            " `bigquery`, `clickhouse`, `databricks`, `denodo`, `dremio`, `duckdb`, `glue`,"
            " `cloudsql`, `db2` and 22 more -> a server of any other kind is `type: custom`",
            id="a server that the standard does not know",
        ),
        pytest.param(
            "v3.1.0",
            'servers:\n  - {server: a, type: "{{PLATFORM}}"}\n',
            '7:23 E206 servers.a.type: "{{PLATFORM}}" is not one of `api`, `athena`, `azure`,'
            " `bigquery`, `clickhouse`, `databricks`, `denodo`, `dremio`, `duckdb`, `glue`,"
            " `cloudsql`, `db2` and 22 more -> this looks like a placeholder of a template:"
            " put the value in, such as `api`",
            id="a placeholder",
        ),
        pytest.param(
            "v3.1.0",
            f"{OBJECT}    quality:\n      - {{metric: rowCount, mustBe: 1, dimension: validity}}\n",
            '9:50 E206 schema.orders.quality[0].dimension: "validity" is not one of `accuracy`,'
            " `completeness`, `conformity`, `consistency`, `coverage`, `timeliness` or `uniqueness`"
            " -> did you mean `conformity`?",
            id="a dimension by another name",
        ),
        pytest.param(
            "v3.1.0",
            f"{OBJECT}    quality:\n      - {{type: not_null}}\n",
            '9:16 E206 schema.orders.quality[0].type: "not_null" is not one of `text`, `library`,'
            " `sql` or `custom` -> did you mean `type: library`, with `metric: nullValues`?",
            id="a check as the type of a quality rule",
        ),
        pytest.param(
            "v3.1.0",
            f"{OBJECT}    id: fdir.dataset\n",
            '8:9 E206 schema.orders.id: "fdir.dataset" cannot be an id -> use letters, digits, `-`'
            " and `_`: no spaces, and none of `. # / \\ @ ! % & ^`",
            id="a dot in an id",
        ),
        pytest.param(
            "v3.1.0",
            f"{PROPERTY}        relationships: [{{to: customers}}]\n",
            "10:30 E206 schema.orders.properties.order_id.relationships[0].to:"
            ' "customers" is not a reference to a field -> write `object.field`, such as'
            " `customers.id`, or `schema/customers/properties/id` with ids",
            id="a reference to an object",
        ),
        pytest.param(
            "v3.1.0",
            'servers:\n  - {server: a, type: sftp, location: "ftp://h/p"}\n',
            '7:39 E206 servers.a.location: "ftp://h/p" is not an SFTP address'
            " -> write `sftp://host/path`",
            id="an address of another protocol",
        ),
        pytest.param(
            "v3.2.0",
            f"{PROPERTY}        enum: []\n",
            "10:15 E206 schema.orders.properties.order_id.enum: is an empty list"
            " -> give it at least one entry, or take it out",
            id="an empty enum",
        ),
        pytest.param(
            "v3.2.0",
            f"{PROPERTY}        enum: [{{value: a}}, {{value: b}}, {{value: a}}]\n",
            "10:40 E206 schema.orders.properties.order_id.enum[2]: stands in the list twice"
            " -> take one of the two out",
            id="a value twice in an enum",
        ),
        pytest.param(
            "v3.1.0",
            f"{PROPERTY}        logicalType: string\n"
            "        logicalTypeOptions: {minLength: -1}\n",
            "11:41 E206 schema.orders.properties.order_id.logicalTypeOptions.minLength:"
            " -1 is less than 0 -> write 0 or more",
            id="a negative length",
        ),
        pytest.param(
            "v3.1.0",
            f"{PROPERTY}        logicalType: number\n"
            "        logicalTypeOptions: {multipleOf: 0}\n",
            "11:42 E206 schema.orders.properties.order_id.logicalTypeOptions.multipleOf:"
            " 0 is not more than 0 -> write more than 0",
            id="a multiple of nothing",
        ),
    ],
)
def test_a_value_that_is_not_allowed_is_told_with_what_is(
    version: str, body: str, expected: str
) -> None:
    assert faults(contract(version, body)) == [expected]
