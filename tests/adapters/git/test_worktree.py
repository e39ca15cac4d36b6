from __future__ import annotations

import os

import pytest

from bot.adapters.git import Repository
from bot.core.errors import ErrorCode, Fault, StewardError
from bot.core.history.snapshot import SourceFile
from tests.adapters.git.checkout import Checkout


def read(checkout: Checkout, *under: str) -> dict[str, str]:
    """Return what each file on disk gives: its text, or the code of its fault."""
    found = {}
    for file in Repository.discover(checkout.path).files("WORKTREE", under):
        match file:
            case SourceFile():
                found[file.path] = file.content.decode()
            case Fault():
                found[str(file.where and file.where.file)] = file.code.value
    return found


def test_the_files_are_those_on_disk_committed_or_not(checkout: Checkout) -> None:
    checkout.commit(kept="kept", edited="old", deleted="gone")
    checkout.write("edited.yaml", "new")
    checkout.write("deep/er/untracked.yml", "fresh")
    checkout.write("notes.txt", "words")
    (checkout.path / "deleted.yaml").unlink()

    assert read(checkout) == {
        "deep/er/untracked.yml": "fresh",
        "edited.yaml": "new",
        "kept.yaml": "kept",
    }


def test_what_git_ignores_is_left_out_unless_it_is_tracked(checkout: Checkout) -> None:
    checkout.write("build/tracked.yaml", "tracked")
    checkout.write("build/deleted.yaml", "deleted")
    checkout.write("odd.tmp.yaml", "tracked too")
    checkout.commit()
    checkout.write(".gitignore", "build/\n*.tmp.yaml\n")
    checkout.write("build/made.yaml", "made")
    checkout.write("other.tmp.yaml", "made too")
    (checkout.path / "build/deleted.yaml").unlink()

    assert read(checkout) == {"build/tracked.yaml": "tracked", "odd.tmp.yaml": "tracked too"}


def test_the_insides_of_other_repositories_are_left_out(checkout: Checkout) -> None:
    Checkout(checkout.path / "nested").commit(inner="inner")
    checkout.write("module/.git", "gitdir: ../.git/modules/module\n")
    checkout.write("module/inner.yaml", "inner")
    checkout.write("own.yaml", "own")

    assert read(checkout) == {"own.yaml": "own"}


def test_links_are_refused_and_never_followed(checkout: Checkout) -> None:
    checkout.write("elsewhere/secret.yaml", "secret")
    checkout.write("contracts/own.yaml", "own")
    for name, target in {
        "file.yaml": "own.yaml",
        "outside.yaml": "/etc/passwd",
        "loop.yaml": "loop.yaml",
        "dangling.yaml": "nowhere",
        "folder": "../elsewhere",
        "folder.yaml": "../elsewhere",
    }.items():
        (checkout.path / "contracts" / name).symlink_to(target)

    assert read(checkout, "contracts") == {
        "contracts/own.yaml": "own",
        "contracts/file.yaml": "E306",
        "contracts/outside.yaml": "E306",
        "contracts/loop.yaml": "E306",
        "contracts/dangling.yaml": "E306",
        "contracts/folder.yaml": "E306",
    }
    assert read(checkout, "contracts/folder") == {"contracts/folder": "E306"}
    assert read(checkout, "contracts/folder/secret.yaml") == {
        "contracts/folder/secret.yaml": "E306"
    }
    with pytest.raises(StewardError) as caught:
        Repository.discover(checkout.path).file_at("WORKTREE", "contracts/folder/secret.yaml")
    assert caught.value.faults[0].code is ErrorCode.NOT_A_FILE


def test_a_pipe_is_refused_without_waiting_for_it(checkout: Checkout) -> None:
    os.mkfifo(checkout.path / "pipe.yaml")

    assert read(checkout) == {"pipe.yaml": "E306"}


def test_a_file_without_permission_is_a_fault(checkout: Checkout) -> None:
    checkout.write("closed.yaml", "closed").chmod(0)
    if os.access(checkout.path / "closed.yaml", os.R_OK):
        pytest.skip("this user may read everything")

    assert read(checkout) == {"closed.yaml": "E101"}


def test_a_large_file_and_a_pointer_are_faults(checkout: Checkout) -> None:
    checkout.write("large.yaml", "#" * 2_000_000)
    checkout.write("lfs.yaml", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n")

    assert read(checkout) == {"large.yaml": "E104", "lfs.yaml": "E117"}


def test_the_id_is_the_one_git_would_give(checkout: Checkout) -> None:
    checkout.commit(orders="id: orders\n")

    (file,) = Repository.discover(checkout.path).files("WORKTREE")

    assert isinstance(file, SourceFile)
    assert file.id == checkout.git("rev-parse", "HEAD:orders.yaml")


def test_an_unborn_branch_has_files_already(checkout: Checkout) -> None:
    checkout.write("orders.yaml", "first")

    assert read(checkout) == {"orders.yaml": "first"}


def test_a_damaged_index_is_told(checkout: Checkout) -> None:
    checkout.commit(orders="id: orders\n")
    checkout.write(".git/index", "junk")

    with pytest.raises(StewardError) as caught:
        list(Repository.discover(checkout.path).changes("HEAD", "WORKTREE"))

    assert caught.value.faults[0].code is ErrorCode.BROKEN_REPOSITORY


def test_a_file_with_a_stray_name_counts_as_a_change(checkout: Checkout) -> None:
    checkout.commit()
    place = os.fsencode(checkout.path) + b"/bad\xff.yaml"
    try:
        with open(place, "wb"):  # noqa: PTH123 - a Path has no bytes
            pass
    except OSError:
        pytest.skip("this file system cannot hold the name")

    (change,) = Repository.discover(checkout.path).changes("HEAD", "WORKTREE")

    assert (change.path, change.old, change.new is None) == ("bad\\xff.yaml", None, False)
