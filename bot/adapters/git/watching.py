"""Watches files at many paths while a walk goes from one tree to the next."""

from __future__ import annotations

from collections.abc import Iterator

import pygit2

from bot.adapters.git.objects import ObjectStore
from bot.adapters.git.trees import leaf
from bot.core.history.snapshot import Blob
from bot.core.records import dataclass, field

Told = tuple[str, Blob | None]
"""A path, and what lies there now; None where nothing does."""


@dataclass(slots=True)
class _Folder:
    """A folder on the way to watched files, with the ids last seen under their names."""

    folders: dict[str, _Folder] = field(default_factory=dict)
    files: dict[str, pygit2.Oid | None] = field(default_factory=dict)
    tree: pygit2.Oid | None = None


class Watched:
    """What lies at the watched paths, in one tree after another.

    A folder that is the same as in the tree before is not opened, and one without watched files
    never is. A mode that changes alone is passed over: the bytes stay what they were.
    """

    def __init__(self, store: ObjectStore) -> None:
        self._store = store
        self._top = _Folder()

    def add(self, path: str) -> None:
        """Watch one more path, from the tree on that was last shown."""
        folder = self._top
        *steps, name = path.split("/")
        for step in steps:
            if step not in folder.folders:
                folder.folders[step] = _Folder(tree=self._inner(self._entry(folder.tree, step)))
            folder = folder.folders[step]
        found = self._entry(folder.tree, name)
        folder.files[name] = None if found is None or self._inner(found) else found.id

    def remove(self, path: str) -> None:
        """Watch a path no longer."""
        *steps, name = path.split("/")
        way = [self._top]
        for step in steps:
            way.append(way[-1].folders[step])
        way[-1].files.pop(name, None)
        for folder, step in zip(reversed(way[:-1]), reversed(steps), strict=True):
            inner = folder.folders[step]
            if not inner.folders and not inner.files:
                del folder.folders[step]

    def show(self, tree: pygit2.Oid | None) -> Iterator[Told]:
        """Yield each watched path at which this tree differs from the one shown before.

        None is a tree without anything, as before the first commit.
        """
        if tree != self._top.tree:
            yield from self._compare(self._top, "", tree)

    def _compare(self, folder: _Folder, prefix: str, oid: pygit2.Oid | None) -> Iterator[Told]:
        folder.tree = oid
        tree = None if oid is None else self._store.tree(oid)
        for name, seen in folder.files.items():
            found = _at(tree, name)
            now = None if found is None or isinstance(found, pygit2.Tree) else found.id
            if now != seen:
                folder.files[name] = now
                yield prefix + name, leaf(prefix + name, found)
        for name, inner in _other(folder.folders, tree):
            below = self._inner(_at(tree, name))
            if below != inner.tree:
                yield from self._compare(inner, f"{prefix}{name}/", below)

    def _entry(self, tree: pygit2.Oid | None, name: str) -> pygit2.Object | None:
        return None if tree is None else _at(self._store.tree(tree), name)

    @staticmethod
    def _inner(found: pygit2.Object | None) -> pygit2.Oid | None:
        return found.id if isinstance(found, pygit2.Tree) else None


def _at(tree: pygit2.Tree | None, name: str) -> pygit2.Object | None:
    try:
        return None if tree is None else tree[name]
    except (KeyError, ValueError):
        return None


def _other(folders: dict[str, _Folder], tree: pygit2.Tree | None) -> list[tuple[str, _Folder]]:
    """Return the folders that are not the same as when they were last seen.

    Nearly all of them are, in nearly every step of a walk: these loops are all that they cost.
    Looking a name up costs as much as three entries that are read in a row.
    """
    if tree is None:
        return list(folders.items())
    if 3 * len(folders) < len(tree):
        return [item for item in folders.items() if not _lies_in(tree, *item)]
    found: list[tuple[str, _Folder]] = []
    missing = len(folders)
    for entry in tree:
        name = entry.name or ""
        folder = folders.get(name)
        if folder is not None:
            missing -= 1
            if entry.id != folder.tree:
                found.append((name, folder))
    if missing:
        found += [item for item in folders.items() if item[0] not in tree]
    return found


def _lies_in(tree: pygit2.Tree, name: str, folder: _Folder) -> bool:
    found = _at(tree, name)
    return found is not None and found.id == folder.tree
