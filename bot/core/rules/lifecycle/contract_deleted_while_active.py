"""DC935 contract-deleted-while-active."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.finding import Hit, Plane, Weight
from bot.core.phases import Phase, likely_phase
from bot.core.rule import Example, OnRelease, Release, Rule
from bot.core.text import shortened

_MAY_GO = frozenset((Phase.PROPOSED, Phase.DRAFT, Phase.DEPRECATED, Phase.RETIRED))


def _judge(release: Release) -> Iterator[Hit]:
    old = release.old
    if old is None or release.new is not None or likely_phase(old.status) in _MAY_GO:
        return
    status = f"is `{shortened(old.status)}`" if old.status else "does not say that it is a draft"
    yield Hit(message=f"the contract {status}, and is deleted", key="status", before=old.version)


_ACTIVE = """\
status: active
"""

_RETIRED = """\
status: retired
"""


CONTRACT_DELETED_WHILE_ACTIVE = Rule(
    id="DC935",
    name="contract-deleted-while-active",
    plane=Plane.LIFECYCLE,
    weight=Weight.ERROR,
    summary="A contract was deleted that consumers rely on.",
    why="All that it promised is gone at once: no deprecation, no window, no one to ask.",
    instead="Put the file back, and deprecate the contract; delete it once it is retired.",
    examples=(
        Example(
            title="an active contract is gone",
            old=_ACTIVE,
            new="",
            strikes=("",),
        ),
        Example(
            title="a retired one is gone",
            old=_RETIRED,
            new="",
        ),
    ),
    judge=OnRelease(_judge),
    mirror="first-version-unusual",
)
