"""DC098 lineage-cycle."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.finding import Hit, Plane, Weight
from bot.core.lineage.flow import Flow
from bot.core.lineage.weaving import declared
from bot.core.rule import Example, OnRegistry, Registry, Rule


def _judge(registry: Registry) -> Iterable[Hit]:
    return [
        Hit(
            message=fault.message,
            path=fault.node.path,
            where=fault.where,
            after=fault.reference,
            contract=fault.node.holder,
        )
        for fault in Flow(declared(registry)).cycles()
    ]


_CIRCLE = """\
id: orders
schema:
- name: orders
  properties:
  - {name: rank, logicalType: integer, transformSourceObjects: [scores.scores.score]}
---
id: scores
schema:
- name: scores
  properties:
  - {name: score, logicalType: number, transformSourceObjects: [orders.orders.rank]}
"""

_LINE = """\
id: orders
schema:
- name: orders
  properties:
  - {name: rank, logicalType: integer, transformSourceObjects: [scores.scores.score]}
  - {name: amount, logicalType: number}
---
id: scores
schema:
- name: scores
  properties:
  - {name: score, logicalType: number, transformSourceObjects: [orders.orders.amount]}
"""


LINEAGE_CYCLE = Rule(
    id="DC098",
    name="lineage-cycle",
    plane=Plane.GOVERNANCE,
    weight=Weight.WARNING,
    summary="Elements are made of each other: the lineage goes in a circle.",
    why=(
        "A value that is made of itself has no origin. Mostly one of the references is wrong, and "
        "a change then asks the wrong people."
    ),
    instead=(
        "Correct the reference that leads back. Where each run reads what the run before wrote, "
        "name the fields in `uses` of the input port, so that the circle is seen to be none."
    ),
    examples=(
        Example(
            title="a rank made of a score that is made of the rank",
            new=_CIRCLE,
            strikes=("scores.score",),
        ),
        Example(
            title="two contracts that read different fields of each other",
            new=_LINE,
        ),
    ),
    judge=OnRegistry(_judge),
    no_mirror="a fault of a text has no opposite",
)
