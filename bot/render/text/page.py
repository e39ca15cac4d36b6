"""What a page of text is made of, before anyone knows how wide it is and whether in colour.

The texts in it are as they came: the printers make them fit to be shown.
"""

from __future__ import annotations

from enum import Enum, auto

from bot.core.finding import Weight
from bot.core.records import dataclass


class Tone(Enum):
    """What a text means to its reader; a screen may show it by colour."""

    PLAIN = auto()
    TITLE = auto()
    GOOD = auto()
    DOUBTFUL = auto()
    BAD = auto()
    QUIET = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """A line or a paragraph; `indent` in cells, for what does not fit on the first line `hang`."""

    text: str
    tone: Tone = Tone.PLAIN
    indent: int = 0
    hang: int = 0


GAP = Line("")
"""An empty line."""


@dataclass(frozen=True, slots=True)
class Steps:
    """A numbered list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: a text for each column, and the tone of the one that tells it."""

    cells: tuple[str, ...]
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head; `toned` is the column that shows the tone of its row."""

    head: tuple[str, ...]
    rows: tuple[Row, ...]
    toned: int = 0


@dataclass(frozen=True, slots=True)
class Pairs:
    """Labels, each with its text, the texts below each other."""

    rows: tuple[tuple[str, str], ...]
    indent: int = 2

    @property
    def labels(self) -> int:
        """The width of the column of labels."""
        return max((len(label) for label, _ in self.rows), default=0) + 2


@dataclass(frozen=True, slots=True)
class Source:
    """A line of a file and the column in it that matters, counted from 1."""

    text: str
    column: int


@dataclass(frozen=True, slots=True)
class Code:
    """Lines that keep their form, such as YAML; lines too long are wrapped."""

    text: str
    indent: int = 4


Block = Line | Steps | Table | Pairs | Source | Code


def tone_of(weight: Weight) -> Tone:
    """Return the tone of a finding's weight."""
    match weight:
        case Weight.BREAKING | Weight.ERROR:
            return Tone.BAD
        case Weight.UNSURE | Weight.WARNING:
            return Tone.DOUBTFUL
        case Weight.NOTE | Weight.OFF:
            return Tone.QUIET
