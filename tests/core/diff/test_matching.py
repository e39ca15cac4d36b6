from __future__ import annotations

from operator import itemgetter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.diff.matching import Matching, in_order, match

Member = tuple[str | None, str]
by_id = itemgetter(0)
by_name = itemgetter(1)

members = st.lists(
    st.tuples(st.one_of(st.none(), st.sampled_from("xyz")), st.sampled_from("abc")), max_size=8
)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            [("1", "a")],
            [("1", "b")],
            Matching(((("1", "a"), ("1", "b")),), (), ()),
            id="the first key pairs, whatever the second says",
        ),
        pytest.param(
            [(None, "a")],
            [("1", "a")],
            Matching((((None, "a"), ("1", "a")),), (), ()),
            id="who has no first key is paired by the second",
        ),
        pytest.param(
            [("1", "a"), ("2", "b")],
            [("2", "a")],
            Matching(((("2", "b"), ("2", "a")),), (("1", "a"),), ()),
            id="a partner by the first key is not asked by the second",
        ),
        pytest.param(
            [(None, "a"), (None, "a")],
            [(None, "a")],
            Matching((((None, "a"), (None, "a")),), ((None, "a"),), ()),
            id="of two alike the first is paired",
        ),
        pytest.param(
            [(None, "a")],
            [(None, "b")],
            Matching((), ((None, "a"),), ((None, "b"),)),
            id="strangers are removed and added",
        ),
        pytest.param([], [], Matching((), (), ()), id="nothing"),
    ],
)
def test_members_are_paired(
    old: list[Member], new: list[Member], expected: Matching[Member]
) -> None:
    assert match(old, new, (by_id, by_name)) == expected


@given(members, members)
def test_everybody_is_told_once(old: list[Member], new: list[Member]) -> None:
    found = match(old, new, (by_id, by_name))

    assert sorted(map(repr, [before for before, _ in found.pairs] + [*found.removed])) == sorted(
        map(repr, old)
    )
    assert sorted(map(repr, [after for _, after in found.pairs] + [*found.added])) == sorted(
        map(repr, new)
    )


@given(members, members)
def test_nobody_is_left_on_both_sides_under_one_name(old: list[Member], new: list[Member]) -> None:
    found = match(old, new, (by_id, by_name))

    assert not {name for _, name in found.removed} & {name for _, name in found.added}


@given(members)
def test_a_list_matches_itself(old: list[Member]) -> None:
    found = match(old, list(old), (by_id, by_name))

    assert found.pairs == tuple((member, member) for member in old)


def test_order_is_that_of_the_paired() -> None:
    a, b, c = ("1", "a"), ("2", "b"), ("3", "c")

    assert in_order([c, a, b], [(a, a), (b, b)])
    assert not in_order([b, c, a], [(a, a), (b, b)])
    assert in_order([], [])
