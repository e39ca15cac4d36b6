"""Writes a version into a contract's text without touching another byte."""

from __future__ import annotations

from bot.core.contract.node import Document
from bot.core.errors import ErrorCode, failure

_QUOTES = ('"', "'")
_NOT_PLAIN = ("|", ">", "*", "&", "!")
"""How what is no plain scalar begins: blocks, aliases, anchors and tags."""


def set_version(text: str, document: Document, version: str) -> str:
    """Return the text with the root's `version` replaced, quotes and comments kept.

    `text` is the file as decoded, byte order mark and line ends included; `document` is what
    was read from it. Raises StewardError where the value is not a plain or quoted scalar that
    stands on one line (an alias, a block scalar).
    """
    where = document.locate(["version"])
    lines = text.split("\n")
    line = lines[where.line - 1]
    start = where.column - 1 + (1 if where.line == 1 and text.startswith("\ufeff") else 0)
    token = _token(line[start:], document)
    if token is not None:
        quote = token[:1] if token[:1] in _QUOTES else ""
        lines[where.line - 1] = f"{line[:start]}{quote}{version}{quote}{line[start + len(token) :]}"
        return "\n".join(lines)
    raise failure(
        ErrorCode.CANNOT_WRITE,
        "the version is not written as a plain or quoted text on one line",
        hint=f"write it by hand: `version: {version}`",
        where=where,
        excerpt=document.line(where.line),
    )


def _token(written: str, document: Document) -> str | None:
    """Return the version with its quotes as the text begins; None where it is written otherwise."""
    old = document.root.get("version")
    if old is None or written.startswith(_NOT_PLAIN):
        return None
    quote = written[:1] if written.startswith(_QUOTES) else ""
    token = f"{quote}{old}{quote}"
    escaped = quote and quote in str(old)
    return token if token and not escaped and written.startswith(token) else None
