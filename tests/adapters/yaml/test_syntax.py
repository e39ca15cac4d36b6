"""What a user is told where the text is no YAML: one place, one cause, one next step."""

from __future__ import annotations

import pytest
import yaml

from bot.adapters import yaml_reader
from bot.adapters.yaml.events import open_with_python
from bot.adapters.yaml_reader import read_yaml
from bot.core.errors import StewardError

TAB = "a tab stands where YAML allows spaces only"
OPEN = "the quote that opens here is never closed"
COLON = "a text that holds a colon and a space has to be in quotes"
KEY = "a key cannot stand here: the text before it is not finished, or is no key"
LIST = "the list that begins with `[` in line 1 lacks a comma before this, or its `]`"
MAPPING = "the mapping that begins with `{` in line 1 lacks a comma before this, or its `}`"
INDENT = "the indentation does not fit what begins in line 1"
SIGN = "`&` and `*` before a text have a meaning in YAML, and a name is missing here"
TAG = "a text that begins with `!` is read as a tag, and this is none"
ESCAPE = "a backslash in double quotes begins an escape, and this is none"
DIRECTIVE = "a line that begins with `%` is a directive, and this one is not known"
AFTER_QUOTE = "a text goes on after its closing quote"
BLOCK = "no text may follow `|` or `>` in its line"
ENDED = "the document has ended before this"
CASES = [
    pytest.param("a:\n\tb: 1\n", 2, TAB, id="a tab as indentation"),
    pytest.param("\ta: 1\n", 1, TAB, id="a tab at the very beginning"),
    pytest.param("a: |\n\tb\n", 2, TAB, id="a tab before a long text"),
    pytest.param("a: b\n\tc\n", 2, TAB, id="a tab before the second line of a text"),
    pytest.param("a: 'b\nc: d\n", 1, OPEN, id="an open single quote"),
    pytest.param('a: "b\nc: d\n', 1, OPEN, id="an open double quote"),
    pytest.param('a: "b\n---\nc: d\n', 1, OPEN, id="an open quote before a document"),
    pytest.param("a: b: c\n", 1, COLON, id="a text with a colon"),
    pytest.param("a:\n- - b: 10% off: c\n", 2, COLON, id="a text with a colon in a list"),
    pytest.param("a: b\n  c: d\n", 2, KEY, id="a key below a text"),
    pytest.param("name\nid: a\n", 2, KEY, id="a line without a colon at the top"),
    pytest.param("a:b\nc: d\n", 2, KEY, id="a colon without a space"),
    pytest.param("'a': {b: c}: d\n", 1, KEY, id="a colon after a bracket"),
    pytest.param("a: [1, 2\nb: c\n", 2, LIST, id="an open list"),
    pytest.param("a: [1 2, '3' 4]\n", 1, LIST, id="a list without a comma"),
    pytest.param("a: {b: 1\nc: 2\n", 2, MAPPING, id="an open mapping"),
    pytest.param("a:\n  b: 1\n c: 2\n", 3, INDENT, id="a key between two indentations"),
    pytest.param("a: 1 # one\n  b: 2\n", 2, INDENT, id="a key below a comment"),
    pytest.param("a: 'it's'\n", 1, AFTER_QUOTE, id="a single quote in single quotes"),
    pytest.param('a: "b" c\n', 1, AFTER_QUOTE, id="a text after its quotes"),
    pytest.param("a: *\n", 1, SIGN, id="an asterisk alone"),
    pytest.param("a: & b\n", 1, SIGN, id="an ampersand alone"),
    pytest.param("a: !b!c d\n", 1, TAG, id="a tag without its directive"),
    pytest.param("a: !<b c\n", 1, TAG, id="a tag that is not closed"),
    pytest.param('a: "\\d"\n', 1, ESCAPE, id="a backslash in double quotes"),
    pytest.param('a: "\\xyz"\n', 1, ESCAPE, id="a number that is none"),
    pytest.param('a: "\\ud83d"\n', 1, "this escape names no character", id="half a character"),
    pytest.param("a: |b\n  c\n", 1, BLOCK, id="a text behind the bar"),
    pytest.param("a: |0\n  c\n", 1, BLOCK, id="an indentation of nothing"),
    pytest.param("a: - b\n", 1, "a list item cannot begin here", id="a list behind its key"),
    pytest.param("a: ? b\n", 1, "`? ` cannot begin a key here", id="a question mark"),
    pytest.param("a: b\n...\nc: d\n", 3, ENDED, id="keys after the end"),
    pytest.param("%YAML 2.0\n---\na: b\n", 1, DIRECTIVE, id="another YAML"),
    pytest.param("a: @b\n", 1, 'a text without quotes cannot begin with "@"', id="a reserved sign"),
    pytest.param("a: %b\n", 1, 'a text without quotes cannot begin with "%"', id="a percent sign"),
    pytest.param("a: ]\n", 1, 'a value cannot begin with "]"', id="a bracket that closes nothing"),
    pytest.param(
        "a: 1\nb: [2,\n\n",
        2,
        "the text ends where a value, or a closing bracket, is expected",
        id="a list open at the end",
    ),
    pytest.param(
        "a: b\nc\nd: e\n", 2, "this is neither `key: value` nor a list item", id="a line alone"
    ),
    pytest.param(
        "a: 1\n- b\n",
        2,
        "a list item cannot stand among the keys of the mapping that begins in line 1",
        id="a list among keys",
    ),
    pytest.param(
        "a: 1\nb: &c *d\n", 2, "this does not belong to the value before it", id="two signs"
    ),
    pytest.param(
        "a: 1\nb: \x07\n", 2, "the control character U+0007 is not allowed in YAML", id="a bell"
    ),
    pytest.param(
        "a: 1\nb: \uffff\n", 2, "the control character U+FFFF is not allowed in YAML", id="no sign"
    ),
]


@pytest.fixture(params=["libyaml", "python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Read with one of the two parsers; the second is for where PyYAML has no libyaml."""
    if request.param == "python":
        monkeypatch.setattr(yaml_reader, "open_events", open_with_python)
    elif not yaml.__with_libyaml__:
        pytest.skip("PyYAML was built without libyaml")
    return str(request.param)


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(("text", "line", "message"), CASES)
def test_an_error_of_syntax_is_told_in_words_of_the_user(
    text: str, line: int, message: str
) -> None:
    with pytest.raises(StewardError) as caught:
        read_yaml(text.encode(), "a.yaml")
    (fault,) = caught.value.faults
    assert fault.where is not None
    assert (fault.code, fault.where.line, fault.message) == ("E103", line, message)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        pytest.param("a: b: c\n", 'write `a: "b: c"`', id="the line is written out"),
        pytest.param('a: say "b": c\n', 'write `a: "say \\"b\\": c"`', id="with its own quotes"),
        pytest.param("a: @b\n", 'put the text in quotes: "@b"', id="the text is quoted"),
        pytest.param(
            "a: \x07\n", 'delete it, or write it as an escape in double quotes: "\\x07"', id="bell"
        ),
    ],
)
def test_the_hint_is_ready_to_be_pasted(text: str, hint: str) -> None:
    with pytest.raises(StewardError) as caught:
        read_yaml(text.encode(), "a.yaml")
    assert [fault.hint for fault in caught.value.faults] == [hint]


def test_what_no_one_foresaw_is_told_in_the_words_of_the_parser(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(yaml_reader, "open_events", open_with_python)
    with pytest.raises(StewardError) as caught:
        read_yaml(b'a: "\\UFFFFFFFF"', "a.yaml")
    assert [fault.message for fault in caught.value.faults] == [
        "this is not YAML: found a number out of range"
    ]
