"""DC095 port-contract-unknown."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import step
from bot.core.finding import Hit, Plane, Weight
from bot.core.lookup import Lookup
from bot.core.places import locate
from bot.core.rule import Example, OnRegistry, Registry, Rule


def _judge(registry: Registry) -> Iterable[Hit]:
    ids = Lookup(registry).ids()
    return [
        Hit(
            message=f"no contract here has the id `{port.contract_id}`",
            path=f"{part}.{step(port.name or '')}",
            where=locate(product.file, port.node, "contractId"),
            after=port.contract_id,
            contract=product.id,
            about=(port.contract_id, ""),
        )
        for product in registry.products
        for part, ports in (
            ("inputPorts", product.input_ports),
            ("outputPorts", product.output_ports),
        )
        for port in ports
        if port.contract_id and port.contract_id not in ids
    ]


_LOST = """\
id: orders
version: 1.4.0
schema:
- {name: orders, properties: [{name: amount, logicalType: number}]}
---
apiVersion: v1.0.0
kind: DataProduct
id: finance
inputPorts:
- {name: in, version: 1.0.0, contractId: order}
"""

_THERE = """\
id: orders
version: 1.4.0
schema:
- {name: orders, properties: [{name: amount, logicalType: number}]}
---
apiVersion: v1.0.0
kind: DataProduct
id: finance
inputPorts:
- {name: in, version: 1.0.0, contractId: orders}
"""


PORT_CONTRACT_UNKNOWN = Rule(
    id="DC095",
    name="port-contract-unknown",
    plane=Plane.GOVERNANCE,
    weight=Weight.WARNING,
    summary="A port of a data product names a contract that the registry does not have.",
    why="If the contract should be here, the product is not asked when it changes.",
    instead="Correct `contractId`; a contract of another registry may stay unknown.",
    examples=(
        Example(
            title="`order` instead of `orders`",
            new=_LOST,
            strikes=("inputPorts.in",),
        ),
        Example(
            title="a contract that exists",
            new=_THERE,
        ),
    ),
    judge=OnRegistry(_judge),
    no_mirror="a fault of a text has no opposite",
)
