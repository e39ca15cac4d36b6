"""DC090 contract-id-repeated."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from bot.core.contract.model import Contract
from bot.core.finding import Hit, Plane, Weight
from bot.core.places import locate
from bot.core.repeats import repeats
from bot.core.rule import Example, OnRegistry, Registry, Rule
from bot.core.versions import release_line


def _judge(registry: Registry) -> Iterable[Hit]:
    return [
        Hit(
            message=f"the contract `{again.id}` with this major version is in {first.file} as well",
            path="id",
            where=locate(again.file, again.node, "id"),
            after=[again.id, again.file],
        )
        for again, first in repeats(registry.contracts, _line)
    ]


def _line(contract: Contract) -> Hashable:
    return (contract.id, release_line(contract.version)) if contract.id else None


_TWICE = """\
id: orders
version: 1.4.0
---
id: orders
version: 1.0.0
"""

_MAJORS = """\
id: orders
version: 1.4.0
---
id: orders
version: 2.0.0
"""


CONTRACT_ID_REPEATED = Rule(
    id="DC090",
    name="contract-id-repeated",
    plane=Plane.GOVERNANCE,
    weight=Weight.ERROR,
    summary="Two files have one contract id and one major version.",
    why=(
        "An id and a major version name one contract: with two, nobody can tell which one a "
        "consumer reads, and both cannot be released."
    ),
    instead=(
        "Give a copied contract an id of its own; a new major version of one may live beside "
        "the old."
    ),
    examples=(
        Example(
            title="a copied file",
            new=_TWICE,
            strikes=("id",),
        ),
        Example(
            title="two majors side by side",
            new=_MAJORS,
        ),
    ),
    judge=OnRegistry(_judge),
    no_mirror="a fault of a text has no opposite",
)
