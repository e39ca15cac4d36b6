from __future__ import annotations

import shutil
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.adapters.git import Repository
from bot.core.history.snapshot import PathChange
from tests.adapters.git.checkout import Checkout

OLD = "id: orders\nversion: 1.0.0\n"
NEW = "id: orders\nversion: 1.1.0\n"


def told(change: PathChange) -> tuple[str, str, str]:
    """Return the path, and what it was and is."""
    old = change.old.mode.value if change.old else ""
    new = change.new.mode.value if change.new else ""
    return change.path, old, new


def edit(checkout: Checkout) -> None:
    checkout.write("contracts/orders.yaml", NEW)


def rename(checkout: Checkout) -> None:
    checkout.git("mv", "contracts/orders.yaml", "contracts/sales.yaml")


def rename_and_edit(checkout: Checkout) -> None:
    rename(checkout)
    checkout.write("contracts/sales.yaml", NEW)


def delete(checkout: Checkout) -> None:
    checkout.git("rm", "--quiet", "contracts/orders.yaml")


def make_executable(checkout: Checkout) -> None:
    (checkout.path / "contracts/orders.yaml").chmod(0o755)


def become_link(checkout: Checkout) -> None:
    (checkout.path / "contracts/orders.yaml").unlink()
    (checkout.path / "contracts/orders.yaml").symlink_to("/etc/passwd")


def become_folder(checkout: Checkout) -> None:
    (checkout.path / "contracts/orders.yaml").unlink()
    checkout.write("contracts/orders.yaml/part.yaml", NEW)


def folder_become_file(checkout: Checkout) -> None:
    shutil.rmtree(checkout.path / "contracts")
    checkout.write("contracts", NEW)


def change_elsewhere(checkout: Checkout) -> None:
    checkout.write("src/app.yaml", "id: app\n")
    checkout.write("contracts/readme.txt", "words\n")


def touch(checkout: Checkout) -> None:
    checkout.write("contracts/orders.yaml", OLD)


EDITS = pytest.mark.parametrize(
    ("act", "expected"),
    [
        pytest.param(edit, [("contracts/orders.yaml", "file", "file")], id="an edit"),
        pytest.param(
            rename,
            [("contracts/orders.yaml", "file", ""), ("contracts/sales.yaml", "", "file")],
            id="a renaming is a removal and an addition",
        ),
        pytest.param(
            rename_and_edit,
            [("contracts/orders.yaml", "file", ""), ("contracts/sales.yaml", "", "file")],
            id="so is a renaming with an edit",
        ),
        pytest.param(delete, [("contracts/orders.yaml", "file", "")], id="a removal"),
        pytest.param(
            make_executable, [("contracts/orders.yaml", "file", "executable")], id="a mode alone"
        ),
        pytest.param(
            become_link, [("contracts/orders.yaml", "file", "symlink")], id="a file became a link"
        ),
        pytest.param(
            become_folder,
            [
                ("contracts/orders.yaml", "file", ""),
                ("contracts/orders.yaml/part.yaml", "", "file"),
            ],
            id="a file became a folder",
        ),
        pytest.param(
            folder_become_file,
            [("contracts", "", "file"), ("contracts/orders.yaml", "file", "")],
            id="the folder became a file",
        ),
        pytest.param(change_elsewhere, [], id="nothing in the scope"),
        pytest.param(touch, [], id="nothing at all"),
    ],
)


@EDITS
def test_between_two_commits_there_is(
    act: Callable[[Checkout], None], expected: list[tuple[str, str, str]], checkout: Checkout
) -> None:
    checkout.write("contracts/orders.yaml", OLD)
    base = checkout.commit()
    act(checkout)
    head = checkout.commit()

    found = list(Repository.discover(checkout.path).changes(base, head, ["contracts"]))

    assert [told(change) for change in found] == expected


@EDITS
def test_between_a_commit_and_the_files_on_disk_there_is(
    act: Callable[[Checkout], None], expected: list[tuple[str, str, str]], checkout: Checkout
) -> None:
    checkout.write("contracts/orders.yaml", OLD)
    base = checkout.commit()
    act(checkout)

    found = list(Repository.discover(checkout.path).changes(base, "WORKTREE", ["contracts"]))

    assert [told(change) for change in found] == expected


@EDITS
def test_backwards_it_is_the_mirror(
    act: Callable[[Checkout], None], expected: list[tuple[str, str, str]], checkout: Checkout
) -> None:
    checkout.write("contracts/orders.yaml", OLD)
    base = checkout.commit()
    act(checkout)
    head = checkout.commit()

    found = list(Repository.discover(checkout.path).changes(head, base, ["contracts"]))

    assert [told(change) for change in found] == [(path, new, old) for path, old, new in expected]


def test_a_change_tells_the_blobs_of_both_sides(checkout: Checkout) -> None:
    base = checkout.commit(orders=OLD)
    head = checkout.commit(orders=NEW)
    repository = Repository.discover(checkout.path)

    (change,) = repository.changes(base, head)

    assert change.old is not None
    assert change.new is not None
    assert change.touches_content
    assert repository.read(change.old) == OLD.encode()
    assert repository.read(change.new) == NEW.encode()


def test_a_mode_alone_leaves_the_content(checkout: Checkout) -> None:
    checkout.write("contracts/orders.yaml", OLD)
    base = checkout.commit()
    make_executable(checkout)
    head = checkout.commit()

    (change,) = Repository.discover(checkout.path).changes(base, head)

    assert not change.touches_content


def test_a_whole_repository_is_added_to_an_empty_commit(checkout: Checkout) -> None:
    empty = checkout.commit()
    head = checkout.commit(b="id: b\n", a="id: a\n")

    found = Repository.discover(checkout.path).changes(empty, head)

    assert [told(change) for change in found] == [("a.yaml", "", "file"), ("b.yaml", "", "file")]


def test_a_submodule_is_told_as_one(checkout: Checkout) -> None:
    base = checkout.commit(module="id: x\n")
    checkout.git("rm", "--quiet", "module.yaml")
    checkout.git("update-index", "--add", "--cacheinfo", f"160000,{base},module.yaml")
    checkout.git("commit", "--quiet", "--message", "a module")

    found = Repository.discover(checkout.path).changes(base, "HEAD")

    assert [told(change) for change in found] == [("module.yaml", "file", "submodule")]


def test_folders_that_are_equal_are_never_opened(checkout: Checkout) -> None:
    checkout.write("contracts/calm/still.yaml", "id: still\n")
    checkout.write("contracts/busy/orders.yaml", OLD)
    base = checkout.commit()
    checkout.write("contracts/busy/orders.yaml", NEW)
    head = checkout.commit()
    calm = checkout.git("rev-parse", "HEAD:contracts/calm")
    (checkout.path / ".git/objects" / calm[:2] / calm[2:]).unlink()

    found = Repository.discover(checkout.path).changes(base, head)

    assert [change.path for change in found] == ["contracts/busy/orders.yaml"]


def test_files_on_disk_are_compared_with_any_commit(checkout: Checkout) -> None:
    first = checkout.commit(a="id: a\n", b="id: b\n", c="id: c\n")
    checkout.commit(a="id: a\nversion: 2\n", b="id: b\nversion: 2\n")
    checkout.write("b.yaml", "id: b\n")
    checkout.write("d.yaml", "id: d\n")
    checkout.write(".gitignore", "ignored.yaml\n")
    checkout.write("ignored.yaml", "id: ignored\n")
    repository = Repository.discover(checkout.path)

    found = {change.path: change for change in repository.changes(first, "WORKTREE")}

    assert sorted(found) == ["a.yaml", "d.yaml"]
    assert repository.file_at("WORKTREE", "d.yaml") == b"id: d\n"


def test_before_the_first_commit_no_commit_can_be_compared_with(checkout: Checkout) -> None:
    head = checkout.commit(a="id: a\n")
    checkout.git("switch", "--quiet", "--orphan", "fresh")
    checkout.write("b.yaml", "id: b\n")

    found = Repository.discover(checkout.path).changes(head, "WORKTREE")

    assert [told(change) for change in found] == [("a.yaml", "file", ""), ("b.yaml", "", "file")]


KINDS = {"100644": "file", "100755": "executable", "120000": "symlink", "160000": "submodule"}
NAMES = ("a", "a-b", "a.b", "a0", "a/a", "a/b", "b/a/a", "b/a-", "c")
ENTRIES = st.dictionaries(
    st.sampled_from(NAMES), st.tuples(st.sampled_from(sorted(KINDS)), st.sampled_from("12"))
)


@settings(max_examples=60, deadline=None)
@given(old=ENTRIES, new=ENTRIES)
def test_two_trees_differ_as_git_says(
    old: dict[str, tuple[str, str]],
    new: dict[str, tuple[str, str]],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    checkout = Checkout(tmp_path_factory.mktemp("random"))
    base, head = (checkout.commit_tree(_tree(checkout, entries)) for entries in (old, new))

    found = [
        (told(change), change.old and change.old.id, change.new and change.new.id)
        for change in Repository.discover(checkout.path).changes(base, head, suffixes=())
    ]

    assert found == sorted(_differences(checkout, base, head))


def _tree(checkout: Checkout, entries: dict[str, tuple[str, str]]) -> str:
    """Store a tree of paths with their modes and texts; a file gives way to a folder."""
    lines = []
    for top in sorted({path.partition("/")[0] for path in entries}):
        inner = {
            path.partition("/")[2]: entry
            for path, entry in entries.items()
            if path.startswith(f"{top}/")
        }
        if inner:
            lines.append(f"040000 tree {_tree(checkout, inner)}\t{top}")
        else:
            mode, text = entries[top]
            if mode == "160000":
                lines.append(f"{mode} commit {text * 40}\t{top}")
            else:
                blob = checkout.git("hash-object", "-w", "--stdin", stdin=text.encode())
                lines.append(f"{mode} blob {blob}\t{top}")
    return checkout.tree(*lines)


def _differences(
    checkout: Checkout, old: str, new: str
) -> list[tuple[tuple[str, str, str], str | None, str | None]]:
    """Return what `git diff-tree` says: path, kinds of both sides, ids of both sides."""
    raw = checkout.git("diff-tree", "-r", "--no-renames", "--no-abbrev", "-z", old, new)
    fields = raw.split("\0")[:-1]
    found = []
    for about, path in zip(fields[::2], fields[1::2], strict=True):
        old_mode, new_mode, old_id, new_id, _ = about.removeprefix(":").split(" ")
        sides = KINDS.get(old_mode, ""), KINDS.get(new_mode, "")
        ids = (old_id if sides[0] else None), (new_id if sides[1] else None)
        found.append(((path, *sides), *ids))
    return found
