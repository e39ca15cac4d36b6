"""Says in words of the user what the parser stumbled over."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from yaml import MarkedYAMLError, YAMLError

from bot.adapters.yaml.decoding import control_character
from bot.adapters.yaml.troubles import Trouble, split_lines
from bot.core.contract.node import Mark
from bot.core.errors import ErrorCode
from bot.core.records import dataclass
from bot.core.text import shortened

_GENERAL = "check the quotes, the colons and the indentation here and in the line above"
_SPACES = "indent with spaces only, and set the editor to write spaces for the tab key"
_LONG_TEXT = 'write `key: |` and the text below it, indented, or put it in quotes: "…"'


@dataclass(frozen=True, slots=True)
class _Snag:
    """Where the parser stopped, and where that began which it was reading."""

    lines: list[str]
    mark: Mark
    began: Mark

    @property
    def before(self) -> str:
        """The line up to the place."""
        return self._line[: self.mark[1] - 1]

    @property
    def after(self) -> str:
        """The line from the place on."""
        return self._line[self.mark[1] - 1 :]

    @property
    def _line(self) -> str:
        return self.lines[self.mark[0] - 1] if self.mark[0] <= len(self.lines) else ""


_CONFLICT = re.compile("^(?:<{7}|={7}|>{7})(?= |\r?$)", re.MULTILINE)
_IN_CONFLICT = (
    "this is a mark of a merge conflict that nobody has resolved",
    "keep what is right of the two sides, and delete the lines `<<<<<<<`, `=======` and `>>>>>>>`",
)

_Told = tuple[Mark, str, str]
_Tell = Callable[[_Snag], _Told]


def explain(error: YAMLError, text: str) -> Trouble:
    """Return what to say of an error of the parser: one place, one cause, one next step."""
    conflict = _CONFLICT.search(text)
    if conflict is not None:
        line = text.count("\n", 0, conflict.start()) + 1
        return _trouble(((line, 1), *_IN_CONFLICT))
    if not isinstance(error, MarkedYAMLError):
        return control_character(text) or _trouble(((1, 1), "this is not YAML", _GENERAL))
    mark = _mark(error.problem_mark) or (1, 1)
    snag = _Snag(split_lines(text), mark, _mark(error.context_mark) or mark)
    problem = f"{error.context or ''}: {error.problem or ''}"
    tell = next((tell for part, tell in _TELLS if part in problem), None)
    return _trouble(tell(snag) if tell else (mark, f"this is not YAML: {error.problem}", _GENERAL))


def _trouble(told: _Told) -> Trouble:
    mark, message, hint = told
    return Trouble(ErrorCode.NOT_YAML, mark, message, hint)


def _mark(mark: object) -> Mark | None:
    line, column = getattr(mark, "line", None), getattr(mark, "column", None)
    if isinstance(line, int) and isinstance(column, int):
        return line + 1, column + 1
    return None


def _here(message: str, hint: str) -> _Tell:
    return lambda snag: (snag.mark, message, hint)


def _where_it_began(message: str, hint: str) -> _Tell:
    return lambda snag: (snag.began, message, hint)


def _start(snag: _Snag) -> _Told:
    if snag.after.startswith("\t"):
        return snag.mark, "a tab stands where YAML allows spaces only", _SPACES
    quoted = json.dumps(shortened(snag.after), ensure_ascii=False)
    return (
        snag.mark,
        f'a text without quotes cannot begin with "{snag.after[:1]}"',
        f"put the text in quotes: {quoted}",
    )


_ENTRY = r"\s*(?:- +)*(?P<key>[\w.$-]+) *: +(?P<text>[^\"'|>\[{&*!#\s].*)"


def _colon(snag: _Snag) -> _Told:
    entry = re.fullmatch(_ENTRY, snag.before + snag.after)
    if entry and entry.start("text") < snag.mark[1]:
        quoted = json.dumps(shortened(entry["text"].rstrip()), ensure_ascii=False)
        return (
            snag.mark,
            "a text that holds a colon and a space has to be in quotes",
            f"write `{entry['key']}: {quoted}`",
        )
    return (
        snag.mark,
        "a key cannot stand here: the text before it is not finished, or is no key",
        (
            "check that the line above has a colon and a space after its key, and that both are"
            " indented alike; put a text that holds a colon in quotes"
        ),
    )


def _bracket(kind: str, opening: str, closing: str) -> _Tell:
    def tell(snag: _Snag) -> _Told:
        return (
            snag.mark,
            (
                f"the {kind} that begins with `{opening}` in line {snag.began[0]} lacks a comma"
                f" before this, or its `{closing}`"
            ),
            (
                f"put commas between the entries and `{closing}` at the end; a text with any of"
                " , : [ ] { } goes in quotes"
            ),
        )

    return tell


def _indentation(snag: _Snag) -> _Told:
    line, column = snag.began
    if snag.before.rstrip().endswith(("'", '"')):
        return (
            snag.mark,
            "a text goes on after its closing quote",
            (
                "put all of it in quotes; within single quotes write '' for one, within double"
                ' quotes \\"'
            ),
        )
    if snag.before.strip():
        return snag.mark, "this does not belong to the value before it", _GENERAL
    if snag.after.startswith("- "):
        return (
            snag.mark,
            f"a list item cannot stand among the keys of the mapping that begins in line {line}",
            "put the list below the key it belongs to, with no other key between",
        )
    return (
        snag.mark,
        f"the indentation does not fit what begins in line {line}",
        f"what belongs together is indented alike, there by {column - 1} spaces",
    )


def _content(snag: _Snag) -> _Told:
    if not snag.after.strip():
        return (
            snag.mark,
            "the text ends where a value, or a closing bracket, is expected",
            "close each `[` with `]` and each `{` with `}`",
        )
    return (
        snag.mark,
        f'a value cannot begin with "{snag.after[:1]}"',
        "give the value, or put the text in quotes",
    )


_TAB = _here("a tab stands where YAML allows spaces only", _SPACES)
_OPEN_QUOTE = _where_it_began(
    "the quote that opens here is never closed",
    "close it with the same sign; within single quotes write '' for one, within double quotes \\\"",
)
_ITEM = _here(
    "a list item cannot begin here",
    "begin the list in a line of its own, below its key",
)
_QUESTION = _here("`? ` cannot begin a key here", "put a text that begins with it in quotes")
_SIGN = _here(
    "`&` and `*` before a text have a meaning in YAML, and a name is missing here",
    'put a text that begins with one of them in quotes: "*"',
)
_TAG = _here(
    "a text that begins with `!` is read as a tag, and this is none",
    'put the text in quotes: "!…"',
)
_BLOCK = _here("no text may follow `|` or `>` in its line", _LONG_TEXT)
_ESCAPE = _here(
    "a backslash in double quotes begins an escape, and this is none",
    "write \\\\ for a backslash, or put the text in single quotes",
)
_CODE_POINT = _here(
    "this escape names no character",
    'write the character itself, or one escape for all of it: "\\U0001F600"',
)
_DIRECTIVE = _here(
    "a line that begins with `%` is a directive, and this one is not known",
    "delete it; a text that begins with % goes in quotes",
)
_SECOND_START = _here(
    "the document has ended before this",
    "delete the line `...`, or what follows it; a directive (%) needs a line `---` after it",
)
_KEY_ALONE = _where_it_began(
    "this is neither `key: value` nor a list item",
    "write a colon and a space after a key, a dash and a space before a list item; a text of"
    " several lines goes in quotes",
)
_TELLS: tuple[tuple[str, _Tell], ...] = (
    ("cannot start any token", _start),
    ("found a tab character", _TAB),
    ("directive", _DIRECTIVE),
    ("incompatible YAML document", _DIRECTIVE),
    ("an alias:", _SIGN),
    ("an anchor:", _SIGN),
    ("a tag:", _TAG),
    ("tag handle", _TAG),
    ("a block scalar:", _BLOCK),
    ("mapping values are not allowed", _colon),
    ("found unexpected ':'", _colon),
    ("sequence entries are not allowed", _ITEM),
    ("mapping keys are not allowed", _QUESTION),
    ("found unexpected end of stream", _OPEN_QUOTE),
    ("found unexpected document", _OPEN_QUOTE),
    ("unknown escape character", _ESCAPE),
    ("hexdecimal number", _ESCAPE),
    ("hexadecimal number", _ESCAPE),
    ("invalid Unicode character escape", _CODE_POINT),
    ("could not find expected ':'", _KEY_ALONE),
    ("',' or ']'", _bracket("list", "[", "]")),
    ("',' or '}'", _bracket("mapping", "{", "}")),
    ("'-' indicator", _indentation),
    ("expected key", _indentation),
    ("<block end>", _indentation),
    ("node content", _content),
    ("<document start>", _SECOND_START),
)
"""The first part that occurs in the words of libyaml, or of PyYAML, decides."""
