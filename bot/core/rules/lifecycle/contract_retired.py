"""DC906 contract-retired."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Contract
from bot.core.diff.changes import Change, Changed
from bot.core.diff.service_level_names import service_level_name
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.phases import Phase, likely_phase
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=str() | None as old, new=str() | None as new):
            if likely_phase(old) is Phase.DEPRECATED and likely_phase(new) is Phase.RETIRED:
                yield Hit(message=f"the contract is retired; {_end(pair.old)}")
        case _:
            return


def _end(contract: Contract) -> str:
    """Return what the contract said about its end before it was retired."""
    for level in contract.service_levels:
        if service_level_name(level.property) == "endoflife":
            return f"its end of life was announced for {level.value}"
    return "it never said when its life would end"


_DEPRECATED = """\
status: deprecated
"""

_RETIRED = """\
status: retired
"""

_DRAFT = """\
status: draft
"""


CONTRACT_RETIRED = Rule(
    id="DC906",
    name="contract-retired",
    plane=Plane.LIFECYCLE,
    weight=Weight.WARNING,
    bump=Bump.MINOR,
    summary="A deprecated contract was retired.",
    why=(
        "Who still reads it is cut off. Whether the promised end has come, the contract alone "
        "cannot tell."
    ),
    instead="Merge it after the date of `endOfLife`, when no consumer is left.",
    examples=(
        Example(
            title="after its deprecation",
            old=_DEPRECATED,
            new=_RETIRED,
            strikes=("",),
        ),
        Example(
            title="a draft is given up",
            old=_DRAFT,
            new=_RETIRED,
        ),
    ),
    judge=OnChange(("contract.status",), _judge),
    mirror="contract-revived",
)
