"""Says a lint report as Markdown, for job summaries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.core.errors import Fault
from bot.core.finding import Finding, Weight
from bot.core.review import LintReport
from bot.render.escape import code_span, prose
from bot.render.findings import waiver_text, weight_text, weightiest_first
from bot.render.markdown.budget import Part, Rank, bounded, fitted
from bot.render.markdown.parts import details, row, table
from bot.render.words import lint_summary

_LONGEST_TEXT = 300
_TABLE = 40_000
_HEAD = ("weight", "what", "where")


def lint_markdown(report: LintReport) -> str:
    """Return a lint report as Markdown: the sum, what could not be read, findings, hints."""
    return fitted(tuple(_parts(report)))


def _parts(report: LintReport) -> Iterator[Part]:
    yield Part(f"### Data contracts: {prose(lint_summary(report))}", Rank.ALWAYS)
    if report.faults:
        rows = bounded(report.faults, _fault_row, _TABLE)
        yield _table("#### Could not be read", *rows)
    if report.findings:
        ordered = weightiest_first(report.findings)
        yield _table("#### Findings", *bounded(ordered, _row, _TABLE))
        asking = [finding for finding in ordered if finding.waiver is None]
        if asking:
            yield Part(details("What to do about each rule", _hints(asking)), Rank.DETAIL)


def _table(head: str, rows: Sequence[str], left: int) -> Part:
    more = f"\n\nand {left:,} more; `--format json` has all" if left else ""
    return Part(f"{head}\n\n{table(_HEAD, rows)}{more}")


def _row(finding: Finding) -> str:
    word = weight_text(finding)
    strong = finding.weight >= Weight.ERROR and finding.waiver is None
    excuse = f" ({waiver_text(finding.waiver)})" if finding.waiver else ""
    place = f"{finding.head}:{finding.head.column}" if finding.head else finding.contract
    return row(
        (
            f"{f'**{word}**' if strong else word} {finding.rule}",
            prose(f"{finding.message}{excuse}", cell=True, width=_LONGEST_TEXT),
            code_span(place, cell=True, width=_LONGEST_TEXT),
        )
    )


def _fault_row(fault: Fault) -> str:
    told = f"{fault.message}: {fault.hint}"
    place = code_span(str(fault.where), cell=True, width=_LONGEST_TEXT) if fault.where else ""
    return row((f"**{fault.code}**", prose(told, cell=True, width=_LONGEST_TEXT), place))


def _hints(findings: Sequence[Finding]) -> str:
    hints = {finding.rule: (finding.name, finding.hint) for finding in reversed(findings)}
    lines, _ = bounded(sorted(hints.items()), _hint, _TABLE // 4)
    return "\n".join(lines)


def _hint(told: tuple[str, tuple[str, str]]) -> str:
    rule, (name, hint) = told
    return f"* **{prose(f'{rule} {name}')}**: {prose(hint, width=_LONGEST_TEXT)}"
