"""Reads and writes dates and times in the layout that a field's `format` gives them.

Layouts are patterns of the JDK's DateTimeFormatter (ODCS, logicalTypeOptions.format of date,
timestamp and time). A text is turned into its ISO 8601 twin and back; only numeric letters are
understood, as `yyyy MM dd HH mm ss SSS` and offsets, so that every reading is sure.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.core.records import dataclass
from bot.core.relation import Relation
from bot.core.sets.date_patterns import compare_date_formats

_TOKEN = re.compile(r"([A-Za-z])\1*|'((?:[^']|'')*)'|([^A-Za-z'\[\]{}#])")
_LONGEST = 80
_PARTS = {
    "yyyy": r"(?P<y>\d{4})",
    "uuuu": r"(?P<y>\d{4})",
    "MM": r"(?P<M>\d\d)",
    "M": r"(?P<M>[1-9]|1[0-2])",
    "dd": r"(?P<d>\d\d)",
    "d": r"(?P<d>[1-9]|[12]\d|3[01])",
    "HH": r"(?P<H>\d\d)",
    "H": r"(?P<H>\d|1\d|2[0-3])",
    "mm": r"(?P<m>\d\d)",
    "ss": r"(?P<s>\d\d)",
}
_OFFSETS = {
    "X": r"(?P<o>Z|[+-]\d\d(?:\d\d)?)",
    "XX": r"(?P<o>Z|[+-]\d{4})",
    "XXX": r"(?P<o>Z|[+-]\d\d:\d\d)",
    "x": r"(?P<o>[+-]\d\d(?:\d\d)?)",
    "xx": r"(?P<o>[+-]\d{4})",
    "xxx": r"(?P<o>[+-]\d\d:\d\d)",
    "Z": r"(?P<o>[+-]\d{4})",
    "ZZ": r"(?P<o>[+-]\d{4})",
    "ZZZ": r"(?P<o>[+-]\d{4})",
    "ZZZZZ": r"(?P<o>Z|[+-]\d\d:\d\d)",
}
_ISO = re.compile(
    r"(?:(?P<y>\d{4})-(?P<M>\d\d)-(?P<d>\d\d))?(?:T?(?P<H>\d\d):(?P<m>\d\d)(?::(?P<s>\d\d)"
    r"(?:\.(?P<S>\d{1,9}))?)?(?P<o>Z|[+-]\d\d:\d\d)?)?",
    re.ASCII,
)
_NEEDED = {"date": {"y", "M", "d"}, "timestamp": {"y", "M", "d"}, "time": {"H", "m"}}


@dataclass(frozen=True, slots=True)
class Layout:
    """One pattern, read: the expression of its texts and its tokens in order."""

    logical_type: str
    expression: re.Pattern[str]
    tokens: tuple[tuple[str, str], ...]

    def to_iso(self, text: str) -> str | None:
        """Return the ISO 8601 form of a text in this layout; None where it is none."""
        found = self.expression.fullmatch(text) if len(text) <= _LONGEST else None
        if found is None:
            return None
        part = {name: value for name, value in found.groupdict().items() if value is not None}
        day = f"{part['y']}-{part['M']:0>2}-{part['d']:0>2}" if "d" in part else ""
        if self.logical_type == "date":
            return day
        clock = f"{part.get('H', '0'):0>2}:{part.get('m', '0'):0>2}:{part.get('s', '0'):0>2}"
        clock += f".{part['S']}" if "S" in part else ""
        clock += _iso_offset(part.get("o", ""))
        return f"{day}T{clock}" if self.logical_type == "timestamp" else clock

    def from_iso(self, text: str) -> str | None:
        """Return an ISO 8601 text in this layout; None where the layout cannot hold it."""
        found = _ISO.fullmatch(text)
        if found is None:
            return None
        part = {name: value or "0" for name, value in found.groupdict().items() if name != "o"}
        part["o"] = found["o"] or "Z"
        written = "".join(_written(kind, token, part) for kind, token in self.tokens)
        return written if self.to_iso(written) is not None else None


@lru_cache(maxsize=512)
def layout(pattern: str, logical_type: str) -> Layout | str:
    """Return the layout of a pattern; "iso" where it is ISO 8601's own; "" where unreadable."""
    if compare_date_formats(None, pattern, logical_type) is Relation.SAME:
        return "iso"
    tokens = _tokens(pattern) if 0 < len(pattern) <= _LONGEST else None
    if tokens is None:
        return ""
    names = [name for kind, token in tokens if (name := _name(kind, token))]
    if len(set(names)) != len(names) or not _NEEDED[logical_type] <= set(names):
        return ""
    body = "".join(_expression(kind, token) for kind, token in tokens)
    return Layout(logical_type, re.compile(body, re.ASCII), tuple(tokens))


def _tokens(pattern: str) -> list[tuple[str, str]] | None:
    """Return (kind, text) of each token: part, fraction, offset or literal; None if unreadable."""
    tokens, end = [], 0
    for found in _TOKEN.finditer(pattern):
        if found.start() != end:
            return None
        end = found.end()
        kind, text = _kind(found)
        if not kind:
            return None
        tokens.append((kind, text))
    return tokens if end == len(pattern) else None


def _kind(found: re.Match[str]) -> tuple[str, str]:
    letter, quoted, literal = found.groups()
    text = found[0]
    if letter is None:
        return "literal", literal or quoted.replace("''", "'") or "'"
    if text in _PARTS:
        return "part", text
    if text in _OFFSETS:
        return "offset", text
    return ("fraction", text) if letter == "S" and len(text) <= 9 else ("", "")  # noqa: PLR2004


def _name(kind: str, token: str) -> str:
    match kind:
        case "part":
            return token[0].replace("u", "y")
        case "fraction":
            return "S"
        case "offset":
            return "o"
        case _:
            return ""


def _expression(kind: str, token: str) -> str:
    match kind:
        case "part":
            return _PARTS[token]
        case "offset":
            return _OFFSETS[token]
        case "fraction":
            return rf"(?P<S>\d{{{len(token)}}})"
        case _:
            return re.escape(token)


def _written(kind: str, token: str, part: dict[str, str]) -> str:
    match kind:
        case "part":
            value = part[_name(kind, token)]
            return value.lstrip("0") or "0" if len(token) == 1 else value.rjust(len(token), "0")
        case "fraction":
            return part["S"].ljust(len(token), "0")[: len(token)]
        case "offset":
            return _offset(token, part["o"])
        case _:
            return token


def _offset(letters: str, iso: str) -> str:
    """Write an offset as letters of the JDK do."""
    if iso == "Z" and (letters[0] == "X" or letters == "ZZZZZ"):
        return "Z"
    iso = "+00:00" if iso == "Z" else iso
    if letters in {"XXX", "xxx", "ZZZZZ"}:
        return iso
    short = letters in {"X", "x"} and iso.endswith(":00")
    return iso[:3] if short else iso.replace(":", "")


def _iso_offset(text: str) -> str:
    if text in {"", "Z"} or ":" in text:
        return text
    return f"{text[:3]}:{text[3:] or '00'}"
