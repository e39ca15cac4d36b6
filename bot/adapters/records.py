"""The records of deprecation in the blobs of a repository, kept in a file between runs."""

from __future__ import annotations

from pathlib import Path

from bot.adapters.git import Repository
from bot.adapters.index.store import Store
from bot.adapters.standings import contract_in, data_of, marked
from bot.core.deprecation.record import Record, read_record, record, written
from bot.core.deprecation.standing import Standing
from bot.core.history.life import Bare, Known, Named
from bot.core.history.snapshot import Blob
from bot.core.versions import release_line

_BARE = "bare"
"""Kept of a blob without any mark of a deprecation."""
_NOTHING = "nothing"
"""Kept of a blob with such a mark that is no contract."""


class Records:
    """What blobs call deprecated, each read once. Without a file every run reads anew."""

    def __init__(self, repository: Repository, file: Path | None) -> None:
        self._repository = repository
        self._store = None if file is None else Store(file)
        self._kept = {} if self._store is None else self._store.load()
        self._used: dict[str, str] = {}
        self._fresh: dict[str, str] = {}
        self._records: dict[str, Record | None] = {}

    def of(self, blob: Blob) -> Record | None:
        """Return the record of a blob; None for what is no contract, or calls nothing deprecated.

        Of two files with the same bytes the first one's path is told.
        """
        if blob.id not in self._records:
            self._records[blob.id] = self._read(blob, self._entry(blob))
        return self._records[blob.id]

    def standing(self, blob: Blob | None) -> Standing | None:
        """Return what a blob calls deprecated; None where that is nothing."""
        found = None if blob is None else self.of(blob)
        return None if found is None else found.standing

    def know(self, blob: Blob) -> Known:
        """Return who lies in a blob, where it calls anything deprecated."""
        if self._entry(blob) == _BARE:
            return Bare()
        found = self.of(blob)
        if found is None:
            return None
        return Named(found.head.id, release_line(found.head.version))

    def keep(self) -> None:
        """Write what was read anew, for the next run."""
        if self._store is not None:
            self._store.add(self._fresh, self._used)

    def _entry(self, blob: Blob) -> str:
        known = self._used.get(blob.id) or self._fresh.get(blob.id)
        if known is not None:
            return known
        kept = self._kept.get(blob.id)
        if kept is not None:
            self._used[blob.id] = kept
            return kept
        self._fresh[blob.id] = self._written(blob)
        return self._fresh[blob.id]

    def _written(self, blob: Blob) -> str:
        data = data_of(self._repository, blob)
        if data is not None and not marked(data):
            return _BARE
        found = None if data is None else contract_in(data, blob.path)
        return _NOTHING if found is None else written(record(found))

    def _read(self, blob: Blob, entry: str) -> Record | None:
        if entry in (_BARE, _NOTHING):
            return None
        try:
            return read_record(entry, blob.path)
        except (ValueError, TypeError, KeyError):
            self._fresh[blob.id] = self._written(blob)
            return self._read(blob, self._fresh[blob.id])
