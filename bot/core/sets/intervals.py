"""Compares bounds: minimum, maximum and their exclusive forms, on numbers, counts and dates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction

from bot.core.contract.node import Scalar
from bot.core.records import dataclass
from bot.core.relation import Relation
from bot.core.sets.difference import (
    Difference,
    exact,
    first_samples,
    relation_of,
    unknown,
    written,
)
from bot.core.sets.instants import (
    read_date,
    read_time,
    read_timestamp,
    write_date,
    write_offset,
    write_time,
    write_timestamp,
)
from bot.core.sets.line import Line, critical_points
from bot.core.sets.timezones import canonical_zone, zone_offset


@dataclass(frozen=True, slots=True)
class Bound:
    """One end of an interval; `closed` where the end itself is admitted."""

    at: Fraction
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Interval:
    """The points between two bounds; None is no bound on that side.

    `frame` is the zone that timestamps and times are told in: "+0" for instants. Wall clocks of
    different frames cannot be compared.
    """

    low: Bound | None = None
    high: Bound | None = None
    line: Line = Line.NUMBER
    frame: str = "+0"

    def holds(self, point: Fraction) -> bool:
        """Tell whether the interval admits the point."""
        low, high = self.low, self.high
        if low is not None and (point < low.at or (point == low.at and not low.closed)):
            return False
        if high is not None and (point > high.at or (point == high.at and not high.closed)):
            return False
        return self.line.admits(point)

    def borders(self) -> tuple[Fraction, ...]:
        """Return the points of both bounds, where there are bounds."""
        return tuple(bound.at for bound in (self.low, self.high) if bound is not None)

    def spell(self, point: Fraction) -> Scalar:
        """Return the point as a contract writes it; None where it has no exact spelling."""
        match self.line:
            case Line.DATE:
                return write_date(point)
            case Line.TIMESTAMP:
                return _spell_clock(write_timestamp, point, self.frame)
            case Line.TIME:
                return _spell_clock(write_time, point, self.frame)
            case _:
                return written(point)


def number_interval(options: Mapping[str, object], *, integer: bool) -> Interval | None:
    """Return the numbers that the ODCS logicalTypeOptions of a number or an integer admit.

    Both minimum and exclusiveMinimum count where both are given. A boolean exclusiveMinimum, the
    form of ODCS 3.0, opens the bound beside it. None where a bound is no number.
    """
    line = Line.INTEGER if integer else Line.NUMBER
    return _interval(options, exact, line)


def temporal_interval(options: Mapping[str, object], logical_type: str) -> Interval | None:
    """Return the dates, timestamps or times that the ODCS logicalTypeOptions admit.

    A timestamp without offset is told in defaultTimezone, Etc/UTC where there is none; a date
    alone is its midnight. None where a bound cannot be read as ISO 8601, or where one bound has
    an offset and the other is told in a zone whose offset is not fixed.
    """
    if logical_type == "date":
        return _interval(options, _date_point, Line.DATE)
    clock = {"timestamp": read_timestamp, "time": read_time}.get(logical_type)
    zone = options.get("defaultTimezone")
    if clock is None or not (zone is None or isinstance(zone, str)):
        return None
    frames: set[str | None] = set()

    def read(value: object) -> Fraction | None:
        found = clock(value) if isinstance(value, str) else None
        if found is None:
            return None
        frame, point = _framed(found, zone, keep_offset=logical_type == "time")
        frames.add(frame)
        return point

    line = Line.TIMESTAMP if logical_type == "timestamp" else Line.TIME
    interval = _interval(options, read, line)
    if interval is None or len(frames) > 1 or None in frames:
        return None
    return Interval(interval.low, interval.high, line, frames.pop() or "+0") if frames else interval


def compare_intervals(old: Interval | None, new: Interval | None) -> Relation:
    """Return how the new interval compares; UNKNOWN where one could not be read."""
    return outside(old, new).relation


def outside(old: Interval | None, new: Interval | None) -> Difference:
    """Return the relation of two intervals, with values that are in one and not in the other."""
    if old is None or new is None:
        return unknown("a bound cannot be read")
    if old.line is not new.line:
        return unknown("the bounds are of different kinds")
    if old.frame != new.frame and old.borders() and new.borders():
        return unknown("the bounds are told in different time zones")
    points = critical_points((*old.borders(), *new.borders()), old.line)
    only_old = [point for point in points if old.holds(point) and not new.holds(point)]
    only_new = [point for point in points if new.holds(point) and not old.holds(point)]
    speller = old if old.borders() else new
    return Difference(
        relation_of(only_old=bool(only_old), only_new=bool(only_new)),
        _spelled(speller, only_old),
        _spelled(speller, only_new),
    )


def members(interval: Interval) -> tuple[Scalar, ...]:
    """Return a few values of the interval, admitted borders among them; () where it is empty."""
    points = critical_points(interval.borders(), interval.line)
    held = [interval.spell(point) for point in points if interval.holds(point)]
    return tuple(value for value in held if value is not None)


def is_empty(interval: Interval) -> bool:
    """Tell whether the interval admits no point."""
    if any(map(interval.holds, interval.borders())):
        return False
    return not members(interval)


def _spelled(interval: Interval, points: Iterable[Fraction]) -> tuple[Scalar, ...]:
    spelled = (interval.spell(point) for point in points)
    return first_samples(value for value in spelled if value is not None)


def _interval(
    options: Mapping[str, object], read: Callable[[object], Fraction | None], line: Line
) -> Interval | None:
    """Return the interval of the four options, each read with `read`; None if one cannot be."""
    lows = _bounds(options.get("minimum"), options.get("exclusiveMinimum"), read)
    highs = _bounds(options.get("maximum"), options.get("exclusiveMaximum"), read)
    if lows is None or highs is None:
        return None
    low = max(lows, key=lambda bound: (bound.at, not bound.closed), default=None)
    high = min(highs, key=lambda bound: (bound.at, bound.closed), default=None)
    return Interval(low, high, line)


def _bounds(
    plain: object, exclusive: object, read: Callable[[object], Fraction | None]
) -> list[Bound] | None:
    """Return the bounds that two options of one side set; None if one cannot be read."""
    if isinstance(exclusive, bool):
        given = [(plain, not exclusive)]
    else:
        given = [(plain, True), (exclusive, False)]
    points = [(read(value), closed) for value, closed in given if value is not None]
    bounds = [Bound(point, closed) for point, closed in points if point is not None]
    return bounds if len(bounds) == len(points) else None


def _date_point(value: object) -> Fraction | None:
    return read_date(value) if isinstance(value, str) else None


def _framed(
    found: tuple[Fraction, int | None], zone: str | None, *, keep_offset: bool
) -> tuple[str | None, Fraction]:
    """Return the frame of a clock reading and its point there.

    Timestamps with an offset become instants. Times of day keep their offset as the frame: they
    would wrap around midnight.
    """
    point, offset = found
    if offset is None:
        offset = zone_offset(zone)
    if offset is None:
        return canonical_zone(zone), point
    return (f"{offset:+}", point) if keep_offset else ("+0", point - offset)


def _spell_clock(
    write: Callable[[Fraction, str], str | None], point: Fraction, frame: str
) -> str | None:
    """Write a clock reading with the offset of its frame, without one for a named zone."""
    return write(point, write_offset(int(frame)) if frame[0] in "+-" else "")
