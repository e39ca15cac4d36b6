"""Which paths may be used, how they are written, and how any text is shown on one line."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable

MAX_PATH = 4096
_INVISIBLE = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def normal(path: str) -> str:
    """Return the path as Git writes it: no `./`, no doubled nor trailing slash; "" is the top."""
    return "/".join(part for part in path.split("/") if part not in {"", "."})


def objection(path: str) -> str:
    """Return why a path inside a repository may not be used, or "" where it may.

    The rules hold for every system, so that a path that is refused on one is refused on all:
    Windows reads a backslash as a slash and `.git.` as `.git`, and a Mac skips invisible signs.
    """
    return next((reason for forbids, reason in _OBJECTIONS if forbids(path)), "")


def twins(paths: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Return the groups of paths that one folder of a Mac or of Windows cannot hold side by side.

    Two such paths differ in upper and lower case alone, or in how an accent is encoded.
    """
    groups: dict[str, list[str]] = {}
    for path in paths:
        groups.setdefault(unicodedata.normalize("NFC", path).casefold(), []).append(path)
    return tuple(tuple(sorted(group)) for group in groups.values() if len(set(group)) > 1)


def shown(text: str, limit: int = 200) -> str:
    """Return the text on one line: control and invisible characters as escapes, the rest cut."""
    visible = "".join(
        sign.encode("unicode_escape").decode("ascii")
        if unicodedata.category(sign) in _INVISIBLE
        else sign
        for sign in text[: limit + 1]
    )
    return visible if len(visible) <= limit else visible[: limit - 1] + "…"


def _names_git(part: str) -> bool:
    """Tell whether some file system takes this name for `.git`."""
    return part.partition(":")[0].rstrip(". ").casefold() in {".git", "git~1"}


_OBJECTIONS: tuple[tuple[Callable[[str], bool], str], ...] = (
    (lambda path: len(path) > MAX_PATH, f"is longer than {MAX_PATH} characters"),
    (
        lambda path: any(unicodedata.category(sign) in _INVISIBLE for sign in path),
        "holds control or invisible characters",
    ),
    (lambda path: "\\" in path, "holds a backslash, or bytes that are not UTF-8"),
    (
        lambda path: path.startswith("/") or path[1:2] == ":",
        "is absolute; paths count from the top of the repository",
    ),
    (lambda path: ".." in path.split("/"), "holds `..`"),
    (lambda path: any(_names_git(part) for part in path.split("/")), "leads into `.git`"),
)
