"""Who is reached by a review, and the index that finds them, from the outside."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.storyboard.proposals import PROPOSALS
from tests.cli.conftest import Steward

INDEX = Path(".git/contract-steward/lineage-index")
EMAIL = "feature/drop-email"


def _reviewed(steward: Steward, folder: Path, branch: str, *flags: str) -> dict[str, Any]:
    words = ("--base", "main", "--head", branch, "--today", "2026-11-03", "--format", "json")
    said = steward(folder, "review", *words, *flags)
    assert said.err == ""
    record: dict[str, Any] = json.loads(said.out)
    return record


@pytest.mark.parametrize("branch", [proposal.name for proposal in PROPOSALS])
def test_a_review_is_the_same_without_an_index_with_a_new_one_and_with_a_known_one(
    steward: Steward, own_story: Path, branch: str
) -> None:
    without = _reviewed(steward, own_story, branch, "--no-cache")
    new = _reviewed(steward, own_story, branch)
    known = _reviewed(steward, own_story, branch)

    assert without == new == known


def test_a_finding_names_whom_the_change_reaches(steward: Steward, own_story: Path) -> None:
    record = _reviewed(steward, own_story, EMAIL)

    removed = next(found for found in record["findings"] if found["rule"] == "DC104")
    assert removed["impacted"] == [
        "customer-360",
        "customer-crm-export",
        "customer-gold",
        "customer-profile-events",
        "customer-engagement",
    ]
    assert [one["consumer"] for one in record["impact"]] == sorted(removed["impacted"])
    assert {removed["fingerprint"]} <= set(record["impact"][0]["findings"])


def test_a_renamed_field_reaches_those_who_read_the_old_name(
    steward: Steward, own_story: Path
) -> None:
    record = _reviewed(steward, own_story, "feature/rename-sold-at")

    ways = {way["path"][0] for one in record["impact"] for way in one["ways"]}
    assert ways == {"orders-orders.orders.sold_at"}


def test_a_compatible_change_reaches_nobody(steward: Steward, own_story: Path) -> None:
    record = _reviewed(steward, own_story, "feature/add-loyalty-tier")

    assert (record["impact"], record["registry"]) == ([], [])


def test_what_no_longer_fits_in_other_files_is_told(steward: Steward, own_story: Path) -> None:
    record = _reviewed(steward, own_story, EMAIL)

    assert [(found["rule"], found["path"]) for found in record["registry"]] == [
        ("DC097", "inputPorts.profile"),
        ("DC097", "inputPorts.profile"),
        ("DC094", "customer_view.email"),
        ("DC094", "profile_events.after.email"),
        ("DC094", "profile_events.before.email"),
    ]


def test_a_consumer_that_stops_to_read_in_the_same_range_is_reached_all_the_same(
    steward: Steward, own_story: Path
) -> None:
    _git(own_story, "checkout", "-q", EMAIL)
    _git(own_story, "rm", "-q", "contracts/customer/products/crm-export.odps.yaml")
    _git(own_story, "commit", "-q", "-m", "Stop the export")

    record = _reviewed(steward, own_story, EMAIL)

    assert "customer-crm-export" in [one["consumer"] for one in record["impact"]]
    assert "customer-crm-export" not in json.dumps(record["registry"])


def test_a_contract_that_goes_reaches_its_readers(steward: Steward, own_story: Path) -> None:
    _git(own_story, "checkout", "-q", "-b", "feature/no-profile", "main")
    _git(own_story, "rm", "-q", "contracts/customer/profile.odcs.yaml")
    _git(own_story, "commit", "-q", "-m", "Remove profiles")

    record = _reviewed(steward, own_story, "feature/no-profile")

    assert "customer-gold" in [one["consumer"] for one in record["impact"]]


def test_a_comparison_looks_for_nobody(steward: Steward, own_story: Path) -> None:
    said = steward(own_story, "diff", f"main..{EMAIL}", "--format", "json")

    assert json.loads(said.out)["impact"] == []
    assert not (own_story / INDEX).exists()


def _off_by_option(_: pytest.MonkeyPatch) -> tuple[str, ...]:
    return ("--no-cache",)


def _off_by_environment(patch: pytest.MonkeyPatch) -> tuple[str, ...]:
    patch.setenv("STEWARD_CACHE", "off")
    return ()


@pytest.mark.parametrize("off", [_off_by_option, _off_by_environment])
def test_nothing_is_kept_for_whoever_wants_nothing_kept(
    steward: Steward,
    own_story: Path,
    monkeypatch: pytest.MonkeyPatch,
    off: Callable[[pytest.MonkeyPatch], tuple[str, ...]],
) -> None:
    _reviewed(steward, own_story, EMAIL, *off(monkeypatch))

    assert not (own_story / INDEX).parent.exists()


def test_what_is_kept_is_no_file_of_the_tree(steward: Steward, own_story: Path) -> None:
    _reviewed(steward, own_story, EMAIL)

    assert (own_story / INDEX).exists()
    assert _git(own_story, "status", "--porcelain", "--ignored") == ""


def test_a_broken_index_changes_no_answer(steward: Steward, own_story: Path) -> None:
    before = _reviewed(steward, own_story, EMAIL)
    whole = (own_story / INDEX).read_bytes()
    for broken in (whole[: len(whole) // 2], whole[::-1], whole.replace(b"email", b"e-mail"), b""):
        (own_story / INDEX).write_bytes(broken)

        assert _reviewed(steward, own_story, EMAIL) == before


def _git(folder: Path, *words: str) -> str:
    done = subprocess.run(
        ("git", "-C", str(folder), *words), check=True, capture_output=True, text=True
    )
    return done.stdout


def test_what_a_removal_does_to_other_files_is_one_step(steward: Steward, own_story: Path) -> None:
    record = _reviewed(steward, own_story, EMAIL)

    steps = record["verdict"]["steps"]
    assert [step for step in steps if "other file" in step] == [
        (
            "4 other files read `customer_profile.email` of `customer-profile`, which goes:"
            " `contracts/customer/gold.odcs.yaml:107`,"
            " `contracts/customer/products/360.odps.yaml:32`,"
            " `contracts/customer/products/crm-export.odps.yaml:29`,"
            " `contracts/customer/profile-events.odcs.yaml:161` and 1 more."
            " Let them read something else in the same change."
        )
    ]
    assert [step.split(": ")[0] for step in steps] == [
        "customer-profile (contracts/customer/profile.odcs.yaml:34)",
        "Or, if the break is meant",
        "4 other files read `customer_profile.email` of `customer-profile`, which goes",
    ]
