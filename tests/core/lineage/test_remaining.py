"""Who still reads an element that is deprecated, and a contract that is to end."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from bot.adapters.reading import read
from bot.core.contract.model import Contract
from bot.core.lineage.caused import entry_of
from bot.core.lineage.remaining import Remaining, readers_left
from bot.core.lineage.shelf import Shelf
from bot.core.rule import whole

ORDERS = """\
id: orders
schema:
- name: orders
  properties:
  - {name: net, logicalType: number}
  - name: place
    logicalType: object
    properties: [{name: city, logicalType: string}]
"""
FIELD_READER = """\
id: report
schema:
- name: report
  properties:
  - {name: total, logicalType: number, transformSourceObjects: [orders.orders.net]}
"""
PRODUCT = """\
apiVersion: v1.0.0
kind: DataProduct
id: dashboard
status: active
inputPorts: [{name: orders, version: 1.0.0, contractId: orders}]
"""
FILES = {"orders.yaml": whole(ORDERS), "report.yaml": whole(FIELD_READER), "board.yaml": PRODUCT}


def shelf(files: Mapping[str, str]) -> Shelf:
    found = {path: read(text.encode(), path) for path, text in files.items()}
    entries = {path: entry_of(each.node, path) for path, each in found.items()}
    names = {path: entry[0] for path, entry in entries.items()}
    return Shelf(names, lambda path: entries[path][1])


@pytest.mark.parametrize(
    ("path", "readers"),
    [
        pytest.param("orders.net", ("dashboard", "report"), id="a field that is named"),
        pytest.param("orders.place", ("dashboard",), id="a field that is read with all of it"),
        pytest.param("orders.place.city", ("dashboard",), id="a field within another"),
        pytest.param("orders", ("dashboard", "report"), id="an object, by those of its fields"),
        pytest.param("", ("dashboard", "report"), id="the whole contract"),
    ],
)
def test_an_element_is_read_by(path: str, readers: tuple[str, ...]) -> None:
    assert Remaining(shelf(FILES), ["orders.yaml"]).of("orders.yaml", path) == readers


def test_a_file_that_is_not_there_has_no_readers() -> None:
    assert Remaining(shelf(FILES), ["orders.yaml"]).of("other.yaml", "") == ()


@pytest.mark.parametrize(
    ("files", "readers"),
    [
        pytest.param(FILES, ("dashboard", "report"), id="as long as it is there"),
        pytest.param(
            {path: text for path, text in FILES.items() if path != "orders.yaml"},
            ("dashboard", "report"),
            id="once its file is gone",
        ),
        pytest.param({"orders.yaml": FILES["orders.yaml"]}, (), id="nobody"),
        pytest.param(
            {**FILES, "board.yaml": PRODUCT.replace("active", "retired")},
            ("report",),
            id="not by those who have ended",
        ),
    ],
)
def test_a_contract_that_ends_is_read_by(
    files: Mapping[str, str], readers: tuple[str, ...]
) -> None:
    ended = read(FILES["orders.yaml"].encode(), "orders.yaml")

    assert isinstance(ended, Contract)
    assert readers_left(ended, shelf(files)) == readers
