"""Reads ISO 8601 dates, timestamps and times of day as exact points, and writes them back."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

from bot.core.sets.line import DAY

_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_TIME = re.compile(r"(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,30}))?)?", re.ASCII)
_OFFSET = re.compile(r"([+-])(\d\d)(?::?(\d\d))?", re.ASCII)
_LONGEST = 80


def read_date(text: str) -> Fraction | None:
    """Return the ordinal of `yyyy-mm-dd`; None for anything else, and for days that never were."""
    found = _DATE.fullmatch(text[:_LONGEST])
    if found is None:
        return None
    try:
        return Fraction(date(*(int(part) for part in found.groups())).toordinal())
    except ValueError:
        return None


def read_time(text: str) -> tuple[Fraction, int | None] | None:
    """Return the seconds since midnight and the offset in seconds, None where none is written.

    `hh:mm`, `hh:mm:ss` and decimals of a second, then nothing, `Z` or an offset. 24:00 is the
    end of the day (ISO 8601-1:2019, 4.3.8). None for anything else, leap seconds included.
    """
    clock, offset_text = _split_offset(text)
    found = _TIME.fullmatch(clock[:_LONGEST])
    offset = read_offset(offset_text)
    if found is None or (offset_text and offset is None):
        return None
    hour, minute, second = (int(part or 0) for part in found.groups()[:3])
    seconds = Fraction(hour * 3600 + minute * 60 + second)
    if found[4]:
        seconds += Fraction(int(found[4]), 10 ** len(found[4]))
    if minute > 59 or second > 59 or seconds > DAY:  # noqa: PLR2004 - the last of an hour
        return None
    return seconds, offset


def read_timestamp(text: str) -> tuple[Fraction, int | None] | None:
    """Return the seconds on the calendar and the offset in seconds, None where none is written.

    A date alone is its midnight, as SQL casts it. The seconds are those of the wall clock:
    subtract the offset for the instant. None for anything that is no ISO 8601 timestamp.
    """
    day = read_date(text[:10])
    rest = text[10:]
    if day is None:
        return None
    if not rest:
        return day * DAY, None
    clock = read_time(rest[1:]) if rest[0] in "Tt " else None
    return None if clock is None else (day * DAY + clock[0], clock[1])


def read_offset(text: str) -> int | None:
    """Return the seconds east of UTC of `Z`, `+hh`, `+hhmm` or `+hh:mm`; None for others."""
    if text in {"Z", "z"}:
        return 0
    found = _OFFSET.fullmatch(text)
    if found is None:
        return None
    hours, minutes = int(found[2]), int(found[3] or 0)
    if hours > 23 or minutes > 59:  # noqa: PLR2004 - the last of a day and of an hour
        return None
    seconds = hours * 3600 + minutes * 60
    return -seconds if found[1] == "-" else seconds


def write_date(point: Fraction) -> str | None:
    """Return the date of an ordinal; None outside the years 1 to 9999."""
    if point.denominator != 1 or not 1 <= point <= date.max.toordinal():
        return None
    return date.fromordinal(point.numerator).isoformat()


def write_timestamp(point: Fraction, suffix: str = "") -> str | None:
    """Return the timestamp of a point; None where microseconds cannot tell it."""
    micros = (point - DAY) * 1_000_000
    if micros.denominator != 1:
        return None
    try:
        moment = datetime(1, 1, 1, tzinfo=UTC) + timedelta(microseconds=micros.numerator)
    except OverflowError:
        return None
    return moment.replace(tzinfo=None).isoformat() + suffix


def write_time(point: Fraction, suffix: str = "") -> str | None:
    """Return the time of day of a point below 24 hours; None where microseconds cannot tell it."""
    text = write_timestamp(point + DAY) if 0 <= point < DAY else None
    return None if text is None else text[11:] + suffix


def write_offset(seconds: int) -> str:
    """Return an offset as ISO 8601 writes it, `Z` for none."""
    if seconds == 0:
        return "Z"
    hours, minutes = divmod(abs(seconds) // 60, 60)
    return f"{'-' if seconds < 0 else '+'}{hours:02}:{minutes:02}"


def _split_offset(text: str) -> tuple[str, str]:
    """Split a time of day from the offset that may follow it."""
    for index, char in enumerate(text[:_LONGEST]):
        if char in "Zz+-":
            return text[:index].rstrip(" "), text[index:]
    return text, ""
