from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.sets.measures import compare, read_measure

Told = tuple[object, object]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param((1, "d"), (48, "h"), 1, id="two days are longer than one"),
        pytest.param((1, "d"), ("PT24H", None), 0, id="a day in two spellings"),
        pytest.param(("95%", "%"), (95, "percent"), 0, id="a percentage in two spellings"),
        pytest.param(("99.9 %", None), ("99.95", "%"), 1, id="a higher percentage"),
        pytest.param((99.9, "percent"), (99, "percent"), -1, id="a lower percentage"),
        pytest.param((0.999, "percent"), (99, "percent"), None, id="a fraction of one, perhaps"),
        pytest.param((0.999, "percent"), (0.99, "percent"), -1, id="two fractions of one"),
        pytest.param((0.5, "percent"), (2, "percent"), 1, id="an error rate"),
        pytest.param(("0.95 %", None), ("2 %", None), 1, id="a sign in the value is plain"),
        pytest.param(
            ("2032-05-12T09:30:10-08:00", None),
            ("2032-05-12T17:30:10Z", None),
            0,
            id="one instant in two offsets",
        ),
        pytest.param(("2032-05-12", None), ("2031-05-12", None), -1, id="an earlier day"),
        pytest.param(("2032-05-12", None), ("2032-05-12T10:00:00Z", None), None, id="within a day"),
        pytest.param(("2032-05-12", None), ("2032-05-14T10:00:00Z", None), 1, id="days apart"),
        pytest.param(
            ("2032-05-12T10:00:00", None), ("2032-05-12T11:00:00", None), 1, id="two wall clocks"
        ),
        pytest.param(
            ("2032-05-12T10:00:00", None), ("2032-05-12T11:00:00Z", None), None, id="which zone"
        ),
        pytest.param(("09:00-08:00", None), ("08:00-08:00", None), -1, id="earlier in the day"),
        pytest.param(("09:00-08:00", None), ("17:00Z", None), 0, id="one time in two offsets"),
        pytest.param(("09:00", None), ("09:00Z", None), None, id="a time with no offset"),
        pytest.param(("09:00", None), ("09:30", None), 1, id="two times with no offset"),
        pytest.param((1000, "rows/s"), (60_000, "rows per minute"), 0, id="one rate in two units"),
        pytest.param((1000, "rows/s"), (10, "MB/s"), None, id="two rates of two things"),
        pytest.param((1000, "rows"), ("2000", "rows"), 1, id="two amounts"),
        pytest.param((5, None), (6, None), 1, id="two bare numbers"),
        pytest.param((5, None), (6, "rows"), None, id="a number of what"),
        pytest.param(("0 20 * * *", None), ("0  20 * * *", None), 0, id="one schedule"),
        pytest.param(("0 20 * * *", None), ("0 21 * * *", None), None, id="two schedules"),
        pytest.param(("Available 24/7", None), ("99 %", None), None, id="words and a number"),
        pytest.param(("${SLA}", None), ("${SLA}", None), None, id="a variable"),
        pytest.param((True, "d"), (True, "d"), None, id="no number"),
    ],
)
def test_measures_are_ordered_where_that_is_certain(
    old: Told, new: Told, expected: int | None
) -> None:
    before, after = read_measure(*old), read_measure(*new)

    assert compare(before, after) == expected
    assert compare(after, before) == (None if expected is None else -expected)


_VALUES = (
    st.text(max_size=40)
    | st.text(alphabet="0123456789-:TZ+%. dh/", max_size=30)
    | st.integers()
    | st.floats()
    | st.none()
)


@given(_VALUES, st.none() | st.text(max_size=10) | st.sampled_from(["%", "d", "rows/s"]), _VALUES)
@settings(max_examples=300, deadline=None)
def test_no_value_is_too_strange_to_be_measured(value: object, unit: object, other: object) -> None:
    read, against = read_measure(value, unit), read_measure(other, unit)

    assert compare(read, read) == (None if read is None else 0)
    order = compare(read, against)
    assert compare(against, read) == (None if order is None else -order)
