"""Looks paths up in trees and lists them, as plain values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pygit2

from bot.adapters.git import faults
from bot.adapters.git.objects import ObjectStore
from bot.core.history.file_paths import normal
from bot.core.history.snapshot import Blob, FileMode
from bot.core.records import dataclass

MAX_ENTRIES = 500_000
"""No more entries are listed in one call: a few trees may unfold into billions of paths."""

MAX_DEPTH = 1_000
_MODES = {0o100755: FileMode.EXECUTABLE, 0o120000: FileMode.SYMLINK, 0o160000: FileMode.SUBMODULE}


@dataclass(frozen=True, slots=True)
class Scope:
    """Which paths are meant: those under any of the folders, whose names end as given.

    No folders means the whole tree, no suffixes every name.
    """

    under: tuple[str, ...]
    suffixes: tuple[str, ...]

    @classmethod
    def of(cls, under: Iterable[str], suffixes: Iterable[str]) -> Scope:
        """Return the scope; E309 for a folder that is no plain path inside the repository."""
        names = (under,) if isinstance(under, str) else under
        folders = {normal(faults.checked_path(path)) for path in names}
        kept = tuple(path for path in sorted(folders) if folders.isdisjoint(_around(path)))
        return cls(kept or ("",), tuple(suffix.lower() for suffix in suffixes))

    def takes(self, path: str) -> bool:
        """Return whether the path's name ends as wanted, in upper or lower case."""
        return not self.suffixes or path.lower().endswith(self.suffixes)

    def covers(self, path: str) -> bool:
        """Return whether the path is meant: named itself, or in a folder and named as wanted."""
        return path in self.under or (
            self.takes(path) and any(is_inside(path, folder) for folder in self.under)
        )


def _around(path: str) -> Iterator[str]:
    """Yield the folders in which a path lies, the whole tree among them."""
    if path:
        yield ""
    parts = path.split("/")
    for length in range(1, len(parts)):
        yield "/".join(parts[:length])


def is_inside(path: str, folder: str) -> bool:
    """Return whether the path is the folder or lies in it; everything lies in ""."""
    return not folder or path == folder or path.startswith(f"{folder}/")


def entry_at(store: ObjectStore, tree: pygit2.Tree, path: str) -> pygit2.Object | None:
    """Return what lies at a path of the tree, not loaded; None where nothing does."""
    found: pygit2.Object | None = None
    for part in path.split("/"):
        if found is not None:
            if not isinstance(found, pygit2.Tree):
                return None
            tree = store.tree(found.id)
        try:
            found = tree[part]
        except (KeyError, ValueError):
            return None
    return found


def blob_at(store: ObjectStore, tree: pygit2.Tree, path: str) -> Blob | None:
    """Return the file, link or submodule at a path of the tree; None where there is none."""
    return leaf(path, entry_at(store, tree, path))


def blobs(store: ObjectStore, tree: pygit2.Tree, scope: Scope) -> Iterator[Blob]:
    """Yield what lies in the scope, folder by folder, each in Git's own order of names."""
    seen = 0
    for start in scope.under:
        found = loaded_entry(store, tree, start)
        if found is not None and not isinstance(found, pygit2.Tree):
            yield _blob(start, found)
        stack = [(start, found.id, 0)] if isinstance(found, pygit2.Tree) else []
        while stack:
            folder, oid, depth = stack.pop()
            below = []
            for entry in store.tree(oid):
                seen += 1
                path = joined(folder, entry.raw_name or b"")
                if isinstance(entry, pygit2.Tree):
                    below.append((path, entry.id, depth + 1))
                elif scope.takes(path):
                    yield _blob(path, entry)
            refuse_endless(seen, depth)
            stack += reversed(below)


def refuse_endless(seen: int, depth: int, limit: int = MAX_ENTRIES) -> None:
    """Raise E104 or E105 once more was looked at than any honest repository holds."""
    if seen > limit:
        raise faults.too_many(limit)
    if depth > MAX_DEPTH:
        raise faults.too_deep(MAX_DEPTH)


def loaded_entry(store: ObjectStore, tree: pygit2.Tree | None, path: str) -> pygit2.Object | None:
    """Return what lies at a path, a folder loaded; the tree itself for the path ""."""
    if tree is None or not path:
        return tree
    found = entry_at(store, tree, path)
    return store.tree(found.id) if isinstance(found, pygit2.Tree) else found


def leaf(path: str, entry: pygit2.Object | None) -> Blob | None:
    """Return the entry as a plain value; None for a folder, or for nothing."""
    return None if entry is None or isinstance(entry, pygit2.Tree) else _blob(path, entry)


def _blob(path: str, entry: pygit2.Object) -> Blob:
    return Blob(path, str(entry.id), mode_of(int(entry.filemode)))


def mode_of(mode: int) -> FileMode:
    """Return what Git's number for a mode stands for."""
    return _MODES.get(mode, FileMode.FILE)


def joined(folder: str, name: bytes) -> str:
    """Return the path of an entry. A slash inside a name, as no honest tree has, is an escape."""
    text = visible(name).replace("/", r"\x2f")
    return f"{folder}/{text}" if folder else text


def visible(raw: bytes) -> str:
    """Return the bytes as text; those that are not UTF-8 become escapes, and so are refused."""
    return raw.decode("utf-8", "backslashreplace")
