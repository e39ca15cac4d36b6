"""`steward deprecations` on a repository with a year of history."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Steward

EVENTS = "contracts/customer/events.odcs.yaml"


def listed(steward: Steward, story: Path, *words: str) -> list[tuple[str, str, str]]:
    """Return what is deprecated, since when, and the first day on which it may go."""
    said = steward(story, "deprecations", "--format", "json", *words)
    assert said.code == 0
    told = json.loads(said.out)["deprecations"]
    return [(each["path"] or each["kind"], each["since"], each["first_day"]) for each in told]


def test_what_is_deprecated_on_the_default_branch_is_listed(steward: Steward, story: Path) -> None:
    assert listed(steward, story) == [
        ("customer_events.ip_address", "2026-09-14", "2027-01-15"),
        ("release line", "2026-08-03", "2027-03-31"),
    ]


def test_one_contract_alone_may_be_asked_for(steward: Steward, story: Path) -> None:
    found = listed(steward, story, EVENTS)

    assert [path for path, _, _ in found] == ["customer_events.ip_address"]


def test_an_earlier_revision_has_its_own_deprecations(steward: Steward, story: Path) -> None:
    found = listed(steward, story, "--revision", "main~16", "--no-readers")

    assert all(since < "2026-08-03" for _, since, _ in found)


def test_a_second_run_answers_the_same_from_what_was_kept(
    steward: Steward, own_story: Path
) -> None:
    first = steward(own_story, "deprecations", "--today", "2027-02-01")
    kept = own_story / ".git/contract-steward/clocks"
    size = kept.stat().st_size
    second = steward(own_story, "deprecations", "--today", "2027-02-01")

    assert first == second
    assert kept.stat().st_size == size
    kept.write_bytes(b"\x00 nonsense\n" * 3)
    assert steward(own_story, "deprecations", "--today", "2027-02-01") == first


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(["--today", "tomorrow"], "is no day", id="a day in words"),
        pytest.param(["--rev", "nowhere"], "E302", id="no such branch"),
        pytest.param(["contracts/nowhere.odcs.yaml"], "E305", id="no such contract"),
    ],
)
def test_what_cannot_be_answered_is_said(
    words: list[str], said: str, steward: Steward, story: Path
) -> None:
    found = steward(story, "deprecations", *words)

    assert found.code == 2
    assert said in found.err
