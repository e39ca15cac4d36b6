"""`steward init` in repositories of every kind: nothing is overwritten, and what is made works."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from bot.core.policy.settings import SETTINGS_FILE
from tests.cli.conftest import Steward
from tests.cli.test_beginning import _all, _written
from tests.storyboard.git import git

CONTRACT = """\
apiVersion: v3.1.0
kind: DataContract
id: a
name: A
version: 1.0.0
status: active
schema:
  - name: t
    properties: [{name: x, logicalType: string}]
"""
PERSON = ("-c", "user.name=Ada", "-c", "user.email=ada@example.com")


def _committed(folder: Path, files: dict[str, str] | None = None) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    _written(folder, files or {})
    git(folder, "add", "--all")
    git(folder, *PERSON, "commit", "--quiet", "--allow-empty", "--message=Begin")
    return folder


def _detached(top: Path) -> Path:
    folder = _committed(top / "here", {"data/a.yaml": CONTRACT})
    git(folder, "checkout", "--quiet", "--detach")
    return folder


def _shallow(top: Path) -> Path:
    up = _committed(top / "up", {"data/a.yaml": CONTRACT})
    git(up, *PERSON, "commit", "--quiet", "--allow-empty", "--message=Go on")
    git(top, "clone", "--quiet", "--depth=1", up.as_uri(), "here")
    return top / "here"


def _worktree(top: Path) -> Path:
    git(_committed(top / "up", {"data/a.yaml": CONTRACT}), "worktree", "add", "-q", "../here")
    return top / "here"


def _submodule(top: Path) -> Path:
    _committed(top / "other", {"data/a.yaml": CONTRACT})
    here = _committed(top / "here")
    git(here, "-c", "protocol.file.allow=always", "submodule", "add", "-q", "../other", "data")
    return here / "data"


def _linked(top: Path) -> Path:
    (top / "here").symlink_to(_committed(top / "up", {"data/a.yaml": CONTRACT}))
    return top / "here"


@pytest.mark.parametrize(
    ("make", "places"),
    [
        pytest.param(_detached, ["data"], id="no branch is checked out"),
        pytest.param(_shallow, ["data"], id="a shallow clone"),
        pytest.param(_worktree, ["data"], id="a worktree"),
        pytest.param(_submodule, ["data"], id="a submodule"),
        pytest.param(_linked, ["data"], id="a folder by a link"),
        pytest.param(
            lambda top: _committed(top / "a b", {"données x/a.yaml": CONTRACT}),
            ["données x"],
            id="blanks and letters beyond ASCII",
        ),
        pytest.param(
            lambda top: _committed(
                top / "here",
                {"true/a.yaml": CONTRACT, "12/b.yaml": CONTRACT.replace("id: a", "id: b")},
            ),
            ["12", "true"],
            id="folders that YAML would take for values",
        ),
    ],
)
def test_what_is_made_is_judged_and_made_once(
    steward: Steward, tmp_path: Path, make: Callable[[Path], Path], places: list[str]
) -> None:
    here = make(tmp_path)
    before = _all(here)

    first = steward(here, "init")
    between = _all(here)
    second = steward(here, "init")

    assert (first.code, second.code) == (0, 0), first.err + second.err
    assert yaml.safe_load((here / SETTINGS_FILE).read_text("utf-8"))["contracts"] == places
    assert {path: between[path] for path in before} == before
    assert _all(here) == between
    assert "wrote" not in second.out
    assert steward(here, "lint").code == 0
    git(here, "add", "--all")
    assert steward(here, "review").code == 0


def test_contracts_of_other_repositories_in_it_are_not_its_own(
    steward: Steward, tmp_path: Path
) -> None:
    here = _submodule(tmp_path).parent

    steward(here, "init")

    assert yaml.safe_load((here / SETTINGS_FILE).read_text("utf-8"))["contracts"] == ["contracts"]


@pytest.mark.parametrize("place", [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"])
def test_owners_are_found_in_each_of_their_places(
    steward: Steward, tmp_path: Path, place: str
) -> None:
    here = _committed(tmp_path / "here", {place: "* @acme/data\n"})

    said = steward(here, "init")

    assert f"found    {place}, whose owners may approve" in said.out


@pytest.mark.parametrize(
    ("branch", "written"),
    [
        pytest.param("trunk", "branches: [trunk]", id="a branch without a commit"),
        pytest.param("entwürfe", 'branches: ["entwürfe"]', id="letters beyond ASCII"),
        pytest.param("no", 'branches: ["no"]', id="a word that YAML takes for a value"),
    ],
)
def test_the_branch_of_the_first_commit_is_the_default_one(
    steward: Steward, tmp_path: Path, branch: str, written: str
) -> None:
    git(tmp_path, "init", "--quiet", f"--initial-branch={branch}")

    steward(tmp_path, "init", "--action", "acme/contract-steward@v1")

    assert written in (tmp_path / ".github/workflows/contracts.yml").read_text("utf-8")


def test_a_branch_that_no_workflow_can_name_stops_only_workflows(
    steward: Steward, tmp_path: Path
) -> None:
    git(tmp_path, "init", "--quiet", "--initial-branch=a+b")

    refused = steward(tmp_path, "init", "--action", "acme/contract-steward@v1")

    assert (refused.code, _all(tmp_path)) == (2, {})
    assert "--branch" in refused.err
    assert steward(tmp_path, "init").code == 0


def test_nothing_is_written_through_a_link_out_of_the_repository(
    steward: Steward, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").mkdir()
    here = _committed(tmp_path / "here")
    (here / "contracts").symlink_to(tmp_path / "elsewhere")

    said = steward(here, "init")

    assert said.code == 2
    assert said.err.startswith(
        "contracts/my-domain/my-table.odcs.yaml:1: E309 its folder is a link"
    )
    assert (_all(here), list((tmp_path / "elsewhere").iterdir())) == ({}, [])


def test_a_link_that_leads_nowhere_is_kept(steward: Steward, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").symlink_to("nowhere")

    said = steward(tmp_path, "init")

    assert (said.code, str((tmp_path / "mkdocs.yml").readlink())) == (0, "nowhere")
    assert "kept     mkdocs.yml" in said.out


def test_a_folder_that_cannot_be_made_is_told(steward: Steward, tmp_path: Path) -> None:
    _written(tmp_path, {".github": "a file\n"})

    said = steward(tmp_path, "init")

    assert (said.code, _all(tmp_path)) == (2, {".github": b"a file\n"})
    assert said.err.startswith(".github/contract-steward.yml:1: E310 its folder cannot be made: ")


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(("init",), id="init"),
        pytest.param(("new", "sales/orders"), id="new"),
        pytest.param(("import", "a.sql", "sales/orders"), id="import"),
    ],
)
def test_nothing_is_written_among_the_files_of_git_itself(
    steward: Steward, tmp_path: Path, words: tuple[str, ...]
) -> None:
    git(tmp_path, "init", "--quiet", "--bare")
    before = sorted(tmp_path.iterdir())

    said = steward(tmp_path, *words)

    assert (said.code, sorted(tmp_path.iterdir())) == (2, before)
    assert "clone it, and begin in the clone" in said.err


def test_without_a_repository_the_first_thing_to_do_is_to_make_one(
    steward: Steward, tmp_path: Path
) -> None:
    assert "Run `git init`" in steward(tmp_path, "init").out


def test_what_builds_leave_is_shown_where_git_would_keep_it(
    steward: Steward, tmp_path: Path
) -> None:
    _written(tmp_path, {".gitignore": "*.pyc\n/site\n"})

    said = steward(tmp_path, "init")

    assert "+/.cache/\n" in said.out
    assert "+/site/" not in said.out
    assert (tmp_path / ".gitignore").read_text("utf-8") == "*.pyc\n/site\n"


def test_a_policy_that_is_there_says_where_the_first_contract_goes(
    steward: Steward, tmp_path: Path
) -> None:
    _written(tmp_path, {SETTINGS_FILE: "contracts: [data]\n"})

    steward(tmp_path, "init")

    assert (tmp_path / "data/my-domain/my-table.odcs.yaml").is_file()


def test_folders_and_the_board_may_be_given(steward: Steward, tmp_path: Path) -> None:
    said = steward(
        tmp_path, "init", "--contracts", "data", "--compatibility", "forward", "--board", "@a/b"
    )

    policy = yaml.safe_load((tmp_path / SETTINGS_FILE).read_text("utf-8"))
    told = {key: policy[key] for key in ("contracts", "compatibility", "board")}
    assert told == {"contracts": ["data"], "compatibility": "forward", "board": ["@a/b"]}
    assert steward(tmp_path, "lint").code == 0, said.err


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(("--contracts", "../up"), id="a folder outside"),
        pytest.param(("--contracts", "."), id="all of it"),
        pytest.param(("--board", "a b"), id="no name"),
        pytest.param(("--compatibility", "both"), id="no mode"),
    ],
)
def test_what_cannot_stand_in_the_policy_is_refused(
    steward: Steward, tmp_path: Path, words: tuple[str, ...]
) -> None:
    said = steward(tmp_path, "init", *words)

    assert (said.code, list(tmp_path.iterdir())) == (2, [])
