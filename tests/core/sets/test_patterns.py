from __future__ import annotations

import re
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.relation import Relation
from bot.core.sets.patterns import (
    PatternComparison,
    compare_patterns,
    matches_pattern,
    why_undecided,
)

Spelled = tuple[str, str]
"""One pattern twice: as ECMA-262 has it, and as Python's re has it."""

_ALPHABET = "ab0-\n"
_ATOMS: list[Spelled] = [
    *((char, char) for char in "ab0-"),
    (".", "[^\n\r\u2028\u2029]"),
    ("\\d", "[0-9]"),
    ("\\W", "[^0-9A-Za-z_]"),
    ("\\s", "[ \t\n\r\f\v]"),
    ("[ab]", "[ab]"),
    ("[^a]", "[^a]"),
    ("[^]", "(?s:.)"),
    ("[]", "(?!)"),
    ("[\\d-]", "[0-9-]"),
    ("[a-c]", "[a-c]"),
    ("\\x61", "a"),
    ("\\u0062", "b"),
    ("^", "^"),
    ("$", "\\Z"),
    ("", ""),
]
_SIGNS = ["*", "+", "?", "*?", "+?", "??", "{2}", "{0}", "{1,3}", "{2,}", "{0,2}?"]
_TEXTS = ["".join(chars) for length in range(5) for chars in product(_ALPHABET, repeat=length)]


def _grown(inner: st.SearchStrategy[Spelled]) -> st.SearchStrategy[Spelled]:
    pair = st.tuples(inner, inner)
    return st.one_of(
        pair.map(lambda two: (two[0][0] + two[1][0], two[0][1] + two[1][1])),
        pair.map(lambda two: (f"(?:{two[0][0]}|{two[1][0]})", f"(?:{two[0][1]}|{two[1][1]})")),
        st.tuples(inner, st.sampled_from(_SIGNS)).map(
            lambda two: (f"({two[0][0]}){two[1]}", f"(?:{two[0][1]}){two[1]}")
        ),
    )


plain = st.recursive(st.sampled_from(_ATOMS), _grown, max_leaves=7)
looking = st.tuples(plain, plain, plain).map(
    lambda three: (
        f"^(?={three[0][0]})(?!{three[1][0]})(?:{three[2][0]})",
        f"^(?={three[0][1]})(?!{three[1][1]})(?:{three[2][1]})",
    )
)
patterns = plain | looking


def found(pattern: Spelled, text: str) -> bool:
    return re.search(pattern[1], text) is not None


@given(patterns, st.lists(st.sampled_from(_TEXTS), max_size=25))
@settings(max_examples=300, deadline=None)
def test_a_pattern_is_found_where_python_finds_it(pattern: Spelled, texts: list[str]) -> None:
    assert [matches_pattern(pattern[0], text) for text in texts] == [
        found(pattern, text) for text in texts
    ]


@given(patterns, patterns)
@settings(max_examples=150, deadline=None)
def test_no_text_contradicts_a_comparison(old: Spelled, new: Spelled) -> None:
    actual = compare_patterns(old[0], new[0])

    only_old = any(found(old, text) and not found(new, text) for text in _TEXTS)
    only_new = any(found(new, text) and not found(old, text) for text in _TEXTS)
    assert actual.relation is not Relation.UNKNOWN
    assert (actual.only_old is not None) is (
        actual.relation in {Relation.NARROWER, Relation.INCOMPARABLE}
    )
    assert (actual.only_new is not None) is (
        actual.relation in {Relation.WIDER, Relation.INCOMPARABLE}
    )
    if actual.only_old is None:
        assert not only_old
    else:
        assert found(old, actual.only_old)
        assert not found(new, actual.only_old)
    if actual.only_new is None:
        assert not only_new
    else:
        assert found(new, actual.only_new)
        assert not found(old, actual.only_new)
    assert compare_patterns(new[0], old[0]).relation is actual.relation.mirrored()


@given(patterns)
@settings(max_examples=80, deadline=None)
def test_a_pattern_is_the_same_as_itself_in_a_group(pattern: Spelled) -> None:
    assert compare_patterns(pattern[0], f"(?:{pattern[0]})") == PatternComparison(Relation.SAME)


@given(st.text(max_size=30) | st.text(alphabet="()[]{}|*+?^$\\a-,0<=!:", max_size=30), st.text())
@settings(max_examples=300, deadline=None)
def test_no_text_is_too_strange_for_a_pattern(pattern: str, text: str) -> None:
    assert compare_patterns(pattern, pattern).relation is Relation.SAME
    assert (matches_pattern(pattern, text) is None) <= (why_undecided(pattern) != "")
    assert compare_patterns(pattern, "^a$").relation in Relation


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            "[A-Z]{3}",
            "^[A-Z]{3}$",
            PatternComparison(Relation.NARROWER, only_old="aAAA"),
            id="anchors tighten a search",
        ),
        pytest.param(
            r"^\d{4}-(0[1-9]|1[0-2])$",
            r"^\d{4}-\d{2}$",
            PatternComparison(Relation.WIDER, only_new="0000-00"),
            id="months that are none",
        ),
        pytest.param(
            "^[^@]+@[^@]+\\.[^@]+$",
            "^[^@]+@[^@]+$",
            PatternComparison(Relation.WIDER, only_new="a@a"),
            id="a dot is no longer needed",
        ),
        pytest.param("^(a+)+$", "^a+$", PatternComparison(Relation.SAME), id="nested repetition"),
        pytest.param("^a*?$", "^a*$", PatternComparison(Relation.SAME), id="lazy is greedy"),
        pytest.param("", ".*", PatternComparison(Relation.SAME), id="both admit every text"),
        pytest.param("a^b", "[]", PatternComparison(Relation.SAME), id="both admit nothing"),
        pytest.param("^a|b$", "^(?:a|b)$", PatternComparison(Relation.NARROWER, "aa"), id="reach"),
        pytest.param(
            "^[0-9a-f]$",
            "^[0-9A-F]$",
            PatternComparison(Relation.INCOMPARABLE, only_old="a", only_new="A"),
            id="lower and upper case",
        ),
        pytest.param(
            r"^(?=.*\d)(?!.*x)[a-z0-9]{2,}$",
            "^[a-z0-9]{2,}$",
            PatternComparison(Relation.WIDER, only_new="aa"),
            id="look-ahead at the start",
        ),
        pytest.param(
            r"^(?=.*\d)\w$", r"^\d$", PatternComparison(Relation.SAME), id="both must hold"
        ),
        pytest.param("^(?<year>a)$", "^a$", PatternComparison(Relation.SAME), id="a named group"),
        pytest.param(r"^\w$", "^[A-Za-z0-9_]$", PatternComparison(Relation.SAME), id="ASCII words"),
        pytest.param(
            "^.$", "^[^\\n]$", PatternComparison(Relation.WIDER, None, "\r"), id="line ends"
        ),
        pytest.param("^a{x}$", r"^a\{x\}$", PatternComparison(Relation.SAME), id="a plain brace"),
    ],
)
def test_patterns_compare_with_a_shortest_text(
    old: str, new: str, expected: PatternComparison
) -> None:
    assert compare_patterns(old, new) == expected


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        pytest.param("(?<=a)b", "a group that begins with (?< looks behind", id="look-behind"),
        pytest.param(
            "a(?=b)", "look-ahead is understood at the start of a pattern only", id="look-ahead"
        ),
        pytest.param(r"(a)\1", r"the escape \1 is a back-reference", id="back-reference"),
        pytest.param(r"\bfoo", r"the escape \b is a word boundary", id="word boundary"),
        pytest.param(r"\p{L}", r"the escape \p is a Unicode property", id="Unicode property"),
        pytest.param(r"\Aa\Z", r"the escape \A is not of ECMA-262", id="anchors of Perl"),
        pytest.param("(?i)a", "a group that begins with (?i is not of ECMA-262", id="a flag"),
        pytest.param("a++", "a quantifier follows a quantifier", id="a possessive quantifier"),
        pytest.param("^*", "an assertion is repeated", id="a repeated anchor"),
        pytest.param("*a", "nothing stands before `*` to repeat", id="nothing to repeat"),
        pytest.param("{2}", "nothing stands before `{` to repeat", id="nothing before a brace"),
        pytest.param(
            "a{,3}", "{,n} is a text in ECMA-262 and a quantifier elsewhere", id="an open count"
        ),
        pytest.param(
            "a{3,2}", "a quantifier has its numbers in the wrong order", id="a count backwards"
        ),
        pytest.param(
            "[z-a]", "a range of a class has its ends in the wrong order", id="a range backwards"
        ),
        pytest.param(
            "\\ud83d\\ude00", "an escape is one half of a surrogate pair", id="a surrogate pair"
        ),
        pytest.param(r"\u{1F600}", "a hexadecimal escape cannot be read", id="a long escape"),
        pytest.param("[a", "the pattern ends too early", id="an open class"),
        pytest.param("(a", "a group is not closed", id="an open group"),
        pytest.param("a)", "a group is closed that was not opened", id="a group too many"),
        pytest.param("(?<é é>a)", "the name of a group cannot be read", id="a bad group name"),
        pytest.param("${CODE}", "the pattern holds a variable", id="a variable"),
        pytest.param("a{" + "9" * 50 + "}", "a quantifier has too many digits, or no end", id="9s"),
        pytest.param(
            "(a{1,1000}){1,1000}",
            "the pattern is too large once its repetitions are written out",
            id="a million repetitions",
        ),
        pytest.param("(" * 5_000 + ")" * 5_000, "the pattern is nested too deeply", id="nesting"),
        pytest.param("a" * 30_000, "the pattern is too long", id="30,000 characters"),
        pytest.param("(a|a)*" * 1_000, "the pattern has too many ways through it", id="many ways"),
    ],
)
def test_what_cannot_be_judged_is_told(pattern: str, reason: str) -> None:
    assert why_undecided(pattern) == reason
    assert matches_pattern(pattern, "a") is None
    assert compare_patterns(pattern, "^a$").relation is Relation.UNKNOWN


def test_states_that_explode_end_in_an_answer() -> None:
    assert compare_patterns("^.*a.{20}$", "^.*b.{20}$") == PatternComparison(
        Relation.UNKNOWN, reason="the patterns are too large to compare"
    )


def test_long_repetitions_are_compared() -> None:
    actual = compare_patterns("^.{0,4000}$", "^.{0,3999}$")

    assert actual == PatternComparison(Relation.NARROWER, only_old="a" * 4_000)


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        pytest.param("(a+)+$", "a" * 50_000 + "b", False, id="nested repetition"),
        pytest.param("(x+x+)+y", "x" * 50_000, False, id="overlapping repetition"),
        pytest.param("(.*)(.*)(.*)[ab]$", "x" * 50_000, False, id="many dots"),
        pytest.param("a.{0,3000}b", "ac" * 50_000, None, id="more states than the work allows"),
        pytest.param("^a", "a" * 1_000_000, True, id="a text that is settled early"),
    ],
)
def test_long_texts_are_matched_without_backtracking(
    pattern: str, text: str, expected: bool | None
) -> None:
    assert matches_pattern(pattern, text) is expected
