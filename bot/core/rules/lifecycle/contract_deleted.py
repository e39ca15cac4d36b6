"""DC936 contract-deleted."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.finding import Hit, Plane, Weight
from bot.core.phases import Phase, likely_phase
from bot.core.rule import Example, OnRelease, Release, Rule

_UNFINISHED = frozenset((Phase.PROPOSED, Phase.DRAFT, Phase.DEPRECATED))


def _judge(release: Release) -> Iterator[Hit]:
    old = release.old
    if old is None or release.new is not None:
        return
    phase = likely_phase(old.status)
    if phase in _UNFINISHED:
        yield Hit(
            message=f"the contract was {phase}, and is deleted", key="status", before=old.version
        )


_DRAFT = """\
status: draft
"""

_RETIRED = """\
status: retired
"""


CONTRACT_DELETED = Rule(
    id="DC936",
    name="contract-deleted",
    plane=Plane.LIFECYCLE,
    weight=Weight.NOTE,
    summary="A contract was deleted that is a draft, or deprecated.",
    why=("Nobody may have relied on a draft; who still reads a deprecated contract loses it now."),
    instead=(
        "Retire a deprecated contract before its file goes, so that its last state says that "
        "it has ended."
    ),
    examples=(
        Example(
            title="a draft is gone",
            old=_DRAFT,
            new="",
            strikes=("",),
        ),
        Example(
            title="a retired contract is gone",
            old=_RETIRED,
            new="",
        ),
    ),
    judge=OnRelease(_judge),
    mirror="first-version-unusual",
)
