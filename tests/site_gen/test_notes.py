from __future__ import annotations

from pathlib import Path

import pytest

from site_gen.notes import Notes


def _left(file: Path, mark: str = "1") -> Notes:
    notes = Notes(file, mark)
    notes.put("a", {"text": "é\n"})
    notes.put("b", [1, 2])
    notes.close()
    return notes


def test_notes_are_there_for_the_next_build(tmp_path: Path) -> None:
    _left(tmp_path / "kept/notes")
    found = Notes(tmp_path / "kept/notes", "1")
    assert [found.get(key) for key in ("a", "b", "c")] == [{"text": "é\n"}, [1, 2], None]


def test_what_nobody_asks_for_goes(tmp_path: Path) -> None:
    file = tmp_path / "notes"
    _left(file)
    second = Notes(file, "1")
    second.get("b")
    second.close()
    third = Notes(file, "1")
    assert [third.get("a"), third.get("b")] == [None, [1, 2]]


def test_without_a_file_notes_stay_in_memory() -> None:
    notes = Notes(None, "1")
    notes.put("a", 1)
    notes.close()
    assert notes.get("a") == 1


def test_notes_under_another_mark_are_not_believed(tmp_path: Path) -> None:
    _left(tmp_path / "notes")
    assert Notes(tmp_path / "notes", "2").get("a") is None


def test_notes_that_are_the_same_are_not_written_again(tmp_path: Path) -> None:
    file = tmp_path / "notes"
    _left(file)
    before = file.stat().st_ino
    _left(file)
    assert file.stat().st_ino == before


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"\xff\xfe", id="no text"),
        pytest.param(b"1\na\t{", id="no JSON"),
        pytest.param(b"1\na\t" + b"[" * 100_000, id="depth"),
        pytest.param(b"1\na", id="no note"),
        pytest.param(b"1\n\n\n", id="empty lines"),
    ],
)
def test_spoiled_notes_are_not_there(text: bytes, tmp_path: Path) -> None:
    file = tmp_path / "notes"
    file.write_bytes(text)
    assert Notes(file, "1").get("a") is None


def test_what_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file where a folder should be")
    _left(tmp_path / "kept/notes")
    assert (tmp_path / "kept").read_text() == "a file where a folder should be"
