"""Reads files at a commit or on disk, and tells what two such states have changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from posixpath import basename, dirname

import pygit2

from bot.adapters.git import faults, submodules, trees
from bot.adapters.git.objects import ObjectStore
from bot.adapters.git.revisions import Revisions
from bot.adapters.git.tree_changes import changes
from bot.adapters.git.trees import Scope
from bot.adapters.git.worktree import Worktree
from bot.core.errors import Fault, StewardError
from bot.core.history.file_paths import normal
from bot.core.history.snapshot import WORKTREE, Blob, FileMode, PathChange, SourceFile

_MOST_LISTED = 20_000


class Contents:
    """The files of a repository, by revision."""

    def __init__(self, store: ObjectStore, revisions: Revisions) -> None:
        self._store = store
        self._revisions = revisions
        self._worktree = Worktree(store)

    def blobs(self, revision: str, under: Iterable[str], suffixes: Iterable[str]) -> Iterator[Blob]:
        """Yield what lies in the scope at a commit."""
        return trees.blobs(self._store, self._tree(revision), Scope.of(under, suffixes))

    def read(self, blob: Blob, limit: int) -> bytes:
        """Return a blob's bytes, or refuse what is no plain, small file."""
        refused = faults.refusal(blob)
        if refused is not None:
            raise StewardError(refused)
        content = self._store.content(pygit2.Oid(hex=blob.id), blob.path, limit)
        faults.refuse_lfs_pointer(blob.path, content)
        return content

    def file_at(self, revision: str, path: str, limit: int, *, near: bool = True) -> bytes:
        """Return the bytes at a path, at a commit or on disk; `near` tells what was meant."""
        path = normal(faults.checked_path(path))
        if revision == WORKTREE:
            return self._worktree.read(path, limit)
        tree = self._tree(revision)
        found = trees.loaded_entry(self._store, tree, path)
        if isinstance(found, pygit2.Tree):
            raise StewardError(faults.not_a_file(path, "a folder"))
        blob = trees.leaf(path, found)
        if blob is None:
            submodule = submodules.around(self._store, tree, path)
            if submodule is not None:
                raise submodules.inside(submodule, path)
            raise faults.no_such_path(path, revision, self._near(tree, path) if near else ())
        return self.read(blob, limit)

    def files(
        self, revision: str, under: Iterable[str], suffixes: Iterable[str], limit: int
    ) -> Iterator[SourceFile | Fault]:
        """Yield each file in the scope, or why it is not read."""
        scope = Scope.of(under, suffixes)
        if revision == WORKTREE:
            yield from self._worktree.files(scope, limit)
            return
        for blob in trees.blobs(self._store, self._tree(revision), scope):
            try:
                content = self.read(blob, limit)
            except StewardError as error:
                yield from error.faults
            else:
                yield SourceFile(blob.path, blob.id, content)

    def changes(
        self, base: str, head: str, under: Iterable[str], suffixes: Iterable[str]
    ) -> Iterator[PathChange]:
        """Yield what differs between a commit and another, or the files on disk."""
        scope = Scope.of(under, suffixes)
        if head == WORKTREE:
            return self._worktree.changes(
                self._revisions.commit(base), self._revisions.checked_out(), scope
            )
        return changes(self._store, self._tree(base), self._tree(head), scope)

    def submodules(self, revision: str, limit: int) -> tuple[str, ...]:
        """Return the paths of the submodules, as `.gitmodules` tells them; none if it cannot."""
        try:
            told = submodules.declared(self.file_at(revision, submodules.FILE, limit, near=False))
        except StewardError:
            return ()
        if revision == WORKTREE:
            return told
        tree = self._tree(revision)
        found = (trees.blob_at(self._store, tree, path) for path in told)
        return tuple(blob.path for blob in found if blob and blob.mode is FileMode.SUBMODULE)

    def _tree(self, revision: str) -> pygit2.Tree:
        return self._store.tree(self._revisions.commit(revision).tree_id)

    def _near(self, tree: pygit2.Tree, path: str) -> list[str]:
        """Return the paths worth comparing with a mistyped one, the likeliest first."""
        listed = islice(trees.blobs(self._store, tree, Scope.of((), ())), _MOST_LISTED)
        return sorted(
            (blob.path for blob in listed),
            key=lambda known: (
                basename(known) != basename(path),
                dirname(known) != dirname(path),
                known,
            ),
        )
