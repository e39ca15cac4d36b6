from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from bot.adapters.odcs.shipped import is_valid, schema_named
from bot.adapters.yaml_reader import read_yaml
from bot.core.contract.migration import migrate
from bot.core.contract.node import MapNode, Node, SeqNode, Step
from bot.core.contract.version_2 import is_version_2
from tests.core.contract.landed import COLUMN, LANDED, WHOLE
from tests.core.contract.migrated import at, ours


def _properties(schema: dict[str, Any], root: dict[str, Any], path: str = "") -> Iterator[str]:
    """Yield the path of every property of a schema, items of lists under the list's own path."""
    if "$ref" in schema:
        yield from _properties(root["$defs"][schema["$ref"].rsplit("/", 1)[-1]], root, path)
    if "items" in schema:
        yield from _properties(schema["items"], root, path)
    for key, part in schema.get("properties", {}).items():
        inner = f"{path}.{key}".removeprefix(".")
        yield inner
        yield from _properties(part, root, inner)


def _migrated(text: str) -> MapNode:
    return migrate(read_yaml(text.encode(), "c.yaml")).root


def test_every_property_of_2_2_has_a_place() -> None:
    schema = schema_named("odcs-2.2.2")

    assert set(_properties(schema, schema)) == set(LANDED)


def test_the_example_uses_every_property_of_2_2() -> None:
    root = read_yaml(WHOLE.encode(), "c.yaml").root

    assert is_valid("odcs-2.2.2", root)
    assert set(_written(root)) - {"dataset.quality.customProperties.value.a"} == set(LANDED)


def _written(node: Node, path: str = "") -> Iterator[str]:
    if isinstance(node, SeqNode):
        for item in node:
            yield from _written(item, path)
    if isinstance(node, MapNode):
        for key, value in node.items():
            inner = f"{path}.{key}".removeprefix(".")
            yield inner
            yield from _written(value, inner)


@pytest.mark.parametrize("name", LANDED)
def test_a_property_of_2_2_is_found_in_its_place(name: str) -> None:
    path, expected = LANDED[name]

    assert at(_migrated(WHOLE), *path) == expected


def test_the_migrated_example_is_valid() -> None:
    assert is_valid("odcs-3.2.0", _migrated(WHOLE))


SMALL = """\
apiVersion: v2.2.2
kind: DataContract
version: 1.0.0
uuid: u
type: tables
status: active
datasetName: views
quantumName: q
dataset: [{table: t, columns: [{column: c, logicalType: L, physicalType: p}]}]
"""


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        pytest.param(
            SMALL.replace("logicalType: L", "logicalType: L, isNullable: true"),
            (*COLUMN, "required"),
            False,
            id="a column that may be null is not required",
        ),
        pytest.param(
            SMALL,
            (*COLUMN, "required"),
            True,
            id="a column is not null unless it says so: the default of 2.2",
        ),
        pytest.param(
            SMALL,
            (*COLUMN, "customProperties"),
            [ours("logicalType", "L")],
            id="a logical type that v3 does not know is kept",
        ),
        pytest.param(
            SMALL.replace("logicalType: L", "logicalType: date, isPrimary: true"),
            (*COLUMN, "primaryKey"),
            True,
            id="isPrimary, as some examples write it",
        ),
        pytest.param(SMALL, ("name",), "q", id="the name of the contract"),
        pytest.param(
            f"{SMALL}name: n\n", ("name",), "n", id="a name that the contract has already"
        ),
        pytest.param(
            SMALL,
            ("customProperties",),
            [ours("type", "tables"), ours("datasetName", "views")],
            id="a data set alone is no server",
        ),
        pytest.param(
            f"{SMALL}database: db\n",
            ("servers",),
            [{"server": "db", "type": "custom", "dataset": "views", "database": "db"}],
            id="a database is a server of some kind",
        ),
        pytest.param(
            f"{SMALL}project: edw\nsourceSystem: bigQuery\n",
            ("servers",),
            [{"server": "edw", "type": "bigquery", "dataset": "views", "project": "edw"}],
            id="a project and a data set of BigQuery",
        ),
        pytest.param(
            f"{SMALL}systemInstance: i\n",
            ("customProperties", 2),
            ours("systemInstance", "i"),
            id="a key that 2.2 does not know either",
        ),
        pytest.param(
            f"{SMALL}customProperties: [{{property: a, value: 1}}]\n",
            ("customProperties", 0),
            {"property": "a", "value": 1},
            id="custom properties of the contract stay its own",
        ),
        pytest.param(
            f"{SMALL}contractCreatedTs: 2022-11-15\n",
            ("contractCreatedTs",),
            "2022-11-15",
            id="a key that 2.2 does not know and v3 does",
        ),
        pytest.param(
            SMALL.replace("apiVersion: v2.2.2\n", ""),
            ("apiVersion",),
            "v3.2.0",
            id="a contract that declares no version",
        ),
    ],
)
def test_a_contract_of_2_2_is_read(text: str, path: tuple[Step, ...], expected: object) -> None:
    root = _migrated(text)

    assert at(root, *path) == expected
    assert is_valid("odcs-3.2.0", root)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        pytest.param("apiVersion: v2.2.1\n", True, id="by its version"),
        pytest.param("apiVersion: v3.0.0\nuuid: a\n", False, id="its version counts most"),
        pytest.param("datasetName: a\n", True, id="by its keys"),
        pytest.param("datasetName: a\nschema: []\n", False, id="keys of v3 count more"),
    ],
)
def test_a_contract_of_2_2_is_known(text: str, *, answer: bool) -> None:
    assert is_version_2(read_yaml(text.encode(), "c.yaml").root) is answer
