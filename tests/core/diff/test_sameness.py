from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.contract.node import MapNode
from bot.core.diff.sameness import canonical, same

scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 2),
    st.sampled_from([0.0, 1.0, -1.0, 0.5]),
    st.sampled_from(["", "1", "true", "null"]),
)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(1, 1.0, True, id="a whole number with and without a point"),
        pytest.param(True, 1, False, id="true is not the number 1"),
        pytest.param(0, False, False, id="0 is not false"),
        pytest.param("1", 1, False, id="a text is no number"),
        pytest.param(None, False, False, id="nothing is not false"),
        pytest.param([1, [True]], [1, [1]], False, id="true is not 1 in a list of lists"),
        pytest.param({"a": {"b": 1}}, {"a": {"b": True}}, False, id="nor in a mapping"),
        pytest.param({"a": 1, "b": 2}, {"b": 2, "a": 1}, True, id="keys have no order"),
        pytest.param([1, 2], [2, 1], False, id="items have one"),
        pytest.param((1, 2), (1, 2), True, id="tuples of the model"),
        pytest.param({"a": 1}, {"a": 1, "b": None}, False, id="a key with nothing is a key"),
    ],
)
def test_two_values_are_one(old: object, new: object, expected: bool) -> None:
    assert same(old, new) is expected
    assert same(new, old) is expected


def test_places_do_not_matter() -> None:
    here, there = MapNode((1, 1)), MapNode((9, 9))
    here.put("a", 1, (1, 1), (1, 4))
    there.put("a", 1, (9, 1), (9, 4))

    assert same(here, there)


@given(scalars, scalars)
def test_scalars_are_the_same_exactly_if_their_keys_are_equal(old: object, new: object) -> None:
    assert same(old, new) is (canonical(old) == canonical(new))


@given(scalars, scalars)
def test_equal_keys_hash_alike(old: object, new: object) -> None:
    assert canonical(old) != canonical(new) or hash(canonical(old)) == hash(canonical(new))
