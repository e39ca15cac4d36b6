from __future__ import annotations

import pytest

from bot.adapters.odcs.shipped import is_valid
from bot.core.contract.migration import migrate
from bot.core.contract.node import Step
from tests.core.contract.migrated import at, contract, migrated, ours

PROPERTY = "schema:\n  - name: orders\n    properties:\n      - name: amount\n"


@pytest.mark.parametrize(
    ("version", "body", "path", "expected"),
    [
        pytest.param(
            "v3.0.2",
            "team: [{username: ada, role: Owner}]\n",
            ("team",),
            {"members": [{"username": "ada", "role": "Owner"}]},
            id="a team becomes a mapping",
        ),
        pytest.param(
            "v3.1.0",
            "team: [{username: ada}]\n",
            ("team",),
            {"members": [{"username": "ada"}]},
            id="a team that is a list in v3.1 as well",
        ),
        pytest.param(
            "v3.0.2",
            "team: [{name: Ada, role: Owner, city: Paris}]\n",
            ("team", "members", 0),
            {
                "username": "Ada",
                "name": "Ada",
                "role": "Owner",
                "customProperties": [ours("city", "Paris")],
            },
            id="a member without username has one, and keeps what v3.2 does not know",
        ),
        pytest.param(
            "v3.1.0",
            "slaDefaultElement: orders.day\nslaProperties:\n"
            "  - {property: latency, value: 4}\n"
            "  - {property: retention, value: 1, element: o.x}\n",
            ("slaProperties",),
            [
                {"property": "latency", "value": 4, "element": "orders.day"},
                {"property": "retention", "value": 1, "element": "o.x"},
            ],
            id="the default element is told where none is",
        ),
        pytest.param(
            "v3.1.0",
            "slaDefaultElement: orders.day\n",
            ("customProperties",),
            [ours("slaDefaultElement", "orders.day")],
            id="a default element without service levels is kept",
        ),
        pytest.param(
            "v3.0.2",
            f"{PROPERTY}        logicalTypeOptions: {{minimum: 1, exclusiveMinimum: true}}\n"
            "        logicalType: number\n",
            ("schema", 0, "properties", 0, "logicalTypeOptions"),
            {"exclusiveMinimum": 1},
            id="an exclusive bound is the bound itself",
        ),
        pytest.param(
            "v3.0.2",
            f"{PROPERTY}        logicalTypeOptions: {{maximum: a, exclusiveMaximum: false}}\n"
            "        logicalType: date\n",
            ("schema", 0, "properties", 0, "logicalTypeOptions"),
            {"maximum": "a"},
            id="a bound that is not exclusive stays",
        ),
        pytest.param(
            "v3.0.2",
            f"{PROPERTY}        logicalTypeOptions: {{exclusiveMaximum: true}}\n"
            "        logicalType: number\n",
            ("schema", 0, "properties", 0),
            {
                "name": "amount",
                "logicalTypeOptions": {},
                "logicalType": "number",
                "customProperties": [ours("logicalTypeOptions.exclusiveMaximum", value=True)],
            },
            id="an exclusive bound without a bound is kept, and means nothing",
        ),
        pytest.param(
            "v3.0.2",
            f"{PROPERTY}        items:\n          logicalType: number\n"
            "          logicalTypeOptions: {minimum: 1, exclusiveMinimum: true}\n",
            ("schema", 0, "properties", 0, "items", "logicalTypeOptions"),
            {"exclusiveMinimum": 1},
            id="items are migrated too",
        ),
        pytest.param(
            "v3.0.2",
            f"{PROPERTY}        quality: [{{rule: nullCheck}}]\n",
            ("schema", 0, "properties", 0, "quality"),
            [{"metric": "nullValues", "mustBe": 0}],
            id="quality rules of a property",
        ),
        pytest.param(
            "v3.0.2",
            "servers: [{server: a, type: s3, location: l, project: p, format: csv}]\n",
            ("servers", 0),
            {
                "server": "a",
                "type": "s3",
                "location": "l",
                "format": "csv",
                "customProperties": [ours("project", "p")],
            },
            id="a server keeps what its type does not know",
        ),
        pytest.param(
            "v3.0.2",
            "servers: [{server: a, type: duckdb, database: d, schema: 5}]\n",
            ("servers", 0, "schema"),
            "5",
            id="the schema of DuckDB is text",
        ),
        pytest.param(
            "v3.0.0",
            "servers: [{server: a, type: athena, staging_dir: s, schema: x}]\n",
            ("servers", 0, "stagingDir"),
            "s",
            id="the staging directory of Athena",
        ),
        pytest.param(
            "v3.0.2",
            "price: {priceAmount: 1, priceCurrency: EUR, vat: 20}\n",
            ("customProperties",),
            [ours("price.vat", 20)],
            id="a price has no custom properties, the contract has",
        ),
        pytest.param(
            "v3.0.2",
            "support: [{channel: c, url: u, hours: 9-17}]\nroles: [{role: r, owner: x}]\n",
            ("support", 0, "customProperties"),
            [ours("hours", "9-17")],
            id="a support channel",
        ),
        pytest.param(
            "v3.0.2",
            "roles: [{role: r, owner: x}]\n",
            ("roles", 0),
            {"role": "r", "customProperties": [ours("owner", "x")]},
            id="a role",
        ),
        pytest.param(
            "v3.0.2",
            "authoritativeDefinitions: [{url: u, type: t, title: x}]\n",
            ("customProperties",),
            [ours("authoritativeDefinitions.0.title", "x")],
            id="a link has no custom properties, what has the link does",
        ),
        pytest.param(
            "v3.0.2",
            "customProperties: [{property: a, value: 1, note: n}, {property: b}, {value: 2}]\n",
            ("customProperties",),
            [
                {"property": "a", "value": 1},
                {"property": "a.note", "value": "n"},
                {"property": "b", "value": None},
                {"value": 2, "property": "unnamed"},
            ],
            id="every custom property has a name and a value, and no more",
        ),
        pytest.param(
            "v3.0.0",
            "description: {authoritativeDefinitions: {url: u, type: t}}\n",
            ("description", "authoritativeDefinitions"),
            [{"url": "u", "type": "t"}],
            id="one link of a description becomes a list",
        ),
        pytest.param(
            "v3.0.2",
            "authoritativeDefinitions: [{url: u, type: canonical}]\ndataProduct: shop\n",
            ("authoritativeDefinitions",),
            [{"url": "u", "type": "canonical"}],
            id="a canonical link stays as it is called",
        ),
        pytest.param(
            "v3.0.2",
            "dataProduct: shop\n",
            ("dataProduct",),
            "shop",
            id="the data product stays",
        ),
        pytest.param("v3.0.0", "", ("apiVersion",), "v3.2.0", id="the declared version"),
    ],
)
def test_what_was_written_has_its_place_in_the_newest_form(
    version: str, body: str, path: tuple[Step, ...], expected: object
) -> None:
    root = migrated(version, body)

    assert at(root, *path) == expected
    assert is_valid("odcs-3.2.0", root)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("", id="the smallest contract"),
        pytest.param(f"{PROPERTY}        enum: [{{value: a}}]\n", id="one that uses the newest"),
        pytest.param("team: {members: [{username: ada}]}\n", id="one with a team"),
    ],
)
def test_a_contract_in_the_newest_form_is_returned_as_it_is(body: str) -> None:
    document = contract("v3.2.0", body)

    assert migrate(document) is document


@pytest.mark.parametrize(
    ("body", "path", "expected"),
    [
        pytest.param(
            "team: [{username: ada}]\n",
            ("team",),
            {"members": [{"username": "ada"}]},
            id="a team that is a list",
        ),
        pytest.param(
            "slaDefaultElement: o.x\nslaProperties: [{property: a, value: 1}]\n",
            ("slaProperties", 0, "element"),
            "o.x",
            id="a default element",
        ),
    ],
)
def test_what_the_newest_version_takes_but_deprecates_is_put_in_its_form(
    body: str, path: tuple[Step, ...], expected: object
) -> None:
    assert at(migrated("v3.2.0", body), *path) == expected


def test_a_data_product_is_returned_as_it_is() -> None:
    document = contract("v1.0.0", "")
    document.root["kind"] = "DataProduct"

    assert migrate(document) is document
