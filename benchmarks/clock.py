"""CPU seconds of commands and of functions: the best of several runs, children included.

Also how long a command takes by the clock, and how much memory at its peak.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Run:
    """What one run of a command took: seconds by the clock, of CPU, and bytes at the peak."""

    wall: float
    cpu: float
    peak: int


def of_run(command: Sequence[str], *, runs: int = 3, folder: Path | None = None) -> Run:
    """Return the run of a command that took the least CPU. Its exit code is not looked at."""
    return min((_run(command, folder) for _ in range(runs)), key=lambda run: run.cpu)


def _run(command: Sequence[str], folder: Path | None) -> Run:
    start = time.perf_counter()
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as running:
        _, code, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(code)
    unit = 1 if sys.platform == "darwin" else 1024
    wall = time.perf_counter() - start
    return Run(wall=wall, cpu=used.ru_utime + used.ru_stime, peak=used.ru_maxrss * unit)


def _once(command: Sequence[str], folder: Path | None) -> float:
    before = _children()
    subprocess.run(command, cwd=folder, check=False, capture_output=True)  # our own
    return _children() - before


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
