from __future__ import annotations

import pytest

from bot.core.sql_text import folded_sql


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        pytest.param("sum(a)", "SUM( a )", True, id="blanks and the case of words"),
        pytest.param("select\n  a", "SELECT a", True, id="line ends"),
        pytest.param("x = 'A'", "x = 'a'", False, id="the case of a text matters"),
        pytest.param("x = 'a b'", "x = 'a  b'", False, id="so do its blanks"),
        pytest.param('"Id"', '"id"', False, id="and the case of a quoted name"),
        pytest.param("'it''s A'", "'it''s a'", False, id="a quote inside a text"),
        pytest.param("select a", "selecta", False, id="a blank between words"),
    ],
)
def test_what_does_not_matter_in_sql(first: str, second: str, same: bool) -> None:
    assert (folded_sql(first) == folded_sql(second)) is same
