"""What a version of a contract brought, sorted for those who read release notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from bot.core.check import compare, required_bump
from bot.core.contract.model import Contract
from bot.core.finding import Bump, Finding, Weight
from bot.core.records import dataclass
from bot.core.review import Judging
from bot.core.versions import honest

_VERSION = "contract.version"
"""The change that the heading of the notes tells already."""


class Section(StrEnum):
    """The parts of release notes, in their order (Keep a Changelog 1.1.0, breaking ones first)."""

    BREAKING = "Breaking"
    ADDED = "Added"
    CHANGED = "Changed"
    DEPRECATED = "Deprecated"
    REMOVED = "Removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the notes. `first_day` is the first day on which what is deprecated may go."""

    section: Section
    finding: Finding
    first_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """The notes of one version. `previous` is None for the first version that is known."""

    contract: Contract
    previous: Contract | None
    time: datetime
    required: Bump
    entries: tuple[Entry, ...]

    def section(self, section: Section) -> tuple[Entry, ...]:
        """Return the entries of one part."""
        return tuple(entry for entry in self.entries if entry.section is section)

    @property
    def sections(self) -> tuple[tuple[Section, tuple[Entry, ...]], ...]:
        """The parts that have entries, in their order."""
        return tuple((part, found) for part in Section if (found := self.section(part)))


def notes(
    contract: Contract, previous: Contract | None, time: datetime, judging: Judging, window: int
) -> Notes:
    """Return the notes of a version against the one that was released before it.

    `time` is when it reached the default branch: from there the `window` in days of what it
    deprecates is counted.
    """
    if previous is None:
        return Notes(contract=contract, previous=None, time=time, required=Bump.NONE, entries=())
    ruleset, _ = judging.ruleset(previous)
    findings = compare(previous, contract, ruleset)
    return Notes(
        contract=contract,
        previous=previous,
        time=time,
        required=honest(required_bump(findings), previous),
        entries=tuple(_entries(findings, time.astimezone(UTC).date() + timedelta(days=window))),
    )


def _entries(findings: Sequence[Finding], first_day: date) -> Iterable[Entry]:
    for finding in sorted(findings, key=_order):
        part = section_of(finding)
        day = first_day if part is Section.DEPRECATED else None
        if finding.subject != _VERSION:
            yield Entry(section=part, finding=finding, first_day=day)


def section_of(finding: Finding) -> Section:
    """Return the part of the notes that a finding on a change belongs to."""
    if finding.weight is Weight.BREAKING:
        return Section.BREAKING
    if finding.name.endswith("-deprecated"):
        return Section.DEPRECATED
    match finding.subject.rpartition(" ")[2]:
        case "added":
            return Section.ADDED
        case "removed":
            return Section.REMOVED
        case _:
            return Section.CHANGED


def _order(finding: Finding) -> tuple[object, ...]:
    return (-finding.weight, finding.path, finding.rule)
