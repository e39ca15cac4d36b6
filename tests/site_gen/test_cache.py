from __future__ import annotations

import os
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

from site_gen.cache import PageCache
from site_gen.code_mark import code_mark, mark_of
from tests.conftest import ROOT

_KEYS = """
import sys
from pathlib import Path
from bot.adapters.git import Repository
from site_gen.cache import Keys
from site_gen.catalogue import catalogue
from site_gen.deprecations import by_contract, endings
from site_gen.neighbours import neighbours
from site_gen.rendering import Site
repository = Repository.discover(Path(sys.argv[1]))
found = catalogue(repository)
ends = by_contract(endings(repository, found))
keys = Keys(Site(), found, neighbours(found), ends, "code")
print([keys.of(entry) for entry in found.entries])
"""


def test_a_key_does_not_hang_on_the_process(story_folder: Path) -> None:
    told = {
        subprocess.run(
            [sys.executable, "-c", _KEYS, str(story_folder)],
            check=True,
            capture_output=True,
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


def test_what_cannot_be_removed_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / f"{0:064}").mkdir()
    PageCache(tmp_path).close()
    assert (tmp_path / f"{0:064}").is_dir()


def test_the_mark_of_code_is_what_is_written_there(tmp_path: Path) -> None:
    file = tmp_path / "made/page.py"
    file.parent.mkdir()
    file.write_text("a")
    before, time = mark_of([tmp_path]), file.stat().st_mtime_ns
    os.utime(file, ns=(0, 0))
    assert mark_of([tmp_path]) == before
    file.write_text("b")
    os.utime(file, ns=(time, time))
    assert mark_of([tmp_path]) != before


def test_another_version_of_a_library_is_another_mark(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = mark_of([tmp_path])
    monkeypatch.setattr(metadata, "version", lambda name: f"99.{len(name)}")
    assert mark_of([tmp_path]) != before


def test_a_process_has_one_mark() -> None:
    assert code_mark() is code_mark()


def test_what_is_left_of_a_cut_build_goes_with_pages_that_nobody_wants(tmp_path: Path) -> None:
    kept = {"gists", "notes.txt"}
    for name in (*kept, "0" * 64, f".{'a' * 16}.tmp"):
        (tmp_path / name).write_text("")
    PageCache(tmp_path).close()
    assert {file.name for file in tmp_path.iterdir()} == kept
