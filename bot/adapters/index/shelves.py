"""Puts the documents of a tree on a shelf, from the index where it knows them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bot.adapters.index.entries import names_in, volume_in, written
from bot.adapters.index.store import Store
from bot.core.errors import StewardError
from bot.core.lineage.names import Names
from bot.core.lineage.shelf import Shelf
from bot.ports import SourceFile, Tree

Progress = Callable[[str, int, int], None]


class Shelves:
    """Opens the shelf of a tree. Without a file for the index every document is read."""

    def __init__(self, file: Path | None, progress: Progress | None = None) -> None:
        self._file = file
        self._progress = progress

    def open(self, tree: Tree) -> Shelf:
        """Return all documents of a tree that can be read; no others are told here."""
        files = tuple(tree.files())
        store = None if self._file is None else Store(self._file)
        known = {} if store is None else store.load({file.id for file in files if file.id})
        names: dict[str, Names] = {}
        entries: dict[str, str] = {}
        fresh: dict[str, str] = {}
        for done, file in enumerate(files):
            entry = known.get(file.id) or fresh.get(file.id)
            told = None if entry is None else _names(entry)
            if entry is None or told is None:
                self._tell(done, len(files))
                entry = _read(tree, file)
                told = None if entry is None else names_in(entry)
                if entry is not None and file.id:
                    fresh[file.id] = entry
            if entry is not None and told:
                names[file.path], entries[file.path] = told[0], entry
        if store is not None:
            store.add(fresh, known)
        return Shelf(names, lambda path: volume_in(entries[path], path))

    def _tell(self, done: int, number: int) -> None:
        if self._progress is not None:
            self._progress("Reading the lineage", done, number)


def _names(entry: str) -> tuple[Names, ...] | None:
    """Return the names in an entry, none for a text without; None where it makes no sense."""
    try:
        return names_in(entry)
    except (ValueError, TypeError):
        return None


def _read(tree: Tree, file: SourceFile) -> str | None:
    try:
        return written(tree.read(file))
    except StewardError:
        return None
