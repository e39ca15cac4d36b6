"""DC091 contract-ids-differ-in-case."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.finding import Hit, Plane, Weight
from bot.core.places import locate
from bot.core.repeats import repeats
from bot.core.rule import Example, OnRegistry, Registry, Rule


def _judge(registry: Registry) -> Iterable[Hit]:
    return [
        Hit(
            message=f"the ids `{again.id}` and `{first.id}` ({first.file}) differ in case only",
            path="id",
            where=locate(again.file, again.node, "id"),
            after=[again.id, first.id],
        )
        for again, first in repeats(registry.contracts, lambda contract: contract.id.casefold())
        if again.id != first.id
    ]


_CASE = """\
id: orders
---
id: Orders
"""

_APART = """\
id: orders
---
id: returns
"""


CONTRACT_IDS_DIFFER_IN_CASE = Rule(
    id="DC091",
    name="contract-ids-differ-in-case",
    plane=Plane.GOVERNANCE,
    weight=Weight.WARNING,
    summary="The ids of two contracts differ only in case.",
    why="Git tags, files and catalogues on systems that fold case take the two for one.",
    instead="Give one of them another id.",
    examples=(
        Example(
            title="`orders` and `Orders`",
            new=_CASE,
            strikes=("id",),
        ),
        Example(
            title="two ids",
            new=_APART,
        ),
    ),
    judge=OnRegistry(_judge),
    no_mirror="a fault of a text has no opposite",
)
