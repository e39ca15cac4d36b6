"""DC907 contract-revived."""

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
            if before is Phase.RETIRED and after not in (Phase.RETIRED, None):
                yield Hit(message=f"the contract was retired and is {after} again")
        case _:
            return


_ACTIVE = """\
status: active
"""

_RETIRED = """\
status: retired
"""


CONTRACT_REVIVED = Rule(
    id="DC907",
    name="contract-revived",
    plane=Plane.LIFECYCLE,
    weight=Weight.WARNING,
    bump=Bump.MINOR,
    summary="A retired contract came back to life.",
    why=("Consumers believed it gone; what they find under its id now may not be what they knew."),
    instead="Give the new life a new major version, or an id of its own.",
    examples=(
        Example(
            title="active after it was retired",
            old=_RETIRED,
            new=_ACTIVE,
            strikes=("",),
        ),
        Example(
            title="from active to retired",
            old=_ACTIVE,
            new=_RETIRED,
        ),
    ),
    judge=OnChange(("contract.status",), _judge),
    mirror="contract-retired",
)
