"""Judges what a range of commits does to contracts: facts, findings, and one verdict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum

from bot.core.approvals.answer import ApprovalTree
from bot.core.check import Ruleset, Witnesses, compare, gate, lint, required_bump
from bot.core.contract.model import Contract
from bot.core.deprecation.evidence import NO_EVIDENCE, Evidence, Unproven
from bot.core.diff.changes import Added, Change, Changed, Removed, Renamed
from bot.core.diff.walk import diff
from bot.core.errors import Fault
from bot.core.finding import Bump, Finding, Plane, Weight
from bot.core.lineage.reach import Reached, merged
from bot.core.mode import Mode
from bot.core.plain import in_short, plain
from bot.core.policy.settings import Settings, effective
from bot.core.policy.waivers import WaiverChange
from bot.core.policy.window import Window
from bot.core.records import dataclass, replace
from bot.core.rule import Release, Rule
from bot.core.versions import honest, next_version


class State(StrEnum):
    """What became of a contract between two revisions."""

    ADDED = "added"
    CHANGED = "changed"
    MOVED = "moved"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One change as machines and changelogs tell it; `before` and `after` are JSON values."""

    subject: str
    path: str
    before: object = None
    after: object = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractReview:
    """What changed in one contract and what the rules say. One side is None if new or gone.

    `compatible` is the plain answer to the mode's question: no finding on a change breaks, and
    none on the wire or source plane is unsure.
    """

    old: Contract | None
    new: Contract | None
    mode: Mode
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    gate: tuple[Finding, ...]
    lint: tuple[Finding, ...]
    required: Bump
    suggestion: str | None
    impact: tuple[Reached, ...] = ()
    """Whom the changes reach through the lineage of the base."""

    @property
    def id(self) -> str:
        """The contract's id."""
        contract = self.new or self.old
        return contract.id if contract else ""

    @property
    def state(self) -> State:
        """What became of the contract."""
        if self.old is None:
            return State.ADDED
        if self.new is None:
            return State.REMOVED
        moved = self.old.file != self.new.file and not self.facts
        return State.MOVED if moved else State.CHANGED

    @property
    def compatible(self) -> bool:
        """Whether the new contract keeps what the mode promises; one that is gone keeps nothing.

        It may go where no rule on endings holds it: its promises have ended before.
        """
        if self.new is None and any(finding.breaking for finding in self.gate):
            return False
        return not any(blocks(finding) for finding in self.findings)

    def all_findings(self) -> tuple[Finding, ...]:
        """Return every finding on the contract: on changes, on the version, on the text."""
        return (*self.gate, *self.findings, *self.lint)


def blocks(finding: Finding) -> bool:
    """Tell whether a finding on a change keeps the answer from being "compatible"."""
    unsure = finding.weight is Weight.UNSURE and finding.plane in (Plane.WIRE, Plane.SOURCE)
    return finding.weight is Weight.BREAKING or unsure


@dataclass(frozen=True, slots=True)
class Passed:
    """The policy says yes."""

    word = "Passed"


@dataclass(frozen=True, slots=True)
class Failed:
    """The policy says no. `steps` is what to do, in order."""

    steps: tuple[str, ...]
    word = "Failed"


@dataclass(frozen=True, slots=True)
class Undecided:
    """It could not be judged. `steps` is what to do, in order."""

    steps: tuple[str, ...]
    word = "Undecided"


@dataclass(frozen=True, slots=True)
class Pending:
    """The policy says yes as soon as the approvals are there. `steps` is whom to ask, in order."""

    steps: tuple[str, ...]
    word = "Pending"


Verdict = Passed | Failed | Pending | Undecided


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The whole answer: contracts in the order of their paths, faults of files, the verdict.

    `approvals` is None where the repository has no policy file: nobody is asked there.
    """

    base: str
    head: str
    contracts: tuple[ContractReview, ...]
    registry: tuple[Finding, ...]
    faults: tuple[Fault, ...]
    verdict: Verdict
    waivers: tuple[WaiverChange, ...] = ()
    approvals: ApprovalTree | None = None

    @property
    def required(self) -> Bump:
        """The greatest bump that any contract needs."""
        return max((entry.required for entry in self.contracts), default=Bump.NONE)

    @property
    def compatible(self) -> bool:
        """Whether every contract keeps what its mode promises; of one not read, nobody knows."""
        return not self.faults and all(entry.compatible for entry in self.contracts)

    @property
    def impact(self) -> tuple[Reached, ...]:
        """Whom the changes of all contracts reach, each once, in the order of their names."""
        return merged(one for entry in self.contracts for one in entry.impact)

    def findings(self) -> tuple[Finding, ...]:
        """Return every finding, contract by contract, then those on the registry."""
        told = [found for entry in self.contracts for found in entry.all_findings()]
        return (*told, *self.registry)


@dataclass(frozen=True, slots=True, kw_only=True)
class LintReport:
    """What is wrong in the files: faults of reading, and findings, both in file order."""

    files: int
    faults: tuple[Fault, ...]
    findings: tuple[Finding, ...]

    @property
    def clean(self) -> bool:
        """Whether nothing weighs as an error."""
        return not self.faults and not any(finding.breaking for finding in self.findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judging:
    """What a review judges by: the catalogue, the policy, and how to look for witnesses.

    `lints` False: only the change is judged, not what is wrong in the new text. `today` is the day
    in UTC; without it no waiver holds.
    """

    rules: Sequence[Rule]
    settings: Settings
    witnesses: Witnesses | None = None
    lints: bool = True
    today: date | None = None

    def ruleset(self, contract: Contract, mode: Mode | None = None) -> tuple[Ruleset, Mode]:
        """Return the rules with the weights that hold for a contract, and its mode."""
        own = effective(self.settings, contract)
        chosen = mode or own.compatibility
        ruleset = Ruleset(
            rules=self.rules,
            weights=own.weights,
            direction=chosen.direction,
            conventions=self.settings.conventions,
            settings=self.settings,
        )
        return ruleset, chosen

    def window(self, contract: Contract) -> Window:
        """Return how long something of a contract must have been deprecated before it goes."""
        return effective(self.settings, contract).window

    def general(self) -> Ruleset:
        """Return the rules with the repository's own weights: for what spans contracts."""
        return Ruleset(
            rules=self.rules,
            weights=self.settings.rules,
            direction=self.settings.compatibility.direction,
            conventions=self.settings.conventions,
        )


def facts(old: Contract, new: Contract) -> tuple[Fact, ...]:
    """Return the changes between two contracts as facts."""
    return tuple(_fact(change) for change in diff(old, new))


def _fact(change: Change) -> Fact:
    match change:
        case Added():
            return Fact(
                subject=change.subject, path=change.place.path, after=in_short(change.element)
            )
        case Removed():
            return Fact(
                subject=change.subject, path=change.place.path, before=in_short(change.element)
            )
        case Renamed():
            return Fact(
                subject=change.subject,
                path=change.place.path,
                before=change.old_name,
                after=change.new_name,
            )
        case Changed():
            return Fact(
                subject=change.subject,
                path=change.place.path,
                before=plain(change.old),
                after=plain(change.new),
            )
        case _:
            return Fact(subject=change.subject, path=change.place.path)


def review_contract(  # noqa: PLR0913  # the two sides, and what to judge them by
    old: Contract,
    new: Contract,
    judging: Judging,
    *,
    mode: Mode | None = None,
    earlier: Sequence[Contract] = (),
    published: Mapping[str, str] | None = None,
    evidence: Evidence = NO_EVIDENCE,
) -> ContractReview:
    """Return the review of one contract's step from old to new.

    `mode` overrides the policy's. `earlier` has the line's earlier releases, newest first, for
    a transitive mode: a break that only an earlier one shows is told with that release's
    version. `published` has the versions already released, with the hash of their content;
    `evidence` is what history proves about what goes.
    """
    ruleset, chosen = judging.ruleset(old, mode)
    findings = compare(old, new, ruleset, judging.witnesses)
    if chosen.transitive:
        findings = (*findings, *_transitive(findings, earlier, new, ruleset, judging.witnesses))
    told = facts(old, new)
    required = honest(required_bump(findings), old)
    release = Release(
        old=old,
        new=new,
        required=required,
        changed=bool(told),
        published=published,
        evidence=evidence,
    )
    return ContractReview(
        old=old,
        new=new,
        mode=chosen,
        facts=told,
        findings=findings,
        gate=gate(release, ruleset),
        lint=lint(new, ruleset) if judging.lints else (),
        required=required,
        suggestion=next_version(old.version, required),
    )


def _transitive(
    known: Iterable[Finding],
    earlier: Sequence[Contract],
    new: Contract,
    ruleset: Ruleset,
    witnesses: Witnesses | None,
) -> list[Finding]:
    """Return what breaks against an earlier release and was not told of the last one."""
    seen = {(finding.rule, finding.path) for finding in known if finding.breaking}
    found = []
    for release in earlier:
        for finding in compare(release, new, ruleset, witnesses):
            if blocks(finding) and (finding.rule, finding.path) not in seen:
                seen.add((finding.rule, finding.path))
                found.append(replace(finding, release=release.version))
    return found


def review_new(
    new: Contract,
    judging: Judging,
    *,
    published: Mapping[str, str] | None = None,
    evidence: Evidence = NO_EVIDENCE,
    before: Unproven | None = None,
) -> ContractReview:
    """Return the review of a contract that the base does not have.

    `before` says why it may have had one that nobody can read.
    """
    ruleset, mode = judging.ruleset(new)
    release = Release(
        old=None,
        new=new,
        required=Bump.NONE,
        changed=True,
        published=published,
        evidence=evidence,
        before=before,
    )
    return ContractReview(
        old=None,
        new=new,
        mode=mode,
        facts=(),
        findings=(),
        gate=gate(release, ruleset),
        lint=lint(new, ruleset),
        required=Bump.NONE,
        suggestion=None,
    )


def review_removed(
    old: Contract, judging: Judging, *, evidence: Evidence = NO_EVIDENCE
) -> ContractReview:
    """Return the review of a contract that the head no longer has."""
    ruleset, mode = judging.ruleset(old)
    release = Release(old=old, new=None, required=Bump.NONE, changed=True, evidence=evidence)
    return ContractReview(
        old=old,
        new=None,
        mode=mode,
        facts=(),
        findings=(),
        gate=gate(release, ruleset),
        lint=(),
        required=Bump.NONE,
        suggestion=None,
    )
