from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.relation import Relation
from bot.core.sets.difference import Difference, relation_of
from bot.core.sets.line import Line
from bot.core.sets.operators import (
    accepts,
    compare_thresholds,
    read_unit,
    threshold_difference,
)

Check = Mapping[str, object]

_NUMBER = st.integers(-1, 6) | st.sampled_from([0.5, 2.5, 99.5, 100])
_PAIR = st.tuples(_NUMBER, _NUMBER).map(lambda ends: sorted(ends, key=float))
_CHECKS = st.one_of(
    st.sampled_from(
        [
            "mustBe",
            "mustNotBe",
            "mustBeGreaterThan",
            "mustBeGreaterOrEqualTo",
            "mustBeLessThan",
            "mustBeLessOrEqualTo",
        ]
    ).flatmap(lambda name: _NUMBER.map(lambda value: {name: value})),
    st.sampled_from(["mustBeBetween", "mustNotBeBetween"]).flatmap(
        lambda name: _PAIR.map(lambda value: {name: value})
    ),
)


def accepted(check: Check, point: Fraction, *, inclusive: bool) -> bool:
    """What the standard says of one operator, word for word."""
    ((operator, value),) = check.items()
    ends = [Fraction(str(end)) for end in (value if isinstance(value, list) else [value])]
    low, high = ends[0], ends[-1]
    inside = low <= point <= high if inclusive else low < point < high
    return {
        "mustBe": point == low,
        "mustNotBe": point != low,
        "mustBeGreaterThan": point > low,
        "mustBeGreaterOrEqualTo": point >= low,
        "mustBeLessThan": point < low,
        "mustBeLessOrEqualTo": point <= low,
        "mustBeBetween": inside,
        "mustNotBeBetween": not inside,
    }[operator]


@given(_CHECKS, _CHECKS, st.booleans(), st.booleans())
@settings(max_examples=300, deadline=None)
def test_thresholds_compare_as_the_results_they_accept(
    old: Check, new: Check, whole: bool, inclusive: bool
) -> None:
    last = 120 if whole else 100
    points = [Fraction(point, 1 if whole else 4) for point in range((1 if whole else 4) * last + 1)]
    in_old = [accepted(old, point, inclusive=inclusive) for point in points]
    in_new = [accepted(new, point, inclusive=inclusive) for point in points]
    expected = relation_of(
        only_old=any(before and not after for before, after in zip(in_old, in_new, strict=True)),
        only_new=any(after and not before for before, after in zip(in_old, in_new, strict=True)),
    )

    actual = compare_thresholds(old, new, whole=whole, between_inclusive=inclusive)
    mirrored = compare_thresholds(new, old, whole=whole, between_inclusive=inclusive)

    assert actual is expected
    assert mirrored is expected.mirrored()
    assert compare_thresholds(old, old, whole=whole) is Relation.SAME


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            {"mustBeGreaterThan": 5},
            {"mustBeGreaterOrEqualTo": 6},
            Difference(Relation.SAME),
            id="no whole number lies between",
        ),
        pytest.param(
            {"mustBe": 0},
            {"mustBeLessThan": 10},
            Difference(Relation.WIDER, only_new=(1, 9)),
            id="a few are allowed now",
        ),
        pytest.param(
            {"mustNotBe": 0},
            {"mustBeGreaterThan": 0},
            Difference(Relation.SAME),
            id="a count is never below zero",
        ),
        pytest.param(
            {"mustBeLessThan": 0},
            {"mustBe": -1},
            Difference(Relation.SAME),
            id="two thresholds that no count meets",
        ),
        pytest.param(
            {"mustBe": "ok"},
            {"mustBe": "fine"},
            Difference(Relation.INCOMPARABLE, ("ok",), ("fine",)),
            id="two texts",
        ),
        pytest.param(
            {"mustBe": "ok"},
            {"mustNotBe": "bad"},
            Difference(Relation.WIDER, only_new=("other", 0, 1)),
            id="one text against all but another",
        ),
        pytest.param(
            {"mustBe": True},
            {"mustBe": 1},
            Difference(Relation.INCOMPARABLE, (True,), (1,)),
            id="true is no number",
        ),
        pytest.param(
            {"mustBeGreaterThan": 1, "mustBeLessThan": 4},
            {"mustBeBetween": [2, 3]},
            Difference(Relation.SAME),
            id="several operators must all hold",
        ),
        pytest.param(
            {"mustBe": "0"},
            {"mustBe": 0},
            Difference(Relation.UNKNOWN, reason="a threshold is missing or cannot be read"),
            id="a number in quotes",
        ),
        pytest.param(
            {"mustBe": "${LIMIT}"}, {"mustBe": "${LIMIT}"}, Difference(Relation.SAME), id="variable"
        ),
        pytest.param(
            {"mustBeBetween": [10, 1]},
            {"mustBeBetween": [1, 10]},
            Difference(Relation.UNKNOWN, reason="a threshold is missing or cannot be read"),
            id="a range that runs backwards",
        ),
        pytest.param(
            {"metric": "rowCount"},
            {"mustBe": 1},
            Difference(Relation.UNKNOWN, reason="a threshold is missing or cannot be read"),
            id="no operator at all",
        ),
    ],
)
def test_the_difference_of_thresholds_has_samples(
    old: Check, new: Check, expected: Difference
) -> None:
    assert threshold_difference(old, new, Line.COUNT) == expected


def test_between_may_leave_its_ends_out() -> None:
    between, strict = {"mustBeBetween": [0, 10]}, {"mustBeBetween": [-1, 11]}

    assert compare_thresholds(between, strict, whole=True) is Relation.WIDER
    closed = {"mustBeGreaterOrEqualTo": 0, "mustBeLessOrEqualTo": 10}
    assert compare_thresholds(closed, strict, whole=True, between_inclusive=False) is Relation.SAME


def test_the_result_of_a_query_may_be_below_zero() -> None:
    old, new = {"mustNotBe": 0}, {"mustBeGreaterThan": 0}

    assert compare_thresholds(old, new, whole=True) is Relation.SAME
    assert compare_thresholds(old, new, whole=True, line=Line.NUMBER) is Relation.NARROWER


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        pytest.param(None, Line.COUNT, id="rows are the default"),
        pytest.param("rows", Line.COUNT, id="rows"),
        pytest.param("Percent", Line.PERCENT, id="percent"),
        pytest.param("%", Line.PERCENT, id="a percent sign"),
        pytest.param("pages", None, id="another unit"),
        pytest.param(5, None, id="no text"),
    ],
)
def test_a_unit_names_the_line(unit: object, expected: Line | None) -> None:
    assert read_unit(unit) is expected


def test_a_threshold_accepts_a_result() -> None:
    assert accepts({"mustBeLessThan": 5}, 4, Line.COUNT) is True
    assert accepts({"mustBeLessThan": 5}, 5, Line.COUNT) is False
    assert accepts({"mustBe": "ok"}, "ok", Line.NUMBER) is True
    assert accepts({"mustBeLessThan": "x"}, 5, Line.COUNT) is None


@given(
    st.dictionaries(
        st.sampled_from(["mustBe", "mustNotBe", "mustBeLessThan", "mustBeBetween", "name"]),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
            lambda inner: st.lists(inner, max_size=3),
            max_leaves=4,
        ),
    )
)
@settings(max_examples=150, deadline=None)
def test_no_threshold_is_too_strange_to_be_answered(check: dict[str, object]) -> None:
    assert compare_thresholds(check, {"mustBe": 5}, whole=False) in Relation
