"""The spaces that French sets before its marks, so that no line begins with one."""

from __future__ import annotations

import re

_KEPT = re.compile(
    r"(?ms)^ {0,4}(?P<fence>```+).*?^ {0,4}(?P=fence)$"  # a block of code
    r"|<!--.*?-->"
    r"|(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)"  # code in a line
    r"|\]\([^)]*\)"  # the target of a link
    r"|^ *\|[ :|-]+\|$"  # the line below the head of a table
)
_HOLE = "\ue000"
"""Stands for what is kept while the rest is set: a character that no text has."""
_BREAKABLE = "[ \u00a0\u202f]+"
_MARKS = (
    (re.compile(rf"(?<=\S){_BREAKABLE}(?=:(?!:)|»)"), "\u00a0"),
    (re.compile(rf"(?<=«){_BREAKABLE}"), "\u00a0"),
    (re.compile(rf"(?<=\S){_BREAKABLE}(?=[;?%]|!(?!\[))"), "\u202f"),
    (re.compile(rf"(?<=\d){_BREAKABLE}(?=\d{{3}}\b)"), "\u202f"),
    (re.compile(rf"(?<=\d){_BREAKABLE}(?=(?:s|ms|[KMG]i?o)\b)"), "\u00a0"),
)


def spaced(text: str) -> str:
    """Return a French text in Markdown with the spaces of its marks unbreakable.

    No-break spaces stand before `:`, inside of guillemets and before a unit; narrow ones before
    `;`, `!`, `?` and `%` and between thousands. Code, comments and targets of links stay as they
    are.
    """
    kept = [found.group() for found in _KEPT.finditer(text)]
    prose = _KEPT.sub(_HOLE, text)
    for mark, space in _MARKS:
        prose = mark.sub(space, prose)
    holes = iter(kept)
    return re.sub(_HOLE, lambda _hole: next(holes), prose)
