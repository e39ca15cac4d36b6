"""A tree in memory that counts what is read of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha1

from bot.core.errors import ErrorCode, failure
from bot.ports import SourceFile


class TextTree:
    """Files by their paths; a text of None cannot be read."""

    label = "texts"

    def __init__(self, texts: Mapping[str, str | None]) -> None:
        self._texts = texts
        self.read_files: list[str] = []

    def files(self) -> Iterable[SourceFile]:
        return [
            SourceFile(path, sha1((text or path).encode(), usedforsecurity=False).hexdigest())
            for path, text in self._texts.items()
        ]

    def waivers(self, beside: object = None) -> Iterable[SourceFile]:
        _ = beside
        return ()

    def read(self, file: SourceFile) -> bytes:
        self.read_files.append(file.path)
        text = self._texts[file.path]
        if text is None:
            raise failure(ErrorCode.UNREADABLE_FILE, "cannot be read", hint="none")
        return text.encode()
