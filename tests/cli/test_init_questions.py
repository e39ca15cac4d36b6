"""`steward init` on a terminal: it asks, shows what it would write, and writes when told to."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import yaml

from bot.core.policy.settings import SETTINGS_FILE
from tests.cli.conftest import Steward
from tests.cli.test_beginning import CONTRACT, _all, _written
from tests.storyboard.git import git

if sys.platform == "win32":
    pytest.skip("needs a terminal of POSIX", allow_module_level=True)

from tests.cli.terminal import typed

ENTER, STOP, END = b"\r", b"\x03", b"\x04"
QUESTIONS = 8
"""How many there are in an empty repository, before the last: whether to write."""


def _policy(folder: Path) -> dict[str, object]:
    found = yaml.safe_load((folder / SETTINGS_FILE).read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def test_enter_takes_what_a_run_without_a_terminal_takes(steward: Steward, tmp_path: Path) -> None:
    asked, quiet = tmp_path / "asked", tmp_path / "quiet"
    for folder in (asked, quiet):
        folder.mkdir()
        git(folder, "init", "--quiet", "--initial-branch=trunk")

    said = typed(asked, [ENTER] * (QUESTIONS + 1))
    steward(quiet, "init")

    assert said.code == 0, said.out
    assert _all(asked) == _all(quiet)
    assert "Write these files? [Y/n]: " in said.out


def test_answers_are_what_is_written(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--initial-branch=trunk")
    answers = ["data, *.odcs.yaml", "Backward", "@acme/board, bob", "event", "web", "views", "n",
               "acme/contract-steward@v1", "", "y"]  # fmt: skip

    said = typed(tmp_path, [f"{answer}\r".encode() for answer in answers])

    assert said.code == 0, said.out
    told = {key: _policy(tmp_path)[key] for key in ("contracts", "compatibility", "board")}
    assert told == {
        "contracts": ["data", "*.odcs.yaml"],
        "compatibility": "backward",
        "board": ["@acme/board", "bob"],
    }
    assert sorted(_all(tmp_path)) == [
        ".github/contract-steward.schema.json",
        ".github/contract-steward.yml",
        ".github/workflows/contract-reviews.yml",
        ".github/workflows/contracts.yml",
        "data/web/views.odcs.yaml",
    ]
    workflow = (tmp_path / ".github/workflows/contracts.yml").read_text("utf-8")
    assert "branches: [trunk]" in workflow


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        pytest.param(b"../up", "`../up` is no place for contracts", id="a way out of it"),
        pytest.param(b"/etc", "`/etc` is no place for contracts", id="a path of the machine"),
        pytest.param(b" , ", "`` is no place for contracts", id="nothing but a comma"),
        pytest.param(b"x" * 3000, "has more than 500 letters", id="a very long line"),
        pytest.param(b"a\x1b[Ab", "`a\\x1b[Ab` has signs that cannot be seen", id="arrow keys"),
        pytest.param(b"\xff\xfe", "has signs that cannot be seen", id="no UTF-8"),
        pytest.param(b"a\xe2\x80\xaeb", "`a\\u202eb` has signs", id="letters that turn around"),
    ],
)
def test_an_answer_that_cannot_be_is_asked_again_with_the_reason(
    tmp_path: Path, wrong: bytes, told: str
) -> None:
    said = typed(tmp_path, [wrong + ENTER, STOP])

    assert told in said.out
    assert said.out.count("Folders of contracts") == 2
    assert said.code == 130


@pytest.mark.parametrize(
    ("place", "wrong", "told"),
    [
        pytest.param(1, b"sideways", "is no compatibility mode: they are none", id="the mode"),
        pytest.param(2, b"a@b", "`a@b` is nobody's name", id="the board"),
        pytest.param(3, b"topic", "there is no template `topic`", id="the template"),
        pytest.param(4, b"Sales Dept", "such as `sales-dept`", id="the domain"),
        pytest.param(5, b"a/b", "`a/b` cannot be a name", id="the name"),
        pytest.param(6, b"perhaps", "`perhaps` is neither yes nor no", id="the site"),
        pytest.param(7, b"acme", "write it as OWNER/NAME@REVISION", id="the action"),
        pytest.param(8, b"sure", "`sure` is neither yes nor no", id="whether to write"),
    ],
)
def test_each_question_says_what_it_cannot_take(
    tmp_path: Path, place: int, wrong: bytes, told: str
) -> None:
    said = typed(tmp_path, [*([ENTER] * place), wrong + ENTER, STOP])

    assert told in said.out
    assert (said.code, list(tmp_path.iterdir())) == (130, [])


@pytest.mark.parametrize("key", [pytest.param(STOP, id="Ctrl-C"), pytest.param(END, id="Ctrl-D")])
@pytest.mark.parametrize("place", [0, 3, QUESTIONS])
def test_who_stops_finds_nothing_written(tmp_path: Path, key: bytes, place: int) -> None:
    said = typed(tmp_path, [*([ENTER] * place), key])

    assert said.out.endswith("\nNothing was written.\nstopped\n")
    assert (said.code, list(tmp_path.iterdir())) == (130, [])


def test_who_says_no_at_the_end_finds_nothing_written(tmp_path: Path) -> None:
    said = typed(tmp_path, [*([ENTER] * QUESTIONS), b"n\r"])

    assert said.out.endswith("Nothing was written.\n")
    assert (said.code, list(tmp_path.iterdir())) == (0, [])


def test_only_what_makes_a_difference_is_asked(steward: Steward, tmp_path: Path) -> None:
    _written(tmp_path, {"a, b/x.odcs.yaml": CONTRACT, "mkdocs.yml": "site_name: Acme\n"})
    steward(tmp_path, "init")

    said = typed(tmp_path, [ENTER])

    assert said.code == 0, said.out
    assert "Folders" not in said.out
    assert "First contract" not in said.out
    assert "website of the contracts, in" not in said.out
    assert "Write" not in said.out


def test_folders_that_were_found_are_offered_and_taken_as_they_are(tmp_path: Path) -> None:
    _written(tmp_path, {"a, b/x.odcs.yaml": CONTRACT, "CODEOWNERS": "* @acme/data\n"})

    said = typed(tmp_path, [ENTER] * QUESTIONS + [b"y\r"])

    assert "Folders of contracts, with commas between [a, b]: " in said.out
    assert "Enter: the owners in CODEOWNERS: " in said.out
    assert _policy(tmp_path)["contracts"] == ["a, b"]


@pytest.mark.parametrize(
    ("words", "variables"),
    [
        pytest.param(("init", "--yes"), {}, id="who says so beforehand"),
        pytest.param(("init", "--domain", "sales"), {}, id="who gives an option"),
        pytest.param(("init", "--dry-run"), {}, id="who wants a diff"),
        pytest.param(("init",), {"CI": "true"}, id="a machine with a terminal"),
    ],
)
def test_nothing_is_asked_of(
    tmp_path: Path, words: tuple[str, ...], variables: dict[str, str]
) -> None:
    said = typed(tmp_path, [], words, variables)

    assert said.code == 0, said.out
    assert "[Y/n]" not in said.out
