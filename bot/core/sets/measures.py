"""Reads the values of service levels: durations, percentages, instants, times of day, rates."""

from __future__ import annotations

import re
from fractions import Fraction

from bot.core.records import dataclass
from bot.core.sets.difference import exact, has_variable
from bot.core.sets.durations import Duration, Order, read_duration
from bot.core.sets.durations import compare as compare_durations
from bot.core.sets.instants import read_time, read_timestamp
from bot.core.sets.line import DAY

_NUMBER = re.compile(r"\s*([+\-]?[0-9]{1,18}(?:\.[0-9]{1,18})?)\s*(.*)", re.DOTALL)
_PERCENT = frozenset({"%", "percent", "pct", "percentage", "per cent"})
_FRACTION_FROM = Fraction(9, 10)
_EARLIEST_ZONE = 14 * 3600
_LATEST_ZONE = 12 * 3600
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Percent:
    """A share in percent, between the readings that its text allows."""

    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class Instant:
    """A moment or a day; `offset` None is a wall clock somewhere, `whole_day` a date alone."""

    at: Fraction
    offset: int | None
    whole_day: bool = False

    def range(self, *, local: bool) -> tuple[Fraction, Fraction]:
        """Return the first and the last second it may be, on the wall clock or in UTC."""
        last = self.at + (DAY if self.whole_day else 0)
        if local or self.offset is not None:
            shift = 0 if local else self.offset or 0
            return self.at - shift, last - shift
        return self.at - _EARLIEST_ZONE, last + _LATEST_ZONE


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """Seconds since midnight on a clock `offset` seconds east of UTC, None for an unnamed clock."""

    seconds: Fraction
    offset: int | None


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of something: comparable with the same something only."""

    number: Fraction
    of: str


@dataclass(frozen=True, slots=True)
class Words:
    """What is no measure, a cron schedule for one: comparable only where it is equal."""

    text: str


Measure = Duration | Percent | Instant | TimeOfDay | Amount | Words


def read_measure(value: object, unit: object = None) -> Measure | None:
    """Return what the value and the unit of a service level tell.

    The value says what it is, not the name of the property: a percent sign or unit, a unit of
    time, an ISO 8601 date, timestamp or time of day, a number of anything else. None for what is
    neither text nor number, and for texts with a variable.
    """
    if has_variable(value, unit) or not (isinstance(value, str) or exact(value) is not None):
        return None
    if isinstance(value, str) and len(value) > _LONGEST:
        return Words(value)
    percent = _read_percent(value, unit)
    if percent is not None:
        return percent
    duration = read_duration(value, unit)
    if duration is not None:
        return duration
    moment = _read_moment(value.strip()) if isinstance(value, str) else None
    return moment or _read_amount(value, unit)


def compare(old: Measure | None, new: Measure | None) -> Order:
    """Return whether the new measure is larger (1), equal (0) or smaller (-1); later is larger.

    None where that is not certain: measures of two kinds or of two unlike units, wall clocks
    against instants that are less than a day apart, words that differ.
    """
    if old is None or new is None:
        return None
    if old == new:
        return 0
    order: Order = None
    match old, new:
        case Duration() as before, Duration() as after:
            order = compare_durations(before, after)
        case Percent() as before, Percent() as after:
            order = _compare_percents(before, after)
        case Instant() as before, Instant() as after:
            order = _compare_instants(before, after)
        case TimeOfDay() as before, TimeOfDay() as after:
            order = _compare_clocks(before, after)
        case Amount() as before, Amount() as after if before.of == after.of:
            order = _order(before.number, after.number)
        case _:
            pass
    return order


def _read_percent(value: object, unit: object) -> Percent | None:
    """Return a share: 99.9 with "%", "99.9 %", "99.9" with "percent".

    From 0.9 up to below 1 with the unit beside it, a share may be meant as a fraction of 1: both
    readings are kept, and a comparison answers only where they agree.
    """
    beside = isinstance(unit, str) and unit.strip().casefold() in _PERCENT
    number, signed = exact(value), False
    found = _NUMBER.fullmatch(value) if isinstance(value, str) else None
    if found:
        number = Fraction(found[1])
        signed = found[2].strip().casefold() in _PERCENT
    if number is None or not (signed or (beside and not (found and found[2].strip()))):
        return None
    fraction = not signed and _FRACTION_FROM <= number < 1
    return Percent(number, number * 100 if fraction else number)


def _read_moment(text: str) -> Instant | TimeOfDay | None:
    """Return an ISO 8601 date, timestamp or time of day."""
    stamp = read_timestamp(text)
    if stamp is not None:
        return Instant(*stamp, whole_day=len(text) == len("yyyy-mm-dd"))
    clock = read_time(text)
    return None if clock is None else TimeOfDay(*clock)


def _read_amount(value: object, unit: object) -> Amount | Words:
    """Return a number with what it counts; per minute and the like become per second."""
    number, of = exact(value), unit.strip() if isinstance(unit, str) else ""
    found = _NUMBER.fullmatch(value) if isinstance(value, str) else None
    if found and not (of and found[2].strip()):
        number, of = Fraction(found[1]), found[2].strip() or of
    if number is None:
        return Words(" ".join([*str(value).split(), *of.split()]))
    counted, _, time = of.replace(" per ", "/").rpartition("/")
    every = read_duration(1, time) if counted else None
    if every and every.seconds:
        return Amount(number / every.seconds, f"{counted.strip()}/s")
    return Amount(number, of)


def _compare_percents(old: Percent, new: Percent) -> Order:
    """Compare the low readings and the high readings; None where they disagree."""
    low, high = _order(old.low, new.low), _order(old.high, new.high)
    return low if low == high else None


def _compare_instants(old: Instant, new: Instant) -> Order:
    local = (old.offset is None) == (new.offset is None) and old.offset is None
    if old.whole_day and new.whole_day:
        return _order(old.at, new.at)
    return _apart(old.range(local=local), new.range(local=local))


def _compare_clocks(old: TimeOfDay, new: TimeOfDay) -> Order:
    """Compare the clocks of one calendar day; None where only one names its offset."""
    if old.offset is None or new.offset is None:
        return _order(old.seconds, new.seconds) if old.offset == new.offset else None
    return _order(old.seconds - old.offset, new.seconds - new.offset)


def _apart(old: tuple[Fraction, Fraction], new: tuple[Fraction, Fraction]) -> Order:
    """Return the order of two ranges that do not overlap, or are the same point."""
    if old[0] == old[1] == new[0] == new[1]:
        return 0
    if old[1] < new[0]:
        return 1
    return -1 if new[1] < old[0] else None


def _order(old: Fraction, new: Fraction) -> int:
    return (new > old) - (new < old)
