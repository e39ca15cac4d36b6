from __future__ import annotations

import pytest

from bot.core.lookup import Lookup, major
from bot.core.rule import Registry, whole
from tests.reading import contract

_ORDERS = whole("id: orders\nschema: [{id: o, name: orders, properties: [{id: i, name: id}]}]\n")
_LOOKUP = Lookup(
    Registry(
        contracts=(
            contract(_ORDERS, "sales/orders.yaml"),
            contract(_ORDERS.replace("version: 1.0.0", "version: 2.1.0"), "sales/orders-v2.yaml"),
            contract(whole("id: customers\n"), "crm/customers.yaml"),
        )
    )
)
_CUSTOMERS = _LOOKUP.contracts("customers")[0]


@pytest.mark.parametrize(
    ("identity", "version", "files"),
    [
        pytest.param("orders", None, ["sales/orders.yaml", "sales/orders-v2.yaml"], id="all of it"),
        pytest.param("orders", "2.0.0", ["sales/orders-v2.yaml"], id="one major version"),
        pytest.param("orders", "v1", ["sales/orders.yaml"], id="a major version alone"),
        pytest.param(
            "orders", "latest", ["sales/orders.yaml", "sales/orders-v2.yaml"], id="a word"
        ),
        pytest.param("orders", "3.0.0", [], id="a version that is not there"),
        pytest.param("returns", None, [], id="an id that is not there"),
    ],
)
def test_contracts_are_found_by_id_and_major_version(
    identity: str, version: str | None, files: list[str]
) -> None:
    assert [found.file for found in _LOOKUP.contracts(identity, version)] == files


@pytest.mark.parametrize(
    ("document", "file"),
    [
        pytest.param("../sales/orders.yaml", "sales/orders.yaml", id="in the next folder"),
        pytest.param("./customers.yaml", "crm/customers.yaml", id="in this folder"),
        pytest.param("orders.yaml", None, id="not in this folder"),
        pytest.param("../../../../sales/orders.yaml", "sales/orders.yaml", id="above the top"),
        pytest.param("https://sales.example/orders.yaml", None, id="on another host"),
    ],
)
def test_a_file_is_named_relative_to_the_contract(document: str, file: str | None) -> None:
    found = _LOOKUP.file(document, _CUSTOMERS)

    assert (found.file if found else None) == file


def test_references_into_a_contract_are_resolved() -> None:
    orders = _LOOKUP.contracts("orders")[0]

    assert _LOOKUP.element("orders.id", orders) is orders.schema[0].properties[0]
    assert _LOOKUP.element("schema/o/properties/i", orders) is orders.schema[0].properties[0]
    assert _LOOKUP.element("orders.nothing", orders) is None
    assert _LOOKUP.ids() == {"orders", "customers"}


@pytest.mark.parametrize(
    ("version", "number"),
    [
        ("1.4.0", 1),
        ("v2", 2),
        (" 3 ", 3),
        ("12.x", 12),
        ("latest", None),
        ("1st", None),
        ("", None),
    ],
)
def test_a_major_version_is_read_as_ports_write_it(version: str, number: int | None) -> None:
    assert major(version) == number
