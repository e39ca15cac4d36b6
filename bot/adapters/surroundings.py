"""Looks at what a repository has before the steward comes: contracts, owners, a site."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from bot.adapters.files import read_file
from bot.adapters.site_settings import SITE_FILES
from bot.core.errors import StewardError
from bot.core.records import dataclass

_MOST_FILES = 50_000
_HEAD_BYTES = 65_536
_NAMED = (".odcs.yaml", ".odcs.yml", ".odps.yaml", ".odps.yml")
_YAML = (".yaml", ".yml")
_KIND = re.compile(rb"^kind:[ \t]*[\"']?(?:DataContract|DataProduct)\b", re.MULTILINE)
_LEFT_OUT = frozenset({"node_modules", "site-packages", "__pycache__", "venv"})
# In the order in which GitHub looks for the file.
_OWNERS = (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is there: contract files, the places that cover them, CODEOWNERS, MkDocs's settings."""

    contracts: tuple[str, ...]
    places: tuple[str, ...]
    owners: str | None
    site: str | None


def look_around(top: Path) -> Surroundings:
    """Return what the folder has.

    Hidden folders, those of installed packages and other repositories in it are left out.
    """
    files = tuple(_yaml_files(top))
    contracts = tuple(path for path in files if _is_contract(top, path))
    return Surroundings(
        contracts=contracts,
        places=tuple(_places(contracts, set(files) - set(contracts))),
        owners=next((path for path in _OWNERS if (top / path).is_file()), None),
        site=next((path for path in SITE_FILES if (top / path).is_file()), None),
    )


def _yaml_files(top: Path) -> Iterator[str]:
    """Yield the YAML files by their path below the folder; not beyond so many files in all."""
    seen = 0
    for folder, folders, names in os.walk(top):
        folders[:] = sorted(name for name in folders if _is_own(folder, name))
        seen += len(names)
        if seen > _MOST_FILES:
            return
        for name in sorted(names):
            path = Path(folder, name)
            if name.lower().endswith(_YAML) and not path.is_symlink() and _can_be_told(path):
                yield path.relative_to(top).as_posix()


def _is_own(folder: str, name: str) -> bool:
    """Tell whether a folder is of this repository: not hidden, of a package, or a submodule."""
    if name.startswith(".") or name in _LEFT_OUT:
        return False
    return not os.path.lexists(os.path.join(folder, name, ".git"))  # noqa: PTH118  # of os.walk


def _can_be_told(path: Path) -> bool:
    """Tell whether YAML can hold the path: names on disk need not be UTF-8."""
    try:
        path.as_posix().encode()
    except UnicodeEncodeError:
        return False
    return True


def _is_contract(top: Path, path: str) -> bool:
    if path.lower().endswith(_NAMED):
        return True
    try:
        head = read_file(top / path)[:_HEAD_BYTES]
    except StewardError:
        return False
    return _KIND.search(head) is not None


def _places(contracts: tuple[str, ...], others: set[str]) -> Iterator[str]:
    """Yield folders, or patterns where other YAML lies beside the contracts, that cover them."""
    groups: dict[str, list[str]] = {}
    for path in contracts:
        first, slash, _ = path.partition("/")
        groups.setdefault(first if slash else "", []).append(path)
    for first, paths in groups.items():
        folder = os.path.commonpath([str(Path(path).parent) for path in paths]) if first else ""
        folder = folder.replace(os.sep, "/")
        inside = [path for path in others if not folder or path.startswith(f"{folder}/")]
        if folder and not inside:
            yield folder
        elif all(path.lower().endswith(_NAMED) for path in paths):
            start = f"{folder}/" if folder else ""
            yield from sorted({f"{start}*{_named(path)}" for path in paths})
        else:
            yield from paths


def _named(path: str) -> str:
    return next(path[-len(end) :] for end in _NAMED if path.lower().endswith(end))
