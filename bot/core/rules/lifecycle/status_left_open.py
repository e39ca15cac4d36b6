"""DC908 status-left-open."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.phases import PROMISED, likely_phase
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=str() | None as old, new=str() | None as new):
            before, after = likely_phase(old), likely_phase(new)
            if before in PROMISED and after is None:
                yield Hit(message=f"the contract was {before}; what it is now, it does not say")
        case _:
            return


_ACTIVE = """\
status: active
"""

_DRAFT = """\
status: draft
"""

_OWN = """\
status: zone 7
"""


STATUS_LEFT_OPEN = Rule(
    id="DC908",
    name="status-left-open",
    plane=Plane.LIFECYCLE,
    weight=Weight.WARNING,
    bump=Bump.MINOR,
    summary="A contract that consumers rely on no longer says so in a word of the standard.",
    why="Nobody can tell whether the promise still holds.",
    instead="Use proposed, draft, active, deprecated or retired.",
    examples=(
        Example(
            title="a word that nobody knows",
            old=_ACTIVE,
            new=_OWN,
            strikes=("",),
        ),
        Example(
            title="an unknown word becomes active",
            old=_OWN,
            new=_ACTIVE,
        ),
    ),
    judge=OnChange(("contract.status",), _judge),
    mirror="status-restated",
)
