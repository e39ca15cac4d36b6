"""Asks the git command about a told story: another judge than the library that wrote it."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path


def git(folder: Path, *words: str) -> str:
    """Return what git says to the words. Quoting of paths is off."""
    command = ["git", "-c", "core.quotePath=false", *words]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout


def tree(folder: Path, revision: str) -> dict[str, str]:
    """Return the texts of a commit by their path."""
    command = ["git", "archive", "--format=tar", revision]
    packed = subprocess.run(command, cwd=folder, check=True, capture_output=True).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        return {
            member.name: file.read().decode()
            for member in archive.getmembers()
            if (file := archive.extractfile(member))
        }
