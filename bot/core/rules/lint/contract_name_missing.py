"""DC070 contract-name-missing."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Contract, Element
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site


def _judge(element: Element, _site: Site) -> Iterable[Hit]:
    if not isinstance(element, Contract) or (element.name or "").strip():
        return ()
    return (Hit(message="the contract has no name", key="id"),)


_NONE = """\
domain: sales
"""

_NAMED = """\
name: Orders
"""


CONTRACT_NAME_MISSING = Rule(
    id="DC070",
    name="contract-name-missing",
    plane=Plane.GOVERNANCE,
    weight=Weight.NOTE,
    summary="The contract has no name.",
    why="In a catalogue it stands under its id, which few people recognise.",
    instead="Add a `name` for people.",
    examples=(
        Example(
            title="an id alone",
            new=_NONE,
            strikes=("",),
        ),
        Example(
            title="a name",
            new=_NAMED,
        ),
    ),
    judge=OnElement((Contract,), _judge),
    no_mirror="a fault of a text has no opposite",
)
