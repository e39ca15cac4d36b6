from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.relation import Relation
from bot.core.sets.difference import Difference, relation_of
from bot.core.sets.multiples import compare_multiples, is_multiple, multiples_difference

_STEPS = st.none() | st.sampled_from([0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6])
_POINTS = [Fraction(point, 40) for point in range(1, 1000)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(0.1, 0.3, Difference(Relation.NARROWER, only_old=(0.1,)), id="tenths"),
        pytest.param(10, 5, Difference(Relation.WIDER, only_new=(5,)), id="new divides old"),
        pytest.param(2, 3, Difference(Relation.INCOMPARABLE, (2,), (3,)), id="neither divides"),
        pytest.param(5, 5.0, Difference(Relation.SAME), id="one number in two spellings"),
        pytest.param(None, 5, Difference(Relation.NARROWER, only_old=(2.5,)), id="added"),
        pytest.param(5, None, Difference(Relation.WIDER, only_new=(2.5,)), id="removed"),
        pytest.param(
            "5",
            5,
            Difference(Relation.UNKNOWN, reason="multipleOf is not a number above 0"),
            id="in quotes",
        ),
        pytest.param(
            0,
            5,
            Difference(Relation.UNKNOWN, reason="multipleOf is not a number above 0"),
            id="zero",
        ),
    ],
)
def test_multiples_are_compared_exactly(old: object, new: object, expected: Difference) -> None:
    assert multiples_difference(old, new) == expected


@given(_STEPS, _STEPS, st.booleans())
@settings(max_examples=120, deadline=None)
def test_multiples_compare_as_their_members_do(
    old: float | None, new: float | None, integer: bool
) -> None:
    points = [point for point in _POINTS if not integer or point.denominator == 1]

    def admitted(step: float | None, point: Fraction) -> bool:
        return step is None or (point / Fraction(str(step))).denominator == 1

    expected = relation_of(
        only_old=any(admitted(old, point) and not admitted(new, point) for point in points),
        only_new=any(admitted(new, point) and not admitted(old, point) for point in points),
    )

    assert compare_multiples(old, new, integer=integer) is expected
    assert compare_multiples(new, old, integer=integer) is expected.mirrored()


def test_a_value_is_a_multiple_or_not_or_no_number() -> None:
    assert is_multiple(0.3, 0.1) is True
    assert is_multiple(0.35, 0.1) is False
    assert is_multiple("0.3", 0.1) is None
