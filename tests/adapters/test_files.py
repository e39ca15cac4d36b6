from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from bot.adapters.files import MAX_FILE_BYTES, read_file, write_atomically
from bot.core.errors import ErrorCode, Fault, StewardError


def refused(path: Path, inside: Path | None = None) -> Fault:
    with pytest.raises(StewardError) as caught:
        read_file(path, inside=inside)
    return caught.value.faults[0]


def write_refused(path: Path) -> Fault:
    with pytest.raises(StewardError) as caught:
        write_atomically(path, b"new")
    return caught.value.faults[0]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with everything that a path may be, and a secret outside it."""
    (tmp_path / "secret.yaml").write_bytes(b"secret")
    folder = tmp_path / "folder"
    (folder / "inner").mkdir(parents=True)
    (folder / "plain.yaml").write_bytes(b"id: x\r\n")
    (folder / "empty.yaml").touch()
    (folder / "full.yaml").write_bytes(b"#" * MAX_FILE_BYTES)
    (folder / "large.yaml").write_bytes(b"#" * (MAX_FILE_BYTES + 1))
    os.mkfifo(folder / "pipe.yaml")
    for name, target in {
        "to-plain.yaml": "plain.yaml",
        "to-link.yaml": "to-plain.yaml",
        "to-secret.yaml": "../secret.yaml",
        "to-inner.yaml": "inner",
        "to-nothing.yaml": "nothing",
        "to-itself.yaml": "to-itself.yaml",
    }.items():
        (folder / name).symlink_to(target)
    return folder


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("plain.yaml", b"id: x\r\n", id="bytes as they are"),
        pytest.param("empty.yaml", b"", id="an empty file"),
        pytest.param("full.yaml", b"#" * MAX_FILE_BYTES, id="a file at the limit"),
    ],
)
def test_reading_gives(name: str, content: bytes, folder: Path) -> None:
    assert read_file(folder / name) == content


@pytest.mark.parametrize(
    ("name", "code"),
    [
        pytest.param("gone.yaml", ErrorCode.NO_SUCH_PATH, id="nothing"),
        pytest.param("plain.yaml/x", ErrorCode.NO_SUCH_PATH, id="below a file"),
        pytest.param("inner", ErrorCode.NOT_A_FILE, id="a folder"),
        pytest.param("pipe.yaml", ErrorCode.NOT_A_FILE, id="a pipe, without waiting for it"),
        pytest.param("large.yaml", ErrorCode.TOO_LARGE, id="one byte too many"),
        pytest.param("to-plain.yaml", ErrorCode.NOT_A_FILE, id="a link to a file"),
        pytest.param("to-secret.yaml", ErrorCode.NOT_A_FILE, id="a link outside"),
        pytest.param("to-inner.yaml", ErrorCode.NOT_A_FILE, id="a link to a folder"),
        pytest.param("to-nothing.yaml", ErrorCode.NOT_A_FILE, id="a link to nothing"),
        pytest.param("to-itself.yaml", ErrorCode.NOT_A_FILE, id="a link to itself"),
        pytest.param("a\0b", ErrorCode.UNREADABLE_FILE, id="a NUL in the name"),
        pytest.param("x" * 5000, ErrorCode.UNREADABLE_FILE, id="an endless name"),
    ],
)
def test_reading_refuses(name: str, code: ErrorCode, folder: Path) -> None:
    fault = refused(folder / name)

    assert fault.code is code
    assert fault.hint
    assert len(str(fault)) < 1000


@pytest.mark.parametrize("name", ["to-plain.yaml", "to-link.yaml"])
def test_a_link_is_followed_inside_the_folder_that_is_named(name: str, folder: Path) -> None:
    assert read_file(folder / name, inside=folder) == b"id: x\r\n"


@pytest.mark.parametrize(
    "name", ["to-secret.yaml", "to-inner.yaml", "to-nothing.yaml", "to-itself.yaml"]
)
def test_a_link_is_not_followed_out_of_it_nor_to_anything_but_a_file(
    name: str, folder: Path
) -> None:
    assert refused(folder / name, inside=folder).code is ErrorCode.NOT_A_FILE


def test_a_pipe_that_the_shell_hands_over_is_read() -> None:
    reading, writing = os.pipe()
    os.write(writing, b"id: x\n")
    os.close(writing)
    try:
        assert read_file(Path(f"/dev/fd/{reading}")) == b"id: x\n"
    finally:
        os.close(reading)


def test_a_pipe_is_read_no_further_than_the_limit() -> None:
    reading, writing = os.pipe()
    os.write(writing, b"#" * 11)
    os.close(writing)
    try:
        with pytest.raises(StewardError) as caught:
            read_file(Path(f"/dev/fd/{reading}"), limit=10)
    finally:
        os.close(reading)

    assert caught.value.faults[0].code is ErrorCode.TOO_LARGE


def test_writing_replaces_the_content_and_keeps_the_mode(folder: Path) -> None:
    file = folder / "plain.yaml"
    file.chmod(0o750)

    write_atomically(file, b"new")

    assert file.read_bytes() == b"new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o750
    assert not list(folder.glob(".*.tmp"))


def test_a_new_file_has_the_mode_that_any_new_file_has(folder: Path) -> None:
    (folder / "touched.yaml").touch()

    write_atomically(folder / "new.yaml", b"new")

    assert (folder / "new.yaml").read_bytes() == b"new"
    assert (folder / "new.yaml").stat().st_mode == (folder / "touched.yaml").stat().st_mode


@pytest.mark.parametrize(
    ("name", "code"),
    [
        pytest.param("inner", ErrorCode.NOT_A_FILE, id="a folder"),
        pytest.param("to-plain.yaml", ErrorCode.NOT_A_FILE, id="a link"),
        pytest.param("to-nothing.yaml", ErrorCode.NOT_A_FILE, id="a link to nothing"),
        pytest.param("pipe.yaml", ErrorCode.NOT_A_FILE, id="a pipe"),
        pytest.param("gone/new.yaml", ErrorCode.CANNOT_WRITE, id="a folder that is not there"),
        pytest.param("plain.yaml/new", ErrorCode.CANNOT_WRITE, id="below a file"),
        pytest.param("a\0b", ErrorCode.CANNOT_WRITE, id="a NUL in the name"),
        pytest.param("", ErrorCode.NOT_A_FILE, id="no name"),
    ],
)
def test_writing_refuses(name: str, code: ErrorCode, folder: Path) -> None:
    before = sorted(folder.rglob("*"))

    assert write_refused(folder / name).code is code
    assert sorted(folder.rglob("*")) == before


def test_a_write_that_fails_leaves_the_old_file_and_no_rest(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    fault = write_refused(folder / "plain.yaml")

    assert "No space left on device" in fault.message
    assert (folder / "plain.yaml").read_bytes() == b"id: x\r\n"
    assert not list(folder.glob(".*.tmp"))


def test_a_reader_never_sees_a_part(folder: Path) -> None:
    file = folder / "plain.yaml"
    with file.open("rb") as reader:
        write_atomically(file, b"new")

        assert reader.read() == b"id: x\r\n"
