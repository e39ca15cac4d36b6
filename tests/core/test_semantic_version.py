from __future__ import annotations

import pytest
import semver
from hypothesis import given
from hypothesis import strategies as st

from bot.core.semantic_version import Version

NUMBERS = st.integers(0, 3).map(str)
WORDS = st.sampled_from(["0", "1", "10", "a", "A", "rc", "-", "0a", "1-", "alpha"])
DOTTED = st.lists(WORDS, min_size=1, max_size=3).map(".".join)
VERSIONS = st.builds(
    lambda numbers, prerelease, build: ".".join(numbers) + prerelease + build,
    st.tuples(NUMBERS, NUMBERS, NUMBERS),
    st.one_of(st.just(""), DOTTED.map("-{}".format)),
    st.one_of(st.just(""), DOTTED.map("+{}".format)),
)
NEARLY = st.text("0123.-+aZv \n\u0663", max_size=12)


@given(st.one_of(VERSIONS, NEARLY))
def test_the_same_texts_are_versions_as_for_the_library(text: str) -> None:
    try:
        expected: object = semver.Version.parse(text).to_tuple()
    except ValueError:
        expected = None

    try:
        found = Version.parse(text)
        actual: object = (found.major, found.minor, found.patch, found.prerelease, found.build)
    except ValueError:
        actual = None
    assert actual == expected


@given(VERSIONS, VERSIONS)
def test_versions_compare_as_for_the_library(first: str, second: str) -> None:
    theirs = semver.Version.parse(first).compare(second)
    ours = Version.parse(first), Version.parse(second)

    assert ours[0].compare(ours[1]) == theirs
    assert (ours[0] == ours[1]) is (theirs == 0)
    assert (ours[0] <= ours[1]) is (theirs <= 0)


@given(VERSIONS, st.sampled_from(["major", "minor", "patch"]))
def test_the_next_version_is_that_of_the_library(text: str, part: str) -> None:
    theirs = semver.Version.parse(text)

    assert str(Version.parse(text).next_version(part)) == str(theirs.next_version(part))
    assert str(Version.parse(text).finalize_version()) == str(theirs.finalize_version())


@given(VERSIONS)
def test_a_version_is_written_as_it_was_read(text: str) -> None:
    assert str(Version.parse(text)) == text


def test_equal_versions_have_one_hash() -> None:
    assert len({Version.parse("1.0.0+a"), Version.parse("1.0.0+b")}) == 1


def test_what_is_no_version_is_named() -> None:
    with pytest.raises(ValueError, match=r"v1\.0\.0 is not a semantic version"):
        Version.parse("v1.0.0")
