"""Fetching: objects only, from one address, with a token that nobody else sees."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.adapters.git.fetching import Fetching, place
from bot.adapters.settings import environment
from bot.core.errors import ErrorCode, StewardError
from tests.github.server import StandIn
from tests.github.state import TokenKind

SPY = """\
#!/bin/sh
printf '%s\\n' "$@" >> "{folder}/arguments"
env >> "{folder}/environment"
exec "{git}" "$@"
"""


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[StandIn]:
    with StandIn(tmp_path / "hub", private=True, judged=False) as hub:
        yield hub


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", "-C", str(folder), *words], capture_output=True, check=True)
    return done.stdout.decode().strip()


def fetching(hub: StandIn, folder: Path, **more: str) -> Fetching:
    git(folder.parent, "init", "--quiet", str(folder))
    token = hub.token(TokenKind.ACTIONS)
    return Fetching(folder, hub.git_url, token, {**environment(), **more})


def test_what_is_fetched_lies_under_names_of_its_own(hub: StandIn, tmp_path: Path) -> None:
    tip = hub.commit({"a.yaml": "a"})
    here = tmp_path / "here"
    fetching(hub, here).fetch({"refs/heads/main": "base"})

    assert git(here, "rev-parse", place("base")) == tip
    assert sorted(path.name for path in here.iterdir()) == [".git"]


def test_the_token_is_no_argument(hub: StandIn, tmp_path: Path) -> None:
    real = subprocess.run(["which", "git"], capture_output=True, check=True).stdout.decode().strip()
    (tmp_path / "bin").mkdir()
    spy = tmp_path / "bin/git"
    spy.write_text(SPY.format(folder=tmp_path, git=real), "utf-8")
    spy.chmod(0o755)
    hub.commit({"a.yaml": "a"})
    path = f"{tmp_path / 'bin'}{os.pathsep}{environment()['PATH']}"
    fetching(hub, tmp_path / "here", PATH=path).fetch({"refs/heads/main": "base"})

    assert "token-1" not in (tmp_path / "arguments").read_text("utf-8")
    assert "GIT_TERMINAL_PROMPT=0" in (tmp_path / "environment").read_text("utf-8")


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("refs/heads/a:refs/heads/main", id="a name that would write a branch"),
        pytest.param("--upload-pack=touch x", id="an option"),
        pytest.param("refs/heads/a b", id="two words"),
        pytest.param("refs/heads/*", id="a pattern"),
        pytest.param("refs/heads/../../x", id="a way out"),
    ],
)
def test_a_name_that_git_does_not_allow_is_never_handed_to_it(
    hub: StandIn, tmp_path: Path, name: str
) -> None:
    with pytest.raises(StewardError) as error:
        fetching(hub, tmp_path / "here").fetch({name: "base"})

    assert error.value.faults[0].code is ErrorCode.NO_SUCH_REVISION


def test_a_reference_that_is_gone_is_told(hub: StandIn, tmp_path: Path) -> None:
    hub.commit({"a.yaml": "a"})
    with pytest.raises(StewardError) as error:
        fetching(hub, tmp_path / "here").fetch({"refs/pull/9/head": "pull/9"})

    assert error.value.faults[0].code is ErrorCode.NO_SUCH_REVISION


def test_a_host_that_does_not_answer_is_told_without_the_token(tmp_path: Path) -> None:
    folder = tmp_path / "here"
    git(tmp_path, "init", "--quiet", str(folder))
    away = Fetching(folder, "http://127.0.0.1:1/a/b.git", "s3cret", environment())
    with pytest.raises(StewardError) as error:
        away.fetch({"refs/heads/main": "base"})

    assert error.value.faults[0].code is ErrorCode.HOST_UNREACHABLE
    assert "s3cret" not in str(error.value)


def test_a_redirect_to_another_way_is_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "here"
    git(tmp_path, "init", "--quiet", str(folder))
    with pytest.raises(StewardError):
        Fetching(folder, f"file://{folder}", "", environment()).fetch({"refs/heads/main": "base"})


def test_one_commit_that_is_gone_keeps_no_other_back(hub: StandIn, tmp_path: Path) -> None:
    tip = hub.commit({"a.yaml": "a"})
    here = tmp_path / "here"
    fetching(hub, here).fetch_commits(("f" * 40, tip, "--no-option"))

    assert git(here, "cat-file", "-t", tip) == "commit"


def test_tags_follow_the_other_side(hub: StandIn, tmp_path: Path) -> None:
    first = hub.commit({"a.yaml": "a"})
    hub.tag("orders/v1.0.0", first, "One\n\nTrailer: x")
    hub.tag("plain", first)
    here = tmp_path / "here"
    found = fetching(hub, here)
    found.fetch_tags()
    told = dict(found.messages())

    assert {name: text.split("\n")[0] for name, text in told.items()} == {"orders/v1.0.0": "One"}
