from __future__ import annotations

import pytest

from bot.core.contract.references import Reference, Resolver, resolve
from bot.core.rule import whole
from tests.reading import contract

_CONTRACT = contract(
    whole("""\
schema:
- id: orders_obj
  name: orders
  properties:
  - {id: id_prop, name: id, logicalType: string}
  - name: lines
    logicalType: array
    items:
      logicalType: object
      properties: [{name: sku, logicalType: string}]
  - name: prices
    logicalType: map
    map:
      key: {logicalType: string}
      value:
        logicalType: object
        properties: [{name: amount, logicalType: number}]
  - {name: a.b, logicalType: string}
  - name: grid
    logicalType: array
    items:
      logicalType: array
      items:
        logicalType: object
        properties: [{name: cell, logicalType: string}]
- name: id
  properties: [{name: orders, logicalType: string}]
""")
)


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        pytest.param(
            "orders.id", Reference(None, ("orders", "id"), resolved=True), id="by their names"
        ),
        pytest.param("orders", Reference(None, ("orders",), resolved=True), id="an object alone"),
        pytest.param(
            "schema/orders_obj/properties/id_prop",
            Reference(None, ("orders", "id"), resolved=True),
            id="by their ids",
        ),
        pytest.param(
            "#/schema/orders_obj/properties/id_prop",
            Reference(None, ("orders", "id"), resolved=True),
            id="by their ids in this file",
        ),
        pytest.param(
            "orders.lines.sku",
            Reference(None, ("orders", "lines", "sku"), resolved=True),
            id="through the items of an array",
        ),
        pytest.param(
            "orders.lines[].sku",
            Reference(None, ("orders", "lines", "sku"), resolved=True),
            id="through the items of an array, as paths are written",
        ),
        pytest.param(
            "orders.grid[][].cell",
            Reference(None, ("orders", "grid", "cell"), resolved=True),
            id="through arrays in arrays",
        ),
        pytest.param(
            "orders.lines[]",
            Reference(None, ("orders", "lines", "[]"), resolved=True),
            id="the items of an array",
        ),
        pytest.param(
            "orders.prices{value}.amount",
            Reference(None, ("orders", "prices", "{value}", "amount"), resolved=True),
            id="through the values of a map",
        ),
        pytest.param(
            "orders.prices{key}",
            Reference(None, ("orders", "prices", "{key}"), resolved=True),
            id="the keys of a map",
        ),
        pytest.param(
            'orders."a.b"',
            Reference(None, ("orders", "a.b"), resolved=True),
            id="a name in quotes, as paths are written",
        ),
        pytest.param(
            "orders.id[]",
            Reference(None, ("orders", "id[]"), resolved=False),
            id="items of what is no array",
        ),
        pytest.param(
            "orders.lines[].nothing",
            Reference(None, ("orders", "lines[]", "nothing"), resolved=False),
            id="a field that the items do not have",
        ),
        pytest.param(
            "orders.nothing",
            Reference(None, ("orders", "nothing"), resolved=False),
            id="a field that is not there",
        ),
        pytest.param(
            "customers.id",
            Reference(None, ("customers", "id"), resolved=False),
            id="an object that is not there",
        ),
        pytest.param("", Reference(None, ("",), resolved=False), id="nothing"),
        pytest.param(
            "other.yaml#schema/a",
            Reference("other.yaml", ("schema", "a"), resolved=False),
            id="another file",
        ),
    ],
)
def test_a_reference_is_resolved_by_names_and_by_ids(text: str, reference: Reference) -> None:
    assert resolve(text, _CONTRACT) == reference


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("orders.lines.sku", "sku", id="a field"),
        pytest.param("orders", "orders", id="an object"),
        pytest.param("orders.nothing", None, id="nothing"),
        pytest.param("other.yaml#schema/orders_obj", "orders", id="the part behind the file"),
    ],
)
def test_a_resolver_finds_the_element_itself(text: str, name: str | None) -> None:
    found = Resolver(_CONTRACT).element(text)

    assert (found.name if found else None) == name


def test_a_resolver_knows_objects_and_members() -> None:
    resolver = Resolver(_CONTRACT)
    orders = _CONTRACT.schema[0]

    assert resolver.knows_object("orders.nothing")
    assert not resolver.knows_object("nothing.id")
    assert resolver.knows_object('"orders".nothing')
    assert resolver.member(orders, "id_prop") is orders.properties[0]
    assert resolver.member(orders, "nothing") is None
    assert resolver.member(None, "id") is None
