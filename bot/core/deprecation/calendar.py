"""Everything that is deprecated, and from which day on each of it may go."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from bot.core.contract.model import Contract
from bot.core.deprecation.clock import Clock, Stretch, read_clock
from bot.core.deprecation.days import declared_day
from bot.core.deprecation.elements import Flag, Sort
from bot.core.policy.window import Window
from bot.core.records import dataclass, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A contract without its schema, what it calls deprecated, and how far back that goes."""

    head: Contract
    flags: tuple[Flag, ...]
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One deprecated element of one contract.

    `window` is what the policy asks for it; `readers` are those who still read it, None where
    nobody asked.
    """

    contract: str
    version: str
    file: str
    clock: Clock
    window: Window
    readers: tuple[str, ...] | None = None

    @property
    def address(self) -> str:
        """How people name the element: `id.path`, or the contract's id and release line."""
        if self.clock.path:
            return f"{self.contract}.{self.clock.path}"
        return f"{self.contract} {self.version}"

    @property
    def first_day(self) -> date:
        """The first day on which it may go: by its window, and not before the announced day."""
        declared = declared_day(self.clock.told.removal)
        return self.clock.first_day if declared is None else max(self.clock.first_day, declared)

    def may_go(self, today: date) -> bool:
        """Tell whether it may go."""
        return today >= self.first_day and not self.clock.releases_missing

    def plain(self) -> dict[str, object]:
        """Return the notice as JSON."""
        clock = self.clock
        return {
            "contract": self.contract,
            "version": self.version,
            "file": self.file,
            "path": clock.path or None,
            "kind": str(clock.sort),
            "since": str(clock.day),
            "since_proven": clock.settled,
            "commit": clock.since.id,
            "commit_time": clock.since.time.isoformat(),
            "summary": clock.since.summary,
            "deprecated_for_days": clock.deprecated_for,
            "window": {"days": self.window.days, "releases": self.window.releases},
            "window_ends": str(clock.first_day),
            "first_day": str(self.first_day),
            "releases_missing": clock.releases_missing,
            "removal": clock.told.removal,
            "removal_version": clock.told.removal_version,
            "replaced_by": clock.told.replaced_by,
            "reason": clock.told.reason,
            "readers": None if self.readers is None else list(self.readers),
        }


def notices(
    found: Iterable[Dated],
    window: Callable[[Contract], Window],
    days: Mapping[str, date],
    today: date,
    majors: Callable[[str], int],
) -> Iterator[Notice]:
    """Yield a notice for each deprecated element.

    `days` has the proven day of each commit; `majors` tells how many release lines an id has.
    """
    for one in found:
        asked = window(one.head)
        for flag, stretch in zip(one.flags, one.stretches, strict=True):
            clock = read_clock(flag, stretch, asked, days, today)
            if clock is None:
                continue
            if clock.sort is Sort.CONTRACT and majors(one.head.id) > 1:
                clock = replace(clock, sort=Sort.LINE)
            yield Notice(
                contract=one.head.id,
                version=one.head.version,
                file=one.head.file,
                clock=clock,
                window=asked,
            )


def in_order(found: Sequence[Notice]) -> tuple[Notice, ...]:
    """Return the notices by the day on which they may go, the first one first."""
    return tuple(
        sorted(
            found,
            key=lambda one: (one.first_day, one.contract, one.version, one.clock.path),
        )
    )
