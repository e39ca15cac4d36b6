"""Edits of a folder of texts, each of which can be played forward and wound back.

The bundled contracts are the end of the story. What stood before is found by winding edits back,
so that no earlier version is kept anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import assert_never

from bot.core.records import dataclass

Tree = Mapping[str, str]
"""The texts of a folder by their path, with forward slashes."""


@dataclass(frozen=True, slots=True)
class Born:
    """A file came. It can only be wound back: what it said is in the tree."""

    file: str


@dataclass(frozen=True, slots=True)
class Moved:
    """A file came under another path, unchanged."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Added:
    """A list item came, named by its id; `text` and the item before it, for playing forward.

    `block` may name an item inside another: `address/address_city`.
    """

    file: str
    block: str
    after: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Removed:
    """A list item went; `text` and the item before it, for winding back."""

    file: str
    block: str
    after: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Marked:
    """A line came, alike in several places. It can only be wound back."""

    file: str
    line: str


@dataclass(frozen=True, slots=True)
class Rewritten:
    """One passage became another. The passage stands once in the file, before and after."""

    file: str
    old: str
    new: str


Edit = Born | Moved | Added | Removed | Marked | Rewritten


def bumped(file: str, old: str, new: str) -> Rewritten:
    """Return the edit that takes the contract's version from old to new."""
    return Rewritten(file, f"\nversion: {old}\n", f"\nversion: {new}\n")


def play(tree: Tree, edits: Iterable[Edit]) -> dict[str, str]:
    """Return the tree after the edits. Raises ValueError for an edit that does not fit."""
    texts = dict(tree)
    for edit in edits:
        match edit:
            case Moved(old, new):
                texts[new] = texts.pop(old)
            case Added(file, _, after, text):
                texts[file] = _put(texts[file], after, text)
            case Removed(file, block):
                texts[file] = _cut(texts[file], block)
            case Rewritten(file, old, new):
                texts[file] = _swap(texts[file], old, new)
            case Born(file) | Marked(file):
                raise ValueError(f"{file}: this edit can only be wound back")
            case _:
                assert_never(edit)
    return texts


def wind_back(tree: Tree, edits: Iterable[Edit]) -> dict[str, str]:
    """Return the tree before the edits, given the tree after them, the last edit first.

    Raises ValueError for an edit that does not fit.
    """
    texts = dict(tree)
    for edit in reversed(tuple(edits)):
        match edit:
            case Born(file):
                del texts[file]
            case Moved(old, new):
                texts[old] = texts.pop(new)
            case Added(file, block):
                texts[file] = _cut(texts[file], block)
            case Removed(file, _, after, text):
                texts[file] = _put(texts[file], after, text)
            case Marked(file, line):
                texts[file] = _without(texts[file], line)
            case Rewritten(file, old, new):
                texts[file] = _swap(texts[file], new, old)
            case _:
                assert_never(edit)
    return texts


def _swap(text: str, there: str, instead: str) -> str:
    if text.count(there) != 1:
        raise ValueError(f"stands {text.count(there)} times, not once: {there!r}")
    return text.replace(there, instead)


def _without(text: str, line: str) -> str:
    lines = text.splitlines(keepends=True)
    return "".join(each for each in lines if each.strip() != line)


def _cut(text: str, block: str) -> str:
    lines = text.splitlines(keepends=True)
    start, end = _span(lines, block)
    indent = _indent(lines[start])
    while start and lines[start - 1].startswith(f"{' ' * indent}#"):
        start -= 1
    return "".join(lines[:start] + lines[end:])


def _put(text: str, after: str, block: str) -> str:
    lines = text.splitlines(keepends=True)
    _, end = _span(lines, after)
    return "".join([*lines[:end], block, *lines[end:]])


def _span(lines: list[str], block: str) -> tuple[int, int]:
    """Return the first line of the item and the first behind it."""
    start, end = 0, len(lines)
    for name in block.split("/"):
        found = [at for at in range(start, end) if lines[at].strip() == f"- id: {name}"]
        if len(found) != 1:
            raise ValueError(f"there are {len(found)} items, not one, with the id {name}")
        start = found[0]
        deeper = (at for at in range(start + 1, end) if _indent(lines[at]) <= _indent(lines[start]))
        end = next(deeper, end)
    return start, end


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
