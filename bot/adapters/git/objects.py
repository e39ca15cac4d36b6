"""Reads commits, trees and blobs by id. Nothing of libgit2's failures gets past this module."""

from __future__ import annotations

from datetime import UTC, datetime

import pygit2
from pygit2.enums import ObjectType

from bot.adapters.git import faults
from bot.adapters.git.opening import common_folder
from bot.core.errors import StewardError
from bot.core.history.snapshot import Commit

_SUMMARY_LENGTH = 200
_FIRST = datetime.min.replace(tzinfo=UTC)
_LAST = datetime.max.replace(tzinfo=UTC)


class ObjectStore:
    """The objects of one repository. A missing or broken one is E311, a cut history E303."""

    def __init__(self, repo: pygit2.Repository) -> None:
        self.repo = repo

    def is_shallow(self) -> bool:
        """Return whether the history was cut short when cloning."""
        # libgit2 looks for this file beside a worktree's own HEAD, where it never is.
        return self.repo.is_shallow or (common_folder(self.repo) / "shallow").is_file()

    def is_partial(self) -> bool:
        """Return whether objects may have been left out on purpose when cloning."""
        config = self.repo.config
        return any(
            entry.name.endswith((".promisor", ".partialclonefilter"))
            or entry.name == "extensions.partialclone"
            for entry in config
        )

    def commit(self, oid: pygit2.Oid) -> pygit2.Commit:
        """Return the commit of that id."""
        found = self._get(oid)
        if not isinstance(found, pygit2.Commit):
            raise faults.broken_object(str(oid), "it is no commit")
        return found

    def tree(self, oid: pygit2.Oid) -> pygit2.Tree:
        """Return the tree of that id."""
        found = self._get(oid)
        if not isinstance(found, pygit2.Tree):
            raise faults.broken_object(str(oid), "it is no tree")
        return found

    def content(self, oid: pygit2.Oid, path: str, limit: int) -> bytes:
        """Return the bytes of a blob; E104 beyond the limit, told before anything is loaded."""
        try:
            kind, size = self.repo.odb.read_header(oid)
            if kind != ObjectType.BLOB:
                raise faults.broken_object(str(oid), "it is no blob")
            if size > limit:
                raise faults.too_large(path, size, limit)
            return self.repo.odb.read(oid)[1]
        except (KeyError, ValueError, OSError, pygit2.GitError) as error:
            raise self._explained(oid, error) from error

    def parent(self, commit: pygit2.Commit) -> pygit2.Commit | None:
        """Return the first parent; None for a commit that never had one.

        Raises E303 where there was one, and the clone was cut off before it.
        """
        ids = commit.parent_ids
        if not ids:
            # libgit2 hides the parents at the edge of a shallow clone; the commit's text does not.
            if b"\nparent " in commit.read_raw().partition(b"\n\n")[0]:
                raise faults.shallow()
            return None
        try:
            return self.commit(ids[0])
        except StewardError as error:
            # In a worktree of a shallow clone libgit2 does not know of the edge.
            raise (faults.shallow() if self.is_shallow() else error) from error

    def _get(self, oid: pygit2.Oid) -> object:
        try:
            return self.repo[oid]
        except (KeyError, ValueError, OSError, pygit2.GitError) as error:
            raise self._explained(oid, error) from error

    def _explained(self, oid: pygit2.Oid, error: Exception) -> StewardError:
        if isinstance(error, KeyError):
            return faults.missing_object(str(oid), partial=self.is_partial())
        return faults.broken_object(str(oid), str(error))


def plain_commit(commit: pygit2.Commit) -> Commit:
    """Return the commit as a plain value. Whatever its author wrote, this never fails."""
    return Commit(
        id=str(commit.id),
        time=_moment(commit.committer.time),
        author_time=_moment(commit.author.time),
        summary=_summary(commit.raw_message),
        author=_text(commit.author.raw_name),
        parents=tuple(str(oid) for oid in commit.parent_ids),
    )


def _summary(message: bytes) -> str:
    return _text(message.strip().partition(b"\n")[0].rstrip())[:_SUMMARY_LENGTH]


def _text(raw: bytes) -> str:
    """Return the bytes as text: UTF-8 where they are that, else Latin-1, which never fails."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _moment(seconds: int) -> datetime:
    """Return the moment; those that no calendar holds become its first or last one."""
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return _LAST if seconds > 0 else _FIRST
