"""Walks the first-parent line: what reached a branch, and when, without asking how it was made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pygit2

from bot.adapters.git.objects import ObjectStore, plain_commit
from bot.adapters.git.tree_changes import changes
from bot.adapters.git.trees import Scope, entry_at
from bot.core.history.snapshot import Commit, PathChange, Step

Link = tuple[pygit2.Commit, pygit2.Commit | None]
"""A commit and its first parent; None where the history begins."""


class PathWatch:
    """What lies at one path, in one tree after another.

    A folder that is the same as in the tree before is not opened again, so that most commits
    cost the look-up of one name.
    """

    def __init__(self, store: ObjectStore, path: str) -> None:
        self.path = path
        self._store = store
        self._parts = path.split("/") if path else []
        self._folders: dict[int, pygit2.Oid] = {}
        self._found: pygit2.Object | None = None

    def at(self, commit: pygit2.Commit) -> pygit2.Object | None:
        """Return what lies at the path in the commit, not loaded; None where nothing does.

        The very object of the time before is returned where the folder around it is the same.
        """
        tree = self._store.tree(commit.tree_id)
        found: pygit2.Object | None = tree
        folders: dict[int, pygit2.Oid] = {}
        for depth, part in enumerate(self._parts):
            found = entry_at(self._store, tree, part)
            is_last = depth == len(self._parts) - 1
            if not isinstance(found, pygit2.Tree):
                found = found if is_last else None
                break
            folders[depth] = found.id
            if self._folders.get(depth) == found.id:
                self._folders |= folders
                return self._found
            if not is_last:
                tree = self._store.tree(found.id)
        self._folders, self._found = folders, found
        return found


def links(store: ObjectStore, tip: pygit2.Commit) -> Iterator[Link]:
    """Yield each commit with its first parent, newest first.

    Raises E303 where a shallow clone ends: the last commit it holds is then not yielded, since
    what that commit changed cannot be known.
    """
    child: pygit2.Commit | None = tip
    while child is not None:
        parent = store.parent(child)
        yield child, parent
        child = parent


def first_parents(store: ObjectStore, tip: pygit2.Commit, under: Sequence[str]) -> Iterator[Commit]:
    """Yield the commits of the line that changed something under the folders, newest first.

    With no folders every commit is yielded, one that changed nothing too.
    """
    if not under:
        child: pygit2.Commit | None = tip
        while child is not None:
            yield plain_commit(child)
            child = store.parent(child)
        return
    for child, _ in _touching(store, tip, Scope.of(under, ())):
        yield plain_commit(child)


def steps(store: ObjectStore, tip: pygit2.Commit, scope: Scope) -> Iterator[Step]:
    """Yield each commit of the line that changed paths in the scope, newest first."""
    for child, parent in _touching(store, tip, scope):
        changed = tuple(changes_between(store, child, parent, scope))
        if changed:
            yield Step(plain_commit(child), changed)


def changes_between(
    store: ObjectStore, child: pygit2.Commit, parent: pygit2.Commit | None, scope: Scope
) -> Iterator[PathChange]:
    """Yield what a commit changed against its parent, inside the scope."""
    old = None if parent is None else store.tree(parent.tree_id)
    return changes(store, old, store.tree(child.tree_id), scope)


def _touching(store: ObjectStore, tip: pygit2.Commit, scope: Scope) -> Iterator[Link]:
    watches = [PathWatch(store, path) for path in scope.under]
    after = [_mark(watch, tip) for watch in watches]
    for child, parent in links(store, tip):
        before = [_mark(watch, parent) for watch in watches]
        if before != after:
            yield child, parent
        after = before


def _mark(watch: PathWatch, commit: pygit2.Commit | None) -> tuple[pygit2.Oid, int] | None:
    """Return what tells one state of the path from another."""
    found = None if commit is None else watch.at(commit)
    if found is None:
        return None
    return found.id, 0 if isinstance(found, pygit2.Tree) else int(found.filemode)
