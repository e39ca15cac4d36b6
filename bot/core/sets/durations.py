"""Reads lengths of time as service levels and policies write them, and tells which is longer."""

from __future__ import annotations

import math
import re
from fractions import Fraction

from bot.core.records import dataclass
from bot.core.sets.difference import exact
from bot.core.sets.line import DAY

Order = int | None
"""-1 where the new one is smaller than the old, 0 where equal, 1 where larger, None if unsure."""

_SECONDS = {
    "ns nanosecond nanoseconds": Fraction(1, 10**9),
    "us µs μs microsecond microseconds": Fraction(1, 10**6),
    "ms msec millis millisecond milliseconds": Fraction(1, 1000),
    "s sec secs second seconds": Fraction(1),
    "m min mins minute minutes": Fraction(60),
    "h hr hrs hour hours": Fraction(3600),
    "d day days": Fraction(DAY),
    "w wk wks week weeks": Fraction(7 * DAY),
}
_MONTHS = {
    "mo mon mos month months": 1,
    "q qtr quarter quarters": 3,
    "y yr yrs year years a annum": 12,
}
_UNITS: dict[str, tuple[int, Fraction]] = {
    **{name: (0, size) for names, size in _SECONDS.items() for name in names.split()},
    **{name: (size, Fraction(0)) for names, size in _MONTHS.items() for name in names.split()},
}
_EVERY = {
    "secondly": "s",
    "minutely": "min",
    "hourly": "h",
    "daily": "d",
    "nightly": "d",
    "weekly": "w",
    "monthly": "mo",
    "quarterly": "q",
    "yearly": "y",
    "annually": "y",
    "annual": "y",
}

_NUMBER = r"[0-9]{1,18}(?:\.[0-9]{1,18})?"
_ISO_NUMBER = r"[0-9]{1,18}(?:[.,][0-9]{1,18})?"
_PART = re.compile(rf"\s*({_NUMBER})\s*([A-Za-zµμ]+)\s*,?")
_BARE = re.compile(rf"\s*({_NUMBER})\s*")
_ISO = re.compile(
    rf"P(?:({_ISO_NUMBER})Y)?(?:({_ISO_NUMBER})M)?(?:({_ISO_NUMBER})W)?(?:({_ISO_NUMBER})D)?"
    rf"(?:T(?:({_ISO_NUMBER})H)?(?:({_ISO_NUMBER})M)?(?:({_ISO_NUMBER})S)?)?"
)
_ISO_UNITS = ("y", "mo", "w", "d", "h", "min", "s")
_LONGEST = 100

_FEWEST_DAYS = (0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334)
_MOST_DAYS = (0, 31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337)


@dataclass(frozen=True, slots=True)
class Duration:
    """Calendar months, and seconds beside them: a month has no fixed length. A day has 24 hours."""

    months: Fraction = Fraction(0)
    seconds: Fraction = Fraction(0)

    def range(self) -> tuple[Fraction, Fraction]:
        """Return the fewest and the most seconds that the duration can last."""
        fewest = _days(math.floor(self.months), _FEWEST_DAYS, leap_days=0)
        years = math.ceil(self.months / 12)
        most = _days(math.ceil(self.months), _MOST_DAYS, leap_days=(years + 3) // 4)
        return fewest * DAY + self.seconds, most * DAY + self.seconds


def read_duration(value: object, unit: object = None) -> Duration | None:
    """Return the duration that a value and its unit tell; None where they tell none for sure.

    Reads 24 with "h", "24" with "h", "24h", "1 day 12 hours", "2 weeks", "daily", and ISO 8601:
    "P1D", "PT4H". A number without unit is none, nor is the unit "M": minutes to some, months
    to ISO 8601. A text with a unit of its own must agree with the unit beside it.
    """
    step = _read_unit(unit)
    if unit is not None and step is None and unit != "":
        return None
    number = exact(value)
    if number is not None:
        return _times(number, step)
    if not isinstance(value, str) or len(value) > _LONGEST:
        return None
    bare = _BARE.fullmatch(value)
    if bare:
        return _times(_decimal(bare[1]), step)
    return _told_with(_read_text(value.strip()), step)


def compare(old: Duration | None, new: Duration | None) -> Order:
    """Return whether the new duration is longer (1), equal (0) or shorter (-1) than the old.

    None where it depends on the calendar, as with one month and 30 days, or one is not known.
    """
    if old is None or new is None:
        return None
    months, seconds = new.months - old.months, new.seconds - old.seconds
    if months == 0 or seconds == 0 or (months > 0) == (seconds > 0):
        return _sign(months) or _sign(seconds)
    fewest, most = Duration(abs(months)).range()
    if abs(seconds) < fewest:
        return _sign(months)
    return _sign(seconds) if abs(seconds) > most else None


def _days(months: int, table: tuple[int, ...], *, leap_days: int) -> int:
    """Return days in whole years of 365 and the months left over, and the leap days beside."""
    years, rest = divmod(months, 12)
    return 365 * years + table[rest] + (leap_days if years else 0)


def _read_unit(unit: object) -> Duration | None:
    """Return the duration of one unit; None for no unit or one that is not known."""
    if not isinstance(unit, str):
        return None
    name = unit.strip()
    if name == "M":
        return None
    found = _UNITS.get(name.casefold()) or _UNITS.get(_EVERY.get(name.casefold(), ""))
    return Duration(Fraction(found[0]), found[1]) if found else None


def _times(number: Fraction, step: Duration | None) -> Duration | None:
    if step is None or number < 0:
        return None
    return Duration(step.months * number, step.seconds * number)


def _read_text(text: str) -> Duration | None:
    """Return the duration of a text with units of its own."""
    iso = _ISO.fullmatch(text)
    if iso:
        parts = [(part, name) for part, name in zip(iso.groups(), _ISO_UNITS, strict=True) if part]
        return None if text.endswith("T") else _total(parts)
    if text.casefold() in _EVERY:
        return _read_unit(text)
    parts, end = [], 0
    while found := _PART.match(text, end):
        parts.append((found[1], found[2]))
        end = found.end()
    return _total(parts) if end == len(text) else None


def _total(parts: list[tuple[str, str]]) -> Duration | None:
    """Return the sum of numbers with units; None where there are none or a unit is not known."""
    total = None
    for number, name in parts:
        part = _times(_decimal(number), _read_unit(name))
        if part is None:
            return None
        before = total or Duration()
        total = Duration(before.months + part.months, before.seconds + part.seconds)
    return total


def _told_with(told: Duration | None, step: Duration | None) -> Duration | None:
    """Return a duration told in words, unless the unit beside it is of another kind."""
    if told is None or step is None:
        return told
    return told if (told.months == 0) == (step.months == 0) else None


def _decimal(text: str) -> Fraction:
    return Fraction(text.replace(",", "."))


def _sign(number: Fraction) -> int:
    return (number > 0) - (number < 0)
