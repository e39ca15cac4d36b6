"""Lays the waivers of contracts over what a review or a lint found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from bot.core.catalogue import Catalogue, JudgeKind
from bot.core.check import oversee
from bot.core.finding import Finding
from bot.core.policy.waivers import Applied, apply
from bot.core.records import replace
from bot.core.review import ContractReview, Judging
from bot.core.rule import OnChange, OnElement, OnRegistry, OnRelease
from bot.core.waiver import Waiver, stem

_IN_REVIEW: tuple[JudgeKind, ...] = (OnChange, OnElement, OnRelease)
_IN_LINT: tuple[JudgeKind, ...] = (OnElement, OnRegistry)


def excused(entry: ContractReview, waivers: Sequence[Waiver], judging: Judging) -> ContractReview:
    """Return the review of a contract under its waivers.

    A finding that is waived keeps its place and its weight, and demands the bump that it demanded;
    it fails nothing. What is wrong with the waivers themselves is told beside the version. Without
    a day to judge by, no waiver holds and none is judged.
    """
    contract = entry.new or entry.old
    if judging.today is None or contract is None or not waivers:
        return entry
    applied = apply(
        waivers,
        entry.all_findings(),
        judging.today,
        judging.settings.waivers,
        sought=_sought(judging, _IN_REVIEW),
    )
    ruleset, _ = judging.ruleset(contract)
    about = oversee(applied.uses, contract.id, ruleset)
    first = len(entry.gate)
    second = first + len(entry.findings)
    return replace(
        entry,
        gate=(*applied.findings[:first], *about),
        findings=applied.findings[first:second],
        lint=applied.findings[second:],
    )


def excused_files(
    findings: Sequence[Finding], waivers: Sequence[Waiver], judging: Judging, files: Iterable[str]
) -> tuple[Finding, ...]:
    """Return the findings on files under the waivers beside each, and those on the waivers.

    `files` are all that were looked at: waivers beside none of them cover nothing.
    """
    if judging.today is None or not waivers:
        return tuple(findings)
    beside: defaultdict[str, list[Waiver]] = defaultdict(list)
    for waiver in waivers:
        beside[stem(waiver.where.file)].append(waiver)
    groups: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        groups[stem(finding.head.file) if finding.head else ""].append(finding)
    told: list[Finding] = []
    asked = _sought(judging, _IN_LINT)
    known = {stem(file) for file in files}
    for name in dict.fromkeys((*groups, *beside)):
        sought = asked if name in known else _everything
        told += _laid(beside.get(name, ()), groups.get(name, ()), judging, sought)
    return tuple(told)


_Sought = Callable[[str | None], bool]


def _everything(_rule: str | None) -> bool:
    return True


def _laid(
    waivers: Sequence[Waiver], findings: Sequence[Finding], judging: Judging, sought: _Sought
) -> tuple[Finding, ...]:
    if judging.today is None or not waivers:
        return tuple(findings)
    applied: Applied = apply(
        waivers, findings, judging.today, judging.settings.waivers, sought=sought
    )
    contract = next((finding.contract for finding in findings if finding.contract), "")
    return (*applied.findings, *oversee(applied.uses, contract, judging.general()))


def _sought(judging: Judging, kinds: tuple[JudgeKind, ...]) -> _Sought:
    """Return what tells of a rule's name whether rules of its kind were asked.

    A waiver that names a fingerprint alone may cover the finding of any rule.
    """
    asked = {entry.name for entry in Catalogue.of(judging.rules).entries if entry.judge in kinds}
    return lambda name: name in asked
