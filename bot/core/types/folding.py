"""Whether two type texts differ in nothing but case and blanks, without reading either."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.core.types.dialects import ENGINES
from bot.core.types.outline import LONGEST, QUOTED

_RUNS = re.compile(f"({QUOTED})")
_TIGHT = re.compile(r"\s*([(),<>\[\]:=])\s*")
_UNFOLDABLE = re.compile(r"\\|--|/\*")
"""A backslash may or may not escape a quote, and a comment may hide one."""
_NAMES_FIELDS = re.compile(r"struct|row|object|record|tuple|nested|union|map|array", re.IGNORECASE)


def folded(text: str, dialect: str | None) -> str:
    """Return text in lower case, with only the blanks that matter, both outside quotes only.

    Case stays where it may tell two fields apart: in types with named fields, unless the engine
    is known to ignore it. Text whose quotes are not certain comes back as it is.
    """
    # Longer texts are no types; they are not worth a place among those that are remembered.
    return _remembered(text, dialect) if len(text) <= LONGEST else _fold(text, dialect)


def _fold(text: str, dialect: str | None) -> str:
    pieces = _RUNS.split(text)
    outside = pieces[::2]
    if _UNFOLDABLE.search(text) or any(mark in piece for piece in outside for mark in "'\"`"):
        return text
    engine = ENGINES.get(dialect or "")
    keeps_case = (engine is None or engine.exact) and _NAMES_FIELDS.search(text)
    pieces[::2] = [
        _TIGHT.sub(r"\1", re.sub(r"\s+", " ", piece if keeps_case else piece.lower()))
        for piece in outside
    ]
    return "".join(pieces).strip()


_remembered = lru_cache(maxsize=4_096)(_fold)
