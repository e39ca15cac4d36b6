"""What a run of GitHub Actions hands on: its log, its outputs and the summary of its job."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from secrets import token_hex

from bot.core.errors import ErrorCode, failure
from bot.core.text import visible

MOST_SUMMARY = 1_000_000
"""GitHub takes 1 MiB for each step, and drops what is larger without failing."""
_CUT = "\n\n*The rest did not fit here.*\n"


class Run:
    """One step of a job. Outside of Actions outputs and summary go nowhere."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._output = environment.get("GITHUB_OUTPUT", "")
        self._summary = environment.get("GITHUB_STEP_SUMMARY", "")

    def tell(self, text: str) -> None:
        """Print text that may hold anything: the runner takes no command from it.

        Source: GitHub Docs, "Workflow commands", "Stopping and starting workflow commands".
        """
        mark = token_hex(16)
        lines = "\n".join(visible(line) for line in text.rstrip("\n").split("\n"))
        _print(f"::stop-commands::{mark}\n{lines}\n::{mark}::\n")

    def command(self, text: str) -> None:
        """Print workflow commands of our own; what they hold has been escaped."""
        _print(text)

    def output(self, values: Mapping[str, str]) -> None:
        """Set outputs of the step. No value can end before it ends, or begin another one."""
        lines = []
        for name, value in values.items():
            mark = f"end-{token_hex(16)}"
            lines.append(f"{name}<<{mark}\n{value}\n{mark}\n")
        _append(self._output, "".join(lines).encode("utf-8", "replace"))

    def summary(self, text: str) -> None:
        """Add Markdown to the summary of the job, as much of it as GitHub takes."""
        data = text.encode("utf-8", "replace")
        if len(data) > MOST_SUMMARY:
            kept = data[:MOST_SUMMARY].decode("utf-8", "ignore").rpartition("\n\n")[0]
            data = f"{kept}{_CUT}".encode()
        _append(self._summary, data + b"\n")


def _print(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def _append(path: str, data: bytes) -> None:
    if not path:
        return
    try:
        with Path(path).open("ab") as file:
            file.write(data)
    except OSError as error:
        raise failure(
            ErrorCode.CANNOT_WRITE,
            f"{path} cannot be written: {os.strerror(error.errno or 0)}",
            hint="it is the file that GitHub Actions names for this step",
        ) from error
