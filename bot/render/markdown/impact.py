"""Says in a pull request whom a review reaches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.core.lineage.reach import Reached
from bot.render.escape import prose
from bot.render.impact import HEAD, owner, reads, way, who
from bot.render.markdown.budget import Part
from bot.render.markdown.parts import row, table

MOST_ROWS = 20
_LONGEST_CELL = 240


def impact_parts(found: Sequence[Reached]) -> Iterator[Part]:
    """Yield the section on who is reached; nothing where nobody is."""
    if found:
        more = len(found) - MOST_ROWS
        told = table(HEAD, map(_row, found[:MOST_ROWS]))
        rest = f"\n\nand {more:,} more" if more > 0 else ""
        yield Part(f"#### Impact\n\n{told}{rest}")


def _row(one: Reached) -> str:
    cells = (who(one), reads(one), way(one), owner(one), one.confidence.word)
    return row(prose(cell, cell=True, width=_LONGEST_CELL) for cell in cells)
