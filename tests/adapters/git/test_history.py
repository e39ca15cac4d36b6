from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.adapters.git import Repository
from bot.core.errors import ErrorCode, StewardError
from tests.adapters.git.checkout import Checkout, clone


def summaries(checkout: Checkout, *under: str) -> list[str]:
    return [
        commit.summary for commit in Repository.discover(checkout.path).first_parent("main", under)
    ]


def branch_with_two_commits(checkout: Checkout) -> None:
    checkout.commit("base", orders="id: orders\n")
    checkout.git("switch", "--quiet", "--create", "side")
    checkout.commit("half", orders="id: orders\nversion: 1\n")
    checkout.commit("whole", orders="id: orders\nversion: 2\n")
    checkout.git("switch", "--quiet", "main")
    checkout.commit("meanwhile", other="id: other\n")


def merge(checkout: Checkout) -> None:
    checkout.merge("side", "--no-ff", "-m", "merged")


def squash(checkout: Checkout) -> None:
    checkout.git("merge", "--quiet", "--squash", "side")
    checkout.commit("squashed")


def rebase(checkout: Checkout) -> None:
    checkout.git("rebase", "--quiet", "main", "side")
    checkout.git("switch", "--quiet", "main")
    checkout.merge("side", "--ff-only")


def octopus(checkout: Checkout) -> None:
    checkout.git("switch", "--quiet", "--create", "third")
    checkout.commit("third", third="id: third\n")
    checkout.git("switch", "--quiet", "main")
    checkout.merge("side third", "--no-ff", "-m", "octopus")


def merge_of_nothing(checkout: Checkout) -> None:
    checkout.merge("side", "--no-ff", "--strategy=ours", "-m", "ours")


@pytest.mark.parametrize(
    ("join", "line", "touching"),
    [
        pytest.param(
            merge,
            ["merged", "meanwhile", "base"],
            ["merged", "base"],
            id="a merge is one step, whatever was inside",
        ),
        pytest.param(
            squash, ["squashed", "meanwhile", "base"], ["squashed", "base"], id="so is a squash"
        ),
        pytest.param(
            rebase,
            ["whole", "half", "meanwhile", "base"],
            ["whole", "half", "base"],
            id="a rebase brings each commit",
        ),
        pytest.param(
            octopus, ["octopus", "meanwhile", "base"], ["octopus", "base"], id="an octopus is one"
        ),
        pytest.param(
            merge_of_nothing,
            ["ours", "meanwhile", "base"],
            ["base"],
            id="a merge that drops the branch touches nothing",
        ),
    ],
)
def test_a_branch_joins_the_line(
    join: Callable[[Checkout], None], line: list[str], touching: list[str], checkout: Checkout
) -> None:
    branch_with_two_commits(checkout)
    join(checkout)

    assert summaries(checkout) == line
    assert summaries(checkout, "orders.yaml") == touching


def test_commits_are_those_that_touched_any_of_the_folders(checkout: Checkout) -> None:
    for message, path in {
        "sales": "contracts/sales/orders.yaml",
        "deep": "contracts/sales/eu/orders.yaml",
        "hr": "contracts/hr/people.yaml",
        "code": "src/app.py",
        "twin": "contracts-old/orders.yaml",
    }.items():
        checkout.write(path, message)
        checkout.commit(message)
    checkout.commit("empty")
    (checkout.path / "contracts/sales/eu/orders.yaml").unlink()
    checkout.commit("gone")
    (checkout.path / "src/app.py").chmod(0o755)
    checkout.commit("mode")

    assert summaries(checkout, "contracts/sales") == ["gone", "deep", "sales"]
    assert summaries(checkout, "contracts") == ["gone", "hr", "deep", "sales"]
    assert summaries(checkout, "contracts/hr", "src/app.py") == ["mode", "code", "hr"]
    assert summaries(checkout, "nowhere") == []
    assert summaries(checkout)[:2] == ["mode", "gone"]


def test_a_folder_that_comes_goes_and_comes_back_is_seen_each_time(checkout: Checkout) -> None:
    for turn in range(3):
        checkout.write("contracts/sales/orders.yaml", "id: orders\n")
        checkout.commit(f"in {turn}")
        checkout.git("rm", "-r", "--quiet", "contracts")
        checkout.commit(f"out {turn}")

    turns = ["out 2", "in 2", "out 1", "in 1", "out 0", "in 0"]
    assert summaries(checkout, "contracts/sales/orders.yaml") == turns
    assert summaries(checkout, "contracts/sales") == turns


def test_steps_tell_what_each_commit_changed(checkout: Checkout) -> None:
    checkout.commit("first", orders="id: orders\n")
    checkout.write("readme.md", "words")
    checkout.commit("words")
    checkout.git("mv", "orders.yaml", "sales.yaml")
    checkout.commit("moved")

    steps = [
        (step.commit.summary, [(change.path, bool(change.new)) for change in step.changes])
        for step in Repository.discover(checkout.path).steps("HEAD")
    ]

    assert steps == [
        ("moved", [("orders.yaml", False), ("sales.yaml", True)]),
        ("first", [("orders.yaml", True)]),
    ]


@pytest.mark.parametrize("worktree", [False, True])
def test_a_shallow_clone_tells_what_it_can_and_then_where_it_ends(
    worktree: bool, checkout: Checkout, tmp_path: Path
) -> None:
    for number in range(4):
        checkout.commit(f"commit {number}", orders=f"id: orders\nversion: {number}\n")
    copy = clone(checkout, tmp_path / "copy", "--depth=2")
    if worktree:
        copy.git("worktree", "add", "--quiet", "--detach", "../side")
    repository = Repository.discover(tmp_path / ("side" if worktree else "copy"))

    for walk, expected in (
        (repository.first_parent("HEAD"), ["commit 3", "commit 2"]),
        (repository.first_parent("HEAD", ["orders.yaml"]), ["commit 3"]),
        ((step.commit for step in repository.steps("HEAD")), ["commit 3"]),
    ):
        found: list[str] = []
        with pytest.raises(StewardError) as caught:
            found.extend(commit.summary for commit in walk)
        assert caught.value.faults[0].code is ErrorCode.SHALLOW_CLONE
        assert "git fetch --unshallow" in caught.value.faults[0].hint
        assert found == expected


def test_a_shallow_clone_that_holds_everything_ends_without_a_fault(
    checkout: Checkout, tmp_path: Path
) -> None:
    checkout.commit("only", orders="id: orders\n")
    copy = clone(checkout, tmp_path / "copy", "--depth=1")

    assert summaries(copy) == ["only"]
