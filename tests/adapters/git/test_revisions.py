from __future__ import annotations

import hashlib
import shlex
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.adapters.git import Repository
from bot.core.errors import ErrorCode, Fault, StewardError
from bot.core.history.snapshot import Commit
from tests.adapters.git.checkout import FIRST, Checkout, clone


def refused(checkout: Checkout, revision: str) -> Fault:
    with pytest.raises(StewardError) as caught:
        Repository.discover(checkout.path).resolve(revision)
    return caught.value.faults[0]


def run(checkout: Checkout, hint: str) -> None:
    """Do what the hint says, as its reader would."""
    subprocess.run(shlex.split(hint), cwd=checkout.path, check=True, capture_output=True)


def test_a_commit_tells_who_made_it_and_when(checkout: Checkout) -> None:
    first = checkout.commit("First\n\nwith a body")
    second = checkout.commit("Second")

    assert Repository.discover(checkout.path).resolve("HEAD") == Commit(
        id=second,
        time=datetime.fromtimestamp(FIRST + 3600, UTC),
        author_time=datetime.fromtimestamp(FIRST + 3600, UTC),
        summary="Second",
        author="Ada",
        parents=(first,),
    )


@pytest.mark.parametrize(
    "revision",
    [
        "HEAD",
        "@",
        "main",
        "refs/heads/main",
        "light",
        "annotated",
        "twice",
        "annotated^{commit}",
        "HEAD~0",
        ":/second",
        "main@{0}",
        "refs/heads/-rf",
        "weird/Δ",
    ],
)
def test_the_newest_commit_is_found_by(revision: str, checkout: Checkout) -> None:
    checkout.commit("first")
    head = checkout.commit("second")
    checkout.git("tag", "light")
    checkout.git("tag", "-a", "annotated", "-m", "a tag")
    checkout.git("tag", "-a", "twice", "-m", "a tag of a tag", "annotated")
    checkout.git("update-ref", "refs/heads/-rf", head)
    checkout.git("branch", "weird/Δ")

    repository = Repository.discover(checkout.path)

    assert repository.resolve(revision).id == head
    assert repository.resolve(head[:7]).id == head


@pytest.mark.parametrize(
    ("revision", "says", "hint"),
    [
        pytest.param("mian", "not known", "did you mean `main`?", id="a slip of the finger"),
        pytest.param("f" * 40, "not known", "name a branch", id="an id of nothing"),
        pytest.param("WORKTREE", "not known", "no commit", id="the files on disk"),
        pytest.param("HEAD~5", "out of the history", "git log --oneline HEAD", id="too far back"),
        pytest.param("-rf", "begins with a dash", "name a branch", id="an option"),
        pytest.param("--upload-pack=x", "begins with a dash", "name", id="a long option"),
        pytest.param("", "is no revision", "name a branch", id="nothing"),
        pytest.param("a\nb", r"`a\nb` is no revision", "name a branch", id="a line end"),
        pytest.param("a\0b", r"`a\x00b` is no revision", "name a branch", id="a NUL"),
        pytest.param("main\u202e", r"\u202e", "name a branch", id="a turned text"),
        pytest.param("\udcff", r"\udcff", "name a branch", id="bytes that are no text"),
        pytest.param("m" * 5000, "is no revision", "name a branch", id="far too long"),
        pytest.param("a..b", "is no revision", "name a branch", id="a range"),
        pytest.param("a b", "is no revision", "name a branch", id="two words"),
        pytest.param("HEAD^{tree}", "names a tree", "leave out", id="a tree"),
        pytest.param("HEAD:orders.yaml", "names a blob", "leave out", id="a file"),
        pytest.param("of-a-tree", "names a tree", "leave out", id="a tag of a tree"),
        pytest.param("HEAD~99999999999999999999", "is no revision", "name", id="a huge number"),
    ],
)
def test_no_commit_is_found_by(revision: str, says: str, hint: str, checkout: Checkout) -> None:
    checkout.commit(orders="id: orders\n")
    checkout.git("tag", "of-a-tree", "HEAD^{tree}")

    fault = refused(checkout, revision)

    assert fault.code is ErrorCode.NO_SUCH_REVISION
    assert says in fault.message
    assert hint in fault.hint
    assert len(fault.message) < 300


def test_an_id_cut_too_short_asks_for_more(checkout: Checkout) -> None:
    checkout.commit()
    short, *texts = _twin_texts()
    for text in texts:
        checkout.git("hash-object", "-w", "--stdin", stdin=text.encode())

    fault = refused(checkout, short)

    assert fault.code is ErrorCode.NO_SUCH_REVISION
    assert fault.hint == "write more of the id"


def _twin_texts() -> tuple[str, str, str]:
    """Return the first four digits that the ids of two blobs share, and the texts of the two."""
    seen: dict[str, str] = {}
    for number in range(10_000):
        text = str(number)
        blob = f"blob {len(text)}\0{text}".encode()
        short = hashlib.sha1(blob, usedforsecurity=False).hexdigest()[:4]
        if short in seen:
            return short, seen[short], text
        seen[short] = text
    raise AssertionError


def test_a_name_that_a_tag_and_a_branch_pull_apart_is_refused(checkout: Checkout) -> None:
    head = checkout.commit()
    checkout.git("tag", "main")
    assert Repository.discover(checkout.path).resolve("main").id == head

    moved = checkout.commit()

    fault = refused(checkout, "main")
    assert fault.code is ErrorCode.NO_SUCH_REVISION
    assert fault.hint == "write `refs/heads/main` or `refs/tags/main`"
    assert refused(checkout, "main~0") == Fault(
        fault.code, fault.message.replace("main", "main~0"), fault.hint
    )
    assert Repository.discover(checkout.path).resolve("refs/heads/main").id == moved
    assert Repository.discover(checkout.path).resolve("refs/tags/main").id == head


def test_a_branch_named_like_an_id_does_not_hide_the_commit(checkout: Checkout) -> None:
    first = checkout.commit("first")
    checkout.commit("second")
    checkout.git("update-ref", f"refs/heads/{first}", "HEAD")

    assert Repository.discover(checkout.path).resolve(first).id == first


@pytest.mark.parametrize(
    "revision",
    ["HEAD", "@", "main", "refs/heads/main", "other", "HEAD~1"],
)
def test_before_the_first_commit_nothing_is_found_by(revision: str, checkout: Checkout) -> None:
    fault = refused(checkout, revision)

    assert (fault.code, "git commit" in fault.hint) == (ErrorCode.UNBORN_BRANCH, True)


def test_an_unborn_branch_beside_others_is_told_apart(checkout: Checkout) -> None:
    head = checkout.commit()
    checkout.git("switch", "--quiet", "--orphan", "fresh")

    assert refused(checkout, "HEAD").code is ErrorCode.UNBORN_BRANCH
    assert refused(checkout, "fresh").code is ErrorCode.UNBORN_BRANCH
    assert refused(checkout, "mani").code is ErrorCode.NO_SUCH_REVISION
    assert Repository.discover(checkout.path).resolve("main").id == head


@pytest.mark.parametrize(
    ("wanted", "then"),
    [
        pytest.param("origin/next", "origin/next", id="a branch of the remote"),
        pytest.param("next", "origin/next", id="a branch by its own name"),
    ],
)
def test_the_hint_fetches_what_a_small_clone_lacks(
    wanted: str, then: str, checkout: Checkout, tmp_path: Path
) -> None:
    checkout.commit()
    checkout.git("switch", "--quiet", "--create", "next")
    head = checkout.commit()
    copy = clone(checkout, tmp_path / "copy", "--single-branch", "--branch", "main")

    fault = refused(copy, wanted)
    assert fault.code is ErrorCode.NO_SUCH_REVISION
    run(copy, fault.hint.rpartition("get it with: ")[2])

    assert Repository.discover(copy.path).resolve(then).id == head


def test_an_unknown_id_is_fetched_by_the_hint(checkout: Checkout, tmp_path: Path) -> None:
    checkout.commit()
    copy = clone(checkout, tmp_path / "copy")
    new = checkout.commit()

    run(copy, refused(copy, new).hint)

    assert Repository.discover(copy.path).resolve(new).id == new


def test_a_branch_that_only_the_remote_has_is_named(checkout: Checkout, tmp_path: Path) -> None:
    checkout.commit()
    checkout.git("branch", "next")
    copy = clone(checkout, tmp_path / "copy")

    assert "did you mean `origin/next`?" in refused(copy, "next").hint


def test_a_shallow_clone_is_deepened_by_the_hint(checkout: Checkout, tmp_path: Path) -> None:
    first = checkout.commit()
    checkout.commit()
    copy = clone(checkout, tmp_path / "copy", "--depth=1")

    fault = refused(copy, "HEAD~1")
    assert fault.code is ErrorCode.SHALLOW_CLONE
    run(copy, fault.hint.partition(" (")[0])

    assert Repository.discover(copy.path).resolve("HEAD~1").id == first


def test_a_worktree_of_a_shallow_clone_is_shallow_too(checkout: Checkout, tmp_path: Path) -> None:
    checkout.commit()
    checkout.commit()
    copy = clone(checkout, tmp_path / "copy", "--depth=1")
    copy.git("worktree", "add", "--quiet", "--detach", "../side")

    assert Repository.discover(copy.path).is_shallow()
    assert Repository.discover(tmp_path / "side").is_shallow()
    assert not Repository.discover(checkout.path).is_shallow()


def test_a_detached_head_is_a_commit_like_any_other(checkout: Checkout) -> None:
    first = checkout.commit()
    checkout.commit()
    checkout.git("switch", "--quiet", "--detach", "HEAD~1")

    assert Repository.discover(checkout.path).resolve("HEAD").id == first


@pytest.mark.parametrize(
    ("headers", "time", "author", "summary"),
    [
        pytest.param(
            b"author A <a@x> 99999999999999 +0000\ncommitter A <a@x> 99999999999999 +0000\n\nlate",
            datetime.max.replace(tzinfo=UTC),
            "A",
            "late",
            id="after the end of the calendar",
        ),
        pytest.param(
            b"author A <a@x> -99999999999999 +0000\ncommitter A <a@x> -99999999999999 +0000\n\nold",
            datetime.min.replace(tzinfo=UTC),
            "A",
            "old",
            id="before its beginning",
        ),
        pytest.param(
            b"author Jos\xe9 <a@x> 0 +9959\ncommitter A <a@x> 0 +9959\nencoding zlib_codec\n\n"
            b"\xe9t\xe9",
            datetime.fromtimestamp(0, UTC),
            "José",
            "été",
            id="in an encoding that is none",
        ),
        pytest.param(
            b"author <> 0 +0000\ncommitter <> 0 +0000\n\n",
            datetime.fromtimestamp(0, UTC),
            "",
            "",
            id="by nobody, saying nothing",
        ),
        pytest.param(
            b"author A <a@x> 0 +0000\ncommitter A <a@x> 0 +0000\n\n\n\n" + b"x" * 100_000,
            datetime.fromtimestamp(0, UTC),
            "A",
            "x" * 200,
            id="with an endless first line",
        ),
    ],
)
def test_a_commit_is_read_that_was_made(
    headers: bytes, time: datetime, author: str, summary: str, checkout: Checkout
) -> None:
    tree = checkout.tree()
    commit = checkout.git(
        "hash-object", "-w", "--literally", "-t", "commit", "--stdin",
        stdin=f"tree {tree}\n".encode() + headers,
    )  # fmt: skip

    found = Repository.discover(checkout.path).resolve(commit)

    assert (found.time, found.author, found.summary) == (time, author, summary)


def test_the_base_of_two_branches_is_their_fork(checkout: Checkout) -> None:
    fork = checkout.commit()
    checkout.git("switch", "--quiet", "--create", "side")
    checkout.commit()
    checkout.git("switch", "--quiet", "main")
    checkout.commit()

    base = Repository.discover(checkout.path).merge_base("main", "side")

    assert base is not None
    assert base.id == fork


def test_unrelated_branches_have_no_base(checkout: Checkout) -> None:
    checkout.commit()
    checkout.git("switch", "--quiet", "--orphan", "other")
    checkout.commit("unrelated")

    assert Repository.discover(checkout.path).merge_base("main", "other") is None


def test_a_base_before_the_edge_of_a_shallow_clone_is_told(
    checkout: Checkout, tmp_path: Path
) -> None:
    checkout.commit()
    checkout.git("switch", "--quiet", "--create", "side")
    checkout.commit("on the side")
    checkout.git("switch", "--quiet", "main")
    checkout.commit("on main")
    copy = clone(checkout, tmp_path / "copy", "--depth=1", "--no-single-branch")

    with pytest.raises(StewardError) as caught:
        Repository.discover(copy.path).merge_base("origin/main", "origin/side")

    assert caught.value.faults[0].code is ErrorCode.SHALLOW_CLONE


def test_tags_are_told_with_the_commits_they_mean(checkout: Checkout) -> None:
    first = checkout.commit()
    checkout.git("tag", "orders/v1.0.0")
    second = checkout.commit()
    checkout.git("tag", "-a", "orders/v1.1.0", "-m", "notes")
    checkout.git("tag", "-a", "again", "-m", "a tag of a tag", "orders/v1.1.0")
    checkout.git("tag", "a-tree", "HEAD^{tree}")
    checkout.git("pack-refs", "--all")

    assert Repository.discover(checkout.path).tags() == {
        "again": second,
        "orders/v1.0.0": first,
        "orders/v1.1.0": second,
    }


def test_a_tag_of_a_missing_commit_is_told(checkout: Checkout) -> None:
    checkout.commit()
    checkout.write(".git/refs/tags/lost", "1" * 40 + "\n")

    with pytest.raises(StewardError) as caught:
        Repository.discover(checkout.path).tags()

    assert caught.value.faults[0].code is ErrorCode.BROKEN_REPOSITORY


@pytest.mark.parametrize(
    "revision",
    [pytest.param("lost", id="leads to nothing"), pytest.param("junk", id="is no reference")],
)
def test_a_broken_branch_is_told_that(revision: str, checkout: Checkout) -> None:
    checkout.commit()
    checkout.write(".git/refs/heads/lost", "1" * 40 + "\n")
    checkout.write(".git/refs/heads/junk", "hello")

    assert refused(checkout, revision).code is ErrorCode.BROKEN_REPOSITORY
