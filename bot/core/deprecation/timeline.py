"""On which day each commit of the first-parent line was there at the latest, as Git proves it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from bot.core.history.snapshot import Commit


def proven_days(line: Iterable[Commit], today: date) -> Mapping[str, date]:
    """Return the UTC day of each commit, by its id. The line comes newest first.

    A commit holds the ids of all before it, so it cannot be older than any of them: where a
    committer's clock ran behind, or was set back, the latest day up to the commit counts. A day
    after today is nobody's: there the next commit's day counts, and today where none follows.
    """
    days: dict[str, date] = {}
    latest = date.min
    waiting: list[str] = []
    for commit in reversed(tuple(line)):
        day = commit.time.date()
        if day > today:
            waiting.append(commit.id)
            continue
        latest = max(latest, day)
        days.update(dict.fromkeys((*waiting, commit.id), latest))
        waiting = []
    days.update(dict.fromkeys(waiting, today))
    return days
