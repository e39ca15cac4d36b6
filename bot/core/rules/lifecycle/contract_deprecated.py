"""DC902 contract-deprecated."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.phases import Phase, likely_phase
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=str() | None as old, new=str() | None as new):
            before, after = likely_phase(old), likely_phase(new)
            if after is Phase.DEPRECATED and before not in (Phase.DEPRECATED, Phase.RETIRED):
                yield Hit(message="the contract is deprecated from now on")
        case _:
            return


_ACTIVE = """\
status: active
"""

_DEPRECATED = """\
status: deprecated
"""


CONTRACT_DEPRECATED = Rule(
    id="DC902",
    name="contract-deprecated",
    plane=Plane.LIFECYCLE,
    weight=Weight.NOTE,
    bump=Bump.MINOR,
    summary="The contract became deprecated.",
    why="Its consumers have to move, and the window in which it must still be served begins.",
    instead="Say until when it is served (`endOfSupport`, `endOfLife`) and what replaces it.",
    examples=(
        Example(
            title="an active contract is deprecated",
            old=_ACTIVE,
            new=_DEPRECATED,
            strikes=("",),
        ),
        Example(
            title="it is active again",
            old=_DEPRECATED,
            new=_ACTIVE,
        ),
    ),
    judge=OnChange(("contract.status",), _judge),
    mirror="contract-undeprecated",
)
