from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.core.wording import listing


@pytest.mark.parametrize(
    ("words", "text"),
    [
        pytest.param(["a"], "`a`", id="one"),
        pytest.param(["a", "b"], "`a` and `b`", id="two"),
        pytest.param(["a", "b", "c"], "`a`, `b` and `c`", id="three"),
        pytest.param("abcdefg", "`a`, `b`, `c`, `d`, `e` and 2 more", id="many are cut"),
    ],
)
def test_words_are_listed_as_a_sentence_has_them(words: Sequence[str], text: str) -> None:
    assert listing(words) == text
