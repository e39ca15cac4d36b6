from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.relation import Relation
from bot.core.sets.difference import Difference
from bot.core.sets.values import values_difference

_SCALARS = st.sampled_from([0, 0.0, False, "0", "", None, 1, True, "a", "A", 1.5])
_LISTS = st.none() | st.lists(_SCALARS, max_size=6)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(["a"], ["a", "b"], Difference(Relation.WIDER, only_new=("b",)), id="added"),
        pytest.param(["a", "b"], ["a"], Difference(Relation.NARROWER, ("b",)), id="removed"),
        pytest.param(["a"], ["b"], Difference(Relation.INCOMPARABLE, ("a",), ("b",)), id="recoded"),
        pytest.param(
            ["a", "b"], ["b", "a", "a"], Difference(Relation.SAME), id="order, repetition"
        ),
        pytest.param([1], [1.0], Difference(Relation.SAME), id="1 and 1.0 are one value"),
        pytest.param(
            [1], ["1"], Difference(Relation.INCOMPARABLE, (1,), ("1",)), id="1 is no text"
        ),
        pytest.param(
            [1], [True], Difference(Relation.INCOMPARABLE, (1,), (True,)), id="true is no number"
        ),
        pytest.param(None, ["a"], Difference(Relation.NARROWER), id="now a closed list"),
        pytest.param(["a"], None, Difference(Relation.WIDER), id="now an open list"),
        pytest.param([], ["a"], Difference(Relation.WIDER, only_new=("a",)), id="an empty list"),
        pytest.param(
            [{"a": 1}],
            ["a"],
            Difference(Relation.UNKNOWN, reason="an item is not a plain value"),
            id="an item that is a mapping",
        ),
        pytest.param(
            ["${STATE}"],
            ["a"],
            Difference(Relation.UNKNOWN, reason="an item holds a variable"),
            id="an item with a variable",
        ),
        pytest.param(
            ["${STATE}", "a"],
            ["a", "${STATE}"],
            Difference(Relation.SAME),
            id="the same variable on both sides",
        ),
    ],
)
def test_lists_compare_as_sets(
    old: list[object] | None, new: list[object] | None, expected: Difference
) -> None:
    assert values_difference(old, new) == expected


@given(_LISTS, _LISTS)
@settings(max_examples=100, deadline=None)
def test_the_relation_has_a_mirror(old: list[object] | None, new: list[object] | None) -> None:
    assert values_difference(old, new).relation is values_difference(new, old).relation.mirrored()
    assert values_difference(old, old).relation is Relation.SAME
