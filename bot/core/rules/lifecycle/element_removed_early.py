"""DC941 element-removed-early."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.deprecation.clock import Clock
from bot.core.deprecation.elements import Sort
from bot.core.deprecation.evidence import Parting, Stood
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Chapter, Example, OnRelease, Release, Rule
from bot.core.text import shortened

_COMMIT = 10
"""So many letters of a commit's id are shown."""


def _judge(release: Release) -> Iterator[Hit]:
    for parting in release.evidence.partings:
        match parting.proof:
            case Stood(clock) if not clock.may_go(release.evidence.today):
                yield Hit(
                    message=f"{_named(parting)} goes before its window of"
                    f" {release.evidence.window} is over: it is deprecated since {clock.day},"
                    f" by commit {clock.since.id[:_COMMIT]} `{shortened(clock.since.summary)}`",
                    path=parting.path,
                    before=f"deprecated since {clock.day}",
                    after=f"may go on {clock.first_day}",
                    base=parting.base,
                    where=parting.where,
                    hint=_hint(clock),
                    first_day=None if clock.releases_missing else clock.first_day,
                )
            case _:
                continue


def _named(parting: Parting) -> str:
    if parting.sort is Sort.CONTRACT:
        return "the contract"
    return f"the {parting.sort} `{parting.path}`"


def _hint(clock: Clock) -> str:
    missing = clock.releases_missing
    if not missing:
        return f"Merge this on {clock.first_day} (UTC) or later."
    more = f"{missing} more released version{'' if missing == 1 else 's'} that still"
    return f"Merge this on {clock.first_day} (UTC) or later, and after {more} had it deprecated."


_LIVE = """\
schema:
- name: orders
  properties:
  - {name: net, logicalType: number}
  - {name: amount, logicalType: number}
"""

_DEPRECATED = """\
schema:
- name: orders
  properties:
  - {name: net, logicalType: number}
  - {name: amount, logicalType: number, deprecated: true}
"""

_NET = """\
schema:
- name: orders
  properties:
  - {name: net, logicalType: number}
"""

_HISTORY = (
    Chapter(day="2026-01-12", text=_LIVE),
    Chapter(day="2026-02-02", text=_DEPRECATED),
)


ELEMENT_REMOVED_EARLY = Rule(
    id="DC941",
    name="element-removed-early",
    plane=Plane.LIFECYCLE,
    weight=Weight.ERROR,
    summary="Something deprecated was removed before its window was over.",
    why=(
        "Its readers were promised time to move. The clock is what Git proves: the commit that"
        " brought the flag to the default branch, from which on it stayed."
    ),
    instead="Wait until the first day that the finding names, and merge then.",
    examples=(
        Example(
            title="after 89 days of 90",
            history=_HISTORY,
            old=_DEPRECATED,
            new=_NET,
            today="2026-05-02",
            strikes=("orders.amount",),
        ),
        Example(
            title="after 90 days of 90",
            history=_HISTORY,
            old=_DEPRECATED,
            new=_NET,
            today="2026-05-03",
        ),
        Example(
            title="it was kept for a while in between",
            history=(
                *_HISTORY,
                Chapter(day="2026-03-02", text=_LIVE),
                Chapter(day="2026-03-09", text=_DEPRECATED),
            ),
            old=_DEPRECATED,
            new=_NET,
            today="2026-05-03",
            strikes=("orders.amount",),
        ),
    ),
    judge=OnRelease(_judge),
    no_mirror="what goes late harms nobody",
)
