"""Commits, files and their changes, as plain values that need no Git to be looked at."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Final

from bot.core.records import dataclass

WORKTREE: Final = "WORKTREE"
"""Stands where a revision may stand, for the files on disk, committed or not."""


class FileMode(StrEnum):
    """What a path in a tree is. Only the first two hold a text that may be read."""

    FILE = "file"
    EXECUTABLE = "executable"
    SYMLINK = "symlink"
    SUBMODULE = "submodule"


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit. Both times are in UTC; `time` is the committer's, `author_time` the author's.

    Names and summaries were typed by anyone: they are shown escaped, and prove nothing.
    """

    id: str
    time: datetime
    author_time: datetime
    summary: str
    author: str
    parents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Blob:
    """One path of one tree, and the id of what lies there."""

    path: str
    id: str
    mode: FileMode = FileMode.FILE


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that was read: its path, the blob id of exactly these bytes, and the bytes."""

    path: str
    id: str
    content: bytes


@dataclass(frozen=True, slots=True)
class PathChange:
    """What became of one path; `None` is a side on which nothing lies there.

    A renamed file is one change that takes it away and one that brings it: whether the two are
    one contract is told by the contract's id, never by how much the texts look alike.
    """

    path: str
    old: Blob | None
    new: Blob | None

    @property
    def touches_content(self) -> bool:
        """Whether the bytes differ; false where the mode alone changed."""
        return (self.old and self.old.id) != (self.new and self.new.id)


@dataclass(frozen=True, slots=True)
class Step:
    """One commit of the first-parent line, and what it changed against its first parent."""

    commit: Commit
    changes: tuple[PathChange, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """What a contract is from this commit on, until the next version.

    `blob` is None where, from this commit on, no readable file carries the contract's id.
    """

    commit: Commit
    blob: Blob | None
