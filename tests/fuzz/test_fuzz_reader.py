from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzz.drive import drive
from tests.fuzz.fuzz_reader import SEEDS

ROOT = Path(__file__).resolve().parents[2]
TEXTS = [path for folder in SEEDS for path in sorted(folder.rglob("*.yaml"))]


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in TEXTS])
def test_each_text_the_fuzzer_begins_with_is_read_or_refused(path: Path) -> None:
    drive(path.read_bytes())


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in TEXTS[::4]])
def test_a_text_that_is_cut_anywhere_is_read_or_refused(path: Path) -> None:
    data = path.read_bytes()
    for end in range(0, len(data), max(1, len(data) // 40)):
        drive(data[:end])


@pytest.mark.skipif(
    importlib.util.find_spec("atheris") is None, reason="atheris has no wheel for this platform"
)
def test_the_fuzzer_finds_nothing_in_a_short_run(tmp_path: Path) -> None:
    ended = subprocess.run(
        [
            sys.executable,
            *("-m", "tests.fuzz.fuzz_reader", "-runs=500", "-seed=1", "-max_len=2048"),
            f"-artifact_prefix={tmp_path}/",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert ended.returncode == 0, ended.stderr[-4000:]
    assert "Done 500 runs" in ended.stderr
