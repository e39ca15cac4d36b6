"""Every fault that the reader itself finds, as a user reads it."""

from __future__ import annotations

import pytest

from bot.adapters.yaml_reader import read_yaml
from bot.core.errors import StewardError


def told(text: str) -> str:
    """Return what a user is told about the text."""
    with pytest.raises(StewardError) as caught:
        read_yaml(text.encode(), "orders.yaml")
    return str(caught.value)


CASES = [
    pytest.param(
        "version: 2\napiVersion: 3.1\n",
        """\
orders.yaml:1: E116 version 2 would be read as a number: write all three parts
  | version: 2
  |          ^
  hint: version: 2.0.0
orders.yaml:2: E116 apiVersion 3.1 would be read as a number: write all three parts
  | apiVersion: 3.1
  |             ^
  hint: apiVersion: v3.1.0""",
        id="versions are hinted at in the form that will be accepted",
    ),
    pytest.param(
        "id: a\n<<<<<<< HEAD\nversion: 1.0.0\n=======\nversion: 1.1.0\n>>>>>>> topic\n",
        """\
orders.yaml:2: E103 this is a mark of a merge conflict that nobody has resolved
  | <<<<<<< HEAD
  | ^
  hint: keep what is right of the two sides, and delete the lines `<<<<<<<`, `=======` and \
`>>>>>>>`""",
        id="a merge conflict",
    ),
    pytest.param(
        "id: a\nname: b\nid: c\nid: d\n",
        """\
orders.yaml:3: E107 the key "id" is set twice, first in line 1
  | id: c
  | ^
  hint: delete or rename one of the two
orders.yaml:4: E107 the key "id" is set twice, first in line 1
  | id: d
  | ^
  hint: delete or rename one of the two""",
        id="a key set three times is told twice",
    ),
    pytest.param(
        "values:\n  1: a\n  '1': b\n",
        """\
orders.yaml:3: E107 the key "1" is set twice, first in line 2
  |   '1': b
  |   ^
  hint: delete or rename one of the two""",
        id="keys are compared as texts",
    ),
    pytest.param(
        "a: &a [1, *a]\n",
        """\
orders.yaml:1: E108 the alias *a repeats what it stands in, without end
  | a: &a [1, *a]
  |           ^
  hint: write out what is meant""",
        id="an alias to what it stands in",
    ),
    pytest.param(
        "a: *b\n",
        """\
orders.yaml:1: E103 the alias *b has no anchor &b above it
  | a: *b
  |    ^
  hint: add the anchor, or put the text in quotes: "*b\"""",
        id="an alias without an anchor",
    ),
    pytest.param(
        "a: 1\n---\nb: 2\n",
        """\
orders.yaml:2: E110 a second document begins here
  | ---
  | ^
  hint: give each document a file of its own, or delete this line `---`""",
        id="two documents",
    ),
    pytest.param(
        "# nothing\n",
        """\
orders.yaml:1: E111 the file holds nothing
  | # nothing
  | ^
  hint: begin with `apiVersion:` and `kind:`, or delete the file""",
        id="nothing but a comment",
    ),
    pytest.param(
        "- a: 1\n",
        """\
orders.yaml:1: E112 the file holds a list, not keys with values
  | - a: 1
  | ^
  hint: begin with `apiVersion:` and `kind:` at the left margin""",
        id="a list at the root",
    ),
    pytest.param(
        "just a text\n",
        """\
orders.yaml:1: E112 the file holds a single value, not keys with values
  | just a text
  | ^
  hint: begin with `apiVersion:` and `kind:` at the left margin""",
        id="a text at the root",
    ),
    pytest.param(
        "a:\n  name: {{ name }}\n",
        """\
orders.yaml:2: E113 a key has to be a text, and this is a list or a mapping
  |   name: {{ name }}
  |          ^
  hint: put a text that begins with a bracket in quotes: "{{ name }}\"""",
        id="a template without quotes",
    ),
    pytest.param(
        "a: -.inf\n",
        """\
orders.yaml:1: E114 -.inf is no number that data can be compared with
  | a: -.inf
  |    ^
  hint: leave the key out, or put the value in quotes where a text is meant: "-.inf\"""",
        id="an endless number",
    ),
    pytest.param(
        "a: !!timestamp 2024-01-01\nb: !secret x\nc: !<x:y> z\n",
        """\
orders.yaml:1: E115 the tag !!timestamp is not known, or does not fit what follows it
  | a: !!timestamp 2024-01-01
  |    ^
  hint: delete the tag; put a text that begins with ! in quotes
orders.yaml:2: E115 the tag !secret is not known, or does not fit what follows it
  | b: !secret x
  |    ^
  hint: delete the tag; put a text that begins with ! in quotes
orders.yaml:3: E115 the tag !<x:y> is not known, or does not fit what follows it
  | c: !<x:y> z
  |    ^
  hint: delete the tag; put a text that begins with ! in quotes""",
        id="tags that nobody knows",
    ),
    pytest.param(
        "apiVersion: 3\nversion: 1.10\n",
        """\
orders.yaml:1: E116 apiVersion 3 would be read as a number: write all three parts
  | apiVersion: 3
  |             ^
  hint: apiVersion: v3.0.0
orders.yaml:2: E116 version 1.10 would be read as the number 1.1: write all three parts
  | version: 1.10
  |          ^
  hint: version: 1.10.0""",
        id="versions that YAML reads as numbers",
    ),
    pytest.param(
        "base: &base {a: 1}\nmore:\n  <<: *base\n",
        """\
orders.yaml:3: E118 the merge key `<<` is not a part of YAML 1.2
  |   <<: *base
  |   ^
  hint: write out the keys it stands for""",
        id="a merge key",
    ),
    pytest.param(
        "version: 2.0\nid: a\nid: [.nan, *x]\nname: a: b\n",
        """\
orders.yaml:1: E116 version 2.0 would be read as a number: write all three parts
  | version: 2.0
  |          ^
  hint: version: 2.0.0
orders.yaml:3: E107 the key "id" is set twice, first in line 2
  | id: [.nan, *x]
  | ^
  hint: delete or rename one of the two
orders.yaml:3: E114 .nan is no number that data can be compared with
  | id: [.nan, *x]
  |      ^
  hint: leave the key out, or put the value in quotes where a text is meant: ".nan"
orders.yaml:3: E103 the alias *x has no anchor &x above it
  | id: [.nan, *x]
  |            ^
  hint: add the anchor, or put the text in quotes: "*x"
orders.yaml:4: E103 a text that holds a colon and a space has to be in quotes
  | name: a: b
  |        ^
  hint: write `name: "a: b"`""",
        id="all faults up to an error of syntax, in the order of the file",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_fault_is_told_with_its_line_and_the_next_step(text: str, expected: str) -> None:
    assert told(text) == expected


CODES = [
    pytest.param("", "E111", id="no byte at all"),
    pytest.param("~", "E111", id="null at the root"),
    pytest.param("---\n---\n", "E111", id="two empty documents"),
    pytest.param("a: 1\n---\n", "E110", id="an empty second document"),
    pytest.param("'text'", "E112", id="a quoted text at the root"),
    pytest.param("*a", "E112", id="an alias at the root"),
    pytest.param("? [a]\n: 1\n", "E113", id="a list as a key"),
    pytest.param("a: &a [1]\n*a : 1\n", "E113", id="an alias to a list as a key"),
    pytest.param("*a : 1\n", "E103", id="an unknown alias as a key"),
    pytest.param("a: &a 1\n? *a\n: 1\n1: 2\n", "E107", id="an alias that repeats a key"),
    pytest.param("a: &a [{b: *a}]\n", "E108", id="a longer circle"),
    pytest.param("a: &a\n  ? *a\n  : 1\n", "E113", id="a circle through a key"),
    pytest.param("a: !!map [1]\n", "E115", id="the tag of a mapping on a list"),
    pytest.param("a: !!map x\n", "E115", id="the tag of a mapping on a text"),
    pytest.param("a: !!int x\n", "E115", id="the tag of a number on a text"),
    pytest.param("a: !!python/object/apply:os.system ['id']\n", "E115", id="a tag that would act"),
    pytest.param("!x a: 1\n", "E115", id="an unknown tag on a key"),
    pytest.param("a: !!float 1e999\n", "E114", id="a tagged number too large"),
    pytest.param("!!merge a: {}\n", "E118", id="the tag of a merge key"),
    pytest.param("version: 1e3", "E116", id="a version with an exponent"),
    pytest.param("version: 1", "E116", id="a version of one number"),
    pytest.param("v: &v 1.0\nversion: *v", "E116", id="a version behind an alias"),
    pytest.param("version: !!float 1.10", "E116", id="a version tagged as a number"),
    pytest.param("{version: 1.10}", "E116", id="a version between braces"),
]


@pytest.mark.parametrize(("text", "code"), CODES)
def test_a_fault_has_its_code_and_stands_alone(text: str, code: str) -> None:
    with pytest.raises(StewardError) as caught:
        read_yaml(text.encode(), "orders.yaml")
    assert [fault.code for fault in caught.value.faults] == [code]


def test_a_long_line_is_cut_around_the_place_and_the_place_stays_true() -> None:
    with pytest.raises(StewardError) as caught:
        read_yaml(b"a: " + b"x" * 5000 + b": y" + b"z" * 5000, "orders.yaml")
    (fault,) = caught.value.faults
    assert fault.where is not None
    assert fault.where.column == 5004
    assert len(fault.excerpt) == 160
    assert fault.excerpt[fault.caret - 1] == ":"


def test_a_fault_shows_no_hostile_text() -> None:
    assert told('"\\e[2J": 1\n"\\e[2J": 2\nb: *a\u202e\n').isascii()


def test_reading_ends_after_a_hundred_faults_and_says_so() -> None:
    with pytest.raises(StewardError) as caught:
        read_yaml(b"a: 1\n" * 500, "orders.yaml")
    assert [fault.code for fault in caught.value.faults] == ["E107"] * 100 + ["E101"]
