"""The lines that differ between two texts, with a few equal ones around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

CONTEXT = 3
_MOST_LINES = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of a comparison; a side that has no line there is None.

    `kind` is `same`, `removed`, `added`, or `both` where a line became another.
    """

    kind: str
    old_number: int | None = None
    new_number: int | None = None
    old: str | None = None
    new: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hunk:
    """A stretch of lines: `lines` one below the other, `paired` side by side."""

    old_start: int
    new_start: int
    lines: tuple[Line, ...]
    paired: tuple[Line, ...]


def hunks(old: str, new: str) -> tuple[Hunk, ...]:
    """Return where two texts differ. Of texts beyond 4,000 lines only the beginning is compared."""
    before, after = old.splitlines()[:_MOST_LINES], new.splitlines()[:_MOST_LINES]
    matcher = SequenceMatcher(None, before, after, autojunk=len(before) > _MOST_LINES // 2)
    found = []
    for group in matcher.get_grouped_opcodes(CONTEXT):
        lines: list[Line] = []
        paired: list[Line] = []
        for tag, *span in group:
            lines += _below(tag, before, after, span)
            paired += _beside(tag, before, after, span)
        found.append(
            Hunk(
                old_start=group[0][1] + 1,
                new_start=group[0][3] + 1,
                lines=tuple(lines),
                paired=tuple(paired),
            )
        )
    return tuple(found)


def _below(tag: str, before: list[str], after: list[str], span: list[int]) -> Iterator[Line]:
    old_start, old_end, new_start, new_end = span
    if tag == "equal":
        yield from _beside(tag, before, after, span)
        return
    for index in range(old_start, old_end):
        yield Line(kind="removed", old_number=index + 1, old=before[index])
    for index in range(new_start, new_end):
        yield Line(kind="added", new_number=index + 1, new=after[index])


def _beside(tag: str, before: list[str], after: list[str], span: list[int]) -> Iterator[Line]:
    old_start, old_end, new_start, new_end = span
    kind = {"equal": "same", "delete": "removed", "insert": "added"}.get(tag, "both")
    for old, new in zip_longest(range(old_start, old_end), range(new_start, new_end)):
        yield Line(
            kind=kind,
            old_number=None if old is None else old + 1,
            new_number=None if new is None else new + 1,
            old=None if old is None else before[old],
            new=None if new is None else after[new],
        )
