from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.approvals.codeowners import LARGEST, read_codeowners, unknown_teams
from bot.core.approvals.policy import Givers


def _owners(text: str, path: str) -> list[str]:
    found = read_codeowners(text.encode(), "CODEOWNERS").owners(path)
    return [*found.people, *found.teams]


H01 = "* @all\nsecurity/** @guard\ngenerated/**\n"


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        pytest.param(H01, "src/a.py", ["all"], id="H01: the first line has the rest"),
        pytest.param(H01, "security/deep/a.py", ["guard"], id="H01: the last match wins alone"),
        pytest.param(H01, "generated/a.py", [], id="H01: a pattern without owners removes them"),
        pytest.param("a @x\na @y\n", "a", ["y"], id="of two lines with one pattern the last"),
        pytest.param("*.yaml @x", "deep/down/a.yaml", ["x"], id="a name fits in every folder"),
        pytest.param("*.yaml @x", "a.yml", [], id="another ending does not fit"),
        pytest.param("docs/* @x", "docs/a.md", ["x"], id="docs/* has the files of docs"),
        pytest.param("docs/* @x", "docs/more/a.md", [], id="docs/* has no folder of docs"),
        pytest.param("docs/* @x", "old/docs/a.md", [], id="a slash in the middle ties to the top"),
        pytest.param("/docs/ @x", "docs/more/a.md", ["x"], id="a folder has all that is in it"),
        pytest.param("/docs/ @x", "old/docs/a.md", [], id="a slash first ties to the top"),
        pytest.param("docs/ @x", "old/docs/a.md", ["x"], id="a slash last does not tie"),
        pytest.param("docs/ @x", "docs", [], id="a folder is no file of that name"),
        pytest.param("/a/b @x", "a/b/c", ["x"], id="what fits a folder fits all in it"),
        pytest.param("/a/b @x", "a/bc", [], id="a name fits whole"),
        pytest.param("**/logs @x", "a/b/logs/c", ["x"], id="two stars first: any folders"),
        pytest.param("**/logs @x", "logs", ["x"], id="or none"),
        pytest.param("a/**/b @x", "a/b", ["x"], id="two stars in the middle: no folder"),
        pytest.param("a/**/b @x", "a/x/y/b", ["x"], id="or some"),
        pytest.param("a/** @x", "a/x/y", ["x"], id="two stars last: all below"),
        pytest.param("a/** @x", "b/a/x", [], id="and nothing elsewhere"),
        pytest.param("/* @x", "a/b", [], id="one star at the top: only what lies there"),
        pytest.param("* @x", "a/b", ["x"], id="one star alone: everything"),
        pytest.param("a?c @x", "abc", ["x"], id="a question mark is one character"),
        pytest.param("a?c @x", "a/c", [], id="and no slash"),
        pytest.param("Docs @x", "docs", [], id="case matters"),
        pytest.param(r"a\ b/ @x", "a b/c", ["x"], id="a blank is escaped"),
        pytest.param(r"\*.md @x", "*.md", ["x"], id="so is a star"),
        pytest.param(r"\*.md @x", "a.md", [], id="which then is one"),
        pytest.param("/ @x", "a", [], id="a slash alone fits nothing"),
        pytest.param("* @x # @y", "a", ["x"], id="a comment ends a line"),
        pytest.param("* @x #@y", "a", ["x"], id="without a blank as well"),
        pytest.param("a#b @x", "a#b", ["x"], id="within a name it is none"),
        pytest.param("# * @x", "a", [], id="a line of comment"),
        pytest.param("* @x @o/team d@e.org", "a", ["x", "d@e.org", "o/team"], id="every kind"),
        pytest.param("*\t@x\r\n", "a", ["x"], id="tabs, and the line ends of Windows"),
        pytest.param("\ufeff* @x", "a", ["x"], id="a byte order mark"),
        pytest.param("* @x\n[docs] @y\n", "docs", ["x"], id="a section of another host is skipped"),
        pytest.param("* @x\n* nobody\n", "a", ["x"], id="a line with a wrong owner is skipped"),
        pytest.param("* @x\n!a @y\n", "a", ["x"], id="H04: nothing is negated"),
        pytest.param("* @x\n[ab] @y\n", "a", ["x"], id="H04: there are no ranges"),
    ],
)
def test_the_last_line_that_fits_says_who_owns_a_file(
    text: str, path: str, expected: list[str]
) -> None:
    assert _owners(text, path) == expected


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        pytest.param("* @x\n!a @y", 2, "`!` does not negate here", id="H04: a negation"),
        pytest.param(
            "a[0-9] @y", 1, "`[ ]` is neither a range nor a section here", id="H04: a range"
        ),
        pytest.param("[Docs][2] @y", 1, "`[ ]` is neither a range nor a section", id="a section"),
        pytest.param(r"\#a @y", 1, r"a pattern cannot begin with `\#`", id="an escaped #"),
        pytest.param("\n\n* @x nobody", 3, "`nobody` is no owner", id="an owner without @"),
        pytest.param("* @a/b/c", 1, "`@a/b/c` is no owner", id="a team with two slashes"),
        pytest.param("a*** @x", 1, "`***` is no pattern", id="three stars"),
        pytest.param("a\\", 1, "a backslash at the end escapes nothing", id="a lone backslash"),
    ],
)
def test_a_line_that_github_skips_is_told_with_its_number(
    text: str, line: int, message: str
) -> None:
    (fault,) = read_codeowners(text.encode(), ".github/CODEOWNERS").faults

    assert (fault.where and fault.where.line, message in fault.message) == (line, True)


def test_h04_a_file_that_is_too_large_is_not_loaded() -> None:
    found = read_codeowners(b"* @x\n" * (LARGEST // 5 + 1), "CODEOWNERS")

    assert (found.owners("a"), len(found.faults)) == (Givers(), 1)


def test_h03_a_team_that_github_ignores_is_told_with_its_line() -> None:
    found = read_codeowners(b"* @acme/data @acme/gone\n/a @Acme/Gone\n", "CODEOWNERS")

    told = [str(fault.where) for fault in unknown_teams(found, frozenset({"acme/gone"}))]

    assert told == ["CODEOWNERS:1", "CODEOWNERS:2"]


def test_a_pattern_made_to_be_slow_is_not() -> None:
    text = "/".join(["**", "*a*a*a*a*a*b"] * 40) + " @x\n"

    assert _owners(text, "/".join(["a" * 200] * 60)) == []


@given(st.binary(max_size=300), st.text(max_size=40))
def test_any_bytes_are_read(data: bytes, path: str) -> None:
    found = read_codeowners(data, "CODEOWNERS")

    assert len(found.lines) + len(found.faults) <= data.count(b"\n") + 1
    assert isinstance(found.owners(path), Givers)


NAMES = st.sampled_from(["a", "b", "*", "**", "?", "a*", r"\a"])


@settings(max_examples=300)
@given(
    st.lists(NAMES, min_size=2, max_size=4),
    st.sampled_from(["", "/"]),
    st.lists(st.sampled_from(["a", "b", "ab"]), min_size=1, max_size=4),
)
def test_a_slash_first_says_no_more_where_one_stands_in_the_middle(
    names: list[str], last: str, path: list[str]
) -> None:
    pattern = "/".join(names) + last

    assert _owners(f"/{pattern} @x", "/".join(path)) == _owners(f"{pattern} @x", "/".join(path))
