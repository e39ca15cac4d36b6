"""DC901 contract-activated."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.phases import PROMISED, Phase, likely_phase
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=str() | None as old, new=str() | None as new):
            before, after = likely_phase(old), likely_phase(new)
            if after is Phase.ACTIVE and before not in {*PROMISED, Phase.RETIRED}:
                yield Hit(message="the contract is active from now on")
        case _:
            return


_DRAFT = """\
status: draft
"""

_ACTIVE = """\
status: active
"""


CONTRACT_ACTIVATED = Rule(
    id="DC901",
    name="contract-activated",
    plane=Plane.LIFECYCLE,
    weight=Weight.NOTE,
    bump=Bump.MINOR,
    summary="The contract became active.",
    why=(
        "From now on consumers may rely on it: its changes need the versions and the windows "
        "of a promise."
    ),
    instead="Nothing to do; tell the consumers that were waiting.",
    examples=(
        Example(
            title="a draft becomes active",
            old=_DRAFT,
            new=_ACTIVE,
            strikes=("",),
        ),
        Example(
            title="it goes back",
            old=_ACTIVE,
            new=_DRAFT,
        ),
    ),
    judge=OnChange(("contract.status",), _judge),
    mirror="contract-withdrawn",
)
