"""Owners that nobody can find: what is wrong with CODEOWNERS, and what to write instead."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from bot.core.policy.settings import SETTINGS_FILE
from tests.cli.conftest import Steward
from tests.history.branches import orders

FILE = "contracts/orders.yaml"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a repository with a contract, and one that is changed on disk."""
    _write(tmp_path, {FILE: orders("id"), SETTINGS_FILE: "approvals: {owners: 1}\n"})
    git = ("git", "-c", "user.name=Ada", "-c", "user.email=ada@example.com")
    for words in (("init", "-q", "-b", "main"), ("add", "-A"), ("commit", "-q", "-m", "Begin")):
        subprocess.run((*git, *words), cwd=tmp_path, check=True, capture_output=True)
    _write(tmp_path, {FILE: orders("id", "net", version="1.1.0")})
    return tmp_path


def _write(folder: Path, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


def test_lint_tells_of_the_lines_of_codeowners_that_github_skips(
    steward: Steward, repository: Path
) -> None:
    _write(repository, {"CODEOWNERS": "# us\ncontracts/ ada lovelace\n!contracts/x @ada\n"})

    told = [line for line in steward(repository, "lint").out.splitlines() if ": DC873 " in line]

    assert [line.partition(": DC873 warning GitHub skips this line: ")[::2] for line in told] == [
        ("CODEOWNERS:2:1", "`ada` is no owner; write `@login`,"),
        ("CODEOWNERS:3:1", "`!` does not negate here; name the owners of"),
    ]


@pytest.mark.parametrize(
    ("paths", "policy"),
    [
        pytest.param((FILE,), "approvals: {owners: 1}\n", id="only some files are looked at"),
        pytest.param((), None, id="no policy asks for owners"),
    ],
)
def test_lint_does_not_tell_of_codeowners_otherwise(
    steward: Steward, repository: Path, paths: tuple[str, ...], policy: str | None
) -> None:
    _write(repository, {"CODEOWNERS": "contracts/ ada lovelace\n"})
    if policy is None:
        (repository / SETTINGS_FILE).unlink()

    assert "DC873" not in steward(repository, "lint", *paths).out


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        pytest.param(
            {},
            "nobody: name an owner with a `gitHandle` in its team, in the policy, or in CODEOWNERS",
            id="no owner is named anywhere",
        ),
        pytest.param(
            {FILE: "team: {name: Sales, members: [{username: Ada Lovelace, role: Owner}]}\n"},
            "nobody: add the login of `Ada Lovelace` to `identities` in the policy",
            id="an owner without a login",
        ),
    ],
)
def test_where_nobody_can_approve_it_says_what_to_write(
    steward: Steward, repository: Path, texts: dict[str, str], told: str
) -> None:
    for name, more in texts.items():
        _write(repository, {name: orders("id", more=more)})
        git = ("git", "-c", "user.name=Ada", "-c", "user.email=ada@example.com")
        subprocess.run((*git, "commit", "-qam", "More"), cwd=repository, check=True)
        _write(repository, {name: orders("id", "net", version="1.1.0", more=more)})

    said = steward(repository, "review", "--base", "main", "--format", "markdown")

    assert f"| owner of `orders` | `orders` changes | {told} |" in said.out


def test_a_policy_that_moves_the_places_says_when_they_hold(
    steward: Steward, repository: Path
) -> None:
    _write(repository, {FILE: orders("id"), "data/sales.yaml": orders("id")})
    _write(repository, {SETTINGS_FILE: "contracts: [data]\n"})

    said = steward(repository, "review", "--base", "main")

    assert said.out.startswith(
        "Passed: no contract changed where the policy of the base looks; the new places hold once"
    )
