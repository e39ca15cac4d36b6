"""Reads the checkout on disk, committed or not, as Git would: what is ignored stays unseen."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path, PurePosixPath

import pygit2

from bot.adapters.files import read_file
from bot.adapters.git import faults
from bot.adapters.git.objects import ObjectStore
from bot.adapters.git.tree_changes import changes
from bot.adapters.git.trees import Scope, blob_at, is_inside, refuse_endless, visible
from bot.core.errors import ErrorCode, Fault, StewardError, failure
from bot.core.history.snapshot import Blob, FileMode, PathChange, SourceFile


class Worktree:
    """The files of a checkout. No symbolic link is ever followed."""

    def __init__(self, store: ObjectStore) -> None:
        self._store = store
        self._repo = store.repo

    def files(self, scope: Scope, limit: int) -> Iterator[SourceFile | Fault]:
        """Yield each file in the scope, or why it may not be read, sorted by path.

        Left out are files that Git ignores, unless they are tracked all the same, and the
        insides of other repositories, such as submodules.
        """
        for path in sorted(self._paths(scope)):
            try:
                content = self.read(path, limit)
            except StewardError as error:
                yield from error.faults
            else:
                yield SourceFile(path, str(pygit2.hash(content)), content)

    def read(self, path: str, limit: int) -> bytes:
        """Return the bytes of one file; E305, E306, E101, E104, E117 or E309 where that fails."""
        faults.checked_path(path)
        if self._is_behind_link(path):
            raise StewardError(faults.not_a_file(path, "behind a symbolic link"))
        try:
            content = read_file(self._top / path, limit=limit)
        except StewardError as error:
            if error.faults[0].code is ErrorCode.NO_SUCH_PATH:
                raise faults.nothing_on_disk(path) from error
            # The path is told as the repository knows it, not with the folders around it.
            where = faults.place(path)
            told = (Fault(one.code, one.message, one.hint, where) for one in error.faults)
            raise StewardError(*told) from error
        faults.refuse_lfs_pointer(path, content)
        return content

    def changes(
        self, base: pygit2.Commit, head: pygit2.Commit | None, scope: Scope
    ) -> Iterator[PathChange]:
        """Yield what differs between a commit and the files on disk, sorted by path.

        `head` is what is checked out. Git's own record of what it wrote there spares reading
        files that are still as committed.
        """
        old = self._store.tree(base.tree_id)
        new = None if head is None else self._store.tree(head.tree_id)
        found = {change.path: change for change in changes(self._store, old, new, scope)}
        for raw in self._dirty():
            path = _visible(raw)
            if scope.covers(path):
                change = PathChange(path, blob_at(self._store, old, path), self._on_disk(raw, path))
                found[path] = change
        for path in sorted(found):
            if found[path].old != found[path].new:
                yield found[path]

    @cached_property
    def _top(self) -> Path:
        folder = self._repo.workdir
        if folder is None:
            raise failure(
                ErrorCode.BAD_USAGE,
                "a bare repository has no files on disk",
                hint="name a revision, such as HEAD",
            )
        return Path(folder)

    @cached_property
    def _tracked(self) -> frozenset[str]:
        try:
            return frozenset(_visible(os.fspath(entry.path)) for entry in self._repo.index)
        except (pygit2.GitError, OSError) as error:
            raise faults.broken_object("index", str(error)) from error

    def _dirty(self) -> list[str]:
        """Return the paths that Git would call changed or untracked."""
        try:
            return [path for path in self._repo.status() if not path.endswith("/")]
        except (pygit2.GitError, OSError) as error:
            raise faults.broken_object("index", str(error)) from error

    def _on_disk(self, raw: str, path: str) -> Blob | None:
        place = self._top / raw
        mode = _mode(place)
        if stat.S_ISLNK(mode):
            target = os.fsencode(place.readlink())
            return Blob(path, str(pygit2.hash(target)), FileMode.SYMLINK)
        if not stat.S_ISREG(mode) or self._is_behind_link(raw):
            return None
        kind = FileMode.EXECUTABLE if mode & stat.S_IXUSR else FileMode.FILE
        return Blob(path, str(pygit2.hashfile(str(place))), kind)

    def _is_behind_link(self, path: str) -> bool:
        folders = list(PurePosixPath(path).parents)[:-1]
        return any(stat.S_ISLNK(_mode(self._top / folder)) for folder in folders)

    def _paths(self, scope: Scope) -> Iterator[str]:
        """Yield the paths in the scope that Git would offer to add, or has already."""
        for start in scope.under:
            mode = _mode(self._top / start)
            if stat.S_ISDIR(mode) and not self._is_behind_link(start):
                yield from self._walk(start, scope)
            elif mode:
                yield start

    def _walk(self, start: str, scope: Scope) -> Iterator[str]:
        seen = 0
        stack = [start]
        while stack:
            folder = stack.pop()
            # Names are followed as the system gives them, and shown with stray bytes visible.
            for name, is_folder in _entries(self._top / folder):
                seen += 1
                inner = f"{folder}/{name}" if folder else name
                path = _visible(inner)
                if not is_folder:
                    if scope.takes(path) and not self._is_ignored(path):
                        yield path
                elif self._is_ignored(path):
                    yield from self._tracked_below(path, scope)
                elif name != ".git" and _mode(self._top / inner / ".git") == 0:
                    stack.append(inner)
            refuse_endless(seen, folder.count("/"))

    def _tracked_below(self, folder: str, scope: Scope) -> Iterator[str]:
        for path in self._tracked:
            if is_inside(path, folder) and scope.takes(path) and _mode(self._top / path):
                yield path

    def _is_ignored(self, path: str) -> bool:
        return self._repo.path_is_ignored(path) and path not in self._tracked


def _entries(folder: Path) -> list[tuple[str, bool]]:
    """Return the names in a folder, and which are folders themselves; links are not."""
    try:
        with os.scandir(folder) as found:
            return [(entry.name, entry.is_dir(follow_symlinks=False)) for entry in found]
    except OSError as error:
        raise failure(
            ErrorCode.UNREADABLE_FILE,
            f"the folder cannot be read: {error.strerror}",
            hint="check the permissions of the folder",
            where=faults.place(str(folder)),
        ) from error


def _visible(raw: str) -> str:
    return visible(os.fsencode(raw))


def _mode(path: Path) -> int:
    """Return the mode of what lies at the path; 0 where nothing does, or nothing can be told."""
    try:
        return path.lstat().st_mode
    except (OSError, ValueError):
        return 0
