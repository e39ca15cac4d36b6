"""Reviews and lint reports as JUnit's XML, which most build servers show.

There is no standard; this is the form that Jenkins, GitLab and Azure read: a suite for each
contract or file, a case for each finding. What the policy forbids fails, what asks for a look is
skipped with a message, and so is what is waived; notes pass and tell themselves in `system-out`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeVar
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from bot.core.approvals.answer import ApprovalTree, State
from bot.core.errors import Fault
from bot.core.finding import Finding, Weight
from bot.core.review import LintReport, Review
from bot.render.approvals import approval_rows
from bot.render.escape import xml
from bot.render.findings import place_text, step_text, waiver_text, weightiest_first, what
from bot.render.words import file_of, headline, lint_summary

_Item = TypeVar("_Item", Finding, Fault)


def review_junit(review: Review) -> str:
    """Return a review as XML: a suite for each contract, one for each file not readable."""
    suites = [*_fault_suites(review.faults)]
    for entry in review.contracts:
        findings = weightiest_first(entry.all_findings())
        suites.append(_suite(f"{entry.id} ({file_of(entry)})", entry.id, findings))
    if review.registry:
        suites.append(_suite("across contracts", "registry", weightiest_first(review.registry)))
    if review.approvals is not None and review.approvals.judged:
        suites.append(_approvals(review.approvals))
    return _written(headline(review), suites)


def lint_junit(report: LintReport) -> str:
    """Return a lint report as XML: a suite for each file in which something was found."""
    suites = [*_fault_suites(report.faults)]
    for file, findings in _grouped(report.findings, _file_of_finding):
        suites.append(_suite(file, file, findings))
    return _written(lint_summary(report), suites or [_suite("every file", "lint", ())])


def _grouped(
    items: Iterable[_Item], file: Callable[[_Item], str]
) -> Iterator[tuple[str, list[_Item]]]:
    for name, members in groupby(sorted(items, key=file), file):
        yield name, list(members)


def _file_of_finding(finding: Finding) -> str:
    return finding.head.file if finding.head else finding.contract


def _file_of_fault(fault: Fault) -> str:
    return fault.where.file if fault.where else "input"


def _fault_suites(faults: Iterable[Fault]) -> Iterator[Element]:
    for file, members in _grouped(faults, _file_of_fault):
        suite = _new_suite(file, len(members), errors=len(members))
        for fault in members:
            case = _case(suite, f"{fault.code} {fault.where or file}", file)
            told = SubElement(case, "error", message=xml(fault.message), type=str(fault.code))
            told.text = xml(fault.hint)
        yield suite


def _suite(name: str, owner: str, findings: Sequence[Finding]) -> Element:
    failures = sum(finding.breaking for finding in findings)
    skipped = sum(map(_is_skipped, findings))
    suite = _new_suite(name, max(len(findings), 1), failures=failures, skipped=skipped)
    for finding in findings:
        _finding(suite, owner, finding)
    if not findings:
        _case(suite, "nothing found", owner)
    return suite


def _approvals(tree: ApprovalTree) -> Element:
    """Return the suite of approvals: what is missing fails, what cannot be judged is an error."""
    told = approval_rows(tree)
    counts = Counter(row.state for row in told)
    suite = _new_suite(
        "approvals",
        len(told),
        failures=counts[State.PENDING],
        errors=counts[State.UNDECIDED],
    )
    for row in told:
        case = _case(suite, row.needed, "approvals")
        kind = {State.PENDING: "failure", State.UNDECIDED: "error"}.get(row.state)
        if kind is not None:
            SubElement(case, kind, message=xml(row.given), type=str(row.state)).text = xml(
                f"{row.why}: {row.who}"
            )
    return suite


def _is_skipped(finding: Finding) -> bool:
    return not finding.breaking and (finding.waiver is not None or finding.weight > Weight.NOTE)


def _new_suite(
    name: str, tests: int, *, failures: int = 0, errors: int = 0, skipped: int = 0
) -> Element:
    return Element(
        "testsuite",
        name=xml(name),
        tests=str(tests),
        failures=str(failures),
        errors=str(errors),
        skipped=str(skipped),
        time="0",
    )


def _case(suite: Element, name: str, owner: str) -> Element:
    return SubElement(suite, "testcase", name=xml(name), classname=xml(owner), time="0")


def _finding(suite: Element, owner: str, finding: Finding) -> None:
    case = _case(suite, f"{finding.rule} {what(finding)} {finding.path}".rstrip(), owner)
    text = "\n".join(map(xml, _told(finding)))
    if finding.breaking:
        failure = SubElement(
            case, "failure", message=xml(finding.message), type=finding.weight.word
        )
        failure.text = text
        return
    if _is_skipped(finding):
        told = waiver_text(finding.waiver) if finding.waiver else finding.weight.word
        SubElement(case, "skipped", message=xml(f"{told}: {finding.message}"))
    SubElement(case, "system-out").text = text


def _told(finding: Finding) -> Iterator[str]:
    yield f"{place_text(finding)}: {finding.weight.word}: {finding.message}"
    if finding.before is not None or finding.after is not None:
        yield step_text(finding.before, finding.after)
    yield finding.hint


def _written(name: str, suites: Sequence[Element]) -> str:
    root = Element("testsuites", name=xml(name))
    for total in ("tests", "failures", "errors", "skipped"):
        root.set(total, str(sum(int(suite.get(total, "0")) for suite in suites)))
    root.set("time", "0")
    root.extend(suites)
    indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'
