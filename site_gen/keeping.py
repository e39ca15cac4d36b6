"""Tells where a build keeps what it leaves for the next one."""

from __future__ import annotations

from pathlib import Path

from bot.adapters.git import Repository
from bot.core.errors import StewardError


def kept_in(top: Path, name: str) -> Path | None:
    """Return the folder of a name below one; None without a name, or where Git brings the folder.

    What is kept there is believed as it is, so that nobody may hand it in as a change.
    """
    folder = top / name
    return folder if name and not _is_brought(top, folder) else None


def _is_brought(top: Path, folder: Path) -> bool:
    try:
        repository = Repository.discover(top)
        if repository.top is None:
            return False
        path = folder.resolve().relative_to(repository.top.resolve()).as_posix()
        return any(repository.blobs("HEAD", (path,), ()))
    except (StewardError, OSError, ValueError):  # no repository, no commit, a folder elsewhere
        return False
