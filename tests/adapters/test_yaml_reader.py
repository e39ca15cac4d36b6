from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.adapters import yaml_reader
from bot.adapters.yaml.events import open_with_python
from bot.adapters.yaml_reader import read_yaml
from bot.core.contract.node import Document, MapNode, Node, SeqNode
from bot.core.errors import Location, StewardError
from tests.fuzz.drive import drive

SHARED = Path(__file__).resolve().parents[2] / "../shared"

TEXT = """\
# a contract
apiVersion: v3.2.0
id: "orders"  # quoted
tags: [a, 'b', c d]
description:
  purpose: >-
    Two lines
    in one.
  usage: |
    kept
    as is
1: one
true: yes
~: nothing
"a b": {x: 1, "y": [2]}
schema:
- name: orders
  required: true
  size: 1.50
-
  name: lines
empty:
"""
ROOT = {
    "apiVersion": "v3.2.0",
    "id": "orders",
    "tags": ["a", "b", "c d"],
    "description": {"purpose": "Two lines in one.", "usage": "kept\nas is\n"},
    "1": "one",
    "true": "yes",
    "~": "nothing",
    "a b": {"x": 1, "y": [2]},
    "schema": [{"name": "orders", "required": True, "size": 1.5}, {"name": "lines"}],
    "empty": None,
}


def read(text: str) -> Document:
    return read_yaml(text.encode(), "a.yaml")


def test_a_contract_is_read_with_its_name_and_text() -> None:
    document = read(TEXT)
    assert (document.file, document.text, document.root) == ("a.yaml", TEXT, ROOT)


def test_the_parser_in_python_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = read(TEXT)
    monkeypatch.setattr(yaml_reader, "open_events", open_with_python)
    actual = read(TEXT)
    assert actual == expected
    assert list(places(actual.root)) == list(places(expected.root))


@pytest.mark.parametrize(
    ("path", "key", "expected"),
    [
        pytest.param((), False, (2, 1), id="the root"),
        pytest.param(("id",), True, (3, 1), id="a key"),
        pytest.param(("id",), False, (3, 5), id="a quoted value begins at its quote"),
        pytest.param(("tags", 2), False, (4, 16), id="an item of a list in one line"),
        pytest.param(("description", "usage"), False, (9, 10), id="a long text begins at its bar"),
        pytest.param(("a b", "y", 0), False, (15, 21), id="something between braces"),
        pytest.param(("schema",), False, (17, 1), id="a list begins at its first dash"),
        pytest.param(("schema", 0), False, (17, 3), id="an item that is a mapping"),
        pytest.param(("schema", 1, "name"), True, (21, 3), id="a key of the second item"),
        pytest.param(("empty",), False, (22, 7), id="a value that is left out"),
    ],
)
def test_every_node_knows_its_place(
    path: tuple[str | int, ...], *, key: bool, expected: tuple[int, int]
) -> None:
    assert read(TEXT).locate(path, key=key) == Location("a.yaml", *expected)


def test_columns_count_characters_however_many_bytes_they_take() -> None:
    root = read("é: {😀漢: 1, x: 2}\n").root
    assert root.marks == {"é": ((1, 1), (1, 4))}
    inner = root["é"]
    assert isinstance(inner, MapNode)
    assert inner.marks == {"😀漢": ((1, 5), (1, 9)), "x": ((1, 12), (1, 15))}


def test_an_alias_has_its_own_place_and_the_node_it_repeats() -> None:
    root = read("a: &a {b: 1}\nc: *a\n*a2 : 1\n".replace("*a2 ", "'*a' ")).root
    assert root["c"] is root["a"]
    assert root.marks["c"] == ((2, 1), (2, 4))


def test_an_alias_may_stand_for_the_text_of_a_key() -> None:
    assert read("a: &a 1.0\n*a : x\nb: &a y\n? *a\n: z\n").root == {
        "a": 1.0,
        "1.0": "x",
        "b": "y",
        "y": "z",
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: !!str 12", {"a": "12"}, id="the tag of a text"),
        pytest.param("a: ! 12", {"a": "12"}, id="the tag of nothing in particular"),
        pytest.param("a: !!int '12'", {"a": 12}, id="the tag of a number on a quoted text"),
        pytest.param("a: !!map {}\nb: !!seq []", {"a": {}, "b": []}, id="tags of collections"),
        pytest.param("!!map\na: !<tag:yaml.org,2002:null> ''", {"a": None}, id="a tag in full"),
        pytest.param("!!str a: 1", {"a": 1}, id="a tag on a key"),
        pytest.param("%TAG ! tag:yaml.org,2002:\n---\na: !str 1", {"a": "1"}, id="its own handle"),
    ],
)
def test_a_tag_of_the_core_schema_is_honoured(text: str, expected: object) -> None:
    assert read(text).root == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('version: "1.10"', id="in quotes"),
        pytest.param("version: 1.10.0", id="of three parts"),
        pytest.param("version: v1", id="with a letter"),
        pytest.param("version: !!str 1.10", id="tagged as a text"),
        pytest.param("a: {version: 1.10, apiVersion: 3}", id="below the root"),
        pytest.param("version: true", id="a truth value is for the schema to refuse"),
        pytest.param("version:", id="nothing is for the schema to refuse"),
        pytest.param("versions: 1.10", id="another key"),
    ],
)
def test_a_version_that_loses_nothing_is_read(text: str) -> None:
    assert read(text).text == text


def places(node: Node) -> Iterator[tuple[Node, tuple[int, int]]]:
    """Yield each key, value and item below the node with its place."""
    if isinstance(node, MapNode):
        for key, (key_mark, mark) in node.marks.items():
            yield key, key_mark
            yield node[key], mark
            yield from places(node[key])
    elif isinstance(node, SeqNode):
        for item, mark in zip(node, node.marks, strict=True):
            yield item, mark
            yield from places(item)


def shape(node: object) -> object:
    """Return the collections and keys of a value, without its scalars."""
    if isinstance(node, dict):
        return {key: shape(value) for key, value in node.items()}
    return [shape(item) for item in node] if isinstance(node, list) else None


def compare(ours: object, theirs: object) -> Iterator[tuple[str, str]]:
    """Yield what two readers make of the same scalar, with its types, where they differ."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        assert list(ours) == list(theirs)
        for key, value in ours.items():
            yield from compare(value, theirs[key])
    elif isinstance(ours, list) and isinstance(theirs, list):
        for one, other in zip(ours, theirs, strict=True):
            yield from compare(one, other)
    elif type(ours) is not type(theirs) or ours != theirs:
        yield f"{type(ours).__name__} {ours}", f"{type(theirs).__name__} {theirs}"


PRINTABLE = st.characters(
    exclude_categories=["Cs"],
    exclude_characters=[*map(chr, range(0x7F, 0xA0)), "\u2028", "\u2029", "\ufffe", "\uffff"],
)
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers(-(10**40), 10**40)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(PRINTABLE, max_size=20)
    | st.sampled_from(["no", "1.10", "~", "<<", "12:30", "- a", "a: b", "#", "", "\n", "null"])
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(PRINTABLE, max_size=8), inner)
    ),
    max_leaves=20,
)
ROOTS = st.dictionaries(st.text(PRINTABLE, max_size=8), VALUES, max_size=5)


@settings(max_examples=150)
@given(ROOTS, st.sampled_from([None, 1, 4]))
def test_json_is_read_as_what_it_says_and_every_place_is_right(
    root: dict[str, object], indent: int | None
) -> None:
    text = json.dumps(root, ensure_ascii=False, indent=indent)
    document = read(text)
    assert document.root == root
    lines = text.split("\n")
    for node, (line, column) in places(document.root):
        found = lines[line - 1][column - 1 :]
        if isinstance(node, dict | list):
            assert found[0] == ("{" if isinstance(node, dict) else "[")
        else:
            assert found.startswith(json.dumps(node, ensure_ascii=False))


@settings(max_examples=150)
@given(ROOTS, st.booleans())
def test_what_a_dumper_quotes_is_read_back(root: dict[str, object], flow: bool) -> None:
    text = yaml.safe_dump(
        root, default_style='"', allow_unicode=True, default_flow_style=flow, width=10**6
    )
    assert read(text).root == root


PIECES = [
    *("a: ", "b: ", "- ", "? ", ": ", "<<: ", "version: ", "\n", "\n  ", "\n    ", "\t", " "),
    *("{", "}", "[", "]", ", ", "&a ", "*a", "*b ", "!!int ", "!!str ", "!x ", "! ", "'", '"'),
    *("1", "1.10", ".inf", "~", "x", "é", "😀", "|\n", ">-\n", "#", "---\n", "...\n", "\\", "%"),
    *("%TAG ! x\n", "%YAML 1.1\n", "\r\n", "\r", "\0", "\ufeff", "\u2028", "9" * 500, "@", "`"),
]


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_a_text_of_yaml_signs_is_read_or_refused(text: str) -> None:
    drive(text.encode())


@settings(max_examples=150)
@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    drive(data)


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_what_is_read_has_the_shape_that_pyyaml_sees(text: str) -> None:
    try:
        root = read(text).root
        seen = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - texts only
    except StewardError:
        return
    except yaml.composer.ComposerError as error:
        if "duplicate anchor" in str(error):  # YAML 1.2 lets an anchor be given anew
            return
        raise
    assert shape(root) == shape(seen)


def contracts_beside() -> list[Path]:
    return sorted((SHARED / "odcs").glob("*/**/*.yaml"))


@pytest.mark.shared
@pytest.mark.skipif(not contracts_beside(), reason="needs ../shared/odcs beside the checkout")
def test_real_contracts_are_read_as_pyyaml_reads_them_but_for_dates_and_octal_numbers() -> None:
    differences = set()
    for path in contracts_beside():
        data = path.read_bytes()
        theirs = yaml.load(data, Loader=yaml.CSafeLoader)
        if isinstance(theirs, dict):
            differences |= set(compare(read_yaml(data, path.name).root, theirs))
    kinds = {(ours.split()[0], theirs.split()[0]) for ours, theirs in differences}
    # A date is a text to us; digits that begin with 0 are a number to us, and octal to YAML 1.1.
    assert kinds == {("str", "date"), ("str", "datetime"), ("int", "str")}
    assert all(theirs[:5] == "str 0" for ours, theirs in differences if ours[:4] == "int ")
