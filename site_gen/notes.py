"""A file of notes by their keys, one line of JSON each, that a build leaves for the next one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from bot.adapters.files import write_atomically
from bot.core.errors import StewardError


class Notes:
    """Notes that were made before, as long as `mark` is the same; nowhere without a file.

    Only what is asked for or put in stays. What cannot be read is not there, and what cannot be
    written is not kept: neither is ever an error.
    """

    def __init__(self, file: Path | None, mark: str) -> None:
        self._file = file
        self._mark = mark
        self._known: Mapping[str, str] = {} if file is None else _lines(file, mark)
        self._used: dict[str, str] = {}

    def get(self, key: str) -> object:
        """Return the note of a key; None where there is none."""
        line = self._used.get(key) or self._known.get(key)
        if line is None:
            return None
        try:
            found: object = json.loads(line)
        except (ValueError, RecursionError):
            return None
        self._used[key] = line
        return found

    def put(self, key: str, note: object) -> None:
        """Make a note: a value of JSON that is not null. `key` has no white space."""
        self._used[key] = json.dumps(note)

    def __contains__(self, key: str) -> bool:
        """Tell whether the note of a key stays."""
        return key in self._used

    def close(self) -> None:
        """Write the notes that stay, unless they are those that were there, and begin anew."""
        same = self._used == self._known
        self._known, self._used = self._used, {}
        if self._file is None or same:
            return
        text = "\n".join((self._mark, *(f"{key}\t{line}" for key, line in self._known.items())))
        write_quietly(self._file, text.encode())


def write_quietly(file: Path, data: bytes) -> bool:
    """Put these bytes in the place of a file, whole or not at all; tell whether it was done."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(file, data)
    except (OSError, StewardError):
        return False
    return True


def _lines(file: Path, mark: str) -> Mapping[str, str]:
    try:
        first, *rest = file.read_bytes().decode("ascii").split("\n")
    except (OSError, ValueError):
        return {}
    if first != mark:
        return {}
    return {key: line for key, _, line in (one.partition("\t") for one in rest) if line}
