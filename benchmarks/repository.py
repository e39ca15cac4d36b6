"""How fast a review is in a large repository: with the index, without, and how much memory.

Run it with `make bench`. The repository is made once, into `.cache/bench-repo`: 10,000 contracts,
50,000 edges of lineage, 20,000 commits. The pull request takes a field out of ten contracts.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

from benchmarks.clock import Run, of_call, of_run
from benchmarks.large import BRANCH, CONTRACTS, TOUCHED, large_repository

_STEWARD = (sys.executable, "-m", "bot")
_REVIEW = (*_STEWARD, "review", "--base", "main", "--head", BRANCH, "--format", "json")
_INDEX = Path(".git/contract-steward/lineage-index")
_MEGABYTE = 1024 * 1024


def main() -> None:
    """Print every figure."""
    folder = large_repository().resolve()
    for line in (*_review(folder), *_clocks(folder)):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


def _review(folder: Path) -> Iterator[str]:
    bare = of_call(lambda: _parse(folder), runs=1)
    (folder / _INDEX).unlink(missing_ok=True)
    cold = of_run(_REVIEW, runs=1, folder=folder)
    yield _row(f"review of {TOUCHED} in {CONTRACTS:,}, no index yet", cold)
    yield f"  CSafeLoader on all: CPU {bare:.2f} s; ratio {cold.cpu / bare:.2f}, target <= 1.5"
    warm = of_run(_REVIEW, folder=folder)
    yield _row(f"review of {TOUCHED} in {CONTRACTS:,}, with the index", warm)
    yield "  target 1.5 s, 500 MB"
    yield f"  the index has {(folder / _INDEX).stat().st_size / _MEGABYTE:.0f} MB"


def _parse(folder: Path) -> None:
    for file in sorted((folder / "contracts").rglob("*.yaml")):
        yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)  # the C loader is the reference


def _clocks(folder: Path) -> Iterator[str]:
    command = (*_STEWARD, "deprecations", "--no-readers", "--format", "json")
    known = subprocess.run((*command[:-3], "--help"), check=False, capture_output=True)
    if known.returncode == 0:
        yield _row("clocks of all deprecated elements", of_run(command, folder=folder))
        yield "  target 3 s"


def _row(what: str, run: Run) -> str:
    return (
        f"{what:<46} wall {run.wall:6.2f} s   CPU {run.cpu:6.2f} s"
        f"   peak {run.peak / _MEGABYTE:4.0f} MB"
    )


if __name__ == "__main__":
    main()
