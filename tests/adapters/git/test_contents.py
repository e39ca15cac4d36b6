from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pygit2
import pytest
from pygit2.enums import FileMode

from bot.adapters.git import Repository
from bot.core.errors import ErrorCode, Fault, StewardError
from bot.core.history.snapshot import Blob, SourceFile
from bot.core.history.snapshot import FileMode as Mode
from tests.adapters.git.checkout import Checkout, clone

POINTER = (
    "version https://git-lfs.github.com/spec/v1\n"
    "oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n"
)


@pytest.fixture
def odd(checkout: Checkout) -> Checkout:
    """A commit with everything that a path may be."""
    checkout.write("contracts/plain.yaml", "id: plain\n")
    checkout.write("contracts/run.yaml", "id: run\n").chmod(0o755)
    checkout.write("contracts/empty.yaml", "")
    checkout.write("contracts/crlf.yaml", b"id: crlf\r\n")
    checkout.write("contracts/bom.yaml", b"\xef\xbb\xbfid: bom\n")
    checkout.write("contracts/utf16.yaml", "id: wide\n".encode("utf-16"))
    checkout.write("contracts/lfs.yaml", POINTER)
    checkout.write("contracts/large.yaml", "#" * 2_000_000)
    checkout.write("contracts/folder.yaml/inner.YML", "id: inner\n")
    checkout.write("contracts/notes.txt", "no contract\n")
    for name, target in {
        "outside": "/etc/passwd",
        "folder": "..",
        "loop": "loop.yaml",
        "dangling": "nowhere.yaml",
    }.items():
        (checkout.path / f"contracts/{name}.yaml-link").symlink_to(target)
        (checkout.path / f"contracts/{name}.yaml-link").rename(
            checkout.path / f"contracts/to-{name}.yaml"
        )
    checkout.git("add", "--all")
    some = checkout.git("rev-parse", ":contracts/plain.yaml")
    checkout.git("update-index", "--add", "--cacheinfo", f"160000,{some},contracts/module.yaml")
    checkout.git("commit", "--quiet", "--message", "odd")
    return checkout


def test_every_path_is_listed_with_what_it_is(odd: Checkout) -> None:
    listed = {
        blob.path.removeprefix("contracts/"): blob.mode
        for blob in Repository.discover(odd.path).blobs("HEAD")
    }

    assert listed == {
        "plain.yaml": Mode.FILE,
        "run.yaml": Mode.EXECUTABLE,
        "empty.yaml": Mode.FILE,
        "crlf.yaml": Mode.FILE,
        "bom.yaml": Mode.FILE,
        "utf16.yaml": Mode.FILE,
        "lfs.yaml": Mode.FILE,
        "large.yaml": Mode.FILE,
        "folder.yaml/inner.YML": Mode.FILE,
        "module.yaml": Mode.SUBMODULE,
        "to-outside.yaml": Mode.SYMLINK,
        "to-folder.yaml": Mode.SYMLINK,
        "to-loop.yaml": Mode.SYMLINK,
        "to-dangling.yaml": Mode.SYMLINK,
    }


@pytest.mark.parametrize(
    ("under", "suffixes", "expected"),
    [
        pytest.param((), (".txt",), {"contracts/notes.txt"}, id="another suffix, everywhere"),
        pytest.param(
            ("contracts/folder.yaml",),
            (".yml",),
            {"contracts/folder.yaml/inner.YML"},
            id="a folder",
        ),
        pytest.param(
            ("./contracts//folder.yaml/",),
            (".yml",),
            {"contracts/folder.yaml/inner.YML"},
            id="a folder written untidily",
        ),
        pytest.param(("contracts/notes.txt",), (".yaml",), {"contracts/notes.txt"}, id="a file"),
        pytest.param(("nowhere",), (), set(), id="a folder that is not there"),
        pytest.param(("contracts/plain.yaml/x",), (), set(), id="a folder that is a file"),
        pytest.param(
            ("contracts/folder.yaml", "contracts", "contracts/plain.yaml"),
            (".yml",),
            {"contracts/folder.yaml/inner.YML"},
            id="folders inside one another",
        ),
    ],
)
def test_listing_keeps_to(
    under: tuple[str, ...], suffixes: tuple[str, ...], expected: set[str], odd: Checkout
) -> None:
    listed = [blob.path for blob in Repository.discover(odd.path).blobs("HEAD", under, suffixes)]

    assert sorted(listed) == sorted(expected)


@pytest.mark.parametrize(
    ("path", "content"),
    [
        pytest.param("contracts/plain.yaml", b"id: plain\n", id="a file"),
        pytest.param("./contracts//plain.yaml", b"id: plain\n", id="a path written untidily"),
        pytest.param("contracts/run.yaml", b"id: run\n", id="an executable file"),
        pytest.param("contracts/empty.yaml", b"", id="an empty file"),
        pytest.param("contracts/crlf.yaml", b"id: crlf\r\n", id="line ends of Windows"),
        pytest.param("contracts/bom.yaml", b"\xef\xbb\xbfid: bom\n", id="a byte order mark"),
        pytest.param("contracts/utf16.yaml", "id: wide\n".encode("utf-16"), id="UTF-16"),
    ],
)
@pytest.mark.parametrize("revision", ["HEAD", "WORKTREE"])
def test_the_bytes_come_as_they_are(
    path: str, content: bytes, revision: str, odd: Checkout
) -> None:
    assert Repository.discover(odd.path).file_at(revision, path) == content


@pytest.mark.parametrize(
    ("path", "code"),
    [
        pytest.param("contracts/to-outside.yaml", ErrorCode.NOT_A_FILE, id="a link to /etc/passwd"),
        pytest.param("contracts/to-folder.yaml", ErrorCode.NOT_A_FILE, id="a link to a folder"),
        pytest.param("contracts/to-loop.yaml", ErrorCode.NOT_A_FILE, id="a link to itself"),
        pytest.param("contracts/to-dangling.yaml", ErrorCode.NOT_A_FILE, id="a link to nothing"),
        pytest.param("contracts", ErrorCode.NOT_A_FILE, id="a folder"),
        pytest.param("", ErrorCode.NOT_A_FILE, id="the top folder"),
        pytest.param("contracts/lfs.yaml", ErrorCode.LFS_POINTER, id="a pointer to Git LFS"),
        pytest.param("contracts/large.yaml", ErrorCode.TOO_LARGE, id="two megabytes"),
        pytest.param("contracts/gone.yaml", ErrorCode.NO_SUCH_PATH, id="nothing"),
        pytest.param("contracts/plain.yaml/x", ErrorCode.NO_SUCH_PATH, id="below a file"),
        pytest.param("%2e%2e/x.yaml", ErrorCode.NO_SUCH_PATH, id="dots in the way of URLs"),
        pytest.param("contracts/plain.yaml.", ErrorCode.NO_SUCH_PATH, id="a dot at the end"),
        pytest.param("contracts/plain.yaml ", ErrorCode.NO_SUCH_PATH, id="a space at the end"),
        pytest.param("contracts/../../.git/config", ErrorCode.UNSAFE_PATH, id="climbing out"),
        pytest.param(".git/config", ErrorCode.UNSAFE_PATH, id="Git's own settings"),
        pytest.param("/etc/passwd", ErrorCode.UNSAFE_PATH, id="an absolute path"),
        pytest.param("contracts\\plain.yaml", ErrorCode.UNSAFE_PATH, id="a backslash"),
        pytest.param("contracts/plain.yaml\0", ErrorCode.UNSAFE_PATH, id="a NUL"),
    ],
)
@pytest.mark.parametrize("revision", ["HEAD", "WORKTREE"])
def test_nothing_is_read_from(path: str, code: ErrorCode, revision: str, odd: Checkout) -> None:
    with pytest.raises(StewardError) as caught:
        Repository.discover(odd.path).file_at(revision, path)

    fault = caught.value.faults[0]
    assert fault.code is code
    assert fault.hint
    assert str(odd.path) not in str(fault)


def test_nothing_is_read_from_a_submodule(odd: Checkout) -> None:
    with pytest.raises(StewardError) as caught:
        Repository.discover(odd.path).file_at("HEAD", "contracts/module.yaml")

    assert caught.value.faults[0].code is ErrorCode.NOT_A_FILE


@pytest.mark.parametrize(
    ("path", "near"),
    [
        pytest.param("contracts/plian.yaml", "contracts/plain.yaml", id="a slip in the name"),
        pytest.param("contract/plain.yaml", "contracts/plain.yaml", id="a slip in the folder"),
        pytest.param("plain.yaml", "contracts/plain.yaml", id="a folder forgotten"),
        pytest.param("contracts/Plain.yaml", "contracts/plain.yaml", id="another case"),
    ],
)
def test_a_mistyped_path_is_answered_with_a_near_one(path: str, near: str, odd: Checkout) -> None:
    with pytest.raises(StewardError) as caught:
        Repository.discover(odd.path).file_at("HEAD", path)

    assert f"`HEAD:{near}`" in caught.value.faults[0].hint


def test_files_tell_the_good_ones_and_the_faults_of_the_rest(odd: Checkout) -> None:
    repository = Repository.discover(odd.path)
    found = list(repository.files("HEAD", ["contracts"]))

    read = {file.path for file in found if isinstance(file, SourceFile)}
    faults = {
        fault.where.file.removeprefix("contracts/"): fault.code
        for fault in found
        if isinstance(fault, Fault) and fault.where
    }
    assert {path.removeprefix("contracts/") for path in read} == {
        "plain.yaml",
        "run.yaml",
        "empty.yaml",
        "crlf.yaml",
        "bom.yaml",
        "utf16.yaml",
        "folder.yaml/inner.YML",
    }
    assert faults == {
        "lfs.yaml": ErrorCode.LFS_POINTER,
        "large.yaml": ErrorCode.TOO_LARGE,
        "module.yaml": ErrorCode.NOT_A_FILE,
        "to-outside.yaml": ErrorCode.NOT_A_FILE,
        "to-folder.yaml": ErrorCode.NOT_A_FILE,
        "to-loop.yaml": ErrorCode.NOT_A_FILE,
        "to-dangling.yaml": ErrorCode.NOT_A_FILE,
    }


@pytest.mark.parametrize(
    ("size", "fits"),
    [pytest.param(10, True, id="at the limit"), pytest.param(11, False, id="one byte beyond")],
)
@pytest.mark.parametrize("revision", ["HEAD", "WORKTREE"])
def test_the_limit_is_exact(size: int, fits: bool, revision: str, checkout: Checkout) -> None:
    checkout.commit(file="x" * size)
    repository = Repository.discover(checkout.path)

    if fits:
        assert repository.file_at(revision, "file.yaml", limit=10) == b"x" * size
    else:
        with pytest.raises(StewardError) as caught:
            repository.file_at(revision, "file.yaml", limit=10)
        assert caught.value.faults[0].code is ErrorCode.TOO_LARGE


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        pytest.param(b"new\nline.yaml", "new\nline.yaml", id="a line end"),
        pytest.param(b"bad\xff.yaml", "bad\\xff.yaml", id="bytes that are not UTF-8"),
        pytest.param(b"back\\slash.yaml", "back\\slash.yaml", id="a backslash"),
        pytest.param(b"\x1b[31mred.yaml", "\x1b[31mred.yaml", id="a terminal's own signs"),
        pytest.param("turn\u202eed.yaml".encode(), "turn\u202eed.yaml", id="turned text"),
    ],
)
@pytest.mark.parametrize("revision", ["HEAD", "WORKTREE"])
def test_a_file_is_refused_by_its_name(
    name: bytes, shown: str, revision: str, checkout: Checkout
) -> None:
    place = os.path.join(os.fsencode(checkout.path), name)  # noqa: PTH118 - a Path has no bytes
    try:
        with open(place, "wb"):  # noqa: PTH123 - a Path has no bytes
            pass
    except OSError:
        pytest.skip("this file system cannot hold the name")
    checkout.commit()
    repository = Repository.discover(checkout.path)

    (found,) = repository.files(revision)

    assert [blob.path for blob in repository.blobs("HEAD")] == [shown]
    assert isinstance(found, Fault)
    assert found.code is ErrorCode.UNSAFE_PATH
    assert str(found).encode("ascii", "strict")


@pytest.mark.parametrize(
    "name", [pytest.param("quo\"te'd.yaml", id="quotes"), pytest.param("-rf.yaml", id="a dash")]
)
def test_a_file_is_read_in_spite_of_its_name(name: str, checkout: Checkout) -> None:
    checkout.write(name, "id: x\n")
    checkout.commit()

    assert Repository.discover(checkout.path).file_at("HEAD", name) == b"id: x\n"


def test_twins_are_listed_side_by_side(checkout: Checkout) -> None:
    one, two = (checkout.git("hash-object", "-w", "--stdin", stdin=text) for text in (b"1", b"2"))
    composed = unicodedata.normalize("NFC", "é.yaml")
    apart = unicodedata.normalize("NFD", "é.yaml")
    tree = checkout.tree(
        f"100644 blob {one}\tORDERS.yaml",
        f"100644 blob {two}\torders.yaml",
        f"100644 blob {one}\t{composed}",
        f"100644 blob {two}\t{apart}",
    )
    commit = checkout.commit_tree(tree)
    repository = Repository.discover(checkout.path)

    contents = {blob.path: repository.read(blob) for blob in repository.blobs(commit)}

    assert contents == {"ORDERS.yaml": b"1", "orders.yaml": b"2", composed: b"1", apart: b"2"}


@pytest.mark.parametrize("name", ["..", ".git", ".GIT", "../x", "plain/folder"])
def test_a_tree_made_by_hand_leads_nowhere(name: str, checkout: Checkout) -> None:
    blob = checkout.git("hash-object", "-w", "--stdin", stdin=b"id: x\n")
    inner = checkout.tree(f"100644 blob {blob}\tconfig.yaml")
    raw = b"40000 " + name.encode() + b"\0" + bytes.fromhex(inner)
    tree = checkout.git("hash-object", "-w", "--literally", "-t", "tree", "--stdin", stdin=raw)
    commit = checkout.commit_tree(tree)
    repository = Repository.discover(checkout.path)

    (found,) = repository.files(commit)

    assert isinstance(found, Fault)
    assert found.code is ErrorCode.UNSAFE_PATH


@pytest.mark.parametrize(
    ("width", "depth", "code"),
    [
        pytest.param(10, 9, ErrorCode.TOO_LARGE, id="ten thousand million paths"),
        pytest.param(1, 1_200, ErrorCode.TOO_DEEP, id="a thousand folders in one another"),
    ],
)
def test_trees_that_unfold_without_end_are_refused(
    width: int, depth: int, code: ErrorCode, checkout: Checkout
) -> None:
    empty = checkout.commit()
    repo = pygit2.Repository(str(checkout.path))
    inner, mode = repo.create_blob(b"id: x\n"), FileMode.BLOB
    for level in range(depth):
        builder = repo.TreeBuilder()
        for number in range(width):
            builder.insert(f"{number}.yaml" if level == 0 else f"{number}", inner, mode)
        inner, mode = builder.write(), FileMode.TREE
    bomb = checkout.commit_tree(checkout.tree(f"040000 tree {inner}\tcontracts"))
    repository = Repository.discover(checkout.path)

    for walk in (
        repository.blobs(bomb),
        repository.changes(empty, bomb),
        repository.changes(bomb, empty),
        repository.steps(bomb),
    ):
        with pytest.raises(StewardError) as caught:
            list(walk)
        assert caught.value.faults[0].code is code


def test_a_blob_left_out_of_a_partial_clone_is_brought_by_the_hint(
    checkout: Checkout, tmp_path: Path
) -> None:
    checkout.git("config", "uploadpack.allowFilter", "true")
    checkout.commit(orders="id: orders\n")
    copy = clone(checkout, tmp_path / "copy", "--no-checkout", "--filter=blob:none")

    with pytest.raises(StewardError) as caught:
        Repository.discover(copy.path).file_at("HEAD", "orders.yaml")
    fault = caught.value.faults[0]
    assert fault.code is ErrorCode.BROKEN_REPOSITORY
    copy.git(*fault.hint.partition(" (")[0].split()[1:])

    assert Repository.discover(copy.path).file_at("HEAD", "orders.yaml") == b"id: orders\n"


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(None, id="missing"),
        pytest.param(b"", id="empty"),
        pytest.param(b"garbage", id="overwritten"),
    ],
)
@pytest.mark.parametrize("broken", ["HEAD:orders.yaml", "HEAD^{tree}", "HEAD~1"])
def test_a_broken_object_is_told(damage: bytes | None, broken: str, checkout: Checkout) -> None:
    checkout.commit(other="id: other\n")
    checkout.commit(orders="id: orders\n")
    name = checkout.git("rev-parse", broken)
    file = checkout.path / ".git/objects" / name[:2] / name[2:]
    file.unlink()
    if damage is not None:
        file.write_bytes(damage)
    repository = Repository.discover(checkout.path)

    def read_all() -> None:
        repository.file_at("HEAD", "orders.yaml")
        list(repository.first_parent("HEAD"))

    with pytest.raises(StewardError) as caught:
        read_all()

    fault = caught.value.faults[0]
    assert fault.code is ErrorCode.BROKEN_REPOSITORY
    assert "git fsck" in fault.hint


def test_a_blob_is_read_by_its_id_alone(checkout: Checkout) -> None:
    checkout.commit(orders="id: orders\n")
    name = checkout.git("rev-parse", "HEAD:orders.yaml")

    assert Repository.discover(checkout.path).read(Blob("old-name.yaml", name)) == b"id: orders\n"
