"""Says to people on a terminal what is wrong in files, as `file:line:column: CODE message`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from bot.core.finding import Finding
from bot.core.review import LintReport
from bot.render.escape import line
from bot.render.findings import waiver_text, weight_text
from bot.render.text.faults import fault_blocks
from bot.render.text.page import GAP, Block, Line, Pairs, Tone, tone_of
from bot.render.words import counted, lint_summary

MOST_LINES = 500
_LONGEST_TEXT = 600


def lint_page(report: LintReport) -> Iterator[Block]:
    """Yield the page: file by file what is wrong, then each hint once, then the sum."""
    if report.faults:
        yield from fault_blocks(report.faults, MOST_LINES)
        yield GAP
    told = report.findings[:MOST_LINES]
    for _, findings in groupby(told, _file_of_finding):
        for finding in findings:
            tone = tone_of(finding.weight) if finding.waiver is None else Tone.QUIET
            yield Line(_line(finding), tone, hang=2)
        yield GAP
    left_out = len(report.findings) - len(told)
    if left_out:
        yield Line(f"and {counted(left_out, 'more', 'more')}; --format json has all", Tone.QUIET)
        yield GAP
    yield from _hints(told)
    yield Line(lint_summary(report), _tone(report))


def _file_of_finding(finding: Finding) -> str:
    return finding.head.file if finding.head else ""


def _line(finding: Finding) -> str:
    place = f"{finding.head}:{finding.head.column}: " if finding.head else ""
    excuse = f" ({waiver_text(finding.waiver)})" if finding.waiver else ""
    told = f"{place}{finding.rule} {weight_text(finding)} {finding.message}{excuse}"
    return line(told, _LONGEST_TEXT)


def _hints(findings: Iterable[Finding]) -> Iterator[Block]:
    """Yield what to do about each rule that struck, once."""
    asking = [finding for finding in findings if finding.waiver is None]
    hints = {finding.rule: line(finding.hint, _LONGEST_TEXT) for finding in reversed(asking)}
    if hints:
        yield Line("What to do", Tone.TITLE)
        yield Pairs(tuple(sorted(hints.items())))
        yield GAP


def _tone(report: LintReport) -> Tone:
    if not report.clean:
        return Tone.BAD
    return Tone.DOUBTFUL if report.findings else Tone.GOOD
