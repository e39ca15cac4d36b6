"""Whether what went had been deprecated for as long as the policy asks, release by release.

Days count between the releases in which an element was flagged and in which it was gone, and the
window is that of the policy of today: the one of its day is told in the release's own verdict.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import takewhile

from bot.core.lineage.paths import prefixes
from bot.core.phases import Phase, phase_of
from bot.core.policy.window import Window
from bot.core.release.plan import unstable
from site_gen.brief import deprecated_in
from site_gen.story import Record, Release, Story

_REMOVALS = ("field-removed", "object-removed")
_Flagged = tuple[date, Mapping[str, str] | None]
"""The day of a release and what is deprecated in it; None where the whole contract is."""


def removals(story: Story) -> Mapping[str, tuple[int, int]]:
    """Return for each version how many of how many removals kept the window.

    A major that begins beside the one before takes nothing away, and neither does a draft.
    """
    lines: dict[str, list[Release]] = {}
    for release in story.releases:
        lines.setdefault(release.ref.blob.path, []).append(release)
    found = {}
    for line in lines.values():
        flags = [_flagged(release) for release in line]
        for place, new in enumerate(line[:-1], 1):
            step = story.steps.get(new.version)
            if step is not None and step.old is line[place] and not unstable(step.old.contract):
                window = story.judging.window(step.old.contract)
                gone = {one.path for one in step.findings if one.name in _REMOVALS}
                day = new.ref.first.date()
                kept = sum(_in_time(path, day, flags[place:], window) for path in gone)
                found[new.version] = (kept, len(gone))
    return {version: told for version, told in found.items() if told[1]}


def with_removals(records: Iterable[Record], story: Story) -> tuple[Record, ...]:
    """Return the records of a story with how many removals kept the window."""
    told = removals(story)
    counted = ((one, told.get(one.ref.version, (0, 0))) for one in records)
    return tuple(replace(one, kept=kept, removed=removed) for one, (kept, removed) in counted)


def _flagged(release: Release) -> _Flagged:
    contract = release.contract
    whole = phase_of(contract.status) is Phase.DEPRECATED
    return release.ref.first.date(), None if whole else deprecated_in(contract)


def _in_time(path: str, day: date, before: Sequence[_Flagged], window: Window) -> bool:
    """Tell whether a path that went on a day was flagged for long enough before, newest first.

    It is flagged with what it lies in, and with the whole contract.
    """
    around = prefixes(path)
    told = takewhile(lambda one: one[1] is None or not one[1].keys().isdisjoint(around), before)
    days = [since for since, _ in told]
    if not days:
        return window == Window(0, 0)
    return (day - days[-1]).days >= window.days and len(days) >= window.releases
