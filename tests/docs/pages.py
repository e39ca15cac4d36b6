"""The pages as the tests see them: their shape, and the blocks that are held to something."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
LANGUAGES = ("en", "fr")

_FENCE = re.compile(r" {0,4}```+")
_HEADING = re.compile(r"(#+) ")
_MARKED = re.compile(
    r"(?m)^<!-- (?P<order>(?:run|file)\b[^\n]*?) -->\n```(?P<language>\w+)\n(?P<text>.*?)^```$",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Block:
    """A block of code with an order in a comment above it: what it is held to."""

    order: str
    text: str
    start: int
    end: int


def pages(language: str) -> tuple[str, ...]:
    """Return the paths of a language's pages, sorted."""
    folder = DOCS / language
    return tuple(sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.md")))


def shape(text: str) -> tuple[str, ...]:
    """Return what two languages of one page have alike: headings, blocks of code, rows of tables.

    `##` stands for a heading, "```console" for a block of code, `|||` for a row of three cells.
    """
    found: list[str] = []
    inside = False
    for line in text.splitlines():
        if _FENCE.match(line):
            inside = not inside
            found += [line.strip()] if inside else []
        elif not inside and (heading := _HEADING.match(line)):
            found.append(heading[1])
        elif not inside and line.lstrip().startswith("|"):
            found.append("|" * (line.replace(r"\|", "").count("|") - 1))
    return tuple(found)


def blocks(text: str) -> tuple[Block, ...]:
    """Return the marked blocks of a page, in their order."""
    return tuple(
        Block(found["order"], found["text"], found.start("text"), found.end("text"))
        for found in _MARKED.finditer(text)
    )


def rewritten(text: str, made: tuple[str, ...]) -> str:
    """Return the page with these texts in its marked blocks."""
    for block, new in reversed(list(zip(blocks(text), made, strict=True))):
        text = text[: block.start] + new + text[block.end :]
    return text
