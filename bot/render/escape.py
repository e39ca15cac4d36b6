"""Escapes text of unknown origin for each place that it is written to. Nothing else escapes.

A contract comes from a pull request: its names and values may be made to break out of a table
cell, to mention people, to reorder what is read, or to give orders to the machine that runs us.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.core.text import shortened, visible

_LONGEST_RUN = 16
"""GitHub's Markdown forgets how to close a code span of more than 80 backticks."""
_TICKS = re.compile("`+")
_TOO_MANY_TICKS = re.compile(f"(`{{{_LONGEST_RUN}}})`+")
_HARMLESS = re.compile(r"(?:[^\W_]|[.,;:()'’\"/%+=≥≤→—–…·-])+")  # noqa: RUF001
_LIVE = re.compile(r"//|:[\w+-]+:|\bwww\.|\bgh-[0-9]|\b[0-9a-f]{7,}\b", re.IGNORECASE)
"""Links, emoji, issues and commits: what GitHub makes of words without any mark-up."""
_CLOSING = ".,;:)"
_MARKER = re.compile(r"[-+=]+|[0-9]+[.)]")
"""Begins a list, or makes a heading of the line above."""
_PLAIN_IN_MERMAID = frozenset(" .,_-@/:→…")
_FOR_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})


def line(text: str, width: int | None = None) -> str:
    """Return the text as one line that a terminal does not act on, cut where it is longer."""
    if width is None:
        return visible(text)
    return shortened(visible(text[: width + 1]), width)


def code_span(text: str, *, cell: bool = False, width: int | None = None) -> str:
    """Return the text as a Markdown code span, for a table's cell where `cell` is set.

    The fence is longer than every run of backticks inside (CommonMark 0.31, section 6.1), and in
    a cell a pipe is escaped (GFM, section 4.10): nothing inside is read as Markdown or HTML, and
    GitHub mentions nobody and links nothing from inside of code.
    """
    shown = _TOO_MANY_TICKS.sub(r"\1…", line(text, width)) or " "
    longest = max((len(run) for run in _TICKS.findall(shown)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if shown.startswith(("`", " ")) or shown.endswith(("`", " ")) else ""
    span = f"{fence}{pad}{shown}{pad}{fence}"
    return span.replace("|", r"\|") if cell else span


def prose(text: str, *, cell: bool = False, width: int | None = None) -> str:
    """Return a message as Markdown: as code what stands in backticks and each word that could act.

    Messages are ours but hold texts of contracts, in backticks and outside of them; so a word
    stays bare only if it has nothing that Markdown, HTML or GitHub gives a meaning to.
    """
    written = ""
    for piece in _pieces(line(text.strip(), width).strip(), cell=cell):
        if not written and _MARKER.fullmatch(piece):
            written = code_span(piece, cell=cell)
        elif written.endswith("`") and piece.startswith("`"):
            written += f" {piece}"
        elif written or piece != " ":
            written += piece
    return written or "—"


def _pieces(text: str, *, cell: bool) -> Iterator[str]:
    for index, part in enumerate(text.split("`")):
        if index % 2 == 0:
            yield from _words(part, cell=cell)
        elif part.strip():
            yield code_span(part, cell=cell)
        elif part:
            yield " "


def _words(text: str, *, cell: bool) -> Iterator[str]:
    for index, word in enumerate(re.split("( +)", text)):
        if index % 2:
            yield " "
        elif _HARMLESS.fullmatch(word) and not _LIVE.search(word):
            yield word
        elif word:
            core = word.rstrip(_CLOSING)
            yield f"{code_span(core, cell=cell)}{word[len(core) :]}"


def html(text: str) -> str:
    """Return the text for the inside of an HTML element or of an attribute in quotes."""
    return line(text).translate(_FOR_HTML)


def command_text(text: str) -> str:
    """Return the text for a line of the message of a GitHub workflow command.

    The runner decodes `%25`, `%0D` and `%0A`. A line break that came through would begin a command
    of its own; it is shown as an escape, as all that does not print is.
    """
    return line(text).replace("%", "%25")


def command_property(text: str) -> str:
    """Return the text for a property of a GitHub workflow command, which ends at `,` and `::`."""
    return command_text(text).replace(":", "%3A").replace(",", "%2C")


def xml(text: str) -> str:
    """Return the text without the characters that XML 1.0 cannot hold (section 2.2), told instead.

    The writer of XML escapes the rest.
    """
    return line(text)


def mermaid(text: str, width: int | None = None) -> str:
    """Return the text for a label in quotes of a Mermaid diagram.

    Mermaid shows labels as Markdown and HTML, and knows characters by `#number;`.
    """
    return "".join(
        char if char.isalnum() or char in _PLAIN_IN_MERMAID else f"#{ord(char)};"
        for char in line(text, width)
    )


def dot(text: str, width: int | None = None) -> str:
    r"""Return the text for a string in quotes of Graphviz, where `\N` and `\n` have a meaning."""
    return line(text, width).replace("\\", r"\\").replace('"', r"\"")


def sarif_text(text: str) -> str:
    """Return the text for the message of a SARIF result.

    There `[text](place)` is a link and `{0}` a placeholder (SARIF 2.1.0, 3.11.5 and 3.11.6).
    """
    escaped = re.sub(r"([\\\[\]])", r"\\\1", line(text))
    return re.sub(r"\{([0-9]+)\}", r"{{\1}}", escaped)


def json_text(text: str) -> str:
    r"""Return JSON text with what does not print inside of its strings written as `\uXXXX`."""
    return "\n".join(
        row if row.isprintable() else "".join(map(_printed, row)) for row in text.split("\n")
    )


def _printed(char: str) -> str:
    return char if char.isprintable() else _units(char)


def _units(char: str) -> str:
    """Return a character as JSON's escapes: one UTF-16 unit, or two (RFC 8259, section 7)."""
    units = char.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
