"""DC097 port-path-unknown."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Contract, Port, step
from bot.core.finding import Hit, Plane, Weight
from bot.core.lookup import Lookup
from bot.core.places import locate
from bot.core.rule import Example, OnRegistry, Registry, Rule


def _judge(registry: Registry) -> Iterable[Hit]:
    known = Lookup(registry)
    return [
        Hit(
            message=f"`{path}` is not in the contract `{port.contract_id}`",
            path=f"inputPorts.{step(port.name or '')}",
            where=locate(product.file, port.node, "customProperties"),
            after=path,
            contract=product.id,
            about=(port.contract_id, path),
        )
        for product in registry.products
        for port in product.input_ports
        if port.contract_id and (meant := _meant(port.contract_id, port, known))
        for path in port.uses
        if not any(known.element(path, contract) for contract in meant)
    ]


def _meant(identity: str, port: Port, known: Lookup) -> tuple[Contract, ...]:
    """Return the contracts that a port may mean; those of its major version where there are."""
    return known.contracts(identity, port.version) or known.contracts(identity)


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
- name: in
  version: 1.0.0
  contractId: orders
  customProperties: [{property: uses, value: [orders.total]}]
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
- name: in
  version: 1.0.0
  contractId: orders
  customProperties: [{property: uses, value: [orders.amount]}]
"""


PORT_PATH_UNKNOWN = Rule(
    id="DC097",
    name="port-path-unknown",
    plane=Plane.GOVERNANCE,
    weight=Weight.ERROR,
    summary="An input port uses an object or field that its contract does not have.",
    why="The consumer will not be asked when the thing that it really uses changes.",
    instead="Correct the path in `uses`: `object.field`, or the object alone for all of it.",
    examples=(
        Example(
            title="`total` instead of `amount`",
            new=_LOST,
            strikes=("inputPorts.in",),
        ),
        Example(
            title="a field that exists",
            new=_THERE,
        ),
    ),
    judge=OnRegistry(_judge),
    no_mirror="a fault of a text has no opposite",
)
