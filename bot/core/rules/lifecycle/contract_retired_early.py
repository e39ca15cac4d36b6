"""DC905 contract-retired-early."""

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
            if before in (Phase.ACTIVE, None) and after is Phase.RETIRED:
                yield Hit(message="the contract is retired, without having been deprecated")
        case _:
            return


_ACTIVE = """\
status: active
"""

_DEPRECATED = """\
status: deprecated
"""

_RETIRED = """\
status: retired
"""


CONTRACT_RETIRED_EARLY = Rule(
    id="DC905",
    name="contract-retired-early",
    plane=Plane.LIFECYCLE,
    weight=Weight.BREAKING,
    bump=Bump.MINOR,
    summary="An active contract was retired without having been deprecated.",
    why="Its consumers are cut off without a warning.",
    instead=(
        "Deprecate it first, with the date of its end, and retire it when the window is over."
    ),
    examples=(
        Example(
            title="from active to retired",
            old=_ACTIVE,
            new=_RETIRED,
            strikes=("",),
        ),
        Example(
            title="it was deprecated before",
            old=_DEPRECATED,
            new=_RETIRED,
        ),
    ),
    judge=OnChange(("contract.status",), _judge),
    mirror="contract-revived",
)
