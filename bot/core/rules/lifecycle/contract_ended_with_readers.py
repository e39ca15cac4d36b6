"""DC945 contract-ended-with-readers."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnRelease, Release, Rule
from bot.core.text import shortened

_MOST = 5


def _judge(release: Release) -> Iterator[Hit]:
    readers = release.evidence.readers or ()
    if not readers or release.old is None:
        return
    named = ", ".join(f"`{shortened(reader)}`" for reader in readers[:_MOST])
    more = f" and {len(readers) - _MOST} more" if len(readers) > _MOST else ""
    ends = "deleted" if release.new is None else "retired"
    yield Hit(
        message=f"the contract is {ends}, and still read by {named}{more}",
        key="status",
        before=release.old.version,
        hint="Move those who are named to another contract or release line first;"
        " `steward impact` tells by which way they are reached.",
    )


_DEPRECATED = """\
status: deprecated
"""

_RETIRED = """\
status: retired
"""


CONTRACT_ENDED_WITH_READERS = Rule(
    id="DC945",
    name="contract-ended-with-readers",
    plane=Plane.LIFECYCLE,
    weight=Weight.ERROR,
    summary="A contract was retired or deleted that others in the repository still read.",
    why=(
        "Contracts, data products or consumers name it as a source: they break, and their own"
        " readers after them."
    ),
    instead="Move its readers first: change what they read, or end them too.",
    examples=(
        Example(
            title="a data product still reads it",
            old=_DEPRECATED,
            new=_RETIRED,
            readers=("sales-dashboard",),
            strikes=("",),
        ),
        Example(title="nobody is left", old=_DEPRECATED, new=_RETIRED),
    ),
    judge=OnRelease(_judge),
    no_mirror="a contract that comes has no readers yet",
)
