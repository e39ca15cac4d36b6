"""Runs the commands of a page's console blocks, as somebody would who follows the page."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.docs.pages import ROOT, Block

_DONE = "--8<-- done"
_ORDER = re.compile(
    r"run(?: one)?(?: in (?P<place>story)(?: at (?P<branch>\S+))?)?(?: after: (?P<before>.+))?"
)
CUT = "…\n"
"""A line of a page that stands for any number of lines."""


def environment(folder: Path) -> dict[str, str]:
    """Return an environment with the command in it, and nothing of the machine's own settings."""
    command = folder / "steward"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m bot "$@"\n', "utf-8")
    command.chmod(0o755)
    git = Path(shutil.which("git") or "git").parent
    return {
        "PATH": f"{folder}:{git}:{os.defpath}",
        "PYTHONPATH": str(ROOT),
        "HOME": str(folder),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        **{f"GIT_{who}_NAME": "Ada" for who in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{who}_EMAIL": "ada@example.com" for who in ("AUTHOR", "COMMITTER")},
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
    }


def commands(block: Block) -> list[str]:
    """Return the commands of a block; of `run one` the first, since its answer shows others."""
    found = [line[2:] for line in block.text.splitlines() if line.startswith("$ ")]
    return found[:1] if block.order.startswith("run one") else found


def printed(page: Sequence[Block], folder: Path, story: Path) -> tuple[str, ...]:
    """Return what each block looks like once its commands ran, one after the other.

    They run in an empty folder. `run in story at BRANCH` goes to a story of its own first, and
    `after: …` has commands that the page does not show.
    """
    steps = [_steps(block, story, folder) for block in page]
    script = "".join(
        f"{step}\ns=$?; echo '{_DONE}'; (exit $s)\n" for part in steps for step in part
    )
    (folder / "here").mkdir()
    ran = subprocess.run(
        ["sh", "-c", script],
        cwd=folder / "here",
        env=environment(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        encoding="utf-8",
    )
    answers = ran.stdout.split(f"{_DONE}\n")
    texts = []
    for block, part in zip(page, steps, strict=True):
        shown = commands(block)
        told, answers = answers[: len(part)], answers[len(part) :]
        pairs = zip(shown, told[len(part) - len(shown) :], strict=True)
        texts.append("".join(f"$ {command}\n{answer}" for command, answer in pairs))
    return tuple(texts)


def _steps(block: Block, story: Path, folder: Path) -> list[str]:
    """Return the hidden commands of a block, then those it shows."""
    found = _ORDER.fullmatch(block.order)
    assert found, f"`{block.order}` is no order that is known"
    hidden = []
    if found["place"]:
        place = folder / f"story-{block.start}"
        hidden += [f'cp -R "{story}" "{place}" && cd "{place}"']
        hidden += [f"git switch -q {found['branch']}"] if found["branch"] else []
    hidden += [found["before"]] if found["before"] else []
    return [*hidden, *commands(block)]


def agrees(expected: str, actual: str) -> bool:
    """Tell whether a block says what was printed; a line `…` stands for any lines."""
    parts = [re.escape(part) for part in expected.split(f"\n{CUT}")]
    return re.fullmatch(r"\n(?:.*\n)*?".join(parts), actual) is not None
