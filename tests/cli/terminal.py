"""A terminal of its own for a command: what is typed into it, and what it shows."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from select import select
from time import sleep

from tests.cli.conftest import Said

ROOT = Path(__file__).resolve().parents[2]
_SECONDS = 30
# The terminal is the process's own, so that Ctrl-C reaches it as it does from a keyboard.
_START = (
    "import fcntl, runpy, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); "
    "sys.argv[0] = 'steward'; runpy.run_module('bot', run_name='__main__')"
)
_COLOUR = re.compile(rb"\x1b\[[0-9;]*m")


def typed(
    folder: Path,
    answers: Sequence[bytes],
    words: Sequence[str] = ("init",),
    variables: Mapping[str, str] | None = None,
) -> Said:
    """Return what a command shows on a terminal where each of its questions gets an answer."""
    ours, theirs = os.openpty()
    environment = {"PYTHONPATH": str(ROOT), "TERM": "xterm", "LC_ALL": "C.UTF-8"}
    with subprocess.Popen(
        [sys.executable, "-c", _START, *words],
        cwd=folder,
        env={**environment, "PATH": os.defpath, **(variables or {})},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    ) as process:
        os.close(theirs)
        shown = _talk(ours, list(answers))
        os.close(ours)
        code = process.wait(_SECONDS)
    return Said(code, _COLOUR.sub(b"", shown).decode(errors="replace").replace("\r\n", "\n"), "")


def _talk(terminal: int, answers: list[bytes]) -> bytes:
    """Answer each question that ends in a colon; return all that was shown.

    A line of the diff is none, should a piece of it end so.
    """
    shown, since = b"", b""
    while select([terminal], [], [], _SECONDS)[0]:
        try:
            piece = os.read(terminal, 65_536)
        except OSError:  # so Linux says that nobody writes any more
            break
        if not piece:
            break
        shown, since = shown + piece, since + piece
        last = _COLOUR.sub(b"", since.rpartition(b"\n")[2])
        if last.endswith(b": ") and not last.startswith(b"+") and answers:
            since = b""
            # A person takes longer, too: Python misses a signal between question and reading.
            sleep(0.1 if answers[0] == b"\x03" else 0)
            os.write(terminal, answers.pop(0))
    return shown
