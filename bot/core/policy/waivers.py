"""Lays waivers over findings: which are waived, and which waivers are of no use."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum

from bot.core.finding import Finding
from bot.core.policy.settings import DEFAULT_LIMITS, WaiverLimits
from bot.core.records import dataclass, replace
from bot.core.waiver import Waiver

NEVER_WAIVED = frozenset(
    (
        "version-not-bumped",
        "version-bumped-too-little",
        "version-decreased",
        "released-content-changed",
        "version-released-before",
    )
)
"""Rules that no waiver covers: a break that is waived still needs its major version, and what was
released under a version stays what it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A waiver on a day, and what it covers: nothing once it expired or where it is refused.

    `meant` are the findings that have what it names. `sought` tells whether all that it may cover
    was looked for: a lint of the files knows nothing of changes.
    """

    waiver: Waiver
    meant: tuple[Finding, ...]
    today: date
    limits: WaiverLimits = DEFAULT_LIMITS
    sought: bool = True

    @property
    def expired(self) -> bool:
        """Whether its last day is over."""
        return self.waiver.expires < self.today

    @property
    def latest(self) -> date:
        """The last day that the policy lets a waiver have that is written today."""
        return _days_on(self.today, self.limits.max_days)

    @property
    def refused(self) -> tuple[str, ...]:
        """The rules that it names or means, and that no waiver may cover."""
        named = [self.waiver.rule] if self.waiver.rule else [found.name for found in self.meant]
        return tuple(dict.fromkeys(name for name in named if not waivable(name, self.limits)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """The findings in their order, those that are waived with their waiver; and every use."""

    findings: tuple[Finding, ...]
    uses: tuple[Use, ...]


def apply(
    waivers: Sequence[Waiver],
    findings: Iterable[Finding],
    today: date,
    limits: WaiverLimits = DEFAULT_LIMITS,
    *,
    sought: Callable[[str | None], bool] = lambda _: True,
) -> Applied:
    """Return the findings on a contract under its waivers.

    A waiver covers the findings that have its rule, its path and its fingerprint, as far as it
    names them, up to and including its last day. `sought` tells of the rule that a waiver names
    whether everything that it could say was asked for.
    """
    found = tuple(findings)
    uses = tuple(
        Use(
            waiver=waiver,
            meant=tuple(finding for finding in found if means(waiver, finding)),
            today=today,
            limits=limits,
            sought=sought(waiver.rule),
        )
        for waiver in waivers
    )
    return Applied(findings=tuple(_waived(finding, uses) for finding in found), uses=uses)


def _waived(finding: Finding, uses: Sequence[Use]) -> Finding:
    """Return a finding with the waiver that covers it longest; unchanged where none does."""
    held = [
        use.waiver
        for use in uses
        if not use.expired and means(use.waiver, finding) and waivable(finding.name, use.limits)
    ]
    longest = max(held, key=lambda waiver: waiver.expires, default=None)
    return replace(finding, waiver=longest) if longest else finding


def means(waiver: Waiver, finding: Finding) -> bool:
    """Tell whether a finding has everything that a waiver names."""
    if waiver.rule is None and waiver.fingerprint is None:
        return False
    return (
        waiver.rule in (None, finding.name)
        and waiver.path in (None, finding.path)
        and (waiver.fingerprint is None or waiver.fingerprint == finding.fingerprint)
    )


def waivable(name: str, limits: WaiverLimits) -> bool:
    """Tell whether the policy lets a waiver cover a rule."""
    return name not in NEVER_WAIVED and name not in limits.never


def expiring(waivers: Iterable[Waiver], today: date, days: int) -> tuple[Waiver, ...]:
    """Return the waivers that still hold and end within so many days, the first to end first."""
    last = _days_on(today, days)
    near = (waiver for waiver in waivers if today <= waiver.expires <= last)
    return tuple(sorted(near, key=lambda waiver: (waiver.expires, waiver.where)))


def _days_on(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max


class Turn(StrEnum):
    """What became of a waiver between two states of a repository."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class WaiverChange:
    """A waiver that differs; a side is None where it is not there."""

    old: Waiver | None
    new: Waiver | None

    @property
    def turn(self) -> Turn:
        """What became of the waiver."""
        if self.old is None:
            return Turn.ADDED
        return Turn.REMOVED if self.new is None else Turn.CHANGED

    @property
    def loosens(self) -> bool:
        """Whether more is excused than before, or it is excused otherwise: the board has a say."""
        return self.turn is not Turn.REMOVED


def changed_waivers(old: Iterable[Waiver], new: Iterable[Waiver]) -> tuple[WaiverChange, ...]:
    """Return what differs between two states of waivers: those that came, changed, and went.

    Waivers are the same if they are about the same thing beside the same contract; where a waiver
    stands in its file is no difference.
    """
    before = {waiver.subject: waiver for waiver in old}
    after = {waiver.subject: waiver for waiver in new}
    changes = [
        WaiverChange(old=before.get(subject), new=waiver)
        for subject, waiver in after.items()
        if subject not in before or _said(before[subject]) != _said(waiver)
    ]
    changes += [
        WaiverChange(old=waiver, new=None)
        for subject, waiver in before.items()
        if subject not in after
    ]
    return tuple(changes)


def _said(waiver: Waiver) -> tuple[str, str, date]:
    return (waiver.reason, waiver.owner, waiver.expires)
