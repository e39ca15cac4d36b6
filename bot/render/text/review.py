"""Says a review to people on a terminal: the verdict, what to do, then every contract."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.core.finding import Finding, Weight
from bot.core.review import (
    ContractReview,
    Failed,
    Passed,
    Pending,
    Review,
    Undecided,
    blocks,
)
from bot.render.escape import line
from bot.render.findings import (
    place_text,
    step_text,
    waiver_text,
    weight_text,
    weightiest_first,
    what,
    witness_rows,
)
from bot.render.text.faults import fault_blocks
from bot.render.text.impact import impact_blocks
from bot.render.text.page import GAP, Block, Line, Pairs, Row, Steps, Table, Tone, tone_of
from bot.render.words import answer, counted, file_of, headline, title, weights

MOST_ROWS = 60
MOST_REASONS = 12
FEW_NOTES = 5
_LONGEST_CELL = 160
_LONGEST_VALUE = 72
_LONGEST_TEXT = 600
_HEAD = ("weight", "path", "what", "before → after")


def review_page(review: Review) -> Iterator[Block]:
    """Yield the page of a review."""
    yield Line(headline(review), _tone(review))
    steps = () if isinstance(review.verdict, Passed) else review.verdict.steps
    if steps:
        yield GAP
        yield Line("What to do now", Tone.TITLE)
        yield Steps(tuple(line(step, _LONGEST_TEXT) for step in steps[:MOST_ROWS]))
        yield from _more(len(steps) - MOST_ROWS, "step", "steps")
    if review.faults:
        yield GAP
        yield Line("Could not be read", Tone.TITLE)
        yield from fault_blocks(review.faults, MOST_ROWS)
    for entry in review.contracts:
        yield GAP
        yield from _contract(entry, alone=len(review.contracts) == 1)
    yield from impact_blocks(review.impact)
    if review.approvals is not None:
        from bot.render.text.approvals import approval_blocks  # noqa: PLC0415  # diff has none

        yield from approval_blocks(review.approvals)
    if review.registry:
        yield GAP
        yield Line("Across contracts", Tone.TITLE)
        yield from _findings(review.registry, alone=False, file="")


def _tone(review: Review) -> Tone:
    match review.verdict:
        case Passed():
            return Tone.GOOD if review.compatible else Tone.DOUBTFUL
        case Failed():
            return Tone.BAD
        case Undecided() | Pending():
            return Tone.DOUBTFUL


def _contract(entry: ContractReview, *, alone: bool) -> Iterator[Block]:
    yield Line(line(title(entry), _LONGEST_TEXT), Tone.TITLE)
    yield Line(answer(entry))
    yield from _findings(entry.all_findings(), alone=alone, file=file_of(entry))


def _findings(findings: Iterable[Finding], *, alone: bool, file: str) -> Iterator[Block]:
    """Yield a table of the findings, and the reasons of those that matter.

    Notes are counted, not listed, unless they are few or all that is to be said. `file` is the
    one that the head names: its places are told by their lines alone.
    """
    ordered = weightiest_first(findings)
    notes = [finding for finding in ordered if finding.weight <= Weight.NOTE]
    rest = ordered[: len(ordered) - len(notes)]
    told = ordered if len(notes) <= FEW_NOTES or (alone and not rest) else rest
    if told:
        yield GAP
        yield Table((*_HEAD, "line" if file else "where"), _rows(told[:MOST_ROWS], file))
        yield from _more(len(told) - MOST_ROWS, "finding", "findings")
    if len(told) < len(ordered):
        yield Line(f"and {weights(notes)[0]}; --format markdown or json lists them", Tone.QUIET, 2)
    excused = [finding for finding in ordered if finding.waiver is not None]
    asking = [finding for finding in rest if finding.waiver is None]
    yield from _reasons([finding for finding in asking if blocks(finding) or finding.breaking])
    yield from _excuses(excused)


def _excuses(findings: Sequence[Finding]) -> Iterator[Block]:
    """Yield what is waived: by whom, until when, and why."""
    for finding in findings[:MOST_ROWS]:
        if finding.waiver is not None:
            yield GAP
            place = line(place_text(finding), _LONGEST_CELL)
            yield Line(f"{finding.rule} {what(finding)} at {place}", Tone.QUIET, indent=2, hang=2)
            yield Line(line(waiver_text(finding.waiver), _LONGEST_TEXT), indent=4)
    yield from _more(len(findings) - MOST_ROWS, "waived finding", "waived findings")


def _rows(findings: Iterable[Finding], file: str) -> tuple[Row, ...]:
    return tuple(_row(finding, file) for finding in findings)


def _row(finding: Finding, file: str) -> Row:
    before, after = finding.before, finding.after
    return Row(
        (
            weight_text(finding),
            line(finding.path, _LONGEST_CELL),
            line(what(finding), _LONGEST_CELL),
            line(step_text(before, after), _LONGEST_VALUE),
            line(place_text(finding, file), _LONGEST_CELL),
        ),
        tone_of(finding.weight) if finding.waiver is None else Tone.QUIET,
    )


def _reasons(findings: Sequence[Finding]) -> Iterator[Block]:
    for finding in findings[:MOST_REASONS]:
        yield GAP
        place = line(place_text(finding), _LONGEST_CELL)
        yield Line(f"{finding.rule} {what(finding)} at {place}", Tone.TITLE, indent=2, hang=2)
        yield Line(line(finding.message, _LONGEST_TEXT), indent=4)
        yield Pairs(tuple(_pairs(finding)), indent=4)
    yield from _more(len(findings) - MOST_REASONS, "reason", "reasons")


def _pairs(finding: Finding) -> Iterator[tuple[str, str]]:
    if finding.witness is not None:
        for label, text in witness_rows(finding.witness):
            yield label, line(text, _LONGEST_TEXT)
    if finding.impacted:
        yield "reaches", line(", ".join(finding.impacted), _LONGEST_TEXT)
    yield "instead", line(finding.hint, _LONGEST_TEXT)


def _more(number: int, one: str, many: str) -> Iterator[Block]:
    if number > 0:
        yield Line(
            f"and {counted(number, f'more {one}', f'more {many}')}; --format json has all",
            Tone.QUIET,
            2,
        )
