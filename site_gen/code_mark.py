"""Tells whether what makes pages is what made those that were kept."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib import metadata
from pathlib import Path

import bot
import site_gen

_PROJECT = "contract-steward"
_ENDS = (".py", ".html", ".json", ".yml")
_NAME = re.compile(r"[A-Za-z0-9._-]+")


@cache
def code_mark() -> str:
    """Return a mark of what makes pages: our own code, the libraries that it uses, and Python.

    It is told once, since a process that serves a site works with the code that it began with.
    """
    return mark_of(Path(module.__file__ or "").parent for module in (bot, site_gen))


def mark_of(folders: Iterable[Path]) -> str:
    """Return a mark of the code in some folders, of the libraries that it uses, and of Python.

    It is told from what is in files and not from their times, which each installation sets anew.
    """
    mark = sha256(repr((sys.version_info[:3], [*_libraries()])).encode())
    for top in folders:
        for file in sorted(file for file in top.rglob("*") if file.suffix in _ENDS):
            data = file.read_bytes()
            mark.update(f"{file.relative_to(top.parent).as_posix()} {len(data)}\n".encode())
            mark.update(data)
    return mark.hexdigest()


def _libraries() -> Iterator[tuple[str, str]]:
    """Yield the name and the version of each library that is there of those that we ask for."""
    try:
        wanted = metadata.requires(_PROJECT) or ()
    except metadata.PackageNotFoundError:
        return
    for one in wanted:
        found = _NAME.match(one)
        try:
            yield one, metadata.version(found[0] if found else one)
        except metadata.PackageNotFoundError:
            continue
