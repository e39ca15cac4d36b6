"""Says a review in a pull request: the verdict, what to do now, then every contract."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot import __version__
from bot.core.errors import Fault
from bot.core.finding import Finding, Weight
from bot.core.review import ContractReview, Passed, Review, blocks
from bot.render.escape import code_span, prose
from bot.render.findings import place_text, waiver_text, weightiest_first, witness_rows
from bot.render.markdown.approvals import approval_parts
from bot.render.markdown.budget import Part, Rank, bounded, fitted
from bot.render.markdown.impact import impact_parts
from bot.render.markdown.parts import details, finding_row, findings_table
from bot.render.words import answer, counted, headline, missing_version, title, weights

MOST_ROWS = 20
FEW_NOTES = 5
_LONGEST_STEP = 500
_LONGEST_TITLE = 240
_LONGEST_TEXT = 600
_DETAILS = 12_000
"""No list that unfolds is longer than that."""


def review_markdown(review: Review) -> str:
    """Return a review as Markdown for a comment, never longer than one may be."""
    return fitted(tuple(review_parts(review)))


def review_parts(review: Review) -> Iterator[Part]:
    """Yield the parts of the report, from the verdict to the footer."""
    yield Part(f"### Data contracts {prose(_lowered(headline(review)))}", Rank.ALWAYS)
    steps = () if isinstance(review.verdict, Passed) else review.verdict.steps
    if steps:
        yield Part(_steps(steps), Rank.ALWAYS)
    if review.faults:
        yield Part(f"#### Could not be read\n\n{_faults(review.faults)}")
    for entry in review.contracts:
        yield from _contract(entry)
    yield from impact_parts(review.impact)
    if review.approvals is not None:
        yield from approval_parts(review.approvals)
    if review.registry:
        yield from _findings("#### Across contracts", review.registry)
    yield Part(
        f"From {code_span(review.base, width=80)} to {code_span(review.head, width=80)}, "
        f"judged by Contract Steward {__version__}.",
        Rank.ALWAYS,
    )


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


def _steps(steps: Sequence[str]) -> str:
    lines = [
        f"{number}. {prose(step, width=_LONGEST_STEP)}"
        for number, step in enumerate(steps[:MOST_ROWS], 1)
    ]
    return "\n".join(("**What to do now**", "", *lines, *_more(len(steps) - MOST_ROWS)))


def _more(number: int) -> list[str]:
    return [f"\nand {number:,} more"] if number > 0 else []


def _faults(faults: Sequence[Fault]) -> str:
    lines = []
    for fault in faults[:MOST_ROWS]:
        place = f"{code_span(str(fault.where), width=160)} " if fault.where else ""
        message = prose(fault.message, width=_LONGEST_STEP)
        hint = prose(fault.hint, width=_LONGEST_STEP)
        lines.append(f"* {place}{fault.code} {message}\n  * {hint}")
    return "\n".join([*lines, *_more(len(faults) - MOST_ROWS)])


def _contract(entry: ContractReview) -> Iterator[Part]:
    head = f"#### {prose(title(entry), width=_LONGEST_TITLE)}\n\n{prose(answer(entry))}"
    yield from _findings(head, entry.all_findings())
    version = missing_version(entry)
    if version is not None and entry.new is not None:
        yield Part(details("Set the version", _version(entry, version)), Rank.DETAIL)


def _version(entry: ContractReview, version: str) -> str:
    if entry.new is None:
        return ""
    (line, _), _ = entry.new.node.marks.get("version", ((1, 1), (1, 1)))
    place = code_span(entry.new.file, width=160)
    return f"In {place}, line {line}:\n\n```yaml\nversion: {version}\n```"


def _findings(head: str, findings: Iterable[Finding]) -> Iterator[Part]:
    """Yield the head with a table of what matters, then what unfolds: reasons, the full list.

    Notes are counted, not listed, unless they are few or all that is to be said.
    """
    ordered = weightiest_first(findings)
    notes = [finding for finding in ordered if finding.weight <= Weight.NOTE]
    rest = ordered[: len(ordered) - len(notes)]
    told = (rest if rest and len(notes) > FEW_NOTES else ordered)[:MOST_ROWS]
    left = ordered[len(told) :]
    texts = [head]
    if told:
        texts.append(findings_table(map(finding_row, told)))
    if left:
        texts.append(f"and {', '.join(weights(left))}, in the full list below")
    yield Part("\n\n".join(texts))
    excused = [finding for finding in ordered if finding.waiver is not None]
    if excused:
        yield Part(f"**Waived**\n\n{_excuses(excused)}")
    asking = [finding for finding in rest if finding.waiver is None]
    reasons = [finding for finding in asking if blocks(finding) or finding.breaking]
    if reasons:
        yield Part(details("Why, and rows that show it", _reasons(reasons)), Rank.DETAIL)
    if left:
        yield Part(details(f"All {len(ordered):,} findings", _full_list(ordered)), Rank.DETAIL)


def _excuses(findings: Sequence[Finding]) -> str:
    lines, left = bounded(findings, _excuse, _DETAILS)
    return "\n".join((*lines, *_left(left)))


def _excuse(finding: Finding) -> str:
    name = prose(f"{finding.rule} {finding.name}")
    at = f" at {code_span(finding.path, width=160)}" if finding.path else ""
    told = waiver_text(finding.waiver) if finding.waiver else ""
    return f"* {name}{at}: {prose(told, width=_LONGEST_TEXT)}"


def _full_list(findings: Sequence[Finding]) -> str:
    rows, left = bounded(findings, finding_row, _DETAILS)
    return "\n".join((findings_table(rows), *_left(left)))


def _reasons(findings: Sequence[Finding]) -> str:
    lines, left = bounded(findings, _reason, _DETAILS)
    return "\n".join((*lines, *_left(left)))


def _left(number: int) -> list[str]:
    told = counted(number, "more", "more")
    return [f"\nand {told}; `--format json` has all"] if number else []


def _reason(finding: Finding) -> str:
    message = prose(finding.message, width=_LONGEST_TEXT)
    evidence = (f"  * {line}" for line in _evidence(finding))
    name = prose(f"{finding.rule} {finding.name}")
    against = f" against {code_span(finding.release, width=80)}" if finding.release else ""
    return "\n".join((f"* **{name}**{against}: {message}", *evidence))


def _evidence(finding: Finding) -> Iterator[str]:
    if finding.witness is not None:
        (accepts, row), (refuses, fault) = witness_rows(finding.witness)
        yield f"{accepts} {code_span(row, width=_LONGEST_TEXT)}"
        yield f"{refuses}: {prose(fault, width=_LONGEST_TEXT)}"
    if finding.impacted:
        yield f"reaches {', '.join(code_span(name, width=80) for name in finding.impacted[:20])}"
    yield f"at {code_span(place_text(finding), width=160)}"
    yield f"instead: {prose(finding.hint, width=_LONGEST_TEXT)}"
