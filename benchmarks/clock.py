"""CPU seconds of commands and of functions: the best of several runs, children included."""

from __future__ import annotations

import resource
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path


def of_command(command: Sequence[str], *, runs: int = 5, folder: Path | None = None) -> float:
    """Return the least CPU seconds (user and system) that the command took."""
    return min(_once(command, folder) for _ in range(runs))


def of_call(call: Callable[[], object], *, runs: int = 3) -> float:
    """Return the least CPU seconds that the call took in this process."""
    best = float("inf")
    for _ in range(runs):
        start = time.process_time()
        call()
        best = min(best, time.process_time() - start)
    return best


def _once(command: Sequence[str], folder: Path | None) -> float:
    before = _children()
    subprocess.run(command, cwd=folder, check=False, capture_output=True)  # our own
    return _children() - before


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
