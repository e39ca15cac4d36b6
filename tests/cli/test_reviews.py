"""`steward review --reviews` from the outside, on a repository with a year of history."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Steward
from tests.conftest import Golden
from tests.render.test_markdown import settled

TEAMS = {
    "@acme/customer-data": ["nadia-benali", "louis-martin"],
    "@acme/sales-tools": ["tom-lefort"],
    "@acme/marketing": ["ines-moreau"],
    "@acme/governance-board": ["helene-roux"],
}


def _commit(story: Path, revision: str) -> str:
    told = subprocess.run(
        ["git", "rev-parse", revision], cwd=story, capture_output=True, text=True, check=True
    )
    return told.stdout.strip()


def _file(
    story: Path, folder: Path, branch: str, author: str, *reviews: tuple[str, str, str]
) -> str:
    """Write the pull request of a branch; each review has a login, a state and a revision."""
    told: dict[str, Any] = {
        "pull_request": {"number": 29, "author": author, "owner": "acme"},
        "commits": [
            {
                "id": _commit(story, branch),
                "author": author,
                "committer": author,
                "parents": [_commit(story, f"{branch}^")],
            }
        ],
        "reviews": [
            {"id": number, "login": login, "state": state, "commit": _commit(story, revision)}
            for number, (login, state, revision) in enumerate(reviews, 1)
        ],
        "teams": TEAMS,
    }
    file = folder / "reviews.json"
    file.write_text(json.dumps(told), "utf-8")
    return str(file)


LOYALTY = "feature/add-loyalty-tier"
EMAIL = "feature/drop-email"


@pytest.mark.parametrize(
    ("reviews", "code", "word"),
    [
        pytest.param((), 1, "Pending", id="nobody approved"),
        pytest.param((("nadia-benali", "APPROVED", LOYALTY),), 0, "Passed", id="an owner did"),
        pytest.param((("nadia-benali", "APPROVED", "main"),), 1, "Pending", id="before it changed"),
        pytest.param((("ines-moreau", "APPROVED", LOYALTY),), 1, "Pending", id="only the author"),
        pytest.param((("stranger", "APPROVED", LOYALTY),), 1, "Pending", id="only a stranger"),
        pytest.param(
            (("nadia-benali", "APPROVED", LOYALTY), ("nadia-benali", "DISMISSED", LOYALTY)),
            1,
            "Pending",
            id="it was dismissed",
        ),
    ],
)
def test_the_verdict_depends_on_approvals(  # noqa: PLR0913, PLR0917  # the command, its input, its answer
    steward: Steward,
    story: Path,
    tmp_path: Path,
    reviews: tuple[tuple[str, str, str], ...],
    code: int,
    word: str,
) -> None:
    file = _file(story, tmp_path, LOYALTY, "ines-moreau", *reviews)

    said = steward(story, "review", "--base", "main", "--head", LOYALTY, "--reviews", file)

    assert (said.code, said.out.split(":")[0], said.err) == (code, word, "")


def test_without_reviews_it_says_who_will_be_asked(steward: Steward, story: Path) -> None:
    said = steward(story, "review", "--base", "main", "--head", LOYALTY)

    assert said.code == 0
    assert "Who will be asked to approve" in said.out


def test_the_report_of_a_pull_request(
    steward: Steward, story: Path, tmp_path: Path, golden: Golden
) -> None:
    file = _file(
        story,
        tmp_path,
        EMAIL,
        "louis-martin",
        ("nadia-benali", "APPROVED", EMAIL),
        ("louis-martin", "APPROVED", EMAIL),
        ("tom-lefort", "APPROVED", "main"),
        ("helene-roux", "CHANGES_REQUESTED", EMAIL),
        ("stranger", "APPROVED", EMAIL),
    )
    words = ("--today", "2026-11-03", "--format", "markdown", "--reviews", file)

    said = steward(story, "review", "--base", "main", "--head", EMAIL, *words)

    told = said.out
    for name, revision in (("HEAD", EMAIL), ("BASE", "main")):
        told = told.replace(_commit(story, revision)[:10], name)
    assert said.code == 1
    golden("reviews/drop-email.md", settled(told))


def test_a_commit_that_git_does_not_have_makes_an_approval_stale(
    steward: Steward, story: Path, tmp_path: Path
) -> None:
    file = _file(story, tmp_path, LOYALTY, "ines-moreau", ("nadia-benali", "APPROVED", LOYALTY))
    text = Path(file).read_text("utf-8")
    told = json.loads(text)
    told["reviews"][0]["commit"] = "f" * 40
    Path(file).write_text(json.dumps(told), "utf-8")

    said = steward(
        story, "review", "--base", "main", "--head", LOYALTY, "--reviews", file, "--format", "json"
    )

    first = json.loads(said.out)["approvals"]["tree"]["parts"][0]
    assert said.code == 1
    assert [(one["login"], one["path"]) for one in first["stale"]] == [("nadia-benali", None)]


def test_a_commit_that_the_file_does_not_tell_of_is_undecided(
    steward: Steward, story: Path, tmp_path: Path
) -> None:
    file = _file(story, tmp_path, EMAIL, "ines-moreau", ("nadia-benali", "APPROVED", LOYALTY))

    said = steward(story, "review", "--base", "main", "--head", LOYALTY, "--reviews", file)

    assert (said.code, said.out.split(":")[0]) == (2, "Undecided")


def test_a_file_that_is_wrong_is_told(steward: Steward, story: Path, tmp_path: Path) -> None:
    (tmp_path / "reviews.json").write_text('{"review": []}', "utf-8")

    said = steward(story, "review", "--base", "main", "--reviews", str(tmp_path / "reviews.json"))

    assert said.code == 2
    assert "E406 `review` in `the file` is no key" in said.err


def test_a_change_of_code_owners_alone_needs_the_board_and_is_read_as_github_will(
    steward: Steward, own_story: Path
) -> None:
    file = own_story / ".github/CODEOWNERS"
    file.write_text(file.read_text("utf-8") + "/contracts/ nobody\n", "utf-8")

    said = steward(own_story, "review", "--base", "main", "--format", "json")

    told = json.loads(said.out)["approvals"]
    assert [part["reasons"] for part in told["tree"]["parts"]] == [["`.github/CODEOWNERS` changes"]]
    assert [part["teams"] for part in told["tree"]["parts"]] == [["acme/governance-board"]]
    assert [note["message"] for note in told["notes"]] == [
        "GitHub skips this line: `nobody` is no owner"
    ]


def test_a_change_of_the_policy_is_judged_by_the_policy_of_before(
    steward: Steward, own_story: Path
) -> None:
    file = own_story / ".github/contract-steward.yml"
    file.write_text(file.read_text("utf-8") + 'board: ["@mallory"]\n', "utf-8")

    said = steward(own_story, "review", "--base", "main", "--format", "json")

    (part,) = json.loads(said.out)["approvals"]["tree"]["parts"]
    assert (part["role"], part["people"], part["teams"]) == (
        "board",
        [],
        ["acme/governance-board"],
    )
