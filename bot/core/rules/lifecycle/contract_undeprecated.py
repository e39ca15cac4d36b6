"""DC903 contract-undeprecated."""

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
            if before is Phase.DEPRECATED and after is Phase.ACTIVE:
                yield Hit(message="the contract is no longer deprecated")
        case _:
            return


_ACTIVE = """\
status: active
"""

_DEPRECATED = """\
status: deprecated
"""


CONTRACT_UNDEPRECATED = Rule(
    id="DC903",
    name="contract-undeprecated",
    plane=Plane.LIFECYCLE,
    weight=Weight.NOTE,
    bump=Bump.MINOR,
    summary="A deprecated contract became active again.",
    why="Consumers who began to move need not; who moved already should know.",
    instead="Tell the consumers, and take back the dates of its end.",
    examples=(
        Example(
            title="active again",
            old=_DEPRECATED,
            new=_ACTIVE,
            strikes=("",),
        ),
        Example(
            title="an active contract is deprecated",
            old=_ACTIVE,
            new=_DEPRECATED,
        ),
    ),
    judge=OnChange(("contract.status",), _judge),
    mirror="contract-deprecated",
)
