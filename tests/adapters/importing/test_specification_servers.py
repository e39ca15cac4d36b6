from __future__ import annotations

from collections.abc import Mapping

import pytest
import yaml

from bot.adapters.importing import Draft, draft

WANTED = Draft(path="contracts/sales/orders.odcs.yaml", domain="sales", name="orders")
REST = "dataContractSpecification: 1.2.1\nmodels: {orders: {fields: {id: {type: string}}}}\n"


def _servers(told: str) -> object:
    text = f"{REST}servers: {told}\n"
    values = yaml.safe_load(draft(text.encode(), "old.yaml", WANTED, None, "postgres"))
    return values.get("servers")


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param(
            "{production: {type: s3, environment: prod, location: 's3://b/*.json', format: json}}",
            {
                "server": "production",
                "type": "s3",
                "environment": "prod",
                "location": "s3://b/*.json",
                "format": "json",
            },
            id="a server keeps its name, its environment and its place",
        ),
        pytest.param(
            "{p: {type: kafka, host: 'k:9092', topic: orders, description: Live.}}",
            {
                "server": "p",
                "type": "kafka",
                "description": "Live.",
                "host": "k:9092",
                "customProperties": [{"property": "topic", "value": "orders"}],
            },
            id="what ODCS has no word for is kept beside",
        ),
        pytest.param(
            "{p: {type: postgres, host: h, port: 5432, database: d, schema: s}}",
            {
                "server": "p",
                "type": "postgres",
                "host": "h",
                "port": 5432,
                "database": "d",
                "schema": "s",
            },
            id="a port is a number",
        ),
        pytest.param(
            "{p: {type: snowflake, account: a}}",
            {
                "server": "p",
                "type": "custom",
                "customProperties": [
                    {"property": "type", "value": "snowflake"},
                    {"property": "account", "value": "a"},
                ],
            },
            id="a server that lacks what its type needs is of no type that ODCS knows",
        ),
        pytest.param(
            "{p: {type: dataframe}}",
            {
                "server": "p",
                "type": "custom",
                "customProperties": [{"property": "type", "value": "dataframe"}],
            },
            id="a server of another kind is none of those of ODCS",
        ),
        pytest.param(
            "{p: {type: s3, location: 's3://b', roles: [{name: reader, description: Reads.}]}}",
            {
                "server": "p",
                "type": "s3",
                "location": "s3://b",
                "roles": [{"role": "reader", "description": "Reads."}],
            },
            id="roles are roles",
        ),
    ],
)
def test_a_server_of_a_specification_is_one_of_the_contract(
    told: str, expected: Mapping[str, object]
) -> None:
    assert _servers(told) == [expected]


@pytest.mark.parametrize(
    "told",
    [
        pytest.param("[]", id="a list"),
        pytest.param("{p: there}", id="a text"),
        pytest.param("{p: {location: x}}", id="no type"),
    ],
)
def test_what_is_no_server_is_left_out(told: str) -> None:
    assert _servers(told) is None
