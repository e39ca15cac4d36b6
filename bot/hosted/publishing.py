"""Turns a review into what a pull request shows: wanted states, composed without any call."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from bot.core.approvals.pull_request import PullRequest
from bot.core.approvals.requesting import Reviewer, to_request
from bot.core.errors import Fault
from bot.core.finding import Finding, Weight
from bot.core.policy.settings import Settings
from bot.core.records import dataclass
from bot.core.review import Failed, Passed, Pending, Review, Undecided
from bot.core.text import visible
from bot.hosting import Annotation, Check, Conclusion, Level, Suggestion
from bot.render.escape import code_span, prose
from bot.render.findings import waiver_text, weightiest_first
from bot.render.markdown.review import review_markdown
from bot.render.words import headline, missing_version

CHECK = "Data contracts"
"""The name of the check on what goes to the default branch; other branches have one of their own.

One commit can be the head of two pull requests. If the check into a branch that anyone may make
had the same name, its policy would pass what the default branch's refuses.
"""
UNCONCERNED = "no contract changed"
MOST_SUGGESTIONS = 4
"""Each costs a call; the comment says the same for every contract."""
MOST_FAULTS = 20
"""What a summary tells; the log has them all."""
_LONGEST_LINE = 200

VersionLine = Callable[[tuple[str, str], str], tuple[int, str] | None]
"""Returns the line of a file's version and how it reads with another version; None: not on one.

The file is told by where it was and where it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a pull request is to show. `comment` None: there is nothing to say."""

    comment: str | None
    check: Check
    labels: frozenset[str]
    suggestions: tuple[Suggestion, ...] = ()


def shown(
    review: Review,
    *,
    check: str,
    head: str,
    version_line: VersionLine,
    advisory: bool = False,
) -> Shown:
    """Return what a pull request is to show of a review of its head.

    `advisory`: what does not pass is told, and keeps nobody from merging.
    """
    text = review_markdown(review)
    return Shown(
        comment=text if concerns(review) else None,
        check=Check(
            name=check,
            head=head,
            conclusion=conclusion(review, advisory=advisory),
            title=visible(headline(review)),
            summary=text,
            annotations=tuple(_annotations(review)),
        ),
        labels=labels(review),
        suggestions=tuple(_suggestions(review, version_line)),
    )


def not_judged(faults: Sequence[Fault], *, check: str, head: str) -> Check:
    """Return the check that says why nothing could be judged."""
    return Check(
        name=check,
        head=head,
        conclusion=Conclusion.FAILURE,
        title="Undecided: nothing could be judged",
        summary=faults_markdown(faults),
    )


def faults_markdown(faults: Sequence[Fault], title: str = "Data contracts: not judged") -> str:
    """Return what went wrong, as Markdown."""
    lines = [
        f"* {_placed(one)}{one.code} {prose(one.message)}\n  * What to do: {prose(one.hint)}"
        for one in faults[:MOST_FAULTS]
    ]
    more = len(faults) - len(lines)
    lines += [f"* and {more} more, in the log"] if more > 0 else []
    return "\n".join((f"### {title}", "", *lines, ""))


def _placed(fault: Fault) -> str:
    return f"{code_span(str(fault.where), width=160)}: " if fault.where else ""


def check_name(branch: str, default_branch: str) -> str:
    """Return the name of the check on a pull request that goes to a branch."""
    return CHECK if branch == default_branch else f"{CHECK} for {visible(branch)[:100]}"


def concerns(review: Review) -> bool:
    """Tell whether a review has anything to say: a contract, a policy, a waiver, somebody asked."""
    asked = review.approvals is not None and bool(review.approvals.leaves())
    told = (review.contracts, review.registry, review.faults, review.waivers)
    return any(told) or asked or not isinstance(review.verdict, Passed)


def conclusion(review: Review, *, advisory: bool = False) -> Conclusion:
    """Return how the check ends. What cannot be judged is never green."""
    match review.verdict:
        case Passed():
            return Conclusion.SUCCESS
        case _ if advisory:
            return Conclusion.NEUTRAL
        case Pending():
            return Conclusion.ACTION_REQUIRED
        case Failed() | Undecided():
            return Conclusion.FAILURE


def labels(review: Review) -> frozenset[str]:
    """Return our labels. They tell people something, and are never read as an answer."""
    if not concerns(review):
        return frozenset()
    found = []
    if review.contracts:
        found.append("compatible" if review.compatible else "breaking")
    match review.verdict:
        case Passed():
            pass
        case Failed():
            found.append("blocked")
        case Pending():
            found.append("waiting for approval")
        case Undecided():
            found.append("undecided")
    return frozenset(f"contracts: {word}" for word in found)


def to_ask(review: Review, pull_request: PullRequest, settings: Settings) -> tuple[Reviewer, ...]:
    """Return whom to ask for a review: nobody while the author has to mend the change."""
    tree = review.approvals
    if tree is None or not tree.judged:
        return ()
    return to_request(tree, pull_request, settings.approvals)


def _annotations(review: Review) -> Iterator[Annotation]:
    for fault in review.faults:
        if (told := _of_fault(fault)) is not None:
            yield told
    for finding in weightiest_first(review.findings()):
        if (said := _of_finding(finding)) is not None:
            yield said


def _of_fault(fault: Fault) -> Annotation | None:
    if fault.where is None:
        return None
    return Annotation(
        path=fault.where.file,
        line=fault.where.line,
        level=Level.FAILURE,
        title=f"{fault.code} not readable",
        message=f"{visible(fault.message)}\n{visible(fault.hint)}",
    )


def _of_finding(finding: Finding) -> Annotation | None:
    """Return the note on a finding: on a removal, where the element that enclosed it is now."""
    if finding.head is None:
        return None
    lines = [finding.message, finding.hint]
    if finding.waiver is not None:
        lines = [finding.message, waiver_text(finding.waiver)]
    return Annotation(
        path=finding.head.file,
        line=finding.head.line,
        level=_level(finding),
        title=visible(f"{finding.rule} {finding.path or finding.name}"),
        message="\n".join(map(visible, lines)),
    )


def _level(finding: Finding) -> Level:
    if finding.waiver is not None or finding.weight <= Weight.NOTE:
        return Level.NOTICE
    return Level.FAILURE if finding.weight >= Weight.ERROR else Level.WARNING


def _suggestions(review: Review, version_line: VersionLine) -> Iterator[Suggestion]:
    """Yield the change of each version that is too low, for a click; a few, the first ones."""
    found = 0
    for entry in review.contracts:
        version = missing_version(entry)
        if version is None or not entry.old or not entry.new or found == MOST_SUGGESTIONS:
            continue
        fixed = version_line((entry.old.file, entry.new.file), version)
        if fixed is not None and _is_harmless(fixed[1]):
            found += 1
            yield Suggestion(
                path=entry.new.file,
                line=fixed[0],
                text=fixed[1],
                reason=f"{prose(entry.id)}: this change needs version {code_span(version)}.",
            )


def _is_harmless(text: str) -> bool:
    """Tell whether a line may stand in a block of Markdown as it is."""
    return len(text) <= _LONGEST_LINE and text.isprintable() and "`" not in text
