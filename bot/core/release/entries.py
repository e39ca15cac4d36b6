"""The releases of a contract, each with what it changed against the one before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.core.check import compare, required_bump
from bot.core.contract.model import Contract
from bot.core.finding import Bump, Weight
from bot.core.records import dataclass
from bot.core.review import Judging, facts
from bot.core.versions import honest


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseEntry:
    """One released version: where it is in Git, and what its changes weigh.

    `required` is the bump that the changes needed; `breaking` counts findings that break under
    the contract's mode; `first` is set for the oldest release that is known.
    """

    version: str
    commit: str
    time: datetime
    path: str
    summary: str
    changes: int
    breaking: int
    required: Bump
    first: bool

    def plain(self) -> dict[str, object]:
        """Return the entry as JSON."""
        return {
            "version": self.version,
            "commit": self.commit,
            "time": self.time.isoformat(),
            "path": self.path,
            "summary": self.summary,
            "changes": self.changes,
            "breaking": self.breaking,
            "required_bump": self.required.word,
            "first": self.first,
        }


@dataclass(frozen=True, slots=True)
class Released:
    """A contract as it was released, and by which commit."""

    commit: str
    time: datetime
    summary: str
    contract: Contract


def release_entries(states: Sequence[Released], judging: Judging) -> tuple[ReleaseEntry, ...]:
    """Return an entry for each state, newest first as given; each is judged against the next."""
    entries = []
    for state, before in zip(states, (*states[1:], None), strict=True):
        changes, breaking, required = 0, 0, Bump.NONE
        if before is not None:
            ruleset, _ = judging.ruleset(before.contract)
            findings = compare(before.contract, state.contract, ruleset)
            changes = len(facts(before.contract, state.contract))
            breaking = sum(finding.weight is Weight.BREAKING for finding in findings)
            required = honest(required_bump(findings), before.contract)
        entries.append(
            ReleaseEntry(
                version=state.contract.version,
                commit=state.commit,
                time=state.time,
                path=state.contract.file,
                summary=state.summary,
                changes=changes,
                breaking=breaking,
                required=required,
                first=before is None,
            )
        )
    return tuple(entries)
