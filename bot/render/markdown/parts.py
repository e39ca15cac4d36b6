"""The pieces that Markdown reports are made of: tables, foldable details, lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.core.finding import Finding, Weight
from bot.render.escape import code_span, prose
from bot.render.findings import NOTHING, place_text, value_text, weight_text

_LONGEST_MESSAGE = 240
_LONGEST_VALUE = 80
_LONGEST_PLACE = 160
_HEAD = ("change", "before", "after", "weight", "where")


def table(head: Sequence[str], rows: Iterable[str]) -> str:
    """Return a table; `rows` are its lines, made by `row`."""
    return "\n".join((row(head), row(["---"] * len(head)), *rows))


def row(cells: Iterable[str]) -> str:
    """Return one line of a table; the cells are Markdown already."""
    return f"| {' | '.join(cells)} |"


def details(summary: str, body: str) -> str:
    """Return a part that unfolds; the summary is our own text."""
    return f"<details>\n<summary>{summary}</summary>\n\n{body}\n\n</details>"


def findings_table(rows: Iterable[str]) -> str:
    """Return the table of findings with these rows."""
    return table(_HEAD, rows)


def finding_row(finding: Finding) -> str:
    """Return a finding as a line of a table: what, before, after, how bad, where."""
    against = f" (against {finding.release})" if finding.release else ""
    word = weight_text(finding)
    strong = finding.weight >= Weight.ERROR and finding.waiver is None
    return row(
        (
            prose(f"{finding.message}{against}", cell=True, width=_LONGEST_MESSAGE),
            value_cell(finding.before),
            value_cell(finding.after),
            f"{f'**{word}**' if strong else word} {finding.rule}",
            code_span(place_text(finding), cell=True, width=_LONGEST_PLACE),
        )
    )


def value_cell(value: object) -> str:
    """Return a value of a contract for a table's cell."""
    if value is None:
        return NOTHING
    return code_span(value_text(value), cell=True, width=_LONGEST_VALUE)
