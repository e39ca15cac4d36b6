"""Gathers what is wrong with one file, and gives each fault its source line."""

from __future__ import annotations

import re

from bot.adapters.yaml.limits import MAX_FAULTS
from bot.core.contract.node import Mark
from bot.core.errors import ErrorCode, Fault, Location, StewardError
from bot.core.records import dataclass
from bot.core.text import excerpt

_LINE_END = re.compile("\r?\n")
"""What Git, editors and YAML agree on; a text with other line ends is refused."""


def split_lines(text: str) -> list[str]:
    """Return the lines of a text without their ends; behind the last end there is one more."""
    return _LINE_END.split(text)


@dataclass(frozen=True, slots=True)
class Trouble:
    """A fault before it has its file and its excerpt."""

    code: ErrorCode
    mark: Mark
    message: str
    hint: str

    def fault(self, file: str, lines: list[str]) -> Fault:
        """Return the fault; a place behind all content becomes the end of its last line."""
        line, column = self.mark
        if line > 1 and not any(text.strip() for text in lines[line - 1 :]):
            line = max((n for n, text in enumerate(lines, 1) if text.strip()), default=1)
            column = len(lines[line - 1]) + 1
        where = Location(file, line, column)
        shown, caret = excerpt(lines[line - 1], column)
        return Fault(
            self.code, self.message, self.hint, where, shown, caret if caret != column else 0
        )


class StoppedError(Exception):
    """Reading cannot go on; what there is to say has been noted."""


class Troubles:
    """What was found in one file so far."""

    def __init__(self) -> None:
        self.found: list[Trouble] = []

    def note(self, trouble: Trouble) -> None:
        """Keep what was found. Raises StoppedError when it has become too much to read."""
        self.found.append(trouble)
        if len(self.found) >= MAX_FAULTS:
            raise StoppedError

    def error(self, file: str, text: str) -> StewardError:
        """Return the error that tells all of them, in the order of the file."""
        lines = split_lines(text)
        found = sorted(self.found, key=lambda trouble: trouble.mark)
        faults = [trouble.fault(file, lines) for trouble in found]
        if len(found) >= MAX_FAULTS:
            faults.append(_MORE)
        return StewardError(*faults)


_MORE = Fault(
    ErrorCode.UNREADABLE_FILE,
    f"the file was not read further after {MAX_FAULTS} faults",
    "mend these first, then read it again",
)
