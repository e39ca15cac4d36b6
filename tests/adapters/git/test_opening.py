from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from bot.adapters.git import Repository
from bot.core.errors import ErrorCode, Fault, StewardError
from tests.adapters.git.checkout import Checkout, clone


def fault_of(start: Path) -> Fault:
    with pytest.raises(StewardError) as caught:
        Repository.discover(start)
    return caught.value.faults[0]


def test_a_folder_outside_any_repository_is_told_how_to_become_one(tmp_path: Path) -> None:
    fault = fault_of(tmp_path)

    assert (fault.code, "git init" in fault.hint) == (ErrorCode.NO_REPOSITORY, True)


@pytest.mark.parametrize(
    "start",
    [
        pytest.param(".", id="the top folder"),
        pytest.param("contracts/sales", id="a folder below"),
        pytest.param("contracts/sales/orders.yaml", id="a file"),
        pytest.param(".git", id="the folder of Git itself"),
    ],
)
def test_a_repository_is_found_from(start: str, checkout: Checkout) -> None:
    checkout.write("contracts/sales/orders.yaml", "id: orders\n")
    head = checkout.commit()

    repository = Repository.discover(checkout.path / start)

    assert repository.resolve("HEAD").id == head
    assert repository.top == checkout.path


def test_a_worktree_shows_its_own_checkout(checkout: Checkout, tmp_path: Path) -> None:
    checkout.commit(orders="id: orders\n")
    checkout.git("worktree", "add", "--quiet", "-b", "side", "../side")
    (tmp_path / "side" / "orders.yaml").write_text("id: changed\n", "utf-8")

    repository = Repository.discover(tmp_path / "side")

    assert repository.top == tmp_path / "side"
    assert repository.file_at("WORKTREE", "orders.yaml") == b"id: changed\n"
    assert repository.file_at("side", "orders.yaml") == b"id: orders\n"


def test_a_bare_repository_has_commits_but_no_files(checkout: Checkout, tmp_path: Path) -> None:
    checkout.commit(orders="id: orders\n")
    clone(checkout, tmp_path / "bare.git", "--bare")
    repository = Repository.discover(tmp_path / "bare.git")

    assert repository.top is None
    assert repository.file_at("main", "orders.yaml") == b"id: orders\n"
    with pytest.raises(StewardError) as caught:
        repository.file_at("WORKTREE", "orders.yaml")
    assert caught.value.faults[0].code is ErrorCode.BAD_USAGE


def test_a_foreign_repository_is_refused_until_it_is_trusted(
    checkout: Checkout,
) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root may give a folder away")
    head = checkout.commit(orders="id: orders\n")
    for folder, _, files in os.walk(checkout.path):
        for place in (folder, *(os.path.join(folder, name) for name in files)):  # noqa: PTH118
            os.chown(place, 12345, 12345)

    fault = fault_of(checkout.path)
    assert fault.code is ErrorCode.UNSAFE_OWNERSHIP

    subprocess.run(shlex.split(fault.hint.partition(": ")[2]), check=True)
    assert Repository.discover(checkout.path).resolve("HEAD").id == head


@pytest.mark.parametrize(
    ("file", "content"),
    [
        pytest.param(".git/config", "[core\n", id="settings that cannot be parsed"),
        pytest.param(
            ".git/config",
            "[core]\nrepositoryformatversion = 1\n[extensions]\nobjectformat = sha256\n",
            id="objects named by SHA-256",
        ),
        pytest.param(
            ".git/config",
            "[core]\nrepositoryformatversion = 1\n[extensions]\nfuture = yes\n",
            id="an extension of tomorrow",
        ),
    ],
)
def test_a_broken_repository_is_told(file: str, content: str, checkout: Checkout) -> None:
    checkout.write(file, content)

    assert fault_of(checkout.path).code is ErrorCode.BROKEN_REPOSITORY


def test_a_file_that_only_claims_to_lead_to_a_repository_is_told(tmp_path: Path) -> None:
    (tmp_path / ".git").write_text("hello", "utf-8")

    assert fault_of(tmp_path).code is ErrorCode.BROKEN_REPOSITORY


def test_pygit2_is_not_imported_before_a_repository_is_opened() -> None:
    code = "import sys, bot.adapters.git; sys.exit('pygit2' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
