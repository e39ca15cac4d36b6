from __future__ import annotations

import pytest

from bot.adapters.odcs.shipped import schema_named
from bot.core.contract.synonyms import logical_type, logical_type_among


def _types(version: str) -> tuple[str, ...]:
    base = schema_named(version)["$defs"]["SchemaBaseProperty"]
    return tuple(base["properties"]["logicalType"]["enum"])


@pytest.mark.parametrize(
    ("name", "logical"),
    [
        pytest.param("string", "string", id="its own name"),
        pytest.param("VARCHAR(20)", "string", id="capitals and a length"),
        pytest.param("double precision", "number", id="two words"),
        pytest.param("datetime", "timestamp", id="a date with a time"),
        pytest.param(" Int ", "integer", id="spaces around"),
        pytest.param("array<int>", "array", id="a type of items"),
        pytest.param("frobnicate", None, id="a name that nobody knows"),
        pytest.param("variant", None, id="a type that may hold anything"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_a_type_of_another_system_has_a_logical_type(name: str, logical: str | None) -> None:
    assert logical_type(name) == logical


@pytest.mark.parametrize("name", _types("odcs-3.2.0"))
def test_every_logical_type_stands_for_itself(name: str) -> None:
    assert logical_type(name) == name


@pytest.mark.parametrize(
    ("name", "logical"),
    [
        pytest.param("timestamp", "date", id="there was no timestamp"),
        pytest.param("time", "string", id="there was no time"),
        pytest.param("map", "object", id="there was no map"),
        pytest.param("int", "integer", id="what there was"),
        pytest.param("frobnicate", None, id="what nobody knows"),
    ],
)
def test_an_older_version_has_fewer_logical_types(name: str, logical: str | None) -> None:
    assert logical_type_among(name, _types("odcs-3.0.2")) == logical
