"""Contract files on disk, outside any repository or named one by one."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bot.adapters.files import exists, is_folder, read_file
from bot.adapters.registry import SUFFIXES, Places, beside_of
from bot.core.errors import ErrorCode, Location, StewardError, failure
from bot.core.waiver import contract_files, is_waivers_file
from bot.ports import SourceFile

_EVERYWHERE = Places((".",))


class DiskTree:
    """Files on disk outside any repository, or named one by one.

    A folder that cannot be looked into is listed in the place of its files, and fails in `read`.
    """

    def __init__(
        self, paths: Sequence[Path], places: Places | None = None, label: str = "files on disk"
    ) -> None:
        self._paths = paths
        self._places = places or _EVERYWHERE
        self.label = label
        self._closed: dict[str, StewardError] = {}

    def files(self) -> Iterable[SourceFile]:
        """Return the files, and the YAML files in the folders, sorted by path.

        A file of waivers that is named stands for the contract beside it.
        """
        found: list[str] = []
        for path in self._paths:
            if is_folder(path):
                found += (str(path / inside) for inside in self._inside(path, waivers=False))
            elif is_waivers_file(str(path)):
                found += filter(_is_there, contract_files(str(path)))
            else:
                found.append(str(path))
        return [SourceFile(path, "") for path in sorted(dict.fromkeys((*found, *self._closed)))]

    def waivers(self, beside: Sequence[str] | None = None) -> Iterable[SourceFile]:
        """Return the files of waivers beside these contract files; without any, all of them."""
        found: list[str] = []
        if beside is not None:
            found += filter(_is_there, beside_of(beside))
        for path in self._paths if beside is None else ():
            if is_folder(path):
                found += (str(path / inside) for inside in self._inside(path, waivers=True))
            elif is_waivers_file(str(path)):
                found.append(str(path))
            else:
                found += filter(_is_there, beside_of([str(path)]))
        return [SourceFile(path, "") for path in sorted(dict.fromkeys(found))]

    def _inside(self, folder: Path, *, waivers: bool) -> Iterator[str]:
        """Yield the files in a folder, by their paths in it; links are taken, not followed."""
        covers = self._places.cover_waivers if waivers else self._places.cover
        walk = os.walk(folder, onerror=lambda error: self._close(folder, error))
        for around, folders, names in walk:
            links = [name for name in folders if Path(around, name).is_symlink()]
            folders[:] = [name for name in folders if name != ".git"]
            for name in (*names, *links):
                inside = Path(around, name).relative_to(folder).as_posix()
                if name.lower().endswith(SUFFIXES) and covers(inside):
                    yield inside

    def _close(self, top: Path, error: OSError) -> None:
        """Remember a folder that cannot be looked into, if contracts are expected in it."""
        path = Path(os.fsdecode(error.filename or top))
        if path != top and not self._places.cover(f"{path.relative_to(top).as_posix()}/x.yaml"):
            return
        gone = isinstance(error, FileNotFoundError | NotADirectoryError)
        reason = "it went while it was read" if gone else error.strerror or "it cannot be read"
        self._closed[str(path)] = failure(
            ErrorCode.UNREADABLE_FILE,
            f"the folder cannot be looked into: {reason}",
            hint="run the command again" if gone else "check the permissions of the folder",
            where=Location(str(path)),
        )

    def read(self, file: SourceFile) -> bytes:
        """Return a file's bytes. Raises StewardError where it may not or cannot be read."""
        if file.path in self._closed:
            raise self._closed[file.path]
        return read_file(Path(file.path))


def _is_there(path: str) -> bool:
    return exists(Path(path))
