from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.sets.durations import Duration, compare, read_duration

_DAY = 86_400


def days(count: int) -> Duration:
    return Duration(seconds=Fraction(count * _DAY))


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        pytest.param("24", "h", days(1), id="a number in quotes"),
        pytest.param(1, "d", days(1), id="a number and a unit"),
        pytest.param(1.5, "days", Duration(seconds=Fraction(129_600)), id="a day and a half"),
        pytest.param("P1D", None, days(1), id="ISO 8601"),
        pytest.param("PT4H", None, Duration(seconds=Fraction(14_400)), id="ISO 8601 with hours"),
        pytest.param(
            "P1Y2M3DT4H5M6,5S",
            None,
            Duration(Fraction(14), Fraction(3 * _DAY + 14_706) + Fraction(1, 2)),
            id="ISO 8601 with everything",
        ),
        pytest.param("2 weeks", None, days(14), id="words"),
        pytest.param("1 day, 12 hours", None, Duration(seconds=Fraction(129_600)), id="two parts"),
        pytest.param("1s", None, Duration(seconds=Fraction(1)), id="no space"),
        pytest.param("25h", "hours", Duration(seconds=Fraction(90_000)), id="the unit said twice"),
        pytest.param(100, "ms", Duration(seconds=Fraction(1, 10)), id="milliseconds"),
        pytest.param(3, "y", Duration(Fraction(36)), id="years"),
        pytest.param("1", "quarter", Duration(Fraction(3)), id="a quarter"),
        pytest.param("daily", None, days(1), id="a word for every day"),
        pytest.param(5, "M", None, id="minutes or months"),
        pytest.param(5, None, None, id="no unit"),
        pytest.param(5, "business days", None, id="a unit of no fixed length"),
        pytest.param(-1, "d", None, id="below zero"),
        pytest.param(True, "d", None, id="no number"),
        pytest.param("1,000 ms", None, None, id="a comma that may group or divide"),
        pytest.param("3 months", "d", None, id="two units that disagree"),
        pytest.param("P", None, None, id="ISO 8601 without parts"),
        pytest.param("P1DT", None, None, id="ISO 8601 that ends too early"),
        pytest.param("soon", "d", None, id="no number in the text"),
        pytest.param("${HOURS}", "h", None, id="a variable"),
        pytest.param("1" * 5_000, "h", None, id="a very long number"),
    ],
)
def test_a_duration_is_read_in_many_spellings(
    value: object, unit: object, expected: Duration | None
) -> None:
    assert read_duration(value, unit) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(days(1), days(2), 1, id="longer"),
        pytest.param(days(2), days(1), -1, id="shorter"),
        pytest.param(Duration(Fraction(12)), Duration(Fraction(12)), 0, id="equal years"),
        pytest.param(days(30), Duration(Fraction(12)), 1, id="a year and 30 days"),
        pytest.param(days(30), Duration(Fraction(1)), None, id="a month and 30 days"),
        pytest.param(days(32), Duration(Fraction(1)), -1, id="a month and 32 days"),
        pytest.param(days(365), Duration(Fraction(12)), None, id="a year and 365 days"),
        pytest.param(days(364), Duration(Fraction(12)), 1, id="a year and 364 days"),
        pytest.param(
            Duration(Fraction(1), Fraction(60)), Duration(Fraction(1)), -1, id="a minute less"
        ),
        pytest.param(None, days(1), None, id="one is not known"),
    ],
)
def test_durations_are_ordered_where_the_calendar_allows(
    old: Duration | None, new: Duration | None, expected: int | None
) -> None:
    assert compare(old, new) == expected
    assert compare(new, old) == (None if expected is None else -expected)


@given(
    st.dates(date(1890, 1, 1), date(2110, 1, 1)),
    st.integers(1, 60),
    st.integers(1, 1900),
)
@settings(max_examples=300, deadline=None)
def test_no_calendar_contradicts_an_order(start: date, months: int, day_count: int) -> None:
    total = start.month - 1 + months
    year, month = start.year + total // 12, total % 12 + 1
    by_months = date(year, month, min(start.day, monthrange(year, month)[1]))
    by_days = start + timedelta(days=day_count)

    order = compare(days(day_count), Duration(Fraction(months)))

    assert order in {None, (by_months > by_days) - (by_months < by_days)}


@given(
    st.text(max_size=40)
    | st.text(alphabet="PT0123456789.,YMWDHS dhms", max_size=40)
    | st.integers()
    | st.floats()
    | st.booleans()
    | st.none(),
    st.none() | st.text(max_size=10) | st.sampled_from(["d", "h", "y", "M", "min"]) | st.integers(),
)
@settings(max_examples=300, deadline=None)
def test_no_text_is_too_strange_for_a_duration(value: object, unit: object) -> None:
    read = read_duration(value, unit)

    assert compare(read, read) == (None if read is None else 0)
