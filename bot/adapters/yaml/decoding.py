"""From the bytes of a file to its text, or why they are no text that YAML allows."""

from __future__ import annotations

import re

from bot.adapters.yaml.limits import MAX_BYTES, MAX_TAG_DIRECTIVES
from bot.adapters.yaml.troubles import Trouble, split_lines
from bot.core.contract.node import Mark
from bot.core.errors import ErrorCode, Fault, Location, StewardError, failure
from bot.core.text import EXCERPT_WIDTH, visible

UTF8_MARK = b"\xef\xbb\xbf"
_OTHER_MARKS = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}
_ZEROS_IN_PAIRS = re.compile(rb"(?:\0[^\0]){2}|(?:[^\0]\0){2}", re.DOTALL)
"""How Latin letters begin in UTF-16 without a mark."""
_LFS_POINTER = re.compile(rb"version https://(?:git-lfs|hawser)\.github\.com/spec/")
_TAG_DIRECTIVE = re.compile(rb"^%TAG", re.MULTILINE)
_LINE_ENDS = ("\r", "\x85", "\u2028", "\u2029")
_DOUBTFUL_END = re.compile("[\x85\u2028\u2029]|\r(?!\n)")
_FORBIDDEN = "[^\t\n\r\x20-\x7e\x85\xa0-\ufffd\U00010000-\U0010ffff]"
"""Everything but `c-printable` (YAML 1.2, section 5.1). Compiled late, since that takes long."""


def decode(data: bytes, file: str) -> str:
    """Return the text in the bytes, without a byte order mark. Raises StewardError.

    What is far too large, in another encoding or no contract at all is told here, before a parser
    sees it.
    """
    for refusal in (_size, _pointer, _encoding, _directives):
        refused = refusal(data)
        if refused:
            code, message, hint = refused
            raise failure(code, message, hint=hint, where=Location(file))
    try:
        text = data.removeprefix(UTF8_MARK).decode("utf-8")
    except UnicodeDecodeError as error:
        offset = len(data) - len(error.object) + error.start
        raise StewardError(_not_utf8(data, file, offset)) from None
    doubtful = _line_end(text)
    if doubtful:
        raise StewardError(doubtful.fault(file, split_lines(text)))
    return text


_Refusal = tuple[ErrorCode, str, str] | None


def _size(data: bytes) -> _Refusal:
    if len(data) <= MAX_BYTES:
        return None
    return (
        ErrorCode.TOO_LARGE,
        f"the file has {len(data):,} bytes; no more than {MAX_BYTES:,} are read",
        "split the contract, or move samples and long texts out of it",
    )


def _pointer(data: bytes) -> _Refusal:
    if not _LFS_POINTER.match(data):
        return None
    return (
        ErrorCode.LFS_POINTER,
        "this is a Git LFS pointer, not the contract itself",
        "run `git lfs pull`; in a workflow give actions/checkout `lfs: true`",
    )


def _encoding(data: bytes) -> _Refusal:
    if data.startswith(UTF8_MARK * 2):
        return (
            ErrorCode.NOT_UTF8,
            "the file begins with two byte order marks",
            "save it as UTF-8 without a byte order mark",
        )
    names = (name for mark, name in _OTHER_MARKS.items() if data.startswith(mark))
    name = next(names, "UTF-16" if _ZEROS_IN_PAIRS.match(data) else None)
    if name is None:
        return None
    return (
        ErrorCode.NOT_UTF8,
        f"the file is in {name}, not in UTF-8",
        f"save it as UTF-8, or convert it: `iconv -f {name} -t UTF-8`",
    )


def _directives(data: bytes) -> _Refusal:
    if data.count(b"%TAG") <= MAX_TAG_DIRECTIVES:
        return None
    if len(_TAG_DIRECTIVE.findall(data.replace(b"\r", b"\n"))) <= MAX_TAG_DIRECTIVES:
        return None
    return (
        ErrorCode.UNKNOWN_TAG,
        f"the file has more than {MAX_TAG_DIRECTIVES} %TAG directives",
        "delete them: a contract needs no tags of its own",
    )


def _not_utf8(data: bytes, file: str, offset: int) -> Fault:
    before = data[:offset].removeprefix(UTF8_MARK).decode("utf-8")
    after = data[offset : offset + EXCERPT_WIDTH].decode("utf-8", "backslashreplace")
    byte = data[offset]
    trouble = Trouble(
        ErrorCode.NOT_UTF8,
        _mark_of(before, len(before)),
        f"the byte 0x{byte:02x} (number {offset + 1:,} of the file) is not UTF-8",
        f"save the file as UTF-8{_as_windows(byte)}",
    )
    return trouble.fault(file, split_lines(before + after))


def _as_windows(byte: int) -> str:
    """Return what the byte most likely was meant to be, as part of a hint."""
    letter = bytes([byte]).decode("cp1252", "replace")
    if not letter.isprintable() or letter == "\ufffd":
        return ""
    return f'; if that byte is meant as "{letter}": `iconv -f WINDOWS-1252 -t UTF-8`'


def _line_end(text: str) -> Trouble | None:
    """Return what to say of the first end of a line that not everybody takes for one.

    YAML 1.1, and so libyaml, ends a line at U+0085, U+2028 and U+2029; YAML 1.2, Git and a reader
    of a diff do not: they would see other keys, and other line numbers, than we do.
    """
    # Looking for each sign is much faster than the expression, and most files have none.
    found = any(map(text.__contains__, _LINE_ENDS)) and _DOUBTFUL_END.search(text)
    if not found:
        return None
    if found[0] == "\r":
        hint = "save the file with LF or CRLF at the end of each line"
    else:
        hint = f'delete it, or write it as an escape in double quotes: "{visible(found[0])}"'
    told = f"{_point(found[0])} ends a line for some programs, and not for others"
    return Trouble(ErrorCode.NOT_YAML, _mark_of(text, found.start()), told, hint)


def control_character(text: str) -> Trouble | None:
    """Return what to say of the first character that YAML forbids, if there is one."""
    found = re.search(_FORBIDDEN, text)
    if not found:
        return None
    return Trouble(
        ErrorCode.NOT_YAML,
        _mark_of(text, found.start()),
        f"the control character {_point(found[0])} is not allowed in YAML",
        f'delete it, or write it as an escape in double quotes: "{visible(found[0])}"',
    )


def _mark_of(text: str, index: int) -> Mark:
    before = split_lines(text[:index])
    return len(before), len(before[-1]) + 1


def _point(char: str) -> str:
    return f"U+{ord(char):04X}"
