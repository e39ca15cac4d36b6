"""Prints a page as plain text, for pipes, files and terminals without colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from bot.core.text import cells, excerpt
from bot.render.escape import line
from bot.render.text.grid import columns
from bot.render.text.page import Block, Code, Line, Pairs, Source, Steps, Table
from bot.render.text.wrap import wrapped

_LEAST_SOURCE = 12
_LEAST_ROOM = 16


def in_plain(page: Iterable[Block], width: int) -> str:
    """Return the page as text, no line wider than the width."""
    return "".join(f"{printed}\n" for block in page for printed in lines_of(block, width))


def lines_of(block: Block, width: int) -> Iterable[str]:
    """Return the lines of a block, none wider than the width."""
    match block:
        case Line():
            return _line(block, width)
        case Steps():
            return _steps(block, width)
        case Table():
            return _table(block, width)
        case Pairs():
            return _pairs(block, width)
        case Source():
            return _source(block, width)
        case Code():
            return _code(block, width)
        case _:
            assert_never(block)


def _line(block: Line, width: int) -> Iterator[str]:
    for part in wrapped(line(block.text), width - block.indent, block.hang):
        yield f"{' ' * block.indent}{part}"


def _table(block: Table, width: int) -> Iterator[str]:
    rows = [[line(cell) for cell in row.cells] for row in block.rows]
    for text in columns(block.head, rows, width - 2):
        yield f"  {text}"


def _code(block: Code, width: int) -> Iterator[str]:
    for text in block.text.splitlines():
        for part in wrapped(line(text), width - block.indent, 2):
            yield f"{' ' * block.indent}{part}".rstrip()


def _steps(block: Steps, width: int) -> Iterator[str]:
    room = len(str(len(block.items)))
    for number, item in enumerate(block.items, 1):
        first, *rest = wrapped(line(item), width - room - 4)
        yield f"  {number:>{room}}. {first}"
        for text in rest:
            yield f"{'':{room + 4}}{text}"


def _pairs(block: Pairs, width: int) -> Iterator[str]:
    for pair in block.rows:
        yield from pair_lines(block, pair, width)


def pair_lines(block: Pairs, pair: tuple[str, str], width: int) -> Iterator[str]:
    """Yield the lines of one pair of a block: its text beside the column of labels, or below."""
    label, text = pair
    indent, labels = " " * block.indent, block.labels
    room = width - block.indent - labels
    if room < _LEAST_ROOM:
        told = wrapped(line(f"{label}: {text}"), width - block.indent, 2)
        yield from (f"{indent}{part}" for part in told)
        return
    first, *rest = wrapped(line(text), room)
    yield f"{indent}{label:<{labels}}{first}"
    yield from (f"{indent}{'':{labels}}{part}" for part in rest)


def _source(block: Source, width: int) -> tuple[str, str]:
    """Return the part of the line around the column that fits, and the caret below it."""
    room = width - 4
    while True:
        text, column = excerpt(block.text, block.column, room)
        shown, before = line(text), line(text[: column - 1])
        if cells(shown) <= width - 4 or room < _LEAST_SOURCE:
            break
        room = room * 3 // 4
    caret = min(cells(before), width - 5)
    return f"  | {_fitting(shown, width - 4)}", f"  | {' ' * caret}^"


def _fitting(text: str, width: int) -> str:
    return wrapped(text, width)[0] if cells(text) > width else text
