"""DC052 status-missing."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Contract, Element
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site


def _judge(element: Element, _site: Site) -> Iterable[Hit]:
    if not isinstance(element, Contract) or (element.status or "").strip():
        return ()
    return (Hit(message="the contract does not say whether it is a draft or active"),)


_NONE = """\
status: ""
"""

_SAID = """\
status: draft
"""


STATUS_MISSING = Rule(
    id="DC052",
    name="status-missing",
    plane=Plane.LIFECYCLE,
    weight=Weight.NOTE,
    summary="The contract has no status.",
    why="Consumers cannot tell a draft from a promise; here it counts as a promise.",
    instead="Add `status: active`, or `draft` as long as nobody shall build on it.",
    examples=(
        Example(
            title="no word",
            new=_NONE,
            strikes=("",),
        ),
        Example(
            title="a draft",
            new=_SAID,
        ),
    ),
    judge=OnElement((Contract,), _judge),
    no_mirror="a fault of a text has no opposite",
)
