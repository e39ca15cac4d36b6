from __future__ import annotations

import pytest

from bot.core.written_patterns import pattern_fault, pattern_size


@pytest.mark.parametrize(
    "pattern",
    [
        pytest.param("(a", id="a group is not closed"),
        pytest.param("a)", id="a group is closed that was not opened"),
        pytest.param("*.csv", id="a pattern of file names"),
        pytest.param("a|+", id="nothing to repeat"),
        pytest.param("{2}", id="nothing to count"),
        pytest.param("a{3,2}", id="numbers in the wrong order"),
        pytest.param("[z-a]", id="a range in the wrong order"),
        pytest.param("[a", id="a class is not closed"),
        pytest.param("a\\", id="a backslash at the end"),
    ],
)
def test_a_pattern_is_broken_for_every_engine(pattern: str) -> None:
    fault = pattern_fault(pattern)

    assert fault is not None
    assert fault.broken


@pytest.mark.parametrize(
    "pattern",
    [
        pytest.param("(?<=a)b", id="look-behind"),
        pytest.param(r"(a)\1", id="a back-reference"),
        pytest.param(r"\p{L}+", id="a Unicode property"),
        pytest.param("a++", id="a possessive quantifier"),
        pytest.param("(?i)abc", id="a flag inside"),
        pytest.param("a{,3}", id="a quantifier here and a text there"),
        pytest.param("a" * 100_000, id="too long to be read"),
        pytest.param("(" * 5_000 + ")" * 5_000, id="nested too deeply"),
    ],
)
def test_a_pattern_is_whole_and_engines_differ_on_it(pattern: str) -> None:
    fault = pattern_fault(pattern)

    assert fault is not None
    assert not fault.broken


@pytest.mark.parametrize("pattern", ["^[A-Z]{2}[0-9]+$", "", "a|b", "^(?!x).*$", "${PATTERN}"])
def test_a_pattern_has_no_fault(pattern: str) -> None:
    assert pattern_fault(pattern) is None


@pytest.mark.parametrize(
    ("pattern", "size"),
    [
        pytest.param("abc", 3, id="three characters"),
        pytest.param("[a-z]", 1, id="a class is one"),
        pytest.param("(ab|c){10}", 30, id="repetitions count"),
        pytest.param("((a?){50}){40}", 2_000, id="repetitions multiply"),
        pytest.param("[a-z]*", 1, id="a loop is as large as its body"),
        pytest.param("(", None, id="what cannot be read has no size"),
    ],
)
def test_the_size_of_a_pattern_is_that_of_its_automaton(pattern: str, size: int | None) -> None:
    assert pattern_size(pattern) == size
