"""What is due to be released, and what each version brought, in repositories with a history."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Steward
from tests.conftest import Golden

PROFILE = "contracts/customer/profile.odcs.yaml"
SILVER_2 = "contracts/customer/silver-v2.odcs.yaml"


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def commit(folder: Path, message: str, date: str = "2026-11-01T10:00:00Z") -> str:
    git(folder, "add", "--all")
    stamp = ("-c", "user.name=Nadia", "-c", "user.email=nadia@example.com")
    subprocess.run(
        ["git", *stamp, "commit", "--quiet", "--allow-empty", "-m", message],
        cwd=folder,
        check=True,
        env={"PATH": "/usr/bin:/bin", "GIT_COMMITTER_DATE": date, "GIT_AUTHOR_DATE": date},
    )
    return git(folder, "rev-parse", "HEAD")


def due(said: str) -> list[str]:
    return [found["tag"] for found in json.loads(said)["releases"]]


def test_nothing_is_due_where_everything_is_tagged(steward: Steward, story: Path) -> None:
    said = steward(story, "release", "--dry-run")

    assert said.code == 0
    assert said.out.startswith("0 versions are due, of ")


def test_what_an_interrupted_run_left_is_due_again(steward: Steward, own_story: Path) -> None:
    lost = ("customer-silver/v2.0.0", "customer-silver/v2.1.0", "orders-topic/v1.0.1")
    git(own_story, "tag", "--delete", *lost)

    said = steward(own_story, "release", "--dry-run", "--format", "json")

    found = json.loads(said.out)["releases"]
    assert said.code == 0
    assert sorted(release["tag"] for release in found) == sorted(lost)
    by_tag = {release["tag"]: release for release in found}
    assert by_tag["customer-silver/v2.1.0"]["previous"] == "2.0.0"
    # A new major lives in a file of its own; its readers come from what the line before was then.
    assert by_tag["customer-silver/v2.0.0"]["previous"] == "1.1.0"


def test_only_the_newest_of_each_contract_is_due_before_the_first_tag(
    steward: Steward, own_story: Path
) -> None:
    git(own_story, "tag", "--delete", *git(own_story, "tag").split())

    newest = due(steward(own_story, "release", "--dry-run", "--format", "json").out)
    every = due(steward(own_story, "release", "--dry-run", "--all-versions", "-f", "json").out)

    assert "customer-profile/v2.0.0" in newest
    assert "customer-profile/v1.0.0" not in newest
    assert {"customer-profile/v1.0.0", "customer-profile/v1.2.0"} < set(every)
    assert set(newest) < set(every)


def test_the_tag_belongs_to_the_commit_that_brought_the_version(
    steward: Steward, own_story: Path
) -> None:
    file = own_story / PROFILE
    file.write_text(file.read_text("utf-8").replace("version: 2.0.0", "version: 2.0.1"), "utf-8")
    brought = commit(own_story, "Release the profile anew")
    (own_story / "README.md").write_text("Something else.\n", "utf-8")
    commit(own_story, "Change something else")

    said = steward(own_story, "release", "--dry-run", "--rev", "HEAD", "--format", "json")

    (found,) = json.loads(said.out)["releases"]
    assert (found["tag"], found["commit"]) == ("customer-profile/v2.0.1", brought)


def test_a_released_version_that_changed_is_refused(steward: Steward, own_story: Path) -> None:
    file = own_story / PROFILE
    text = file.read_text("utf-8")
    file.write_text(text.replace("name: customer_id", "name: client_id", 1), "utf-8")
    commit(own_story, "Change a released version")

    said = steward(own_story, "release", "--dry-run", "--rev", "HEAD")

    assert said.code == 1
    assert "E501 version 2.0.0 of `customer-profile` was brought by" in said.out
    assert "release the change as a new version; customer-profile/v2.0.0 stays" in said.out


def test_a_tag_that_was_moved_is_told(steward: Steward, own_story: Path) -> None:
    git(own_story, "tag", "--force", "customer-profile/v2.0.0", "customer-profile/v1.0.0^{}")
    file = own_story / PROFILE
    file.write_text(file.read_text("utf-8") + "# a comment\n", "utf-8")
    commit(own_story, "Say more")

    said = steward(own_story, "release", "--dry-run", "--rev", "HEAD")

    assert said.code == 1
    assert "E501 the tag customer-profile/v2.0.0 is on" in said.out


def test_a_comment_alone_is_no_new_content(steward: Steward, own_story: Path) -> None:
    file = own_story / PROFILE
    file.write_text(file.read_text("utf-8") + "# a comment\n", "utf-8")
    commit(own_story, "Say more")

    said = steward(own_story, "release", "--dry-run", "--rev", "HEAD")

    assert (said.code, said.out.split(",")[0]) == (0, "0 versions are due")


def test_a_version_that_is_no_semver_cannot_be_released(steward: Steward, own_story: Path) -> None:
    file = own_story / PROFILE
    file.write_text(file.read_text("utf-8").replace("version: 2.0.0", "version: '2'"), "utf-8")
    commit(own_story, "Write a short version")

    said = steward(own_story, "release", "--dry-run", "--rev", "HEAD")

    assert said.code == 1
    assert "E501 `2` is no semantic version" in said.out


def test_the_notes_of_a_release(steward: Steward, own_story: Path, golden: Golden) -> None:
    git(own_story, "tag", "--delete", "customer-profile/v2.0.0")

    said = steward(own_story, "release", "--dry-run", "--format", "markdown")

    golden("releases/profile-2.0.0.md", said.out)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        pytest.param(PROFILE, "releases/profile-changelog.md", id="a contract with two majors"),
        pytest.param(SILVER_2, "releases/silver-v2-changelog.md", id="a major in its own file"),
    ],
)
def test_the_changelog_of_a_contract(
    steward: Steward, story: Path, golden: Golden, path: str, name: str
) -> None:
    golden(name, steward(story, "changelog", path).out)


def test_the_changelog_for_machines_has_what_the_text_has(steward: Steward, story: Path) -> None:
    said = steward(story, "changelog", PROFILE, "--format", "json")

    told = json.loads(said.out)["versions"]
    assert [version["version"] for version in told] == ["2.0.0", "1.2.0", "1.1.0", "1.0.0"]
    assert told[0]["required_bump"] == "major"
    assert {entry["section"] for entry in told[0]["notes"]} >= {"breaking"}


def test_where_all_is_a_draft_nothing_is_due_and_the_reason_is_told(
    steward: Steward, tmp_path: Path
) -> None:
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    steward(tmp_path, "new", "sales/orders")
    git(tmp_path, "add", "--all")
    person = ("-c", "user.name=Ada", "-c", "user.email=ada@example.com")
    git(tmp_path, *person, "commit", "--quiet", "--message=Begin")

    said = steward(tmp_path, "release", "--dry-run")

    told = "nothing is due: no contract here is beyond a draft or a proposal\n"
    assert (said.code, said.out) == (0, told)
