"""DC904 contract-withdrawn."""

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
            if before in PROMISED and after in (Phase.DRAFT, Phase.PROPOSED):
                yield Hit(message=f"the contract was {before} and is only {after}")
        case _:
            return


_DRAFT = """\
status: draft
"""

_ACTIVE = """\
status: active
"""


CONTRACT_WITHDRAWN = Rule(
    id="DC904",
    name="contract-withdrawn",
    plane=Plane.LIFECYCLE,
    weight=Weight.BREAKING,
    bump=Bump.MINOR,
    summary="A contract that consumers rely on became a draft or a proposal again.",
    why=("All that it promised is taken back at once, without a deprecation and without a window."),
    instead=(
        "Keep it active, and prepare the new state as a draft of the next major version; or "
        "deprecate it."
    ),
    examples=(
        Example(
            title="back to a draft",
            old=_ACTIVE,
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
    mirror="contract-activated",
)
