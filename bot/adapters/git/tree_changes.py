"""Compares two trees. Folders that are equal on both sides are never opened.

libgit2's own comparison opens them all, so that its cost follows the repository and not the
change; and it cannot be stopped on trees that were made to unfold into billions of paths.
"""

from __future__ import annotations

from collections.abc import Iterator

import pygit2

from bot.adapters.git.objects import ObjectStore
from bot.adapters.git.trees import Scope, joined, leaf, loaded_entry, refuse_endless
from bot.core.history.snapshot import PathChange

Pair = tuple[pygit2.Object | None, pygit2.Object | None]
"""What lies at one path in the old tree and in the new one."""

MAX_CHANGED = 100_000
"""No more entries are compared in one call, counted in the folders that differ."""

_FEW = 64


def changes(
    store: ObjectStore, old: pygit2.Tree | None, new: pygit2.Tree | None, scope: Scope
) -> Iterator[PathChange]:
    """Yield what differs between two trees inside the scope, sorted by path; None is empty."""
    seen = 0
    for start in scope.under:
        pair = loaded_entry(store, old, start), loaded_entry(store, new, start)
        stack = [(*item, 0) for item in reversed(_items(start, pair))] if _differ(pair) else []
        while stack:
            path, pair, is_folder, depth = stack.pop()
            if not is_folder:
                if path == start or scope.takes(path):
                    yield PathChange(path, leaf(path, pair[0]), leaf(path, pair[1]))
                continue
            folders = _folder(store, pair[0]), _folder(store, pair[1])
            seen += sum(len(folder) for folder in folders if folder is not None)
            refuse_endless(seen, depth, MAX_CHANGED)
            inner = [
                (*item, depth + 1)
                for name, entries in _differing(*folders).items()
                for item in _items(joined(path, name), entries)
            ]
            # A folder is sorted by its name with the slash, as its files are by their paths.
            inner.sort(key=lambda item: item[0] + "/" * item[2], reverse=True)
            stack += inner


def _items(path: str, pair: Pair) -> list[tuple[str, Pair, bool]]:
    """Return the path once as a file and once as a folder, where it is the one or the other."""
    folders = [isinstance(entry, pygit2.Tree) for entry in pair if entry is not None]
    return [(path, pair, is_folder) for is_folder in sorted(set(folders))]


def _differing(old: pygit2.Tree | None, new: pygit2.Tree | None) -> dict[bytes, Pair]:
    """Return the entries, by name, that differ between two folders."""
    before = _entries(old)
    after = _entries(new)
    names = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    # Asking for a mode is slow, and it nearly never changes alone. What is left of the two
    # folders without the entries that differ is the same text, unless some mode did.
    if len(names) > _FEW or _rest(old, before, names) != _rest(new, after, names):
        names |= {
            name
            for name in (before.keys() & after.keys()) - names
            if before[name].filemode != after[name].filemode
        }
    return {name: (before.get(name), after.get(name)) for name in names}


def _entries(tree: pygit2.Tree | None) -> dict[bytes, pygit2.Object]:
    return {} if tree is None else {entry.raw_name or b"": entry for entry in tree}


def _rest(
    tree: pygit2.Tree | None, entries: dict[bytes, pygit2.Object], names: set[bytes]
) -> bytes:
    """Return the text of a tree without some of its entries."""
    text = b"" if tree is None else tree.read_raw()
    for name in names & entries.keys():
        entry = entries[name]
        text = text.replace(b"%o %s\0%s" % (int(entry.filemode), name, entry.id.raw), b"", 1)
    return text


def _differ(pair: Pair) -> bool:
    old, new = pair
    if old is None or new is None or old.id != new.id:
        return old is not new
    is_folder = isinstance(old, pygit2.Tree), isinstance(new, pygit2.Tree)
    return not any(is_folder) and old.filemode != new.filemode


def _folder(store: ObjectStore, entry: pygit2.Object | None) -> pygit2.Tree | None:
    return store.tree(entry.id) if isinstance(entry, pygit2.Tree) else None
