"""The words on reviews and reports that all formats for people share: verdicts and counts.

Nothing here is escaped: each format does that at its last step. Texts of contracts stand in
backticks, as in the messages of rules.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from bot.core.errors import Fault
from bot.core.finding import Bump, Finding, Weight
from bot.core.review import (
    ContractReview,
    Failed,
    LintReport,
    Passed,
    Pending,
    Review,
    State,
    Undecided,
)
from bot.core.versions import parse

_POLICY = "DC872"
_COUNTED = (
    (Weight.BREAKING, "breaking change", "breaking changes"),
    (Weight.ERROR, "error", "errors"),
    (Weight.UNSURE, "change that may break", "changes that may break"),
    (Weight.WARNING, "warning", "warnings"),
    (Weight.NOTE, "note", "notes"),
)


def headline(review: Review) -> str:
    """Return the verdict and its reason in one line."""
    found = review.findings()
    told = weights(found, least=Weight.WARNING)
    deleted = sum(entry.state is State.REMOVED for entry in review.contracts)
    if deleted:
        told = [f"{counted(deleted, 'contract', 'contracts')} deleted", *told]
    elif review.contracts and not any(finding.weight is Weight.BREAKING for finding in found):
        told = ["no breaking change", *told]
    told = [*told, *unreadable(review.faults)] or [_unconcerned(review)]
    return f"{review.verdict.word}: {', '.join(told)}{_versions(review)}"


def _unconcerned(review: Review) -> str:
    """Return that no contract changed, and where none was looked for."""
    moved = any(found.rule == _POLICY and found.path == "contracts" for found in review.registry)
    told = " where the policy of the base looks; the new places hold once this is merged"
    return f"no contract changed{told if moved else ''}"


def _versions(review: Review) -> str:
    """Return what the versions of the contracts, or approvals, have to do with the verdict."""
    match review.verdict:
        case Failed():
            short = [found for entry in review.contracts if (found := missing_version(entry))]
            if len(short) == len(review.contracts) == 1:
                return f"; `version` must be {short[0]}"
            need = counted(len(short), "contract needs", "contracts need")
            return f"; {need} a new version" if short else ""
        case Passed():
            broken = [entry for entry in review.contracts if entry.required is Bump.MAJOR]
            if len(broken) == 1 and broken[0].new and not missing_version(broken[0]):
                return f"; version {broken[0].new.version} announces it"
            return ""
        case Pending() | Undecided():
            return _approvals(review)


def _approvals(review: Review) -> str:
    """Return what approvals have to do with the verdict."""
    if review.approvals is None:
        return ""
    from bot.render.approvals import (  # noqa: PLC0415  # most comparisons have none
        missing_approvals,
        unclear_approvals,
    )

    if unclear_approvals(review.approvals):
        return "; approvals cannot be judged"
    missing = missing_approvals(review.approvals)
    return f"; {counted(missing, 'approval is', 'approvals are')} missing" if missing else ""


def missing_version(entry: ContractReview) -> str | None:
    """Return the version that the contract needs and has not reached, None where it has."""
    if entry.old is None or entry.new is None or entry.suggestion is None:
        return None
    wanted, written = parse(entry.suggestion), parse(entry.new.version)
    if wanted is None or (written is not None and written >= wanted):
        return None
    return entry.suggestion


def weights(findings: Iterable[Finding], *, least: Weight = Weight.NOTE) -> list[str]:
    """Return how many findings there are of each weight, the weightiest first, waived ones last."""
    told = [finding for finding in findings if finding.weight >= least]
    counts = Counter(finding.weight for finding in told if finding.waiver is None)
    waived = sum(finding.waiver is not None for finding in told)
    return [
        *(counted(counts[weight], one, many) for weight, one, many in _COUNTED if counts[weight]),
        *([counted(waived, "waived finding", "waived findings")] if waived else []),
    ]


def counted(number: int, one: str, many: str) -> str:
    """Return a number with its noun: `1 note`, `2,300 notes`."""
    return f"{number:,} {one if number == 1 else many}"


def unreadable(faults: Iterable[Fault]) -> list[str]:
    """Return how many files could not be read; nothing where all could."""
    files = {fault.where.file if fault.where else "" for fault in faults}
    return (
        [counted(len(files), "file could not be read", "files could not be read")] if files else []
    )


def lint_summary(report: LintReport) -> str:
    """Return the one line that sums up a lint report."""
    told = [*weights(report.findings), *unreadable(report.faults)] or ["nothing to mend"]
    return f"{counted(report.files, 'file', 'files')}: {', '.join(told)}"


def file_of(entry: ContractReview) -> str:
    """Return the file that the contract is in, or was in before it went."""
    contract = entry.new or entry.old
    return contract.file if contract else ""


def title(entry: ContractReview) -> str:
    """Return the contract's id, what became of it, and its file."""
    old, new = entry.old, entry.new
    if old is not None and new is not None:
        versions = f"{old.version} → {new.version}" if old.version != new.version else new.version
        moved = f", unchanged from `{old.file}`" if entry.state is State.MOVED else ""
        return f"`{entry.id}` {versions} in `{new.file}`{moved}"
    if new is not None:
        return f"`{entry.id}` {new.version} is new, in `{new.file}`"
    return f"`{entry.id}` {old.version} is gone, was in `{old.file}`" if old else f"`{entry.id}`"


def answer(entry: ContractReview) -> str:
    """Return whether the new contract is compatible, and which version that asks for."""
    if entry.state is State.ADDED:
        return "New: nobody relies on it yet."
    if entry.state is State.REMOVED:
        return "Removed: whoever relies on it loses it."
    kept = "Compatible" if entry.compatible else "Not compatible"
    told = f"{kept} under the mode {entry.mode}."
    if entry.required is Bump.NONE:
        return f"{told} No new version is needed."
    version = f", to {entry.suggestion}" if entry.suggestion else ""
    return f"{told} Required bump: {entry.required.word}{version}."
