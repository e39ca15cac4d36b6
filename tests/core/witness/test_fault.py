from __future__ import annotations

import pytest

from bot.core.witness.fault import shown


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("a\xa0b", '"a\\xa0b"', id="a space that does not break"),
        pytest.param("\t\u200b", '"\\t\\u200b"', id="a tab, and a space of no width"),
        pytest.param("plain", '"plain"', id="a plain text"),
        pytest.param("x" * 41, f'"{"x" * 40}…"', id="a long text"),
    ],
)
def test_a_value_is_shown_with_nothing_hidden(value: str, expected: str) -> None:
    assert shown(value) == expected
