"""Breaks text into lines of a number of terminal cells."""

from __future__ import annotations

from bot.core.text import cells

_SEAMS = "._-/:,"
"""A word too long for a line is better broken after one of these."""


def wrapped(text: str, width: int, hang: int = 0) -> list[str]:
    """Return the lines of the text, none wider than the width; all but the first begin with `hang`.

    Breaks at spaces; inside of a word only where the word alone is too wide. Spaces at the
    beginning stay. `text` is fit to be shown.
    """
    if cells(text) <= width:
        return [text]
    hang = min(hang, width // 2)
    body = text.lstrip(" ")
    line, lines, empty = " " * min(len(text) - len(body), width // 2), [], True
    for word in body.split(" "):
        piece = word if empty else f" {word}"
        if cells(line) + cells(piece) <= width:
            line, empty = line + piece, False
            continue
        if not empty:
            lines.append(line)
            line = " " * hang
        *whole, rest = _broken(word, width - cells(line), width - hang)
        for part in whole:
            lines.append(line + part)
            line = " " * hang
        line, empty = line + rest, not rest
    return [text.rstrip() for text in (*lines, line)]


def _broken(word: str, first: int, room: int) -> list[str]:
    """Return the word in parts: one of at most `first` cells, the others of at most `room`."""
    parts = []
    width = first
    while cells(word) > width:
        end = _fitting(word, width)
        seam = max(word.rfind(char, end // 2, end) for char in _SEAMS) + 1
        parts.append(word[: seam or end])
        word = word[seam or end :]
        width = room
    return [*parts, word]


def _fitting(word: str, width: int) -> int:
    """Return how many characters of the word fit into the width; at least one."""
    if word.isascii():
        return max(width, 1)
    taken = 0
    for index, char in enumerate(word):
        taken += cells(char)
        if taken > width:
            return max(index, 1)
    return len(word)
