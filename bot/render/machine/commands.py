"""Reviews and lint reports as workflow commands: GitHub shows them beside the changed lines.

Each line that is printed is a command of ours, and the texts in it are escaped, so that nothing
in a contract begins a command of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from bot.core.errors import Fault, Location
from bot.core.finding import Finding
from bot.core.records import dataclass
from bot.core.review import LintReport, Review
from bot.render.escape import command_property, command_text
from bot.render.findings import waiver_text, weightiest_first, what
from bot.render.machine.levels import level
from bot.render.words import counted, headline, lint_summary

MOST_SHOWN = 10
"""GitHub shows that many errors, warnings and notices of a step, and drops the rest unsaid."""
_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
_LONGEST_TEXT = 4_000
_LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class _Command:
    word: str
    title: str
    lines: tuple[str, ...]
    place: Location | None = None

    def __str__(self) -> str:
        place = ""
        if self.place is not None:
            file, line, column = self.place.file, self.place.line, self.place.column
            place = f"file={command_property(file)},line={line},col={column},"
        title = command_property(self.title[:_LONGEST_TITLE])
        text = "%0A".join(command_text(text[:_LONGEST_TEXT]) for text in self.lines)
        return f"::{self.word} {place}title={title}::{text}\n"


def review_commands(review: Review) -> str:
    """Return a review as workflow commands, the weightiest first, the verdict last."""
    return _written(review.faults, review.findings(), headline(review))


def lint_commands(report: LintReport) -> str:
    """Return a lint report as workflow commands, the weightiest first, the sum last."""
    return _written(report.faults, report.findings, lint_summary(report))


def _written(faults: Sequence[Fault], findings: Iterable[Finding], summary: str) -> str:
    commands = [*map(_of_fault, faults), *map(_of_finding, weightiest_first(findings))]
    shown, left_out = _shown(commands)
    last = _Command("notice", "Data contracts", (f"{summary}{left_out}",))
    return "".join(map(str, (*shown, last)))


def _of_fault(fault: Fault) -> _Command:
    lines = (fault.message, fault.hint)
    return _Command("error", f"{fault.code} not readable", lines, fault.where)


def _of_finding(finding: Finding) -> _Command:
    """Return the command of a finding; what was removed is told where its owner stands now."""
    title = f"{finding.rule} {what(finding)}"
    if finding.waiver is not None:
        lines = (finding.message, waiver_text(finding.waiver))
        return _Command("notice", f"{title} (waived)", lines, finding.head)
    lines = (finding.message, finding.hint)
    return _Command(_COMMANDS[level(finding.weight)], title, lines, finding.head)


def _shown(commands: Iterable[_Command]) -> tuple[list[_Command], str]:
    """Return the commands that GitHub will show, and what to say of the others."""
    room = Counter({"error": MOST_SHOWN, "warning": MOST_SHOWN, "notice": MOST_SHOWN - 1})
    shown, left = [], Counter[str]()
    for command in commands:
        if room[command.word]:
            room[command.word] -= 1
            shown.append(command)
        else:
            left[command.word] += 1
    return shown, "".join(f"; {text}" for text in _left(left))


def _left(left: Counter[str]) -> Iterator[str]:
    if left:
        told = [counted(left[word], f"more {word}", f"more {word}s") for word in left]
        yield f"not shown here: {', '.join(told)}"
