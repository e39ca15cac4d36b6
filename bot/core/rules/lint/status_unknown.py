"""DC051 status-unknown."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Contract, Element
from bot.core.finding import Hit, Plane, Weight
from bot.core.phases import likely_phase, phase_of
from bot.core.rule import Example, OnElement, Rule, Site
from bot.core.sets.difference import has_variable
from bot.core.text import shortened


def _judge(element: Element, _site: Site) -> Iterable[Hit]:
    if not isinstance(element, Contract) or element.status is None:
        return ()
    if phase_of(element.status) is not None or has_variable(element.status):
        return ()
    likely = likely_phase(element.status)
    hint = f"Did you mean `{likely}`?" if likely else None
    message = f"the status `{shortened(element.status)}` is none of the standard’s"
    return (Hit(message=message, key="status", hint=hint),)


_OWN = """\
status: production
"""

_KNOWN = """\
status: active
"""


STATUS_UNKNOWN = Rule(
    id="DC051",
    name="status-unknown",
    plane=Plane.LIFECYCLE,
    weight=Weight.WARNING,
    summary="The status is none of proposed, draft, active, deprecated, retired.",
    why=(
        "Nobody can tell whether the contract holds: each reader has to guess what the word means."
    ),
    instead="Use the word of the standard that fits.",
    examples=(
        Example(
            title="a word of one’s own",
            new=_OWN,
            strikes=("",),
        ),
        Example(
            title="a word of the standard",
            new=_KNOWN,
        ),
    ),
    judge=OnElement((Contract,), _judge),
    no_mirror="a fault of a text has no opposite",
)
