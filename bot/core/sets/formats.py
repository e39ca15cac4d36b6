"""Compares the `format` of logicalTypeOptions: format words, date patterns and number widths."""

from __future__ import annotations

from fractions import Fraction

from bot.core.relation import Relation
from bot.core.sets.date_patterns import compare_date_formats
from bot.core.sets.difference import has_variable
from bot.core.sets.intervals import Bound, Interval, compare_intervals
from bot.core.sets.line import Line
from bot.core.sets.texts import MATCHERS

_ALIASES = {
    "e-mail": "email",
    "guid": "uuid",
    "host-name": "hostname",
    "datetime": "date-time",
    "timestamp": "date-time",
    "base64": "byte",
}
_KNOWN = frozenset(
    "byte date date-time email hostname ipv4 ipv6 time uri uuid".split()  # noqa: SIM905 - a list of words
)
"""Words whose texts a public grammar tells: RFC 791, 1123, 3339, 3986, 4122, 4291, 4648, 5321."""

_WITHIN_HOSTNAME = frozenset({"ipv4", "uuid", "date"})
"""Words whose texts are all host names too. Of other words, each has a text of its own."""

_HINTS = frozenset({"password"})
"""Words that tell a form how to show a text, and admit every text."""


def compare_formats(old: str | None, new: str | None, logical_type: str = "string") -> Relation:
    """Return how the texts or numbers of the new format compare; None is no format.

    `logical_type` says what the words mean: widths for integer and number, patterns for date,
    timestamp and time, syntaxes for string. UNKNOWN for different words that nobody has defined.
    """
    if old == new:
        return Relation.SAME
    if has_variable(old, new):
        return Relation.UNKNOWN
    match logical_type:
        case "integer":
            return compare_intervals(integer_width(old), integer_width(new))
        case "number":
            return _compare_precisions(old, new)
        case "date" | "timestamp" | "time":
            return compare_date_formats(old, new, logical_type)
        case _:
            return _compare_words(old, new)


def matches(format_word: str, text: str) -> bool | None:
    """Tell whether a text follows the format; None where the word or the case is undecided."""
    word = _folded(format_word)
    if word in _HINTS:
        return True
    matcher = MATCHERS.get(word)
    return None if matcher is None else matcher(text)


def integer_width(word: str | None) -> Interval | None:
    """Return the integers of a width such as i32 or u8; None for other words.

    Absent is i32 (ODCS v3.2.0, the default of the integer's format).
    """
    folded = "i32" if word is None else word.strip().casefold()
    if folded[1:] not in {"8", "16", "32", "64", "128"} or folded[0] not in "iu":
        return None
    bits = int(folded[1:])
    low, high = (0, 2**bits - 1) if folded[0] == "u" else (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1)
    return Interval(Bound(Fraction(low)), Bound(Fraction(high)), Line.INTEGER)


def _compare_precisions(old: str | None, new: str | None) -> Relation:
    """Compare f32, f64 and absent, which is any number: each holds the ones before it."""
    ladder = {"f32": 1, "f64": 2, None: 3}
    before, after = (word if word is None else word.strip().casefold() for word in (old, new))
    if before == after:
        return Relation.SAME
    if before not in ladder or after not in ladder:
        return Relation.UNKNOWN
    return Relation.WIDER if ladder[before] < ladder[after] else Relation.NARROWER


def _compare_words(old: str | None, new: str | None) -> Relation:
    """Compare two syntaxes of text."""
    before, after = (None if word is None else _folded(word) for word in (old, new))
    before = None if before in _HINTS else before
    after = None if after in _HINTS else after
    if before == after:
        return Relation.SAME
    if not {before, after} <= {*_KNOWN, None}:
        return Relation.UNKNOWN
    if before is None or after is None:
        return Relation.WIDER if after is None else Relation.NARROWER
    if after == "hostname" and before in _WITHIN_HOSTNAME:
        return Relation.WIDER
    if before == "hostname" and after in _WITHIN_HOSTNAME:
        return Relation.NARROWER
    return Relation.INCOMPARABLE


def _folded(word: str) -> str:
    folded = word.strip().casefold().replace("_", "-")
    return _ALIASES.get(folded, folded)
