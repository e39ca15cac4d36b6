"""Sets a table in columns of plain text, or row by row where the lines are too short for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from bot.core.text import cells
from bot.render.text.wrap import wrapped

_BETWEEN = 2
_NARROWEST_COLUMN = 12
_LINE_OF_HEAD = "─"


def columns(head: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    """Yield the lines of the table, none wider than the width."""
    widths = fitted(head, rows, width - _BETWEEN * (len(head) - 1))
    if widths is None:
        yield from stacked(head, rows, width)
        return
    yield from _row(head, widths)
    yield (" " * _BETWEEN).join(_LINE_OF_HEAD * column for column in widths)
    for row in rows:
        yield from _row(row, widths)


def fitted(head: Sequence[str], rows: Sequence[Sequence[str]], room: int) -> list[int] | None:
    """Return the widths of columns that fit into the room, None where they cannot be of use."""
    natural = [max(map(cells, column)) for column in zip(head, *rows, strict=True)]
    widths = shrunk(natural, room)
    return widths if sum(widths) <= room else None


def shrunk(natural: Sequence[int], room: int) -> list[int]:
    """Return the widths of columns made to fit into the room: the widest give first.

    No column gets narrower than is useful, so the sum may still be too great.
    """
    limit = max(natural, default=0)
    while limit > _NARROWEST_COLUMN and sum(min(width, limit) for width in natural) > room:
        limit -= 1
    widths = [min(width, limit) for width in natural]
    spare = room - sum(widths)
    for index, width in enumerate(natural):
        if spare > 0 and width > widths[index]:
            widths[index] += 1
            spare -= 1
    return widths


def _row(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    stacks = [wrapped(text, width) for text, width in zip(row, widths, strict=True)]
    for line in zip_longest(*stacks, fillvalue=""):
        told = (
            text + " " * (width - cells(text)) for text, width in zip(line, widths, strict=True)
        )
        yield (" " * _BETWEEN).join(told).rstrip()


def stacked(head: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    """Yield the rows without columns, a paragraph each; the last cell keeps its name."""
    for *cells_before, last in rows:
        told = [*filter(None, cells_before), f"{head[-1]} {last}"]
        yield from wrapped((" " * _BETWEEN).join(told), width, 4)
