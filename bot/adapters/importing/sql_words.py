"""Takes SQL apart into words: sqlglot knows how each dialect quotes, and what is a comment."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import Protocol

from bot.core.errors import ErrorCode, Fault, Location, StewardError
from bot.core.records import dataclass
from bot.core.text import excerpt

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What ends a batch for sqlcmd, or a statement for SQL*Plus, on a line of its own. What replaces it
# is as long, so that every place stays where it is.
_BATCH = re.compile(r"(?im)^([ \t]*)(go(?:[ \t]+[0-9]+)?|/)(?=[ \t]*\r?$)")
_OPEN = re.compile(
    r"--[^\n]*|/\*(?s:.)*?\*/|'(?:[^'\\]|''|\\(?s:.))*'|\"[^\"]*\"|`[^`]*`|(?P<open>['\"`]|/\*)"
)
_OPENING = {"(": ")", "[": "]", "{": "}"}
_CONTAINERS = frozenset({"ARRAY", "STRUCT", "MAP", "LIST", "ROW", "RECORD", "TABLE", "RANGE"})
_TEXTS = re.compile(r"[A-Z_]*STRING")


class Token(Protocol):
    """What sqlglot says of a word; `end` is its last letter."""

    text: str
    start: int
    end: int


class Kind(Enum):
    """What a word is: plain, a name in quotes, a text, a number, or a sign."""

    PLAIN = auto()
    QUOTED = auto()
    TEXT = auto()
    NUMBER = auto()
    SIGN = auto()


@dataclass(frozen=True, slots=True)
class Word:
    """A word, what it says without its quotes, and where it stands in the script."""

    kind: Kind
    text: str
    start: int
    end: int

    @property
    def key(self) -> str:
        """A plain word in upper case, or a sign; of what stands in quotes nothing."""
        return self.text.upper() if self.kind in {Kind.PLAIN, Kind.SIGN} else ""

    @property
    def names(self) -> bool:
        """Whether it may be a name."""
        return self.kind in {Kind.PLAIN, Kind.QUOTED, Kind.TEXT}


Words = Sequence[Word]


class Script:
    """A text of SQL in one dialect."""

    def __init__(self, data: bytes, file: str, dialect: str) -> None:
        self.file = file
        self.dialect = dialect
        self.text = _BATCH.sub(_ended, _decoded(data, file))

    def words(self) -> list[Word]:
        """Return all words without comments. Raises StewardError where a quote is not closed."""
        from sqlglot.dialects.dialect import Dialect  # noqa: PLC0415  # takes a tenth of a second
        from sqlglot.errors import SqlglotError  # noqa: PLC0415  # as above

        try:
            tokens = Dialect.get_or_raise(self.dialect).tokenize(self.text)
        except (SqlglotError, ValueError, IndexError) as error:
            place = _unclosed(self.text)
            message = "a quote or a comment that begins here is not closed"
            raise StewardError(self.fault(place, message)) from error
        return [
            word
            for each in tokens
            for word in self._apart(_kind(each.token_type.name, each.text), each)
        ]

    def _apart(self, kind: Kind, token: Token) -> Iterator[Word]:
        """Yield a token word by word: sqlglot takes PRIMARY KEY for one."""
        start, end = token.start, token.end + 1
        if kind is not Kind.PLAIN or " " not in token.text:
            yield Word(kind, token.text, start, end)
            return
        for found in re.finditer(r"\S+", self.text[start:end]):
            yield Word(kind, found[0], start + found.start(), start + found.end())

    def _wraps(self, word: Word) -> bool:
        """Tell whether quotes around the name of a type say nothing; PostgreSQL's may."""
        return word.kind is Kind.QUOTED and self.dialect in {"tsql", "oracle"}

    def fault(self, place: int, message: str, hint: str | None = None) -> Fault:
        """Return what is wrong at a place in the text, with its line."""
        start = self.text.rfind("\n", 0, place) + 1
        end = self.text.find("\n", place)
        line = self.text[start : end if end >= 0 else None].rstrip("\r")
        column = place - start + 1
        shown, caret = excerpt(line, column)
        where = Location(self.file, self.text.count("\n", 0, place) + 1, column)
        told = hint or f"correct it; it is read as {self.dialect}: see --dialect"
        return Fault(ErrorCode.NOT_IMPORTED, message, told, where, shown, caret)

    def written(self, words: Words) -> str:
        """Return the text from the first word to the last, in one line."""
        if not words:
            return ""
        return " ".join(self.text[words[0].start : words[-1].end].split())

    def typed(self, words: Words) -> str:
        """Return a type as it is written, without brackets around its names, and tight."""
        pieces = [
            each.text if self._wraps(each) else self.text[each.start : each.end] for each in words
        ]
        tight = re.sub(r" ?([(,.<\[]) ?", r"\1", " ".join(pieces))
        return re.sub(r" ([)>\]])", r"\1", tight)


def split(words: Words) -> Iterator[Words]:
    """Yield what stands between the commas that are in no brackets."""
    depth, start = 0, 0
    for index, level in levels(words):
        depth = level
        if depth == 0 and words[index].key == ",":
            yield words[start:index]
            start = index + 1
    yield words[start:]


def levels(words: Words, start: int = 0) -> Iterator[tuple[int, int]]:
    """Yield each index with how many brackets are open before it; `<` counts behind `ARRAY`."""
    stack: list[str] = []
    for index in range(start, len(words)):
        yield index, len(stack)
        word = words[index]
        if word.kind is not Kind.SIGN:
            continue
        if word.text in _OPENING:
            stack.append(_OPENING[word.text])
        elif word.text == "<" and index and words[index - 1].key in _CONTAINERS:
            stack.append(">")
        elif word.text in stack:
            while stack.pop() != word.text:
                pass


def group(words: Words, start: int) -> Words | None:
    """Return what is in the brackets that open at an index; None where they do not close."""
    closing = _OPENING.get(words[start].text, ">")
    for index, level in levels(words, start):
        word = words[index]
        if level == 1 and word.text == closing and word.kind is Kind.SIGN:
            return words[start + 1 : index]
        if level == 0 and index > start:
            break
    return None


def behind(words: Words, start: int) -> int:
    """Return the index behind the brackets that open at an index: the end where none close."""
    inner = group(words, start)
    return len(words) if inner is None else start + len(inner) + 2


def dotted(words: Words, start: int) -> tuple[tuple[str, ...], int]:
    """Return the name `a.b.c` that begins at an index, and the index behind it."""
    names: list[str] = []
    index = start
    while index < len(words) and words[index].names:
        text, index = words[index].text, index + 1
        # BigQuery's projects have hyphens, and may stand in one quote with all the rest.
        while (
            index + 1 < len(words) and words[index].key == "-"
            and words[index].start == words[index - 1].end
        ):  # fmt: skip
            text, index = f"{text}-{words[index + 1].text}", index + 2
        names += text.split(".") if words[start].kind is Kind.QUOTED and not names else [text]
        if index >= len(words) or words[index].key != ".":
            break
        index += 1
    return tuple(names), index


def _kind(token: str, text: str) -> Kind:
    if token == "IDENTIFIER":  # noqa: S105  # the kind of a word, no secret
        return Kind.QUOTED
    if _TEXTS.fullmatch(token):
        return Kind.TEXT
    if token == "NUMBER":  # noqa: S105  # as above
        return Kind.NUMBER
    return Kind.PLAIN if re.match(r"\w", text) else Kind.SIGN


def _ended(found: re.Match[str]) -> str:
    return found[1] + ";" + " " * (len(found[2]) - 1)


def _decoded(data: bytes, file: str) -> str:
    """Return the text; SQL Server's tools write UTF-16, which a mark at the beginning tells."""
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        fault = Fault(
            ErrorCode.NOT_UTF8,
            f"byte {error.start} is not {encoding.removesuffix('-sig').upper()}",
            "save the file as UTF-8",
            Location(file, line),
        )
        raise StewardError(fault) from error


def _unclosed(text: str) -> int:
    """Return where the quote or the comment opens that never closes; 0 where that is not seen."""
    return next((found.start("open") for found in _OPEN.finditer(text) if found["open"]), 0)
