"""Keeps Markdown within what GitHub takes: whole parts are left out, and that is said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import TypeVar

from bot.core.records import dataclass
from bot.render.words import counted

BUDGET = 60_000
"""A comment holds 65,536 characters; the rest is for what is added around this text."""
_FOR_THE_NOTE = 200
_Item = TypeVar("_Item")


class Rank(IntEnum):
    """What is left out last, and what first."""

    ALWAYS = 0
    ANSWER = 1
    DETAIL = 2


@dataclass(frozen=True, slots=True)
class Part:
    """Some blocks of Markdown that stand or fall together."""

    text: str
    rank: Rank = Rank.ANSWER


def fitted(parts: Sequence[Part], limit: int = BUDGET) -> str:
    """Return the parts as one text of at most `limit` UTF-16 units, the weightiest ones first in.

    What is kept stays in its order; where something had to go, a last line says how much.
    """
    kept: set[int] = set()
    room = limit - _FOR_THE_NOTE
    for index, part in sorted(enumerate(parts), key=lambda pair: (pair[1].rank, pair[0])):
        if size(part.text) <= room:
            kept.add(index)
            room -= size(part.text)
    texts = [part.text for index, part in enumerate(parts) if index in kept]
    if len(texts) < len(parts):
        left = counted(len(parts) - len(texts), "part", "parts")
        texts.append(f"*{left} of this report did not fit here; `--format json` has everything.*")
    return "\n\n".join(texts) + "\n"


def size(text: str) -> int:
    """Return the length of a part in UTF-16 units, as GitHub may count, with the gap after it."""
    return len(text.encode("utf-16-le", "replace")) // 2 + 2


def bounded(
    items: Sequence[_Item], write: Callable[[_Item], str], limit: int
) -> tuple[list[str], int]:
    """Return the first items, written, that fit into so many UTF-16 units, and how many do not."""
    kept: list[str] = []
    room = limit
    for item in items:
        text = write(item)
        room -= size(text)
        if room < 0:
            break
        kept.append(text)
    return kept, len(items) - len(kept)
