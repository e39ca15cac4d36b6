"""Logical types and formats compare as sets of values."""

from __future__ import annotations

from itertools import product

import pytest

from bot.core.relation import Relation
from bot.core.types.comparison import Aspect
from bot.core.types.logical import (
    compare_logical,
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
