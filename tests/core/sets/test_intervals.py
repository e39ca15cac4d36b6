from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.relation import Relation
from bot.core.sets.difference import Difference, relation_of
from bot.core.sets.intervals import (
    Interval,
    compare_intervals,
    members,
    number_interval,
    outside,
    temporal_interval,
)
from bot.core.sets.line import Line

Options = Mapping[str, object]

_BOUNDS = ("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum")
_POINTS = [Fraction(eighth, 8) for eighth in range(-80, 81)]


def options(values: st.SearchStrategy[object]) -> st.SearchStrategy[dict[str, object]]:
    return st.fixed_dictionaries({}, optional=dict.fromkeys(_BOUNDS, values))


numbers = options(st.integers(-4, 4) | st.sampled_from([-2.5, -0.25, 0.5, 1.75, 2.0]))
anything = options(
    st.integers() | st.floats() | st.text() | st.booleans() | st.none() | st.lists(st.integers())
)


def admitted(given_options: Options, point: Fraction) -> bool:
    """What JSON Schema says of the four keywords, word for word."""
    checks = {
        "minimum": lambda bound: point >= bound,
        "exclusiveMinimum": lambda bound: point > bound,
        "maximum": lambda bound: point <= bound,
        "exclusiveMaximum": lambda bound: point < bound,
    }
    return all(checks[key](Fraction(str(value))) for key, value in given_options.items())


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param({"minimum": 0}, {"exclusiveMinimum": -1}, Relation.SAME, id="same bound"),
        pytest.param({"minimum": 0}, {"exclusiveMinimum": 0}, Relation.NARROWER, id="now open"),
        pytest.param({"minimum": 0.5}, {"minimum": 1}, Relation.SAME, id="no integer between"),
        pytest.param({"minimum": 0}, {}, Relation.WIDER, id="a bound is gone"),
        pytest.param({"maximum": 9}, {"maximum": 10}, Relation.WIDER, id="a bound is raised"),
        pytest.param(
            {"minimum": 0, "maximum": 9},
            {"minimum": 5, "maximum": 20},
            Relation.INCOMPARABLE,
            id="both bounds are shifted",
        ),
        pytest.param(
            {"minimum": 3, "maximum": 2},
            {"minimum": 9, "maximum": 1},
            Relation.SAME,
            id="two empty intervals",
        ),
        pytest.param({"minimum": 3, "maximum": 2}, {}, Relation.WIDER, id="no longer empty"),
        pytest.param(
            {"minimum": 1, "exclusiveMinimum": True},
            {"exclusiveMinimum": 1},
            Relation.SAME,
            id="the boolean form of ODCS 3.0",
        ),
        pytest.param(
            {"minimum": 5, "exclusiveMinimum": 1},
            {"minimum": 5},
            Relation.SAME,
            id="the tighter of two bounds counts",
        ),
        pytest.param({"minimum": "${LOW}"}, {"minimum": 1}, Relation.UNKNOWN, id="a variable"),
        pytest.param({"minimum": True}, {"minimum": 1}, Relation.UNKNOWN, id="no number"),
        pytest.param(
            {"maximum": 10**5000}, {"maximum": 10**5000 + 1}, Relation.WIDER, id="huge integers"
        ),
    ],
)
def test_integers_compare_by_their_bounds(old: Options, new: Options, expected: Relation) -> None:
    before, after = number_interval(old, integer=True), number_interval(new, integer=True)

    assert compare_intervals(before, after) is expected


@given(numbers, numbers)
@settings(max_examples=150, deadline=None)
def test_bounds_compare_as_their_members_do(old: Options, new: Options) -> None:
    for integer in (True, False):
        points = [point for point in _POINTS if not integer or point.denominator == 1]
        expected = relation_of(
            only_old=any(admitted(old, point) and not admitted(new, point) for point in points),
            only_new=any(admitted(new, point) and not admitted(old, point) for point in points),
        )
        before = number_interval(old, integer=integer)
        after = number_interval(new, integer=integer)

        assert compare_intervals(before, after) is expected
        assert compare_intervals(after, before) is expected.mirrored()
        assert compare_intervals(before, before) is Relation.SAME


@given(numbers, numbers)
@settings(max_examples=100, deadline=None)
def test_samples_lie_in_one_interval_only(old: Options, new: Options) -> None:
    before, after = number_interval(old, integer=False), number_interval(new, integer=False)

    found = outside(before, after)

    for sample in found.only_old:
        assert admitted(old, Fraction(str(sample)))
        assert not admitted(new, Fraction(str(sample)))
    for sample in found.only_new:
        assert admitted(new, Fraction(str(sample)))
        assert not admitted(old, Fraction(str(sample)))
    assert bool(found.only_old) is (found.relation in {Relation.NARROWER, Relation.INCOMPARABLE})


@given(anything, anything, st.sampled_from(["date", "timestamp", "time", "number", "string"]))
@settings(max_examples=150, deadline=None)
def test_no_bound_is_too_strange_to_be_answered(
    old: Options, new: Options, logical_type: str
) -> None:
    for before, after in (
        (number_interval(old, integer=True), number_interval(new, integer=False)),
        (temporal_interval(old, logical_type), temporal_interval(new, logical_type)),
    ):
        assert compare_intervals(before, after) in Relation


def test_a_tenth_is_a_tenth() -> None:
    interval = number_interval({"minimum": 0.1}, integer=False)

    assert interval is not None
    assert interval.borders() == (Fraction(1, 10),)


def test_members_hold_the_borders() -> None:
    assert members(Interval(line=Line.COUNT)) == (0, 1)
    interval = number_interval({"minimum": 1, "maximum": 2.5}, integer=False)
    assert interval is not None
    assert members(interval) == (1, 2, 2.5)


@pytest.mark.parametrize(
    ("old", "new", "logical_type", "expected"),
    [
        pytest.param(
            {"exclusiveMaximum": "2025-01-02"},
            {"maximum": "2025-01-01"},
            "date",
            Difference(Relation.SAME),
            id="the day before is the same bound",
        ),
        pytest.param(
            {"minimum": "2024-02-28"},
            {"exclusiveMinimum": "2024-02-28"},
            "date",
            Difference(Relation.NARROWER, only_old=("2024-02-28",)),
            id="one day less",
        ),
        pytest.param(
            {"minimum": "2023-02-29"},
            {},
            "date",
            Difference(Relation.UNKNOWN, reason="a bound cannot be read"),
            id="a day that never was",
        ),
        pytest.param(
            {"minimum": 20250101},
            {},
            "date",
            Difference(Relation.UNKNOWN, reason="a bound cannot be read"),
            id="a date written as a number",
        ),
        pytest.param(
            {"maximum": "2025-01-01T12:00:00+02:00"},
            {"maximum": "2025-01-01T10:00:00Z"},
            "timestamp",
            Difference(Relation.SAME),
            id="one instant in two offsets",
        ),
        pytest.param(
            {"maximum": "2025-01-01"},
            {"maximum": "2025-01-01T00:00:00Z"},
            "timestamp",
            Difference(Relation.SAME),
            id="a date alone is its midnight in UTC",
        ),
        pytest.param(
            {"maximum": "2025-01-01T10:00:00", "defaultTimezone": "Europe/Paris"},
            {"maximum": "2025-01-01T10:00:00Z", "defaultTimezone": "Europe/Paris"},
            "timestamp",
            Difference(Relation.UNKNOWN, reason="the bounds are told in different time zones"),
            id="a wall clock against an instant",
        ),
        pytest.param(
            {"maximum": "2025-01-01T10:00:00", "defaultTimezone": "Europe/Paris"},
            {"maximum": "2025-01-01T11:00:00.5", "defaultTimezone": "Europe/Paris"},
            "timestamp",
            Difference(
                Relation.WIDER, only_new=("2025-01-01T10:00:01", "2025-01-01T11:00:00.500000")
            ),
            id="two wall clocks of one zone",
        ),
        pytest.param(
            {"maximum": "2025-01-01T10:00:00", "defaultTimezone": "CST"},
            {},
            "timestamp",
            Difference(Relation.UNKNOWN, reason="a bound cannot be read"),
            id="a zone that stands for several",
        ),
        pytest.param(
            {"minimum": "00:00"},
            {"exclusiveMaximum": "24:00:00"},
            "time",
            Difference(Relation.SAME),
            id="the whole day",
        ),
        pytest.param(
            {"minimum": "09:00"},
            {"minimum": "09:30:00"},
            "time",
            Difference(Relation.NARROWER, only_old=("09:00:00Z", "09:00:01Z")),
            id="half an hour less",
        ),
        pytest.param(
            {"minimum": "09:00+01:00"},
            {"minimum": "09:00"},
            "time",
            Difference(Relation.UNKNOWN, reason="the bounds are told in different time zones"),
            id="times of day in two offsets",
        ),
    ],
)
def test_dates_and_times_compare_by_their_bounds(
    old: Options, new: Options, logical_type: str, expected: Difference
) -> None:
    before, after = temporal_interval(old, logical_type), temporal_interval(new, logical_type)

    assert outside(before, after) == expected


@given(options(st.dates()), options(st.dates()))
@settings(max_examples=100, deadline=None)
def test_dates_compare_as_their_ordinals(old: dict[str, object], new: dict[str, object]) -> None:
    def by(write: str, side: Options) -> dict[str, object]:
        return {key: getattr(value, write)() for key, value in side.items()}

    dates = [temporal_interval(by("isoformat", side), "date") for side in (old, new)]
    ordinals = [number_interval(by("toordinal", side), integer=True) for side in (old, new)]

    assert compare_intervals(*dates) is compare_intervals(*ordinals)
