from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.sets.sensitivity import DEFAULT, Ladder, Shift, compare


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("public", "internal", Shift.RAISED, id="one rung up"),
        pytest.param("restricted", "public", Shift.LOWERED, id="all the way down"),
        pytest.param("Public", "open", Shift.SAME, id="two words for one rung"),
        pytest.param("internal_use-only", "Internal Use Only", Shift.SAME, id="separators"),
        pytest.param("confidential", "PII", Shift.SAME, id="personal data"),
        pytest.param("confidential", "secret", Shift.RAISED, id="secret"),
        pytest.param("C1", "c3", Shift.RAISED, id="levels"),
        pytest.param("C1", "internal", Shift.UNKNOWN, id="a level beside a word"),
        pytest.param("1", "5", Shift.UNKNOWN, id="bare numbers count up or down"),
        pytest.param("amber", "red", Shift.UNKNOWN, id="words on no rung"),
        pytest.param("amber", "Amber ", Shift.SAME, id="the same word on no rung"),
        pytest.param(None, "public", Shift.UNKNOWN, id="nothing was said before"),
        pytest.param(None, None, Shift.SAME, id="nothing is said"),
        pytest.param(None, " ", Shift.SAME, id="an empty text says nothing"),
    ],
)
def test_sensitivity_is_raised_or_lowered(
    old: str | None, new: str | None, expected: Shift
) -> None:
    assert compare(old, new) is expected
    assert compare(new, old) is expected.mirrored()


def test_a_ladder_of_ones_own_replaces_the_default() -> None:
    ladder: Ladder = (("green",), ("amber", "yellow"), ("red",))

    assert compare("Amber", "red", ladder) is Shift.RAISED
    assert compare("yellow", "amber", ladder) is Shift.SAME
    assert compare("public", "restricted", ladder) is Shift.UNKNOWN


def test_no_label_of_the_default_ladder_stands_twice() -> None:
    labels = [label for rung in DEFAULT for label in rung]

    assert sorted(set(labels)) == sorted(labels)


@given(st.none() | st.text(), st.none() | st.text())
@settings(max_examples=100, deadline=None)
def test_no_label_is_too_strange_to_be_placed(old: str | None, new: str | None) -> None:
    assert compare(old, new) is compare(new, old).mirrored()
    assert compare(old, old) is Shift.SAME
