"""The clock of a deprecation: since when the flag stands on the default branch, without a gap."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from bot.core.contract.model import Deprecation
from bot.core.deprecation.elements import Flag, Key, Sort
from bot.core.deprecation.standing import Standing
from bot.core.history.snapshot import Commit
from bot.core.policy.window import Window
from bot.core.records import dataclass

_LAST = date.max


@dataclass(frozen=True, slots=True)
class State:
    """What a contract was from a commit on; None where it was not there, or nobody can read it."""

    commit: Commit
    standing: Standing | None


@dataclass(frozen=True, slots=True)
class Edge:
    """What it was at the commit where a shallow clone ends; since when, nobody can tell."""

    commit: Commit
    standing: Standing | None


Past = State | Edge


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """How far back an element has been deprecated without a gap.

    `since` is the commit that brought the flag, None where the element is not deprecated;
    `settled` is false where history was cut off before that commit was seen. `there` tells
    whether the newest state has the element at all. `versions` are the released ones with the
    flag.
    """

    there: bool
    since: Commit | None
    settled: bool
    versions: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """Since when an element has been deprecated, and from which day on it may go.

    `day` is the UTC day that Git proves for the commit `since`, `deprecated_for` counts days from
    then to today. On `first_day` the removal may merge, if `releases_missing` is 0 by then.
    """

    path: str
    sort: Sort
    since: Commit
    day: date
    deprecated_for: int
    first_day: date
    releases_missing: int
    settled: bool
    told: Deprecation

    def may_go(self, today: date) -> bool:
        """Tell whether the window is over."""
        return today >= self.first_day and not self.releases_missing


class _Watch:
    """One element on its way back through the states."""

    def __init__(self, flag: Flag) -> None:
        self._names: Key = flag.names
        self._ids: Key = flag.ids
        self._since: Commit | None = None
        self._versions: set[str] = set()
        self._there = False
        self._first = True
        self.done = False
        self._settled = True

    def meet(self, past: Past) -> None:
        """Take the next older state in."""
        self._stand(past.commit, past.standing)
        if isinstance(past, Edge) and not self.done:
            self.done, self._settled = True, False
        self._first = False

    def _stand(self, commit: Commit, standing: Standing | None) -> None:
        names = None if standing is None else standing.find(self._names, self._ids)
        if self._first:
            self._there = names is not None
        if standing is None or names is None or not standing.elements[names][0]:
            self.done = True
            return
        ids = standing.elements[names][1]
        self._names, self._ids, self._since = names, ids, commit
        if standing.released is not None:
            self._versions.add(standing.released)

    def stretch(self) -> Stretch:
        return Stretch(
            there=self._there,
            since=self._since,
            settled=self._settled,
            versions=frozenset(self._versions),
        )


def stretches(wanted: Sequence[Flag], past: Iterable[Past]) -> tuple[Stretch, ...]:
    """Return how far back each element has been deprecated.

    The states come newest first, and no more of them are taken than needed. An element is
    followed by its names, else by its ids: a rename starts a new clock unless ids say that it is
    the same element.
    """
    watches = [_Watch(flag) for flag in wanted]
    waiting = watches
    for met in past:
        for watch in waiting:
            watch.meet(met)
        waiting = [watch for watch in waiting if not watch.done]
        if not waiting:
            break
    return tuple(watch.stretch() for watch in watches)


def read_clock(
    flag: Flag, stretch: Stretch, window: Window, days: Mapping[str, date], today: date
) -> Clock | None:
    """Return the clock of an element, None where it is not deprecated.

    `days` has the proven day of each commit of the line.
    """
    if stretch.since is None:
        return None
    day = days.get(stretch.since.id, today)
    return Clock(
        path=flag.path,
        sort=flag.sort,
        since=stretch.since,
        day=day,
        deprecated_for=(today - day).days,
        first_day=later(day, window.days),
        releases_missing=max(0, window.releases - len(stretch.versions)),
        settled=stretch.settled,
        told=flag.told,
    )


def later(day: date, days: int) -> date:
    """Return the day so many days later; the calendar's last one where it ends before."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return _LAST
