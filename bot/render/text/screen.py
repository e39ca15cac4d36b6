"""Prints a page in colour and with boxes, for terminals. The words are those of `plain`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import StringIO
from typing import assert_never

from rich import box
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table as RichTable
from rich.text import Text

from bot.render.escape import line
from bot.render.text.grid import fitted
from bot.render.text.page import Block, Code, Line, Pairs, Source, Steps, Table, Tone
from bot.render.text.plain import lines_of, pair_lines
from bot.render.text.wrap import wrapped

_STYLES = {
    Tone.PLAIN: Style(),
    Tone.TITLE: Style(bold=True),
    Tone.GOOD: Style(color="green", bold=True),
    Tone.DOUBTFUL: Style(color="yellow"),
    Tone.BAD: Style(color="red", bold=True),
    Tone.QUIET: Style(dim=True),
}
"""The sixteen colours of the terminal itself: they follow its theme, light or dark."""
_CODE = Style(color="cyan")
_INDENT = 2


def in_colour(page: Iterable[Block], width: int) -> str:
    """Return the page as text with the terminal's control sequences, no line wider than the width.

    Nothing is asked of the environment: the width and the colours are given.
    """
    console = Console(
        file=StringIO(),
        force_terminal=True,
        color_system="standard",
        width=width,
        legacy_windows=False,
        emoji=False,
        markup=False,
        highlight=False,
        _environ={},
    )
    with console.capture() as captured:
        for block in page:
            for part in _printed(block, width):
                console.print(part, soft_wrap=isinstance(part, Text))
    return captured.get()


def _printed(block: Block, width: int) -> Iterable[RenderableType]:
    match block:
        case Line():
            return _styled(lines_of(block, width), _STYLES[block.tone])
        case Steps():
            return _styled(lines_of(block, width), _STYLES[Tone.PLAIN])
        case Pairs():
            return _pairs(block, width)
        case Source():
            return _whole(lines_of(block, width), _STYLES[Tone.QUIET])
        case Code():
            return _whole(lines_of(block, width), _CODE)
        case Table():
            return _table(block, width)
        case _:
            assert_never(block)


def _whole(lines: Iterable[str], style: Style) -> Iterator[Text]:
    for text in lines:
        yield Text(text, style)


def _styled(lines: Iterable[str], style: Style) -> Iterator[Text]:
    """Yield the lines with what stands in backticks told apart, also across lines."""
    inside = False
    for text in lines:
        written = Text(style=style)
        for index, part in enumerate(text.split("`")):
            if index:
                written.append("`", _STYLES[Tone.QUIET])
                inside = not inside
            written.append(part, _CODE if inside else None)
        yield written


def _pairs(block: Pairs, width: int) -> Iterator[Text]:
    for pair in block.rows:
        lines = _styled(pair_lines(block, pair, width), Style())
        for number, text in enumerate(lines):
            if number == 0:
                text.stylize(_STYLES[Tone.QUIET], 0, block.indent + len(pair[0]))
            yield text


def _table(block: Table, width: int) -> Iterator[RenderableType]:
    rows = [[line(cell) for cell in row.cells] for row in block.rows]
    widths = fitted(block.head, rows, width - _INDENT - 3 * len(block.head) - 1)
    if widths is None:
        yield from _styled(lines_of(block, width), Style())
        return
    table = RichTable(
        box=box.ROUNDED, border_style=_STYLES[Tone.QUIET], header_style=_STYLES[Tone.TITLE]
    )
    for head, room in zip(block.head, widths, strict=True):
        table.add_column(head, width=room)
    for row, told in zip(block.rows, rows, strict=True):
        texts = [
            Text("\n".join(wrapped(cell, room))) for cell, room in zip(told, widths, strict=True)
        ]
        texts[block.toned].stylize(_STYLES[row.tone])
        table.add_row(*texts, style=_STYLES[Tone.QUIET] if row.tone is Tone.QUIET else None)
    yield Padding(table, (0, 0, 0, _INDENT))
