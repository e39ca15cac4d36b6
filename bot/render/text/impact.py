"""Says to people on a terminal whom a review reaches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.core.lineage.graph import Confidence
from bot.core.lineage.reach import Reached
from bot.render.escape import line
from bot.render.impact import HEAD, owner, reads, way, who
from bot.render.text.page import GAP, Block, Line, Row, Table, Tone
from bot.render.words import counted

MOST_ROWS = 60
_LONGEST_CELL = 300


def impact_blocks(found: Sequence[Reached]) -> Iterator[Block]:
    """Yield the section on who is reached; nothing where nobody is."""
    if not found:
        return
    yield GAP
    yield Line("Who is reached", Tone.TITLE)
    yield GAP
    yield Table(HEAD, tuple(_row(one) for one in found[:MOST_ROWS]), toned=len(HEAD) - 1)
    if len(found) > MOST_ROWS:
        more = counted(len(found) - MOST_ROWS, "more", "more")
        yield Line(f"and {more}; --format json has all", Tone.QUIET, 2)


def _row(one: Reached) -> Row:
    cells = (who(one), reads(one), way(one), owner(one), one.confidence.word)
    sure = one.confidence is Confidence.DECLARED
    told = tuple(line(cell.replace("`", ""), _LONGEST_CELL) for cell in cells)
    return Row(told, Tone.PLAIN if sure else Tone.DOUBTFUL)
