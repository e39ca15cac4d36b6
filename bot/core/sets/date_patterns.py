"""Compares the formats of dates, timestamps and times: patterns of the JDK's DateTimeFormatter."""

from __future__ import annotations

import re
from enum import Enum

from bot.core.relation import Relation

_TOKEN = re.compile(r"([A-Za-z])\1*|'((?:[^'{}]|'')*)'|([^A-Za-z'\[\]{}#])")
_LETTERS = frozenset("GuyDMLdQqYwWEecFaBhKkHmsSAnNVvzOXxZp")
_LONGEST = 200

_ZONE = r"(?:Z|\{X\}|\{XXX\}|\{x\}|\{xxx\}|\{ZZZZZ\})?"
_CLOCK = r"\{HH\}:\{mm\}(?::\{ss\}(?:[.,]\{S{1,9}\})?)?" + _ZONE
_DAY = r"\{yyyy\}-\{MM\}-\{dd\}"
_ISO = {
    "date": re.compile(_DAY),
    "timestamp": re.compile(f"{_DAY}T{_CLOCK}"),
    "time": re.compile(_CLOCK),
}
_DEFAULT_WORDS = {
    "date": {"iso8601", "date", "isodate", "isolocaldate"},
    "timestamp": {"iso8601", "datetime", "isodatetime"},
    "time": {"iso8601", "time", "isotime"},
}


class _Kind(Enum):
    DEFAULT = "any text that ISO 8601 allows"
    ISO = "one of the forms that ISO 8601 allows"
    OTHER = "another form"


def compare_date_formats(old: str | None, new: str | None, logical_type: str) -> Relation:
    """Return how the texts of the new format compare, for date, timestamp or time.

    Absent is ISO 8601 (ODCS). For a date that is yyyy-MM-dd; for a timestamp or a time one pattern
    is a part of what ISO 8601 allows. UNKNOWN where a pattern is not valid for the JDK, or has
    optional parts.
    """
    if old == new:
        return Relation.SAME
    before, after = _read(old, logical_type), _read(new, logical_type)
    if before is None or after is None:
        return Relation.UNKNOWN
    if before == after:
        return Relation.SAME
    match before[0], after[0]:
        case _Kind.DEFAULT, _Kind.ISO:
            return Relation.NARROWER
        case _Kind.ISO, _Kind.DEFAULT:
            return Relation.WIDER
        case _:
            return Relation.INCOMPARABLE


def _read(pattern: str | None, logical_type: str) -> tuple[_Kind, str] | None:
    """Return the kind of a format and its normal form; None where it cannot be read."""
    if pattern is None or _word(pattern) in _DEFAULT_WORDS[logical_type]:
        return _Kind.DEFAULT, ""
    normal = _normal(pattern)
    if normal is None:
        return None
    if not _ISO[logical_type].fullmatch(normal):
        return _Kind.OTHER, normal
    return (_Kind.DEFAULT, "") if logical_type == "date" else (_Kind.ISO, normal)


def _normal(pattern: str) -> str | None:
    """Return the pattern with its letters in braces and its literals bare.

    `u` and `y` are one: they differ only before the year 1.
    """
    if not 0 < len(pattern) <= _LONGEST:
        return None
    parts, end = [], 0
    for token in _TOKEN.finditer(pattern):
        letter, quoted, literal = token.groups()
        if token.start() != end or (letter and letter not in _LETTERS):
            return None
        end = token.end()
        if letter:
            parts.append("{" + token[0].replace("u", "y") + "}")
        else:
            parts.append(literal or quoted.replace("''", "'") or "'")
    return "".join(parts) if end == len(pattern) else None


def _word(pattern: str) -> str:
    return re.sub(r"[\s_\-]", "", pattern.casefold())
