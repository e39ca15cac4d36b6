"""Comparing two files, the commonest call, without the parser of arguments.

Loading that parser, and describing each option to it, takes as long as the comparison itself.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from bot.cli.comparing import compare, exit_code
from bot.cli.desk import Desk
from bot.core.deciding import not_judged
from bot.core.errors import StewardError
from bot.core.records import dataclass
from bot.render.formats import MACHINE_FORMATS, REVIEW_FORMATS, render_review
from bot.render.terminal import Terminal


@dataclass(frozen=True, slots=True)
class PlainComparison:
    """`steward diff OLD NEW`, and the format of the answer."""

    old: str
    new: str
    form: str

    def run(self) -> int:
        """Print the comparison and return the exit code; see `bot.cli.diff`."""
        try:
            review = compare(Desk.find(), self.old, self.new, None)
        except StewardError as error:
            if self.form not in MACHINE_FORMATS:
                raise
            review = not_judged(self.old, self.new, error.faults)
        text = render_review(review, self.form, Terminal())
        try:
            sys.stdout.write(text if text.endswith("\n") else f"{text}\n")
            sys.stdout.flush()
        except BrokenPipeError:
            return 1
        return exit_code(review)


def plain_comparison(words: Sequence[str]) -> PlainComparison | None:
    """Return what the words ask for, None where they say anything else than two texts to compare.

    None too where the answer needs more than to be written: on a terminal, or in an encoding
    that cannot hold it.
    """
    if sys.stdout is None or sys.stdout.isatty() or sys.stdout.encoding.lower() != "utf-8":
        return None
    match words:
        case ["diff", old, new]:
            form = "text"
        case ["diff", old, new, "--format" | "-f", form] if form in REVIEW_FORMATS:
            pass
        case _:
            return None
    named = old and new and not old.startswith("-") and not new.startswith("-")
    return PlainComparison(old, new, form) if named else None
