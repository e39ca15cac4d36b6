"""The policy and the code owners are those of the branch that a change goes to, as it is now."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from bot.core.policy.settings import SETTINGS_FILE
from tests.cli.conftest import Steward
from tests.history.branches import orders

FILE = "contracts/orders.yaml"
GIT = ("git", "-c", "user.name=Ada", "-c", "user.email=ada@example.com")


def _git(folder: Path, *words: str) -> None:
    subprocess.run((*GIT, *words), cwd=folder, check=True, capture_output=True)


def _commit(folder: Path, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    _git(folder, "add", "-A")
    _git(folder, "commit", "-q", "-m", "Write")


@pytest.fixture
def behind(tmp_path: Path) -> Path:
    """Return a repository whose branch `topic` adds a field, and left main before its policy."""
    _git(tmp_path, "init", "-q", "-b", "main")
    _commit(tmp_path, {FILE: orders("id"), SETTINGS_FILE: "deprecation: {window: 30}\n"})
    _git(tmp_path, "switch", "-q", "-c", "topic")
    _commit(tmp_path, {FILE: orders("id", "net", version="1.1.0")})
    _git(tmp_path, "switch", "-q", "main")
    policy = "deprecation: {window: 30}\nrules: {field-added: error}\n"
    _commit(tmp_path, {SETTINGS_FILE: policy, "CODEOWNERS": "* @grace\n"})
    return tmp_path


def test_a_branch_that_left_long_ago_obeys_the_policy_of_today(
    steward: Steward, behind: Path
) -> None:
    said = steward(behind, "review", "--base", "main", "--head", "topic", "--format", "json")

    record = json.loads(said.out)
    assert record["verdict"]["word"] == "failed"
    assert [found["rule"] for found in record["findings"] if found["weight"] == "error"] == [
        "DC103"
    ]


def test_what_came_to_the_policy_since_is_no_change_of_the_branch(
    steward: Steward, behind: Path
) -> None:
    _git(behind, "switch", "-q", "topic")
    _commit(behind, {SETTINGS_FILE: "deprecation: {window: 40}\n"})
    said = steward(behind, "review", "--base", "main", "--head", "topic", "--format", "json")

    told = [found["message"] for found in json.loads(said.out)["registry"]]
    assert told == ["the policy changes `deprecation.window`"]


def test_the_owners_of_today_are_asked(steward: Steward, behind: Path) -> None:
    said = steward(behind, "review", "--base", "main", "--head", "topic")

    assert "`grace`" in said.out


def test_a_version_is_grown_under_the_policy_of_today(steward: Steward, behind: Path) -> None:
    _commit(behind, {SETTINGS_FILE: "rules: {field-added: breaking}\n"})
    _git(behind, "switch", "-q", "topic")

    assert steward(behind, "bump", FILE).out == f"{FILE}: 1.1.0 -> 2.0.0\n"
