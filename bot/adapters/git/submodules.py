"""Tells which folders are submodules: what lies in those is not in this repository."""

from __future__ import annotations

import re
import shlex

import pygit2

from bot.adapters.git import trees
from bot.adapters.git.objects import ObjectStore
from bot.core.errors import ErrorCode, StewardError, failure
from bot.core.history.file_paths import normal, objection, shown
from bot.core.history.snapshot import Blob, FileMode

FILE = ".gitmodules"
_PATH = re.compile(r"^[ \t]*path[ \t]*=(.*)$", re.MULTILINE)
_MOST = 1_000


def declared(content: bytes) -> tuple[str, ...]:
    """Return the paths that a `.gitmodules` names, at most a thousand, without unsafe ones."""
    lines = _PATH.findall(content.decode("utf-8", "replace"))[:_MOST]
    found = (normal(line.strip().strip('"')) for line in lines)
    return tuple(dict.fromkeys(path for path in found if path and not objection(path)))


def around(store: ObjectStore, tree: pygit2.Tree, path: str) -> Blob | None:
    """Return the submodule that a path lies in; None where it lies in none."""
    steps = path.split("/")
    for length in range(1, len(steps)):
        blob = trees.blob_at(store, tree, "/".join(steps[:length]))
        if blob is not None:
            return blob if blob.mode is FileMode.SUBMODULE else None
    return None


def inside(submodule: Blob, path: str) -> StewardError:
    """Return the error for a path that lies in a submodule."""
    folder = shlex.quote(shown(submodule.path, limit=500))
    rest = path.removeprefix(f"{submodule.path}/")
    wanted = shlex.quote(f"{submodule.id[:10]}:{shown(rest, limit=500)}")
    return failure(
        ErrorCode.NO_SUCH_PATH,
        f"`{shown(path, limit=500)}` lies in the submodule `{shown(submodule.path, limit=500)}`,"
        " a repository of its own",
        hint=f"git submodule update --init {folder} && cd {folder} && steward show {wanted}",
    )
