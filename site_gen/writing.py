"""Writes pages and files below one folder, and nowhere else."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Written:
    """A file below a folder: its path, its size in bytes, its time of change in nanoseconds."""

    path: str
    size: int
    time: int


class Writer:
    """Writes below a folder. Folders are made once, and each path is checked to lie inside."""

    def __init__(self, top: Path) -> None:
        self._top = top
        self._made: set[str] = set()

    def page(self, folder: str, text: str) -> Written:
        """Write a page as the `index.html` of its folder."""
        return self.write(
            f"{folder}/index.html" if folder else "index.html",
            text.encode("utf-8", "xmlcharrefreplace"),
        )

    def write(self, path: str, data: bytes) -> Written:
        """Write a file. Raises ValueError for a path that leaves the folder."""
        steps = path.split("/")
        if not all(steps) or ".." in steps or "." in steps or "\\" in path or "\0" in path:
            message = f"{path!r} is no path inside of the site"
            raise ValueError(message)
        parent = path.rpartition("/")[0]
        if parent not in self._made:
            (self._top / parent).mkdir(parents=True, exist_ok=True)
            self._made.add(parent)
        with (self._top / path).open("wb") as file:
            file.write(data)
            file.flush()
            stat = os.fstat(file.fileno())
        return Written(path, stat.st_size, stat.st_mtime_ns)
