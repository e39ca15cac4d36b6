"""Writes a version into a contract's text without touching another byte."""

from __future__ import annotations

from bot.core.contract.node import Document
from bot.core.errors import ErrorCode, failure


def set_version(text: str, document: Document, version: str) -> str:
    """Return the text with the root's `version` replaced, quotes and comments kept.

    `text` is the file as decoded, byte order mark and line ends included; `document` is what
    was read from it. Raises StewardError where the value is not a plain or quoted scalar that
    stands on one line (an alias, a block scalar).
    """
    old = document.root.get("version")
    where = document.locate(["version"])
    lines = text.split("\n")
    line = lines[where.line - 1]
    start = where.column - 1 + (1 if where.line == 1 and text.startswith("\ufeff") else 0)
    written = line[start:]
    for quote in ('"', "'", ""):
        token = f"{quote}{old}{quote}"
        if written.startswith(token):
            lines[where.line - 1] = (
                line[:start] + f"{quote}{version}{quote}" + written[len(token) :]
            )
            return "\n".join(lines)
    raise failure(
        ErrorCode.CANNOT_WRITE,
        "the version is not written as a plain or quoted text on one line",
        hint=f"write it by hand: `version: {version}`",
        where=where,
        excerpt=document.line(where.line),
    )
