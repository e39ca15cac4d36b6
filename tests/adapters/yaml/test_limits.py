"""No file can cost more than the limits: each bomb is refused, by its code."""

from __future__ import annotations

import pytest

from bot.adapters.yaml.limits import MAX_BYTES, MAX_DEPTH, MAX_NODES
from bot.adapters.yaml_reader import read_yaml
from bot.core.errors import StewardError


def nested(first: str, item: str, levels: int, width: int) -> bytes:
    """Return a text of lists, each of which holds the item so many times for the list before."""
    lines = [f"a0: &a0 {first}"]
    for level in range(levels):
        items = ", ".join([item.format(level)] * width)
        lines += [f"a{level + 1}: &a{level + 1} [{items}]"]
    return "\n".join(lines).encode()


def aliases_of_aliases(levels: int, width: int) -> bytes:
    """Return a text whose last line stands for width ** levels nodes."""
    return nested("[x]", "*a{}", levels, width)


def chain(length: int) -> bytes:
    """Return a text in which each list holds the one before, by an alias."""
    lines = ["a:", "- &a0 [x]"]
    lines += [f"- &a{level} [*a{level - 1}]" for level in range(1, length)]
    return "\n".join(lines).encode()


def merges(levels: int, width: int) -> bytes:
    """Return a text of mappings that merge the one before, many times."""
    return nested("{k: v}", "{{<<: *a{}}}", levels, width)


CASES = [
    pytest.param(b"[" * 100_000, ["E112"], id="a hundred thousand brackets"),
    pytest.param(b"a: " + b"[" * 100_000, ["E105"], id="a hundred thousand brackets below a key"),
    pytest.param(b"a: " + b"[{b: " * 100_000, ["E105"], id="brackets and braces by turns"),
    pytest.param(
        b"".join(b" " * n + b"a:\n" for n in range(1000)), ["E105"], id="a thousand indentations"
    ),
    pytest.param(
        b"".join(b"a%d: 1\n" % n for n in range(400_000)), ["E104"], id="400,000 flat keys"
    ),
    pytest.param(
        b"".join(b"%d:\n" % n for n in range(100_000)), ["E106"], id="100,000 keys of few bytes"
    ),
    pytest.param(b"a:\n" + b"-\n" * 200_000, ["E106"], id="200,000 empty items"),
    pytest.param(b"a: [" + b"[]," * 200_000, ["E106"], id="200,000 empty lists"),
    pytest.param(aliases_of_aliases(9, 9), ["E109"], id="nine levels of nine aliases"),
    pytest.param(merges(7, 8), ["E118"] * 36 + ["E109"], id="seven levels of eight merge keys"),
    pytest.param(chain(1000), ["E105"], id="a nesting of aliases"),
    pytest.param(b"a: &a [*a]\n", ["E108"], id="a list in itself"),
    pytest.param(b"a: " + b"9" * 5000, ["E114"], id="a number of 5,000 digits"),
    pytest.param(b"%TAG !a! b\n" * 90_000, ["E115"], id="90,000 directives"),
    pytest.param(b'a: "' + b"x" * 1_000_000, ["E103"], id="a quote open over a megabyte"),
    pytest.param(b"a: 1\n" * 200_000, ["E107"] * 100 + ["E101"], id="200,000 equal keys"),
    pytest.param(b"? [a]\n: 1\n" * 90_000, ["E113"] * 100 + ["E101"], id="90,000 lists as keys"),
    pytest.param(b"{" * 1_000_000, ["E113"] * 100 + ["E101"], id="mappings as keys of mappings"),
    pytest.param(b"a: &a\n" * 100_000, ["E107"] * 100 + ["E101"], id="100,000 anchors of a name"),
]


@pytest.mark.parametrize(("data", "codes"), CASES)
def test_a_bomb_is_refused_by_a_limit(data: bytes, codes: list[str]) -> None:
    with pytest.raises(StewardError) as caught:
        read_yaml(data, "a.yaml")
    assert [str(fault.code) for fault in caught.value.faults] == codes


def test_what_stays_within_each_limit_is_read() -> None:
    deep = b"a: " + b"[" * (MAX_DEPTH - 1) + b"]" * (MAX_DEPTH - 1)
    wide = b"a: [" + b"1," * (MAX_NODES - 2) + b"]"
    assert list(read_yaml(deep, "a.yaml").root) == ["a"]
    value = read_yaml(wide, "a.yaml").root["a"]
    assert isinstance(value, list)
    assert len(value) == MAX_NODES - 2
    assert len(wide) < MAX_BYTES


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"a: " + b"[" * MAX_DEPTH, "E105", id="one level more"),
        pytest.param(b"a: [" + b"1," * (MAX_NODES - 1) + b"]", "E106", id="one item more"),
        pytest.param(
            b"a: &a [" + b"1," * 49_998 + b"]\nb: *a\nc: 1\n", "E106", id="a key after an alias"
        ),
        pytest.param(
            b"a: &a [" + b"1," * 49_999 + b"]\nb: *a\n", "E109", id="an alias that is too much"
        ),
    ],
)
def test_what_passes_a_limit_by_one_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(StewardError) as caught:
        read_yaml(data, "a.yaml")
    assert [fault.code for fault in caught.value.faults] == [code]


def test_aliases_within_the_limits_are_read_as_what_they_repeat() -> None:
    root = read_yaml(b"a: &a {b: &b [1, 2]}\nc: *a\nd: {e: *b}\n", "a.yaml").root
    assert root == {"a": {"b": [1, 2]}, "c": {"b": [1, 2]}, "d": {"e": [1, 2]}}
