from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest

from bot.adapters.reading import read
from bot.adapters.settings import read_settings
from bot.core.errors import ErrorCode, StewardError
from bot.core.policy.settings import SETTINGS_FILE
from bot.storyboard import Storyboard, tell
from bot.storyboard.bundled import bundled_folder
from bot.storyboard.passages import USERS
from tests.contracts.references import dangling
from tests.contracts.standard import faults
from tests.storyboard.git import git, tree

FIRST_PARENTS = ("rev-list", "--first-parent", "--reverse", "main")


def test_a_story_told_twice_has_the_same_commits_branches_and_tags(
    story: Storyboard, folder: Path
) -> None:
    again = tell(folder)

    assert git(again.path, "show-ref") == git(story.path, "show-ref")
    assert again.head == story.head


def test_neither_settings_nor_hooks_nor_the_clock_of_a_user_change_the_story(
    story: Storyboard, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".gitconfig").write_text(
        "[user]\nname = Somebody\n[core]\nautocrlf = true\nhooksPath = /nowhere\n"
        "[init]\ndefaultBranch = trunk\n[commit]\ngpgSign = true\n"
    )
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2001-01-01T00:00:00Z")
    monkeypatch.setenv("TZ", "Asia/Tokyo")

    assert tell(folder).head == story.head
    assert git(folder, "status", "--porcelain", "--branch") == "## main\n"


def test_the_year_ends_with_the_bundled_contracts(story: Storyboard) -> None:
    bundled = {
        f"contracts/{file.relative_to(bundled_folder()).as_posix()}": file.read_text("utf-8")
        for file in bundled_folder().rglob("*.yaml")
    }

    last = tree(story.path, "main")

    assert {name: text for name, text in last.items() if name.startswith("contracts/")} == bundled
    assert set(last) - set(bundled) == {
        "README.md",
        ".github/CODEOWNERS",
        ".github/contract-steward.yml",
    }


def test_the_folder_shows_the_default_branch_with_nothing_modified(story: Storyboard) -> None:
    assert git(story.path, "rev-parse", "HEAD").strip() == story.head
    assert git(story.path, "symbolic-ref", "HEAD") == "refs/heads/main\n"
    assert git(story.path, "status", "--porcelain") == ""


def test_git_finds_the_repository_sound(story: Storyboard) -> None:
    git(story.path, "fsck", "--strict", "--no-dangling")


def test_every_contract_in_every_commit_is_valid(story: Storyboard) -> None:
    wanted = ("rev-list", "--objects", "--exclude=feature/broken-yaml", "--branches")
    lines = git(story.path, *wanted).splitlines()
    blobs = dict(
        line.split(" ", 1) for line in lines if line.endswith((".odcs.yaml", ".odps.yaml"))
    )

    broken: dict[str, list[str]] = {}
    for blob, name in blobs.items():
        text = git(story.path, "cat-file", "blob", blob)
        read(text.encode(), name)
        if found := faults(text):
            broken[f"{blob} {name}"] = found

    assert broken == {}
    assert len(blobs) > 45


def test_every_reference_leads_somewhere_at_every_commit_of_the_default_branch(
    story: Storyboard,
) -> None:
    broken = {
        commit: found
        for commit in git(story.path, *FIRST_PARENTS).split()
        if (found := dangling(tree(story.path, commit)))
    }

    assert broken == {}


def test_the_default_branch_moves_forward_in_time_over_a_year(story: Storyboard) -> None:
    dates = git(story.path, "log", "--first-parent", "--reverse", "--format=%cI %ct", "main")
    times = [int(line.split()[1]) for line in dates.splitlines()]

    assert all(one < next_one for one, next_one in pairwise(times))
    assert dates.splitlines()[0].startswith("2025-11-03")
    assert dates.splitlines()[-1].startswith("2026-11-02")


def test_changes_reach_the_default_branch_by_merge_squash_and_rebase(story: Storyboard) -> None:
    log = git(story.path, "log", "--first-parent", "--format=%p|%s|%an|%cn", "main").splitlines()
    rows = [line.split("|") for line in log]

    merges = [row for row in rows if " " in row[0]]
    squashes = [row for row in rows if " " not in row[0] and "(#" in row[1]]
    rebases = [row for row in rows if " " not in row[0] and "(#" not in row[1]]

    assert (len(merges), len(squashes), len(rebases)) == (10, 12, 30)
    assert all(author != committer for _, _, author, committer in rebases[:-1])


def test_a_release_is_tagged_where_its_version_reached_the_default_branch(
    story: Storyboard,
) -> None:
    commits = set(git(story.path, *FIRST_PARENTS).split())

    kinds = git(story.path, "for-each-ref", "--format=%(objecttype) %(*objectname)", "refs/tags")
    tagged = [line.split() for line in kinds.splitlines()]

    assert {kind for kind, _ in tagged} == {"tag"}
    assert {commit for _, commit in tagged} <= commits
    assert git(story.path, "tag").split() == sorted(story.tags)
    assert {"orders-orders/v1.1.1", "customer-profile/v2.0.0"} < set(story.tags)
    assert {"customer-silver/v1.2.0", "customer-silver/v2.1.0"} < set(story.tags)
    assert {"reference-users/v1.0.0", "reference-users/v2.0.0", "reference-users/v3.0.0"} < set(
        story.tags
    )
    assert "customer-gold/v0.1.0" not in story.tags


def test_a_tag_holds_the_version_that_it_names(story: Storyboard) -> None:
    for tag in story.tags:
        contract, version = tag.split("/v")
        heads = [text.split("schema:")[0] for text in tree(story.path, tag).values()]

        assert any(
            f"id: {contract}\n" in each and f"version: {version}\n" in each for each in heads
        )


def test_the_branches_are_there_and_stand_where_they_say(story: Storyboard) -> None:
    for branch in story.branches:
        assert git(story.path, "rev-parse", branch.name).strip() == branch.head
        assert git(story.path, "rev-parse", f"{branch.name}^").strip() == branch.base
        assert branch.closed == (branch.base != story.head)
        assert branch.title
        assert branch.shows.endswith(".")

    assert [branch.name for branch in story.branches] == [
        "attempt/drop-postal-address",
        "feature/drop-email",
        "feature/add-loyalty-tier",
        "feature/retype-quantity",
        "feature/rename-sold-at",
        "feature/broken-yaml",
        "feature/lower-classification",
        "feature/drop-ip-address",
    ]


@pytest.mark.parametrize(
    ("branch", "removed", "added"),
    [
        pytest.param("feature/drop-email", ["name: email"], [], id="a field and no version"),
        pytest.param(
            "feature/add-loyalty-tier",
            ["version: 2.0.0"],
            ["version: 2.1.0", "name: loyalty_tier"],
            id="a field and a minor version",
        ),
        pytest.param(
            "feature/retype-quantity",
            ["version: 1.1.1", "logicalType: integer"],
            ["version: 1.1.2", "logicalType: string", "required: true"],
            id="another type and a patch version",
        ),
        pytest.param(
            "feature/rename-sold-at",
            ["version: 1.1.1", "name: sold_at"],
            ["version: 1.2.0", "name: ordered_at"],
            id="a name and no id",
        ),
        pytest.param(
            "feature/lower-classification",
            ["classification: confidential"],
            ["classification: public"],
            id="a classification",
        ),
        pytest.param(
            "feature/drop-ip-address",
            ["version: 1.3.0", "name: ip_address"],
            ["version: 2.0.0"],
            id="a deprecated field and a major version",
        ),
        pytest.param(
            "attempt/drop-postal-address",
            ["version: 1.2.0", "name: postal_address"],
            ["version: 2.0.0"],
            id="the same in its time",
        ),
    ],
)
def test_a_branch_changes_what_it_shows(
    story: Storyboard, branch: str, removed: list[str], added: list[str]
) -> None:
    lines = git(story.path, "diff", "-U0", f"{branch}^", branch).splitlines()

    assert set(removed) <= {line[1:].strip() for line in lines if line.startswith("-")}
    assert set(added) <= {line[1:].strip() for line in lines if line.startswith("+")}


def test_the_broken_branch_has_a_fault_of_each_kind(story: Storyboard) -> None:
    broken = tree(story.path, "feature/broken-yaml")

    codes = {}
    for name in ("inventory", "customers"):
        file = f"contracts/orders/{name}.odcs.yaml"
        with pytest.raises(StewardError) as caught:
            read(broken[file].encode(), file)
        codes[name] = [fault.code for fault in caught.value.faults]

    assert codes == {"inventory": [ErrorCode.NOT_YAML], "customers": [ErrorCode.UNKNOWN_KEY]}


def test_the_moved_contract_is_a_rename_to_git(story: Storyboard) -> None:
    assert "R100\tcontracts/orders/orders-topic.odcs.yaml\tcontracts/orders/topic.odcs.yaml" in git(
        story.path, "log", "-M", "--name-status", "--format=", "main"
    )


def test_a_removal_came_after_its_window_and_the_attempt_within_it(story: Storyboard) -> None:
    log = git(story.path, "log", "--first-parent", "--format=%ct %s", "main").splitlines()
    times = {line.split(" ", 1)[1]: int(line.split()[0]) for line in log}
    day = 86_400

    flagged = next(time for subject, time in times.items() if "deprecate-postal" in subject)
    dropped = next(time for subject, time in times.items() if "drop-postal" in subject)
    tried = int(git(story.path, "log", "-1", "--format=%ct", "attempt/drop-postal-address"))

    assert dropped - flagged > 90 * day
    assert tried - flagged < 90 * day


def test_the_age_of_users_went_six_months_after_it_was_deprecated(story: Storyboard) -> None:
    dates = {
        line.split()[0]: int(line.split()[1])
        for line in git(
            story.path,
            "for-each-ref",
            "--format=%(refname:lstrip=2) %(taggerdate:unix)",
            "refs/tags",
        ).splitlines()
    }
    told = {
        version: "name: age\n" in git(story.path, "show", f"reference-users/v{version}:{USERS}")
        for version in ("1.0.0", "2.0.0", "3.0.0")
    }

    assert told == {"1.0.0": True, "2.0.0": True, "3.0.0": False}
    assert dates["reference-users/v3.0.0"] - dates["reference-users/v2.0.0"] > 180 * 86_400


def test_a_story_can_stop_early_and_has_no_branches_then(folder: Path) -> None:
    told = tell(folder, until=3)

    assert told.branches == ()
    assert git(folder, "branch", "--format=%(refname:short)") == "main\n"
    assert git(folder, "rev-list", "--count", "--first-parent", "main") == "4\n"
    assert "customer-profile/v1.1.0" in told.tags


def test_the_beginning_of_a_story_is_the_beginning_of_the_whole(
    story: Storyboard, folder: Path
) -> None:
    early = tell(folder, until=5)

    git(story.path, "merge-base", "--is-ancestor", early.head, story.head)


def test_scale_adds_a_hundred_contracts_for_each_step_above_one(folder: Path) -> None:
    told = tell(folder, scale=2)

    names = git(folder, "ls-tree", "-r", "--name-only", "main", "contracts/").splitlines()

    assert sum(name.startswith("contracts/d0") for name in names) == 100
    assert {"d01-c00010/v1.1.0", "d01-c00011/v1.0.0"} < set(told.tags)
    assert len(told.branches) == 8


def test_a_folder_that_is_not_empty_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")

    with pytest.raises(StewardError) as caught:
        tell(tmp_path)

    assert [fault.code for fault in caught.value.faults] == [ErrorCode.CANNOT_WRITE]
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


def test_a_file_in_the_place_of_the_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")

    with pytest.raises(StewardError) as caught:
        tell(tmp_path / "mine")

    assert [fault.code for fault in caught.value.faults] == [ErrorCode.CANNOT_WRITE]
    assert (tmp_path / "mine").read_text() == "mine"


@pytest.mark.parametrize(
    ("until", "scale"),
    [
        pytest.param(-1, 1, id="until is below 0"),
        pytest.param(None, 0, id="scale is below 1"),
    ],
)
def test_a_number_out_of_range_is_told_before_anything_is_written(
    folder: Path, until: int | None, scale: int
) -> None:
    with pytest.raises(StewardError) as caught:
        tell(folder, until=until, scale=scale)

    assert [fault.code for fault in caught.value.faults] == [ErrorCode.BAD_USAGE]
    assert not folder.exists()


def test_the_policy_of_the_story_is_one_that_the_steward_reads(story: Storyboard) -> None:
    text = tree(story.path, "main")[SETTINGS_FILE]

    settings = read_settings(text.encode(), SETTINGS_FILE, {})

    assert settings.contracts == ("contracts",)
    assert settings.conventions.sensitivity == (
        ("public",),
        ("internal",),
        ("confidential",),
        ("restricted",),
    )


def test_owners_of_the_contracts_are_the_people_of_the_story(story: Storyboard) -> None:
    authors = set(git(story.path, "log", "--format=%ae", "main").split())
    texts = json.dumps(tree(story.path, "main"), ensure_ascii=False)

    assert {each for each in authors if each not in texts} == set()
