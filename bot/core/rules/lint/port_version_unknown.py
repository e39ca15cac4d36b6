"""DC096 port-version-unknown."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import step
from bot.core.finding import Hit, Plane, Weight
from bot.core.lookup import Lookup, major
from bot.core.places import locate
from bot.core.rule import Example, OnRegistry, Registry, Rule


def _judge(registry: Registry) -> Iterable[Hit]:
    known = Lookup(registry)
    return [
        Hit(
            message=f"`{port.contract_id}` has no version {major(port.version)}.x here",
            path=f"inputPorts.{step(port.name or '')}",
            where=locate(product.file, port.node, "version"),
            after=port.version,
            contract=product.id,
            about=(port.contract_id, ""),
        )
        for product in registry.products
        for port in product.input_ports
        if port.contract_id
        and port.version
        and major(port.version) is not None
        and known.contracts(port.contract_id)
        and not known.contracts(port.contract_id, port.version)
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
- {name: in, version: 2.0.0, contractId: orders}
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
- {name: in, version: 1.2.0, contractId: orders}
"""


PORT_VERSION_UNKNOWN = Rule(
    id="DC096",
    name="port-version-unknown",
    plane=Plane.GOVERNANCE,
    weight=Weight.WARNING,
    summary=("An input port reads a major version of a contract that the registry does not have."),
    why=(
        "The consumer relies on a version that nobody maintains any more, or that does not "
        "exist yet."
    ),
    instead="Correct the version, or move the consumer to a major version that is there.",
    examples=(
        Example(
            title="a second major version",
            new=_LOST,
            strikes=("inputPorts.in",),
        ),
        Example(
            title="the first one",
            new=_THERE,
        ),
    ),
    judge=OnRegistry(_judge),
    no_mirror="a fault of a text has no opposite",
)
