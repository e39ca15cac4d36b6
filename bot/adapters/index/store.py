"""The file that keeps entries by the id of a blob; one line each, checked before it is believed.

A line that was cut, changed, written by another version or under another id is passed over. Whoever
may write the file may write the repository around it: the check is against accidents, not people.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Collection, Mapping
from hashlib import blake2b
from pathlib import Path

from bot import __version__
from bot.adapters.files import write_atomically
from bot.core.errors import StewardError

FORMAT = 1
"""Grows whenever the same text would give another entry."""
_KEY = f"contract-steward {__version__} index {FORMAT}".encode()
_CHECK = 16
_MOST_BYTES = 512 * 1024 * 1024
_SPARE = 2_000
"""So many entries that nobody asked for may stay, beside as many again as were asked for."""
_FLAGS = os.O_WRONLY | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)


class Store:
    """Entries in a file, which need not exist. Nothing that goes wrong with it is an error."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lines = 0

    def load(self, wanted: Collection[str] | None = None) -> dict[str, str]:
        """Return the entries of these blobs, or of all, as far as they are there and sound."""
        try:
            if self._file.stat().st_size > _MOST_BYTES:
                return {}
            lines = self._file.read_bytes().split(b"\n")
        except (OSError, ValueError, MemoryError):
            return {}
        found: dict[str, str] = {}
        keys = {blob.encode(): blob for blob in wanted or ()}
        for line in lines:
            key, _, rest = line.partition(b" ")
            blob = keys.get(key) if wanted is not None else key.decode("ascii", "replace")
            self._lines += bool(line)
            if blob is not None and rest[:_CHECK] == _check(key, rest[_CHECK:]):
                with contextlib.suppress(UnicodeDecodeError):
                    found[blob] = rest[_CHECK:].decode("ascii")
        return found

    def add(self, fresh: Mapping[str, str], known: Mapping[str, str]) -> None:
        """Keep fresh entries beside those that were loaded; leave out most others if many."""
        if not fresh:
            return
        lean = self._lines <= 2 * (len(known) + len(fresh)) + _SPARE
        with contextlib.suppress(OSError, StewardError, ValueError):
            self._file.parent.mkdir(exist_ok=True)
            if lean and self._lines:
                _append(self._file, _text(fresh))
            else:
                write_atomically(self._file, _text({**known, **fresh}))


def _append(file: Path, text: bytes) -> None:
    """Add lines at the end, in one go: those of another run are not torn apart."""
    number = os.open(file, _FLAGS)
    try:
        os.write(number, text)
    finally:
        os.close(number)


def _text(entries: Mapping[str, str]) -> bytes:
    """Return entries as lines, an empty one first: the last one there may have been cut."""
    return b"\n" + b"".join(_line(blob, entry) for blob, entry in entries.items())


def _line(blob: str, entry: str) -> bytes:
    key, rest = blob.encode(), entry.encode("ascii")
    return b"%s %s%s\n" % (key, _check(key, rest), rest)


def _check(key: bytes, rest: bytes) -> bytes:
    """Return the check of an entry: it holds for this blob and this version alone."""
    digest = blake2b(key, digest_size=_CHECK // 2, key=_KEY)
    digest.update(rest)
    return digest.hexdigest().encode()
