"""Tags: what Git takes, one for each contract and version."""

from __future__ import annotations

import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.release.tag_names import contract_of, tag_name


@pytest.mark.parametrize(
    ("contract_id", "version", "expected"),
    [
        pytest.param("orders", "1.4.0", "orders/v1.4.0", id="an id that is a name stays as it is"),
        pytest.param("orders", "2.0.0-rc.1+b2", "orders/v2.0.0-rc.1+b2", id="all of semver stays"),
        pytest.param("a/v1", "1.0.0", "a%2Fv1/v1.0.0", id="no id is a folder of another's tags"),
        pytest.param("urn:a b", "1.0.0", "urn%3Aa%20b/v1.0.0", id="colon and space"),
        pytest.param("-rf", "1.0.0", "%2Drf/v1.0.0", id="no tag is read as an option"),
        pytest.param(".x", "1.0.0", "%2Ex/v1.0.0", id="no leading dot"),
        pytest.param("a..b", "1.0.0", "a.%2Eb/v1.0.0", id="no two dots"),
        pytest.param("a.lock", "1.0.0", "a%2Elock/v1.0.0", id="no name that Git locks with"),
        pytest.param("été", "1.0.0", "%C3%A9t%C3%A9/v1.0.0", id="only ASCII, for macOS"),
        pytest.param("100%", "1.0.0", "100%25/v1.0.0", id="the escape itself is escaped"),
    ],
)
def test_a_tag_names_the_contract_and_the_version(
    contract_id: str, version: str, expected: str
) -> None:
    assert tag_name(contract_id, version) == expected
    assert contract_of(expected) == (contract_id, version)


@given(st.text(min_size=1, max_size=300).filter(str.strip))
@settings(max_examples=60, deadline=None)
def test_git_takes_the_tag_of_every_id(contract_id: str) -> None:
    tag = tag_name(contract_id, "1.0.0")

    asked = subprocess.run(["git", "check-ref-format", f"refs/tags/{tag}"], check=False)
    assert asked.returncode == 0
    assert len(tag) < 200
    assert tag.isascii()


@given(st.text(min_size=1), st.text(min_size=1))
def test_two_ids_never_share_a_tag(one: str, other: str) -> None:
    assert (tag_name(one, "1.0.0") == tag_name(other, "1.0.0")) == (one == other)


def test_a_very_long_id_is_cut_and_stays_its_own() -> None:
    tags = {tag_name("é" * 400 + end, "1.0.0") for end in "ab"}

    assert len(tags) == 2
    assert all(len(tag) < 200 for tag in tags)


@pytest.mark.parametrize("tag", ["v1.0.0", "release-7", "/v1", "orders/v"])
def test_other_peoples_tags_are_left_alone(tag: str) -> None:
    assert contract_of(tag) is None
