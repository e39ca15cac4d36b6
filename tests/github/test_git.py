"""Git itself talks to the stand-in: clone, fetch and push, with and without a right to."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.github.server import StandIn, stand_in
from tests.github.state import Permission, TokenKind


def _git(*arguments: str, token: str | None = None) -> subprocess.CompletedProcess[str]:
    header = f"Authorization: Bearer {token}" if token else "X-Nothing: "
    quiet = ["-c", f"http.extraHeader={header}", "-c", "credential.helper="]
    command = ["env", "GIT_TERMINAL_PROMPT=0", "git", *quiet, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def _commit(folder: Path, text: str) -> None:
    (folder / "contracts/orders.yaml").write_text(text)
    who = ["-c", "user.name=bob", "-c", "user.email=bob@example.com"]
    done = _git("-C", str(folder), *who, "commit", "--quiet", "--all", "--message", "Change")
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("options", [(), ("--depth=1",)], ids=["whole", "shallow"])
def test_a_clone_holds_the_files(hub: StandIn, tmp_path: Path, options: tuple[str, ...]) -> None:
    done = _git("clone", "--quiet", *options, hub.git_url, str(tmp_path / "clone"))

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "clone/contracts/orders.yaml").read_text() == "version: 1.0.0\n"
    assert hub.writes == ()


def test_the_head_of_a_pull_request_from_a_fork_is_fetched(hub: StandIn, tmp_path: Path) -> None:
    fork = hub.fork("mallory")
    sha = hub.commit({"contracts/orders.yaml": "new"}, branch="main", repo=fork)
    hub.open_pull("main", author="mallory", fork=fork)
    _git("init", "--quiet", str(tmp_path / "clone"))

    done = _git("-C", str(tmp_path / "clone"), "fetch", "--quiet", hub.git_url, "refs/pull/1/head")

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "clone/.git/FETCH_HEAD").read_text().split()[0] == sha


def test_a_push_moves_the_pull_request(hub: StandIn, tmp_path: Path) -> None:
    hub.user("bob", Permission.WRITE)
    hub.commit({"contracts/orders.yaml": "2"}, branch="feature", author="bob")
    pull = hub.open_pull("feature", author="bob")
    clone = tmp_path / "clone"
    _git("clone", "--quiet", "--branch", "feature", hub.git_url, str(clone))
    _commit(clone, "3")

    token = hub.token(TokenKind.PERSON, login="bob")
    done = _git("-C", str(clone), "push", "--quiet", token=token)

    assert done.returncode == 0, done.stderr
    assert (
        pull.head_sha
        == hub.repo.store.tip("feature")
        == _git("-C", str(clone), "rev-parse", "HEAD").stdout.strip()
    )
    assert hub.repo.store.target("refs/pull/1/head") == pull.head_sha
    assert [call.path for call in hub.writes] == ["/acme/contracts.git/git-receive-pack"]


@pytest.mark.parametrize("kind", [None, TokenKind.FORK], ids=["nobody", "a run for a fork"])
def test_a_push_without_the_right_is_refused(
    hub: StandIn, tmp_path: Path, kind: TokenKind | None
) -> None:
    clone = tmp_path / "clone"
    _git("clone", "--quiet", hub.git_url, str(clone))
    _commit(clone, "3")
    before = hub.repo.store.tip("main")

    done = _git("-C", str(clone), "push", "--quiet", token=hub.token(kind) if kind else None)

    assert done.returncode != 0
    assert (hub.repo.store.tip("main"), hub.writes) == (before, ())


def test_a_private_repository_is_cloned_with_a_token_only(tmp_path: Path) -> None:
    with stand_in(tmp_path / "hub", private=True) as hub:
        hub.commit({"a.yaml": "1"})
        nobody = _git("clone", "--quiet", hub.git_url, str(tmp_path / "one"))
        actions = _git("clone", "--quiet", hub.git_url, str(tmp_path / "two"), token=hub.token())

    assert (nobody.returncode != 0, actions.returncode) == (True, 0)


def test_a_tag_is_pushed(hub: StandIn, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    _git("clone", "--quiet", hub.git_url, str(clone))
    _git("-C", str(clone), "tag", "orders/v1.0.0")

    done = _git("-C", str(clone), "push", "--quiet", "origin", "--tags", token=hub.token())

    assert done.returncode == 0, done.stderr
    assert hub.repo.store.target("refs/tags/orders/v1.0.0") == hub.repo.store.tip("main")
