"""Finds and opens the repository around a folder."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pygit2

from bot.core.errors import ErrorCode, StewardError, failure
from bot.core.history.file_paths import shown


def open_repository(start: Path) -> pygit2.Repository:
    """Return the repository that holds the folder or file: a checkout, a worktree, or a bare one.

    Raises E301 where there is none, E307 where it belongs to another user, and E311 where its
    own files are broken or ask for something that libgit2 cannot do. The check of the owner
    stays on: whoever owns a repository decides what its settings make Git do.
    """
    try:
        # Folders that do not exist are looked for as they are: links are Git's own business.
        found = pygit2.discover_repository(str(start.absolute()))
        if found is None:
            raise _no_repository(start)
        return pygit2.Repository(found)
    except (pygit2.GitError, KeyError, ValueError, OSError) as error:
        raise _explained(start, error) from error


def common_folder(repo: pygit2.Repository) -> Path:
    """Return the folder with what all worktrees of the repository share."""
    own = Path(repo.path or ".")
    try:
        return own / (own / "commondir").read_text("utf-8").strip()
    except (OSError, ValueError):
        return own


def _no_repository(start: Path) -> StewardError:
    return failure(
        ErrorCode.NO_REPOSITORY,
        f"there is no Git repository in or above `{shown(str(start))}`",
        hint="run the command inside a checkout, or make one with `git init`",
    )


def _explained(start: Path, error: Exception) -> StewardError:
    text = shown(str(error), limit=400)
    # libgit2 has no code of its own for this, only its words.
    foreign = re.search(r"path '(.+?)/?' is not owned by current user", text)
    if foreign:
        folder = shlex.quote(foreign[1])
        return failure(
            ErrorCode.UNSAFE_OWNERSHIP,
            f"the repository {folder} belongs to another user",
            hint=f"if you trust it: git config --global --add safe.directory {folder}",
        )
    return failure(
        ErrorCode.BROKEN_REPOSITORY,
        f"the repository around `{shown(str(start))}` cannot be opened: {text}",
        hint="see what `git status` and `git fsck` say there",
    )
