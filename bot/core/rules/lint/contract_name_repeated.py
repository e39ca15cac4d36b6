"""DC092 contract-name-repeated."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from bot.core.contract.model import Contract
from bot.core.finding import Hit, Plane, Weight
from bot.core.places import locate
from bot.core.repeats import repeats
from bot.core.rule import Example, OnRegistry, Registry, Rule


def _judge(registry: Registry) -> Iterable[Hit]:
    return [
        Hit(
            message=f"`{again.name}` is the name of `{first.id}` ({first.file}) as well",
            path="name",
            where=locate(again.file, again.node, "name"),
            after=[again.id, again.name],
        )
        for again, first in repeats(registry.contracts, _name)
        if again.id != first.id
    ]


def _name(contract: Contract) -> Hashable:
    return " ".join((contract.name or "").split()).casefold()


_TWICE = """\
id: orders
name: Orders
---
id: orders-raw
name: Orders
"""

_APART = """\
id: orders
name: Orders
---
id: orders-raw
name: Orders, as delivered
"""


CONTRACT_NAME_REPEATED = Rule(
    id="DC092",
    name="contract-name-repeated",
    plane=Plane.GOVERNANCE,
    weight=Weight.NOTE,
    summary="Two contracts have one name.",
    why="In a catalogue people cannot tell them apart.",
    instead="Add to the name what sets the contract apart: the domain, the layer, the grain.",
    examples=(
        Example(
            title="two contracts named Orders",
            new=_TWICE,
            strikes=("name",),
        ),
        Example(
            title="a name for each",
            new=_APART,
        ),
    ),
    judge=OnRegistry(_judge),
    no_mirror="a fault of a text has no opposite",
)
