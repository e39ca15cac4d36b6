"""Makes text of unknown origin fit to be shown: nothing hidden, nothing that acts."""

from __future__ import annotations

import unicodedata

EXCERPT_WIDTH = 160
"""A source line longer than this is shown only around the place that matters."""

_CUT = "…"


def visible(text: str) -> str:
    r"""Return the text with each character that does not print as its escape.

    A terminal acts on control characters, an editor reorders text on bidirectional ones, and
    nobody sees the ones of zero width: all become `\t`, `\x1b`, `\u202e`, `\U000e0041`.
    The result is one line.
    """
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else _escape(char) for char in text)


def _escape(char: str) -> str:
    return char.encode("unicode-escape").decode("ascii")


def cells(text: str) -> int:
    """Return how many terminal cells the visible text takes: East Asian ones take two."""
    if text.isascii():
        return len(text)
    return sum(map(_cells, text))


def _cells(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def excerpt(line: str, column: int, width: int = EXCERPT_WIDTH) -> tuple[str, int]:
    """Return what to show of a source line, and the column in it that stands for the given one.

    Columns count characters from 1. A line up to the width comes back whole; of a longer one a
    part around the column, with an ellipsis at each end that was cut.
    """
    column = min(max(column, 1), len(line) + 1)
    if len(line) <= width:
        return line, column
    room = width - 2 * len(_CUT)
    start = min(max(0, column - 1 - room // 2), len(line) - room)
    before = _CUT if start > 0 else ""
    after = _CUT if start + room < len(line) else ""
    return f"{before}{line[start : start + room]}{after}", column - start + len(before)


def shortened(text: str, width: int = 60) -> str:
    """Return the text, or its beginning and an ellipsis where it is longer than the width."""
    return text if len(text) <= width else text[: width - len(_CUT)] + _CUT
