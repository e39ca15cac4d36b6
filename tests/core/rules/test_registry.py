"""What the examples of the rules on the registry do not show."""

from __future__ import annotations

import pytest

from bot.adapters.reading import read
from bot.core.check import survey
from bot.core.contract.model import DataProduct
from bot.core.rule import Registry, whole
from tests.core.rules.running import only, surveyed
from tests.reading import contract as read_contract

_ORDERS = """\
id: orders
schema:
- {id: o, name: orders, properties: [{id: a, name: amount, logicalType: number}]}
"""
_ORDERS_2 = """\
id: orders
version: 2.0.0
schema:
- {name: orders, properties: [{name: total, logicalType: number}]}
"""


def reader(source: str, object_name: str = "report") -> str:
    return f"""\
id: report
schema:
- name: {object_name}
  properties:
  - name: sum
    logicalType: number
    transformSourceObjects: [{source}]
"""


def referring(target: str) -> str:
    return f"""\
id: report
schema:
- name: report
  properties: [{{name: sum, logicalType: number, relationships: [{{to: "{target}"}}]}}]
"""


def product(port: str) -> str:
    return f"""\
apiVersion: v1.0.0
kind: DataProduct
id: finance
inputPorts: [{{name: in, {port}}}]
"""


def uses(path: str) -> str:
    return f"customProperties: [{{property: uses, value: [{path}]}}]"


@pytest.mark.parametrize(
    ("rule", "files", "places"),
    [
        pytest.param(
            "contract-id-repeated",
            {"a.yaml": _ORDERS, "b.yaml": _ORDERS, "c.yaml": _ORDERS},
            ["b.yaml:5", "c.yaml:5"],
            id="each copy after the first",
        ),
        pytest.param(
            "contract-id-repeated",
            {"a.yaml": "version: v1\n", "b.yaml": "version: v2\n"},
            ["b.yaml:3"],
            id="versions that are none name one release line",
        ),
        pytest.param(
            "contract-ids-differ-in-case",
            {"a.yaml": "id: orders\n", "b.yaml": "id: ORDERS\n", "c.yaml": "id: orders\n"},
            ["b.yaml:5"],
            id="the same id is another rule’s",
        ),
        pytest.param(
            "contract-name-repeated",
            {"a.yaml": f"name: A\n{_ORDERS}", "b.yaml": f"name: A\n{_ORDERS_2}"},
            [],
            id="two majors of one contract",
        ),
        pytest.param(
            "contract-name-repeated", {"a.yaml": "id: a\n", "b.yaml": "id: b\n"}, [], id="no names"
        ),
        pytest.param(
            "foreign-reference-unresolved",
            {
                "a/orders.yaml": _ORDERS,
                "b/report.yaml": referring("../a/orders.yaml#schema/o/properties/s"),
            },
            ["b/report.yaml:8"],
            id="a field that is not there",
        ),
        pytest.param(
            "foreign-reference-unresolved",
            {"orders.yaml": _ORDERS, "report.yaml": referring("orders.yaml#schema/o/properties/a")},
            [],
            id="a field that is there",
        ),
        pytest.param(
            "foreign-reference-unresolved",
            {
                "orders.yaml": _ORDERS,
                "report.yaml": referring("elsewhere.yaml#schema/o/properties/s"),
            },
            [],
            id="a file of another repository",
        ),
        pytest.param(
            "source-unknown",
            {"a.yaml": _ORDERS, "b.yaml": reader("orders.orders.sum")},
            ["b.yaml:11"],
            id="a field that the contract does not have",
        ),
        pytest.param(
            "source-unknown",
            {"a.yaml": _ORDERS, "b.yaml": _ORDERS_2, "c.yaml": reader("orders.orders.total")},
            [],
            id="a field of the other major version",
        ),
        pytest.param(
            "source-unknown",
            {"a.yaml": _ORDERS, "b.yaml": reader("warehouse.orders.sum")},
            [],
            id="a source outside the registry",
        ),
        pytest.param(
            "source-unknown",
            {"a.yaml": _ORDERS, "b.yaml": reader("orders.sum")},
            [],
            id="an object of one’s own may be meant",
        ),
        pytest.param(
            "source-unknown",
            {
                "a.yaml": _ORDERS.replace("id: orders", "id: sales.orders"),
                "b.yaml": reader("sales.orders.orders.sum"),
            },
            ["b.yaml:11"],
            id="an id with a dot",
        ),
        pytest.param(
            "port-contract-unknown",
            {"a.yaml": _ORDERS, "p.yaml": product("version: 1.0.0, contractId: sales")},
            ["p.yaml:6"],
            id="a contract that is not there",
        ),
        pytest.param(
            "port-version-unknown",
            {"a.yaml": _ORDERS, "p.yaml": product("version: latest, contractId: orders")},
            [],
            id="a version that is a word",
        ),
        pytest.param(
            "port-path-unknown",
            {
                "a.yaml": _ORDERS,
                "b.yaml": _ORDERS_2,
                "p.yaml": product(f"version: 1.0.0, contractId: orders, {uses('orders.total')}"),
            },
            ["p.yaml:6"],
            id="a field of the other major version only",
        ),
        pytest.param(
            "port-path-unknown",
            {
                "a.yaml": _ORDERS,
                "p.yaml": product(f"version: 1.0.0, contractId: sales, {uses('orders.total')}"),
            },
            [],
            id="a contract that is not there is another rule’s",
        ),
    ],
)
def test_contracts_and_products_fit_together(
    rule: str, files: dict[str, str], places: list[str]
) -> None:
    assert surveyed(rule, files) == places


_PRODUCT = """\
apiVersion: v1.0.0
kind: DataProduct
id: finance
inputPorts:
- name: in
  version: 9.0.0
  contractId: CONTRACT
  customProperties: [{property: uses, value: [x.y]}]
"""


@pytest.mark.parametrize(
    ("rule", "contract", "after"),
    [
        pytest.param(
            "port-contract-unknown", "nothing", "nothing", id="a contract that is not there"
        ),
        pytest.param("port-version-unknown", "orders", "9.0.0", id="a version that is not there"),
        pytest.param("port-path-unknown", "orders", "x.y", id="a path that is not there"),
    ],
)
def test_what_a_port_names_in_vain_is_told_as_it_stands_there(
    rule: str, contract: str, after: str
) -> None:
    product = read(whole(_PRODUCT.replace("CONTRACT", contract)).encode(), "finance.yaml")
    assert isinstance(product, DataProduct)
    registry = Registry(contracts=(read_contract(whole(_ORDERS)),), products=(product,))

    found = survey(registry, only(rule))

    assert [(one.contract, one.after) for one in found] == [("finance", after)]
