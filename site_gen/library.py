"""The documents of the newest commit: all of them in brief, and each of them whole when asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bot.adapters.reading import read
from bot.core.contract.model import Contract, DataProduct
from bot.core.errors import StewardError
from site_gen import indexing
from site_gen.brief import Brief, ProductBrief, brief, from_plain, plain
from site_gen.notes import Notes
from site_gen.sharing import SharedPlaces

Take = Callable[[], bytes]
"""Reads a file; raises StewardError where it cannot be read."""


class Library:
    """Documents by their files and by what is in them. What is read whole stays until `close`.

    `folder` has the notes that builds leave for each other; without one they stay in memory.
    `mark` is another one whenever our own code is.
    """

    def __init__(self, folder: Path | None = None, mark: str = "") -> None:
        self.identities = _notes(folder, "identities", mark)
        self.hearings = _notes(folder, "lineage", mark)
        self._briefs = _notes(folder, "documents", mark)
        self._indexes = _notes(folder, "words", mark)
        self._takes: dict[tuple[str, str], Take] = {}
        self._wholes: dict[tuple[str, str], Contract | DataProduct] = {}
        self._places = SharedPlaces()

    def brief(self, file: str, content: str, take: Take) -> Brief | ProductBrief:
        """Return the document in a file in brief.

        `content` is an id of what is in the file, "" where it has none. Raises StewardError with
        every fault of the file.
        """
        self._takes[file, content] = take
        if not content:
            self._wholes.pop((file, content), None)
        key = _key(file, content)
        found = from_plain(self._briefs.get(key), file, content) if content else None
        if found is None:
            whole = self._whole(file, content)
            found = brief(whole, content)
            if content:
                self._briefs.put(key, plain(found))
            if content and isinstance(whole, Contract):
                self._indexes.put(key, indexing.plain(indexing.indexed(whole)))
        return found

    def index(self, brief: Brief) -> indexing.Indexed:
        """Return what a search finds in a contract. It is much, so it is read when asked for."""
        key = _key(brief.head.file, brief.content)
        found = indexing.from_plain(self._indexes.get(key)) if brief.content else None
        return found or indexing.indexed(self.contract(brief))

    def whole(self, brief: Brief | ProductBrief) -> Contract | DataProduct:
        """Return a document with all that is in it; as it is where it cannot be read any more."""
        try:
            return self._whole(brief.head.file, brief.content)
        except StewardError:
            return brief.head

    def contract(self, brief: Brief) -> Contract:
        """Return a contract with its fields, as `whole` does."""
        found = self.whole(brief)
        return found if isinstance(found, Contract) else brief.head

    def _whole(self, file: str, content: str) -> Contract | DataProduct:
        key = (file, content)
        if key not in self._wholes:
            found = read(self._takes[key](), file)
            self._places.share(found.node)
            self._wholes[key] = found
        return self._wholes[key]

    def release(self, brief: Brief) -> None:
        """Let a document go: it will be read again where somebody asks for it."""
        self._wholes.pop((brief.head.file, brief.content), None)

    def close(self) -> None:
        """Leave the notes of this build for the next one."""
        self._takes, self._wholes = {}, {}
        for notes in (self.identities, self.hearings, self._briefs, self._indexes):
            notes.close()


def _key(file: str, content: str) -> str:
    """Return the key of a document; the name of a file may have white space in it."""
    return f"{content}:{file.encode('utf-8', 'surrogatepass').hex()}"


def _notes(folder: Path | None, name: str, mark: str) -> Notes:
    return Notes(None if folder is None else folder / name, mark)
