from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.core.repeats import repeats


@pytest.mark.parametrize(
    ("members", "found"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param(["a", "b"], [], id="two names"),
        pytest.param(["a", "b", "a"], [("a", "a")], id="one twice"),
        pytest.param(["a", "A", "a"], [("A", "a"), ("a", "a")], id="each again after the first"),
        pytest.param(["", "", "b"], [], id="who has no name repeats none"),
    ],
)
def test_members_are_told_that_have_the_name_of_another(
    members: Sequence[str], found: list[tuple[str, str]]
) -> None:
    assert repeats(members, str.lower) == found
