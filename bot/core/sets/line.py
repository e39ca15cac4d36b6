"""The ordered lines that bounded values lie on: numbers, counts, percentages, dates, times."""

from __future__ import annotations

import math
from collections.abc import Iterable
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

DAY = 86_400


class Line(StrEnum):
    """What the points of an interval stand for.

    Points are exact numbers: dates are proleptic Gregorian ordinals (0001-01-01 is 1), timestamps
    seconds on that calendar, times of day seconds since midnight.
    """

    NUMBER = "number"
    INTEGER = "integer"
    COUNT = "count"
    """Whole numbers from 0: rows, lengths, items."""
    PERCENT = "percent"
    """Numbers from 0 to 100."""
    DATE = "date"
    TIMESTAMP = "timestamp"
    TIME = "time"
    """Seconds from 0, below 24 hours."""

    @property
    def whole(self) -> bool:
        """Tell whether only whole points lie on the line, so that each has a next one."""
        return self in {Line.INTEGER, Line.COUNT, Line.DATE}

    def admits(self, point: Fraction) -> bool:
        """Tell whether the point lies on the line at all."""
        if self.whole and point.denominator != 1:
            return False
        match self:
            case Line.COUNT:
                return point >= 0
            case Line.PERCENT:
                return 0 <= point <= 100  # noqa: PLR2004 - a percentage ends there
            case Line.TIME:
                return 0 <= point < DAY
            case _:
                return True

    def ends(self) -> tuple[Fraction, ...]:
        """Return where the line itself begins or ends."""
        match self:
            case Line.COUNT:
                return (Fraction(0),)
            case Line.PERCENT:
                return (Fraction(0), Fraction(100))
            case Line.TIME:
                return (Fraction(0), Fraction(DAY))
            case _:
                return ()


def critical_points(borders: Iterable[Fraction], line: Line) -> tuple[Fraction, ...]:
    """Return, ascending, the points that decide how sets with these borders compare.

    Two unions of intervals whose borders are all given are constant between neighbouring
    borders. One point on each border, one in each gap and one beyond each end therefore see
    every difference there is: the comparison is a proof, not a sample.
    """
    edges = sorted({*borders, *line.ends()}) or [Fraction(0)]
    if line.whole:
        floors = {math.floor(edge) for edge in edges} | {math.ceil(edge) for edge in edges}
        points = {Fraction(floor + step) for floor in floors for step in (-1, 0, 1)}
    else:
        gaps = {_between(low, high) for low, high in pairwise(edges)}
        points = {*edges, *gaps, edges[0] - 1, edges[-1] + 1}
    return tuple(sorted(point for point in points if line.admits(point)))


def _between(low: Fraction, high: Fraction) -> Fraction:
    """Return a point strictly between two others, a whole one where there is one."""
    whole = Fraction(math.floor(low) + 1)
    return whole if whole < high else (low + high) / 2
