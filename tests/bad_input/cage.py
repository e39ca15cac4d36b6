"""Runs the command in this process, or in one of its own that may neither grow nor call out."""

from __future__ import annotations

import contextlib
import io
import os
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from bot.cli import main

ROOT = Path(__file__).resolve().parents[2]
MEMORY = 1536 * 1024 * 1024
SECONDS = 120
_FORBIDDEN = ("socket.", "urllib.", "http.client.", "ftplib.", "subprocess.", "os.system")


@dataclass(frozen=True, slots=True)
class Said:
    """What a command answered; `peak` is the memory that it took, in bytes, where it is known."""

    code: int
    out: str
    err: str
    peak: int = 0

    @property
    def told(self) -> str:
        return self.out + self.err


def run(folder: Path, *words: str, source: bool = False) -> Said:
    """Run the command in this process, in a folder. A source may hold anything."""
    out, err = (
        io.TextIOWrapper(io.BytesIO(), "utf-8", errors="surrogateescape", newline="")
        for _ in range(2)
    )
    with contextlib.chdir(folder), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(words)
    for stream in (out, err):
        stream.seek(0)
    said = Said(code, out.read(), err.read())
    return said if source else sane(said)


def run_caged(folder: Path, *words: str, memory: int = MEMORY) -> Said:
    """Run the command in a process of its own, with a limit on memory, time and what it may do."""
    ended = subprocess.run(
        [sys.executable, "-m", "tests.bad_input.cage", str(memory), *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},  # noqa: TID251  # what it hands on
        capture_output=True,
        check=False,
        timeout=SECONDS,
    )
    err, _, peak = ended.stderr.decode().rpartition("peak ")
    return sane(Said(ended.returncode, ended.stdout.decode(), err, int(peak or 0)))


def sane(said: Said) -> Said:
    """Return what was said, which has neither a traceback nor a sign that acts on a terminal."""
    assert said.code in {0, 1, 2}, said.told[-2_000:]
    assert "Traceback" not in said.told
    assert "E901" not in said.told, said.told[-2_000:]
    assert {char for char in said.told if not char.isprintable()} <= {"\n"}
    return said


def _refuse_outside(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse, as an audit hook, whatever would reach the network or start a program."""
    if event.startswith(_FORBIDDEN):
        sys.stderr.write(f"Traceback: {event} {arguments}\n")
        os._exit(99)


def _caged() -> int:
    memory = int(sys.argv.pop(1))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    sys.addaudithook(_refuse_outside)
    code = main(sys.argv[1:])
    sys.stdout.flush()
    sys.stderr.write(f"peak {_peak()}")
    return code


def _peak() -> int:
    """Return the most bytes that this process held.

    Linux counts what the process held that started this one in `ru_maxrss` (getrusage(2)), and
    that may be a large test run; `VmHWM` (proc(5)) begins anew with the program.
    """
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    line = next(one for one in status.read_text().splitlines() if one.startswith("VmHWM:"))
    return int(line.split()[1]) * 1024


if __name__ == "__main__":
    sys.exit(_caged())
