"""Type text into words, numbers, quoted names and brackets, before anyone asks what they mean.

Loops, never recursion, over at most `LONGEST` characters and `DEEPEST` open brackets: the text may
come from a stranger.
"""

from __future__ import annotations

import re

from bot.core.records import dataclass

LONGEST = 2_000
DEEPEST = 24

QUOTED = r"'(?:[^'\\]|'')*'|\"(?:[^\"\\]|\"\")*\"|`(?:[^`\\]|``)*`"
"""A quoted run. A backslash means different things to different engines, so none is read."""
_TOKEN = re.compile(
    rf"(?P<word>[^\W\d][\w$-]*)|(?P<number>-?\d+)|(?P<quoted>{QUOTED})"
    r"|(?P<mark>[:=*])|(?P<open>[(<\[])|(?P<close>[)>\]])|(?P<comma>,)|(?P<space>\s+)"
)
_CLOSES = {"(": ")", "<": ">", "[": "]"}


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number, quoted run or mark; `text` is what stands between the quotes."""

    kind: str
    text: str
    start: int
    end: int

    @property
    def word(self) -> str:
        """The word in lower case, or nothing where this is no word."""
        return self.text.lower() if self.kind == "word" else ""


@dataclass(frozen=True, slots=True)
class Group:
    """What stands between two brackets, cut at its commas."""

    opener: str
    items: tuple[tuple[Token | Group, ...], ...]
    start: int
    end: int
    kind: str = "group"
    word: str = ""


Part = Token | Group
Parts = tuple[Part, ...]


@dataclass(slots=True)
class _Open:
    """A bracket that is still open, with the items that it has so far."""

    opener: str
    start: int
    items: list[Parts]
    parts: list[Part]


def outline(text: str) -> Parts | None:
    """Return the parts of text, or None where it is no type text at all."""
    if len(text) > LONGEST:
        return None
    stack = [_Open("", 0, [], [])]
    place = 0
    while place < len(text):
        found = _TOKEN.match(text, place)
        if found is None or not _took(found, stack):
            return None
        place = found.end()
    if len(stack) > 1 or stack[0].items or not stack[0].parts:
        return None
    return tuple(stack[0].parts)


def _took(found: re.Match[str], stack: list[_Open]) -> bool:
    """Put one token in its place; False where it cannot stand there."""
    kind, text, (start, end) = found.lastgroup or "", found.group(), found.span()
    innermost = stack[-1]
    match kind:
        case "space":
            return True
        case "open":
            stack.append(_Open(text, start, [], []))
            return len(stack) <= DEEPEST
        case "comma":
            innermost.items.append(tuple(innermost.parts))
            innermost.parts = []
            return len(stack) > 1 and bool(innermost.items[-1])
        case "close":
            return _closed(text, end, stack)
        case "quoted":
            mark = text[0]
            text = text[1:-1].replace(mark * 2, mark)
            kind = "string" if mark == "'" else "quoted"
        case _:
            pass
    innermost.parts.append(Token(kind, text, start, end))
    return True


def _closed(closer: str, end: int, stack: list[_Open]) -> bool:
    inner = stack.pop()
    if _CLOSES.get(inner.opener) != closer or (inner.items and not inner.parts):
        return False
    items = (*inner.items, tuple(inner.parts)) if inner.parts else ()
    stack[-1].parts.append(Group(inner.opener, items, inner.start, end))
    return True
