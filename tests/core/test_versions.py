from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.finding import Bump
from bot.core.rule import whole
from bot.core.versions import grown, honest, next_version, parse, release_line
from tests.reading import contract


@pytest.mark.parametrize(
    ("old", "bump", "expected"),
    [
        pytest.param("1.2.3", Bump.MAJOR, "2.0.0", id="a major resets the rest"),
        pytest.param("1.2.3", Bump.MINOR, "1.3.0", id="a minor resets the patch"),
        pytest.param("1.2.3", Bump.PATCH, "1.2.4", id="a patch"),
        pytest.param("1.2.3", Bump.NONE, "1.2.3", id="nothing changed, nothing grows"),
        pytest.param("2.0.0-rc.1", Bump.MAJOR, "2.0.0", id="a pre-release becomes its release"),
        pytest.param("2.1.0-rc.1", Bump.MAJOR, "3.0.0", id="a minor's pre-release is not enough"),
        pytest.param("2.1.0+build.5", Bump.PATCH, "2.1.1", id="build metadata is dropped"),
        pytest.param("1.0", Bump.MINOR, None, id="two numbers are no semver"),
        pytest.param("v1.0.0", Bump.MINOR, None, id="a leading v is no semver"),
        pytest.param("01.0.0", Bump.MINOR, None, id="a leading zero is no semver"),
        pytest.param("1" * 300 + ".0.0", Bump.MINOR, None, id="an endless number is refused"),
    ],
)
def test_the_next_version_is_the_smallest_that_is_honest(
    old: str, bump: Bump, expected: str | None
) -> None:
    assert next_version(old, bump) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("1.2.3", "2.0.0", Bump.MAJOR, id="major"),
        pytest.param("1.2.3", "1.3.0", Bump.MINOR, id="minor"),
        pytest.param("1.2.3", "1.2.4", Bump.PATCH, id="patch"),
        pytest.param("1.2.3", "1.2.3", Bump.NONE, id="equal"),
        pytest.param("1.2.3", "1.2.3+1", Bump.NONE, id="build metadata does not count"),
        pytest.param("1.2.3", "1.2.2", None, id="back"),
        pytest.param("2.0.0", "2.0.0-rc.1", None, id="a pre-release comes before its release"),
        pytest.param("2.0.0-rc.1", "2.0.0-rc.2", Bump.PATCH, id="from pre-release to pre-release"),
        pytest.param("1.9.0", "1.10.0", Bump.MINOR, id="numbers, not texts"),
    ],
)
def test_what_grew(old: str, new: str, expected: Bump | None) -> None:
    before, after = parse(old), parse(new)

    assert before is not None
    assert after is not None
    assert grown(before, after) is expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param("version: 1.4.0\n", Bump.MAJOR, id="a released contract breaks in a major"),
        pytest.param("version: 0.4.0\n", Bump.MINOR, id="0.x may break in a minor"),
        pytest.param("version: 1.4.0\nstatus: draft\n", Bump.MINOR, id="so may a draft"),
        pytest.param("version: 1.4.0\nstatus: Proposed\n", Bump.MINOR, id="and a proposal"),
        pytest.param("version: soon\n", Bump.MAJOR, id="no semver, no leniency"),
    ],
)
def test_what_may_break_in_a_minor(head: str, expected: Bump) -> None:
    assert honest(Bump.MAJOR, contract(whole(head))) is expected


def test_the_release_line_is_the_major() -> None:
    assert [release_line(text) for text in ("3.4.5", "0.1.0", "x")] == [3, 0, None]


@given(st.text(max_size=40))
def test_no_text_makes_the_parser_fail(text: str) -> None:
    assert parse(text) is None or str(parse(text)) == text


@given(st.tuples(*[st.integers(0, 50)] * 3), st.sampled_from([Bump.PATCH, Bump.MINOR, Bump.MAJOR]))
def test_the_next_version_has_grown_by_exactly_the_bump(
    numbers: tuple[int, int, int], bump: Bump
) -> None:
    old = ".".join(map(str, numbers))

    new = next_version(old, bump)

    before, after = parse(old), parse(new or "")
    assert before is not None
    assert after is not None
    assert grown(before, after) is bump
