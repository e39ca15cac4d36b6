from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.adapters.index import store as module
from bot.adapters.index.store import Store

ENTRIES = {f"{number:040x}": f'["entry {number}"]\tnull' for number in range(20)}
FIRST, SECOND = list(ENTRIES)[:2]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return an index with entries in it."""
    place = tmp_path / "kept" / "index"
    Store(place).add(ENTRIES, {})
    return place


def test_what_was_added_is_loaded_by_the_next_run(file: Path) -> None:
    assert Store(file).load(ENTRIES) == ENTRIES


def test_only_what_is_wanted_is_loaded(file: Path) -> None:
    assert Store(file).load([SECOND, "f" * 40]) == {SECOND: ENTRIES[SECOND]}


def test_nothing_is_loaded_where_nothing_is(tmp_path: Path) -> None:
    assert Store(tmp_path / "index").load(ENTRIES) == {}


def test_entries_are_added_at_the_end(file: Path) -> None:
    before = file.read_bytes()
    store = Store(file)
    known = store.load(ENTRIES)

    store.add({"a" * 40: "null\tnull"}, known)

    assert file.read_bytes().startswith(before)
    assert Store(file).load([*ENTRIES, "a" * 40]) == {**ENTRIES, "a" * 40: "null\tnull"}


def test_every_changed_byte_costs_no_more_than_the_lines_around_it(file: Path) -> None:
    whole = file.read_bytes()
    for place in range(0, len(whole), 7):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])

        found = Store(file).load(ENTRIES)

        assert found.items() <= ENTRIES.items()
        assert len(found) >= len(ENTRIES) - 2


def test_a_file_that_was_cut_keeps_what_is_whole(file: Path) -> None:
    whole = file.read_bytes()
    for length in range(0, len(whole), 11):
        file.write_bytes(whole[:length])

        found = Store(file).load(ENTRIES)

        assert found.items() <= ENTRIES.items()
        assert len(found) in {whole[:length].count(b"\n") - 1, whole[:length].count(b"\n"), 0}


def test_what_follows_a_cut_line_is_sound(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-10])
    store = Store(file)

    store.add({"a" * 40: "null\tnull"}, store.load(ENTRIES))

    assert "a" * 40 in Store(file).load(["a" * 40])


def test_an_entry_under_the_id_of_another_blob_is_not_believed(file: Path) -> None:
    text = file.read_text("ascii")
    swapped = text.replace(FIRST, "x").replace(SECOND, FIRST).replace("x", SECOND)
    file.write_text(swapped, "ascii")

    found = Store(file).load(ENTRIES)

    assert {FIRST, SECOND} & set(found) == set()
    assert len(found) == len(ENTRIES) - 2


def test_entries_of_another_version_are_not_believed(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_KEY", b"contract-steward 99.0.0 index 1")

    assert Store(file).load(ENTRIES) == {}


def _garbage(place: Path) -> None:
    place.write_bytes(bytes(range(256)) * 40)


def _empty(place: Path) -> None:
    place.write_bytes(b"")


def _endless_line(place: Path) -> None:
    place.write_bytes(b"0" * 1_000_000)


def _folder(place: Path) -> None:
    place.mkdir()


def _link(place: Path) -> None:
    place.symlink_to(place.parent / "elsewhere")


@pytest.mark.parametrize("put", [_garbage, _empty, _endless_line, _folder, _link])
def test_whatever_lies_in_its_place_nothing_fails(
    tmp_path: Path, put: Callable[[Path], None]
) -> None:
    place = tmp_path / "index"
    put(place)
    store = Store(place)

    known = store.load(ENTRIES)
    store.add(ENTRIES, known)

    assert known == {}
    assert not (tmp_path / "elsewhere").exists()


def test_where_no_folder_can_be_made_it_works_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder", "utf-8")
    store = Store(tmp_path / "file" / "index")

    store.add(ENTRIES, {})

    assert Store(tmp_path / "file" / "index").load(ENTRIES) == {}


def test_entries_that_nobody_wants_any_more_go_in_the_end(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_SPARE", 5)
    store = Store(file)
    known = store.load([FIRST])

    store.add({"a" * 40: "null\tnull"}, known)

    assert Store(file).load([*ENTRIES, "a" * 40]) == {**known, "a" * 40: "null\tnull"}


WRITER = """
import sys
from pathlib import Path
from bot.adapters.index.store import Store

name, file = sys.argv[1], Path(sys.argv[2])
for number in range(50):
    store = Store(file)
    blob = f"{name}{number:039x}"
    store.add({blob: '["' + name * 9000 + '"]\\tnull'}, store.load([blob]))
"""


def test_two_runs_at_once_break_nothing(tmp_path: Path) -> None:
    place = tmp_path / "index"
    Store(place).add(ENTRIES, {})

    runs = [
        subprocess.Popen((sys.executable, "-c", WRITER, name, str(place))) for name in ("a", "b")
    ]

    assert [run.wait() for run in runs] == [0, 0]
    wanted = [f"{name}{number:039x}" for name in ("a", "b") for number in range(50)]
    assert len(Store(place).load(wanted)) == 100
