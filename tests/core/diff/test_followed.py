from __future__ import annotations

import pytest

from bot.core.diff.followed import followed, settled
from tests.core.diff.told import read

OLD = """\
schema:
- id: o
  name: orders
  properties:
  - {id: sum, name: amount, logicalType: number}
  - name: lines
    logicalType: array
    items:
      logicalType: object
      properties: [{id: s, name: sku, logicalType: string}]
  - name: prices
    logicalType: map
    map:
      key: {logicalType: string}
      value: {logicalType: object, properties: [{id: v, name: value, logicalType: number}]}
"""
NEW = (
    OLD.replace("name: orders", "name: sales")
    .replace("name: amount", "name: total")
    .replace("name: sku", "name: article")
    .replace("name: value", "name: price")
)


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        pytest.param("orders", "sales", id="an object"),
        pytest.param("orders.amount", "sales.total", id="a field of a renamed object"),
        pytest.param("orders.lines", "sales.lines", id="a field that keeps its name in it"),
        pytest.param("orders.lines.sku", "sales.lines.article", id="a field of items"),
        pytest.param("orders.lines[].sku", "sales.lines.article", id="as paths are written"),
        pytest.param("orders.prices{value}.value", "sales.prices.{value}.price", id="in a map"),
        pytest.param("schema/o/properties/sum", "sales.total", id="by ids"),
        pytest.param("sales.total", "sales.total", id="a name that the old contract has not"),
    ],
)
def test_what_was_renamed_is_followed(reference: str, expected: str) -> None:
    assert followed(reference, read(OLD), read(NEW)) == expected


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        pytest.param("sales.lines[].article", "sales.lines.article", id="through items"),
        pytest.param("schema/o/properties/sum", "sales.total", id="by ids"),
        pytest.param("nowhere", "nowhere", id="what is not there"),
    ],
)
def test_what_is_meant_has_one_path(reference: str, expected: str) -> None:
    assert settled(reference, read(NEW)) == expected
