"""DC071 purpose-missing."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Contract, Element
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site


def _judge(element: Element, _site: Site) -> Iterable[Hit]:
    if not isinstance(element, Contract):
        return ()
    if element.description is not None and (element.description.purpose or "").strip():
        return ()
    return (Hit(message="the contract does not say its purpose", key="description"),)


_NONE = """\
name: Orders
"""

_SAID = """\
description: {purpose: Every order of the shop, once a day.}
"""


PURPOSE_MISSING = Rule(
    id="DC071",
    name="purpose-missing",
    plane=Plane.GOVERNANCE,
    weight=Weight.NOTE,
    summary="The contract does not say what the data are for.",
    why=(
        "Whoever finds it cannot tell whether it is the right one, or whether their use is meant."
    ),
    instead="Add `description.purpose`, in one or two sentences.",
    examples=(
        Example(
            title="no description",
            new=_NONE,
            strikes=("",),
        ),
        Example(
            title="a purpose",
            new=_SAID,
        ),
    ),
    judge=OnElement((Contract,), _judge),
    no_mirror="a fault of a text has no opposite",
)
