"""DC099 reference-to-deprecated."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.finding import Hit, Plane, Weight
from bot.core.lineage.graph import FaultKind
from bot.core.lineage.weaving import declared
from bot.core.rule import Example, OnRegistry, Registry, Rule

_OLD = (FaultKind.DEPRECATED, FaultKind.RETIRED)


def _judge(registry: Registry) -> Iterable[Hit]:
    return [
        Hit(
            message=fault.message,
            path=fault.node.path or "inputPorts",
            where=fault.where,
            after=fault.reference,
            contract=fault.node.holder,
        )
        for fault in declared(registry).faults
        if fault.kind in _OLD
    ]


_LOST = """\
id: customers
schema:
- name: people
  properties:
  - {name: email, logicalType: string, deprecated: true}
  - {name: primary_email, logicalType: string}
---
id: contacts
schema:
- name: contacts
  properties:
  - {name: mail, logicalType: string, transformSourceObjects: [customers.people.email]}
"""

_THERE = """\
id: customers
schema:
- name: people
  properties:
  - {name: email, logicalType: string, deprecated: true}
  - {name: primary_email, logicalType: string}
---
id: contacts
schema:
- name: contacts
  properties:
  - {name: mail, logicalType: string, transformSourceObjects: [customers.people.primary_email]}
"""

_RETIRED = """\
id: orders
version: 1.4.0
status: retired
schema:
- {name: orders, properties: [{name: amount, logicalType: number}]}
---
apiVersion: v1.0.0
kind: DataProduct
id: finance
inputPorts:
- {name: in, version: 1.0.0, contractId: orders}
"""


REFERENCE_TO_DEPRECATED = Rule(
    id="DC099",
    name="reference-to-deprecated",
    plane=Plane.LIFECYCLE,
    weight=Weight.WARNING,
    summary="Something deprecated or retired is still read by another document.",
    why=(
        "It may go when its window ends, and whoever reads it then breaks. What is retired may be "
        "gone already."
    ),
    instead="Read what replaces it: see `replacedBy`, or the newest major of the contract.",
    examples=(
        Example(
            title="a field made of a deprecated one",
            new=_LOST,
            strikes=("contacts.mail",),
        ),
        Example(
            title="a data product that reads a retired contract",
            new=_RETIRED,
            strikes=("inputPorts",),
        ),
        Example(
            title="the field that replaces it",
            new=_THERE,
        ),
    ),
    judge=OnRegistry(_judge),
    no_mirror="a fault of a text has no opposite",
)
