from __future__ import annotations

import pytest

from bot.adapters.yaml_reader import read_yaml
from bot.core.errors import StewardError

CASES = [
    pytest.param(
        b"a: 1\nb: caf\xe9\n",
        """\
a.yaml:2: E102 the byte 0xe9 (number 12 of the file) is not UTF-8
  | b: caf\\xe9
  |       ^
  hint: save the file as UTF-8; if that byte is meant as "é": `iconv -f WINDOWS-1252 -t UTF-8`""",
        id="a letter of Windows",
    ),
    pytest.param(
        b"\xef\xbb\xbfa: \x81",
        """\
a.yaml:1: E102 the byte 0x81 (number 7 of the file) is not UTF-8
  | a: \\x81
  |    ^
  hint: save the file as UTF-8""",
        id="a byte that is no letter anywhere, after a byte order mark",
    ),
    pytest.param(
        "a: 1\n".encode("utf-16"),
        """\
a.yaml:1: E102 the file is in UTF-16, not in UTF-8
  hint: save it as UTF-8, or convert it: `iconv -f UTF-16 -t UTF-8`""",
        id="UTF-16 with a byte order mark",
    ),
    pytest.param(
        "a: 1\n".encode("utf-16-be"),
        """\
a.yaml:1: E102 the file is in UTF-16, not in UTF-8
  hint: save it as UTF-8, or convert it: `iconv -f UTF-16 -t UTF-8`""",
        id="UTF-16 without a byte order mark",
    ),
    pytest.param(
        "a: 1\n".encode("utf-32"),
        """\
a.yaml:1: E102 the file is in UTF-32, not in UTF-8
  hint: save it as UTF-8, or convert it: `iconv -f UTF-32 -t UTF-8`""",
        id="UTF-32",
    ),
    pytest.param(
        b"\xef\xbb\xbf\xef\xbb\xbfa: 1",
        """\
a.yaml:1: E102 the file begins with two byte order marks
  hint: save it as UTF-8 without a byte order mark""",
        id="two byte order marks",
    ),
    pytest.param(
        b"a: 1\0\nb: \0\n",
        """\
a.yaml:1: E103 the control character U+0000 is not allowed in YAML
  | a: 1\\x00
  |     ^
  hint: delete it, or write it as an escape in double quotes: "\\x00\"""",
        id="a NUL",
    ),
    pytest.param(
        "a: 1\nb: x\u2028c: 2\n".encode(),
        """\
a.yaml:2: E103 U+2028 ends a line for some programs, and not for others
  | b: x\\u2028c: 2
  |     ^
  hint: delete it, or write it as an escape in double quotes: "\\u2028\"""",
        id="a key behind an end of line that a diff does not show",
    ),
    pytest.param(
        b"a: 1\r\nb: x\rc: 2\r\n",
        """\
a.yaml:2: E103 U+000D ends a line for some programs, and not for others
  | b: x\\rc: 2
  |     ^
  hint: save the file with LF or CRLF at the end of each line""",
        id="a carriage return alone",
    ),
    pytest.param(
        b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12\n",
        """\
a.yaml:1: E117 this is a Git LFS pointer, not the contract itself
  hint: run `git lfs pull`; in a workflow give actions/checkout `lfs: true`""",
        id="a pointer of Git LFS",
    ),
    pytest.param(
        b"#" * (1024 * 1024 + 1),
        """\
a.yaml:1: E104 the file has 1,048,577 bytes; no more than 1,048,576 are read
  hint: split the contract, or move samples and long texts out of it""",
        id="one byte too many",
    ),
]


@pytest.mark.parametrize(("data", "expected"), CASES)
def test_bytes_that_are_no_text_of_a_contract_are_refused(data: bytes, expected: str) -> None:
    with pytest.raises(StewardError) as caught:
        read_yaml(data, "a.yaml")
    assert str(caught.value) == expected


def test_the_size_is_checked_before_the_text_is_decoded() -> None:
    with pytest.raises(StewardError) as caught:
        read_yaml(b"\xff" * (1024 * 1024 + 1), "a.yaml")
    assert [fault.code for fault in caught.value.faults] == ["E104"]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\xef\xbb\xbfa: 1\nb: x\n", id="with a byte order mark"),
        pytest.param(b"a: 1\r\nb: x\r\n", id="with the line ends of Windows"),
        pytest.param(b"a: 1\nb: x", id="without a last line end"),
        pytest.param(b"%YAML 1.2\n---\na: 1\nb: x\n...\n", id="with the marks of a document"),
        pytest.param(b"a: 1\nb: x\n#" + b" " * (1024 * 1024 - 11), id="as large as allowed"),
    ],
)
def test_a_text_is_read_however_it_was_saved(data: bytes) -> None:
    assert read_yaml(data, "a.yaml").root == {"a": 1, "b": "x"}


def test_a_byte_order_mark_moves_no_place() -> None:
    document = read_yaml(b"\xef\xbb\xbfa: 1\n", "a.yaml")
    assert document.text == "a: 1\n"
    assert document.root.marks == {"a": ((1, 1), (1, 4))}
