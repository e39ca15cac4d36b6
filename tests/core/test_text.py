from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.text import cells, excerpt, shortened, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("plain café 漢字 😀", "plain café 漢字 😀", id="what prints stays"),
        pytest.param("\x1b[31mred", r"\x1b[31mred", id="a terminal sequence is disarmed"),
        pytest.param("a\tb\nc\rd\0", r"a\tb\nc\rd\x00", id="controls become one line"),
        pytest.param("\x85\x9b", r"\x85\x9b", id="the second row of controls too"),
        pytest.param("\u202eabc\u2066", r"\u202eabc\u2066", id="a change of direction is seen"),
        pytest.param("a\u200bb\ufeff", r"a\u200bb\ufeff", id="what has no width is seen"),
        pytest.param("\u2028\u2029", r"\u2028\u2029", id="other line ends are seen"),
        pytest.param("\U000e0041", r"\U000e0041", id="a tag character is seen"),
        pytest.param("\u00a0", r"\xa0", id="a space that is none is seen"),
        pytest.param("\ud800", r"\ud800", id="half a character is seen"),
    ],
)
def test_text_is_shown_without_anything_hidden_or_active(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(st.characters()))
def test_visible_text_prints_on_one_line_and_stays_as_it_is(text: str) -> None:
    shown = visible(text)
    assert shown.isprintable()
    assert visible(shown) == shown


@pytest.mark.parametrize(
    ("text", "width"),
    [
        pytest.param("", 0, id="nothing"),
        pytest.param("abc", 3, id="latin letters"),
        pytest.param("漢字", 4, id="East Asian characters take two"),
        pytest.param("😀a", 3, id="an emoji takes two"),
        pytest.param("e\u0301", 1, id="an accent of its own takes none"),
        pytest.param("é", 1, id="an accented letter takes one"),
    ],
)
def test_cells_of_a_terminal_are_counted(text: str, width: int) -> None:
    assert cells(text) == width


@pytest.mark.parametrize(
    ("line", "column", "expected"),
    [
        pytest.param("0123456789", 4, ("0123456789", 4), id="a short line comes back whole"),
        pytest.param("", 1, ("", 1), id="an empty line has one column"),
        pytest.param("abc", 9, ("abc", 4), id="a column behind the end is the end"),
        pytest.param("0123456789abc", 1, ("01234567…", 1), id="the beginning of a long line"),
        pytest.param("0123456789abc", 13, ("…56789abc", 9), id="the end of a long line"),
        pytest.param("0123456789abcdefgh", 10, ("…56789abc…", 6), id="the middle of a long line"),
    ],
)
def test_an_excerpt_keeps_pointing_at_the_place(
    line: str, column: int, expected: tuple[str, int]
) -> None:
    assert excerpt(line, column, width=10) == expected


@given(st.text(max_size=60), st.integers(1, 60))
def test_an_excerpt_is_never_wider_than_asked_and_points_at_the_same_character(
    line: str, column: int
) -> None:
    shown, caret = excerpt(line, column, width=20)
    assert len(shown) <= 20
    assert shown[caret - 1 : caret] == line[column - 1 : column] or column > len(line)


def test_a_long_text_is_shortened_with_an_ellipsis() -> None:
    assert shortened("abcdef", 6) == "abcdef"
    assert shortened("abcdefg", 6) == "abcde…"
