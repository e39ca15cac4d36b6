from __future__ import annotations

from pathlib import Path

import pytest

from bot.adapters.git import Repository
from tests.adapters.git.checkout import Checkout, clone


@pytest.mark.parametrize(
    ("commands", "expected"),
    [
        pytest.param(["branch master"], "refs/heads/main", id="main comes before master"),
        pytest.param(["branch -m master", "branch x"], "refs/heads/master", id="master is known"),
        pytest.param(
            ["branch trunk", "config init.defaultBranch trunk"],
            "refs/heads/trunk",
            id="the settings come before main",
        ),
        pytest.param(["branch -m trunk"], "refs/heads/trunk", id="the only branch there is"),
        pytest.param(["branch -m trunk", "branch x"], None, id="two strange names tell nothing"),
        pytest.param(
            ["tag -m evil refs/remotes/origin/main"],
            "refs/heads/main",
            id="a tag dressed up as a branch is none",
        ),
    ],
)
def test_without_a_remote(commands: list[str], expected: str | None, checkout: Checkout) -> None:
    checkout.commit()
    for command in commands:
        checkout.git(*command.split())

    assert Repository.discover(checkout.path).default_branch() == expected


@pytest.mark.parametrize(
    ("commands", "expected"),
    [
        pytest.param([], "refs/remotes/origin/trunk", id="the remote's own choice"),
        pytest.param(
            ["remote set-head origin --delete"],
            "refs/remotes/origin/main",
            id="without one, main as the remote has it",
        ),
        pytest.param(
            ["update-ref -d refs/remotes/origin/trunk"],
            "refs/remotes/origin/main",
            id="a choice that leads nowhere is none",
        ),
        pytest.param(
            ["remote rename origin upstream", "switch --quiet --detach"],
            "refs/remotes/upstream/trunk",
            id="another name for the remote",
        ),
    ],
)
def test_with_a_remote(
    commands: list[str], expected: str, checkout: Checkout, tmp_path: Path
) -> None:
    checkout.commit()
    checkout.git("branch", "trunk")
    checkout.git("symbolic-ref", "HEAD", "refs/heads/trunk")
    copy = clone(checkout, tmp_path / "copy")
    for command in commands:
        copy.git(*command.split())

    assert Repository.discover(copy.path).default_branch() == expected


def test_before_the_first_commit_there_is_none(checkout: Checkout) -> None:
    assert Repository.discover(checkout.path).default_branch() is None
