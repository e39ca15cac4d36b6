"""Lets what stood of the last build stand where nothing about it changed.

MkDocs empties the folder of the site before it builds. What is in it is set aside in a hidden
folder, which MkDocs leaves alone; what would be written again as it was is moved back from there.
A file counts as it was while nobody touched it: its size and its time are those that it had when it
was written.
"""

from __future__ import annotations

import json
import os
import shutil
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from site_gen.notes import write_quietly
from site_gen.writing import Written

ASIDE = ".contracts-aside"
"""The folder in the site in which the last build lies during the next one."""


@dataclass(frozen=True, slots=True)
class Footprint:
    """What a group of pages left in the site: its files, and the marks of all that is around it."""

    files: tuple[Written, ...]
    around: Mapping[str, str]


@dataclass(slots=True)
class _Folder:
    """A folder of what was set aside: what is in it, and how many files with those below."""

    files: dict[str, tuple[int, int]] = field(default_factory=dict)
    folders: list[str] = field(default_factory=list)
    total: int = 0


class Standing:
    """The files of the last build, by the groups in which they were written.

    `ledger` is the file that remembers them, and nothing that is wrong with it is an error; without
    one, nothing is remembered. Raises OSError where the site's folder cannot be written.
    """

    def __init__(self, site: Path, ledger: Path | None) -> None:
        self._site = site
        self._ledger = ledger
        self._aside = site / ASIDE
        self._known = {} if ledger is None else _read(ledger, site)
        self._now: dict[str, Footprint] = {}
        self._folders: dict[str, _Folder] = {}
        shutil.rmtree(self._aside, ignore_errors=True)
        if self._known and site.is_dir():
            self._set_aside()

    def _set_aside(self) -> None:
        self._aside.mkdir()
        for one in list(self._site.iterdir()):
            if not one.name.startswith("."):
                one.rename(self._aside / one.name)
        self._folders = _walk(self._aside)

    def around(self, key: str) -> tuple[str, ...]:
        """Return the names of all that was around a group; nothing where the group is unknown."""
        known = self._known.get(key)
        return tuple(known.around) if known else ()

    def stays(self, key: str, around: Mapping[str, str]) -> bool:
        """Put the files of a group back, and tell whether they all stand as they were written."""
        known = self._known.get(key)
        if known is None or known.around != around:
            return False
        if not all(self._stands(file) for file in known.files):
            return False
        counted: defaultdict[str, int] = defaultdict(int)
        for file in known.files:
            for folder in _above(file.path):
                counted[folder] += 1
        whole = {name for name, count in counted.items() if self._folders[name].total == count}
        try:
            for path in _tops(known.files, whole):
                self._move(path)
        except OSError:  # somebody else builds the same site at the same time
            return False
        self._now[key] = known
        return True

    def _stands(self, file: Written) -> bool:
        folder, _, name = file.path.rpartition("/")
        found = self._folders.get(folder)
        return found is not None and found.files.get(name) == (file.size, file.time)

    def _move(self, path: str) -> None:
        """Move a file or a folder back; into a folder that is there already piece by piece."""
        start, end = self._aside / path, self._site / path
        end.parent.mkdir(parents=True, exist_ok=True)
        folder = self._folders.get(path)
        if folder is None or not end.exists():
            start.rename(end)
            return
        for name in (*folder.files, *folder.folders):
            self._move(f"{path}/{name}")

    def note(self, key: str, found: Footprint) -> None:
        """Remember what a group left in the site."""
        self._now[key] = found

    def close(self) -> None:
        """Forget what nobody asked for, and remember the rest for the next build."""
        shutil.rmtree(self._aside, ignore_errors=True)
        if self._ledger is not None:
            lines = [json.dumps({"site": str(self._site)}), *map(_line, self._now.items())]
            write_quietly(self._ledger, "\n".join(lines).encode())


def _walk(top: Path) -> dict[str, _Folder]:
    """Return every folder below one by its path, "" being that one; links are not followed."""
    found: dict[str, _Folder] = {}
    waiting = [""]
    while waiting:
        path = waiting.pop()
        folder = found[path] = _Folder()
        with os.scandir(top / path) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folder.folders.append(entry.name)
                else:
                    stat = entry.stat(follow_symlinks=False)
                    folder.files[entry.name] = (stat.st_size, stat.st_mtime_ns)
        waiting += (f"{path}/{name}" if path else name for name in folder.folders)
    for path, folder in reversed(found.items()):
        folder.total += len(folder.files)
        if path:
            found[path.rpartition("/")[0]].total += folder.total
    return found


def _above(path: str) -> Iterator[str]:
    """Yield the folders that a path lies in, the nearest first; never the site's own."""
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def _tops(files: tuple[Written, ...], whole: set[str]) -> dict[str, None]:
    """Return the largest folders that belong to these files alone, and the files outside them."""
    found: dict[str, None] = {}
    for file in files:
        top = file.path
        for folder in _above(file.path):
            if folder not in whole:
                break
            top = folder
        found[top] = None
    return found


def _line(pair: tuple[str, Footprint]) -> str:
    key, found = pair
    files = [[file.path, file.size, file.time] for file in found.files]
    return json.dumps([key, files, dict(found.around)])


def _read(ledger: Path, site: Path) -> dict[str, Footprint]:
    """Return the groups of the last build of this site, as far as they can be read."""
    try:
        head, *lines = ledger.read_bytes().split(b"\n")
        if json.loads(head) != {"site": str(site)}:
            return {}
        return dict(_group(json.loads(line)) for line in lines)
    except (OSError, ValueError, TypeError, RecursionError):
        return {}


def _group(told: object) -> tuple[str, Footprint]:
    if not isinstance(told, list):
        raise TypeError(told)
    key, files, around = told
    return str(key), Footprint(tuple(Written(*file) for file in files), dict(around))
