"""DC909 status-restated."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.phases import Phase, likely_phase
from bot.core.rule import Example, OnChange, Pair, Rule
from bot.core.text import shortened

_DRAFTS = frozenset((Phase.PROPOSED, Phase.DRAFT))
_OPEN = (None, *_DRAFTS)
_QUIET = frozenset((*product(_OPEN, _OPEN), (Phase.RETIRED, None)))
"""Steps, from one phase to another, that begin and end no promise; None is no word at all."""


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=str() | None as old, new=str() | None as new):
            before, after = likely_phase(old), likely_phase(new)
            given_up = after is Phase.RETIRED and before in _DRAFTS
            if before is after or given_up or (before, after) in _QUIET:
                yield Hit(message=f"the status was {_told(old)} and is {_told(new)}")
        case _:
            return


def _told(status: str | None) -> str:
    return "not said" if status is None else f"`{shortened(status)}`"


_DRAFT = """\
status: draft
"""

_PROPOSED = """\
status: proposed
"""

_ACTIVE = """\
status: active
"""


STATUS_RESTATED = Rule(
    id="DC909",
    name="status-restated",
    plane=Plane.LIFECYCLE,
    weight=Weight.NOTE,
    bump=Bump.PATCH,
    summary="The status changed without a promise that begins or ends.",
    why="It is another word for the same phase, or a step among drafts.",
    instead="Nothing to do.",
    examples=(
        Example(
            title="a proposal becomes a draft",
            old=_PROPOSED,
            new=_DRAFT,
            strikes=("",),
        ),
        Example(
            title="a draft becomes active",
            old=_DRAFT,
            new=_ACTIVE,
        ),
    ),
    judge=OnChange(("contract.status",), _judge),
    mirror="status-left-open",
)
