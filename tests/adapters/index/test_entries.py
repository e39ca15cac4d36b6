"""What is kept of documents that break the standard: as much as can be read, and never a fault."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest

from bot.adapters.index.entries import NOTHING, names_in, volume_in, written
from bot.core.lineage.region import Region
from bot.core.lineage.shelf import Shelf

CONTRACT: dict[str, Any] = {
    "apiVersion": "v3.2.0",
    "kind": "DataContract",
    "id": "orders",
    "version": "1.0.0",
    "status": "active",
    "domain": "shop",
    "team": {"name": "shop", "members": [{"username": "ada", "role": "owner"}]},
    "servers": [{"server": "wh", "type": "postgres", "schema": "s", "database": "d"}],
    "customProperties": [
        {"property": "consumers", "value": [{"id": "x", "uses": ["orders.amount"]}]}
    ],
    "schema": [
        {
            "id": "orders_id",
            "name": "orders",
            "physicalName": "ORDERS",
            "tags": ["deprecated"],
            "relationships": [{"from": "orders.amount", "to": "f.yaml#schema/a/properties/b"}],
            "properties": [
                {
                    "name": "amount",
                    "transformSourceObjects": ["raw.raw.amount"],
                    "customProperties": [
                        {"property": "lineage", "value": {"inputFields": [{"name": "a.b"}]}},
                        {"property": "deprecation", "value": {"since": "2026-01-01"}},
                    ],
                },
                {"name": "total", "transformLogic": "SUM(amount)"},
                {"name": "lines", "items": {"properties": [{"name": "sku"}]}},
                {"name": "tags", "map": {"key": {"name": "k"}, "value": {"name": "v"}}},
            ],
        }
    ],
}
PRODUCT: dict[str, Any] = {
    "apiVersion": "v1.0.0",
    "kind": "DataProduct",
    "id": "board",
    "status": "active",
    "inputPorts": [
        {
            "name": "in",
            "version": "1.0.0",
            "contractId": "orders",
            "customProperties": [{"property": "uses", "value": ["orders.amount"]}],
        }
    ],
    "outputPorts": [
        {
            "name": "out",
            "version": "1.0.0",
            "contractId": "kpis",
            "inputContracts": [{"id": "orders"}],
        }
    ],
}
JUNK: tuple[Any, ...] = (None, 7, -1.5, True, "", "x.y", [], {}, [None], [[]], [{}], {"a": [1]})


def _spots(node: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401  # any JSON value
    """Yield each place in a JSON value, as a container and a key of it."""
    members = node.items() if isinstance(node, dict) else enumerate(node)
    for key, value in list(members):
        yield node, key
        if isinstance(value, dict | list):
            yield from _spots(value)


@pytest.mark.parametrize("version", ["v3.2.0", "v3.0.2", "v2.2.2"])
@pytest.mark.parametrize("document", [CONTRACT, PRODUCT], ids=["contract", "product"])
def test_whatever_stands_in_a_place_an_entry_is_made_and_can_be_used(
    document: dict[str, Any], version: str
) -> None:
    known = deepcopy(document)
    if document is CONTRACT:
        known["apiVersion"] = version
    for number in range(sum(1 for _ in _spots(known))):
        for junk in JUNK:
            broken = deepcopy(known)
            container, key = list(_spots(broken))[number]
            container[key] = junk
            _use(written(json.dumps(broken).encode()))


def _use(entry: str) -> None:
    names = {f"{number}.yaml": one for number, one in enumerate(names_in(entry))}
    shelf = Shelf(names, lambda path: volume_in(entry, path))
    region = Region(shelf)
    region.ask(names)
    assert region.lineage().faults is not None


@pytest.mark.parametrize(
    ("change", "kept"),
    [
        pytest.param({}, True, id="a valid contract"),
        pytest.param({"owner": "me"}, True, id="a key that the standard does not know"),
        pytest.param({"status": 7}, True, id="a value of another type"),
        pytest.param({"apiVersion": "v3.0.0"}, True, id="an older form that it does not keep"),
        pytest.param({"apiVersion": "v9.0.0"}, False, id="a version that nobody knows"),
        pytest.param({"kind": "Pipeline"}, False, id="another kind of document"),
        pytest.param({"id": ""}, False, id="no id"),
    ],
)
def test_a_contract_counts_as_far_as_it_can_be_read(change: dict[str, Any], kept: bool) -> None:
    entry = written(json.dumps(CONTRACT | change).encode())

    assert (entry != NOTHING) is kept
    if kept:
        assert "raw.raw.amount" in names_in(entry)[0].mentions
