"""Logical types and formats compare as sets of values."""

from __future__ import annotations

from itertools import product

import pytest

from bot.core.relation import Relation
from bot.core.types.comparison import Aspect, TypeComparison
from bot.core.types.logical import (
    compare_integer_format,
    compare_logical,
    compare_number_format,
)

WORDS = (
    "string",
    "date",
    "timestamp",
    "time",
    "number",
    "integer",
    "object",
    "array",
    "boolean",
    "map",
    "vector",
)


@pytest.mark.parametrize(
    ("old", "new", "relation", "aspect"),
    [
        pytest.param("date", "date", Relation.SAME, None, id="the same word is the same type"),
        pytest.param(
            "Date", " date", Relation.SAME, Aspect.RESPELLED, id="case and blanks change nothing"
        ),
        pytest.param(
            "integer", "number", Relation.WIDER, Aspect.FAMILY, id="every integer is a number"
        ),
        pytest.param(
            "number", "integer", Relation.NARROWER, Aspect.FAMILY, id="not every number is whole"
        ),
        pytest.param(
            "date",
            "timestamp",
            Relation.INCOMPARABLE,
            Aspect.FAMILY,
            id="a parser of dates fails on a time of day",
        ),
        pytest.param(
            "array",
            "vector",
            Relation.INCOMPARABLE,
            Aspect.FAMILY,
            id="a list of any length is no vector",
        ),
        pytest.param(
            "record", "string", Relation.UNKNOWN, Aspect.UNPARSED, id="a foreign word is unknown"
        ),
    ],
)
def test_logical_types_compare_by_what_they_admit(
    old: str, new: str, relation: Relation, aspect: Aspect | None
) -> None:
    actual = compare_logical(old, new)
    assert (actual.relation, actual.aspect) == (relation, aspect)


def test_the_reason_says_what_each_word_admits() -> None:
    assert compare_logical("date", "timestamp").reason == (
        "`date` is a calendar day, `timestamp` is a day with a time of day"
    )


def test_only_integer_and_number_hold_one_another() -> None:
    held = {
        (old, new)
        for old, new in product(WORDS, WORDS)
        if old != new and compare_logical(old, new).relation is not Relation.INCOMPARABLE
    }
    assert held == {("integer", "number"), ("number", "integer")}


@pytest.mark.parametrize(
    ("old", "new", "relation", "aspect"),
    [
        pytest.param(None, None, Relation.SAME, None, id="no format twice is the default twice"),
        pytest.param(None, "i32", Relation.SAME, None, id="no format is i32"),
        pytest.param(None, "i64", Relation.WIDER, Aspect.WIDTH, id="the default fits into i64"),
        pytest.param("i64", None, Relation.NARROWER, Aspect.WIDTH, id="i64 overflows the default"),
        pytest.param("u8", "i16", Relation.WIDER, Aspect.WIDTH, id="u8 fits into i16"),
        pytest.param("u8", "i8", Relation.INCOMPARABLE, Aspect.SIGN, id="u8 and i8 overlap only"),
        pytest.param("u32", "i32", Relation.INCOMPARABLE, Aspect.SIGN, id="same bits, other sign"),
        pytest.param("i128", "u128", Relation.INCOMPARABLE, Aspect.SIGN, id="the widest overlap"),
        pytest.param("i7", "i8", Relation.UNKNOWN, Aspect.FORMAT, id="no such format"),
        pytest.param("i7", "i7", Relation.SAME, None, id="the same text is the same, known or not"),
    ],
)
def test_integer_formats_compare_by_range(
    old: str | None, new: str | None, relation: Relation, aspect: Aspect | None
) -> None:
    actual = compare_integer_format(old, new)
    assert (actual.relation, actual.aspect) == (relation, aspect)


@pytest.mark.parametrize(
    ("old", "new", "relation", "aspect"),
    [
        pytest.param("f32", "f64", Relation.WIDER, Aspect.WIDTH, id="f32 fits into f64"),
        pytest.param("f64", "f32", Relation.NARROWER, Aspect.WIDTH, id="f64 loses digits in f32"),
        pytest.param(None, None, Relation.SAME, None, id="no format twice is the same"),
        pytest.param(
            None, "f64", Relation.UNKNOWN, Aspect.FORMAT, id="the standard's default is no format"
        ),
        pytest.param("f16", "f32", Relation.UNKNOWN, Aspect.FORMAT, id="no such format"),
    ],
)
def test_number_formats_compare_by_precision(
    old: str | None, new: str | None, relation: Relation, aspect: Aspect | None
) -> None:
    actual = compare_number_format(old, new)
    assert (actual.relation, actual.aspect) == (relation, aspect)


def test_a_range_is_told_in_numbers() -> None:
    assert compare_integer_format("u8", "i8") == TypeComparison(
        Relation.INCOMPARABLE, Aspect.SIGN, "`u8` holds 0 to 255, `i8` -128 to 127"
    )
