from __future__ import annotations

import pytest

from bot.core.diff.bounds import compare_bounds, told_bound
from bot.core.relation import Relation
from tests.core.diff.told import a_field

SAME, WIDER, NARROWER = Relation.SAME, Relation.WIDER, Relation.NARROWER


def bounded(kind: str, options: str = "") -> str:
    told = f", logicalTypeOptions: {{{options}}}" if options else ""
    return f"logicalType: {kind}{told}"


@pytest.mark.parametrize(
    ("kind", "old", "new", "side", "expected"),
    [
        pytest.param("number", "", "minimum: 0", "minimum", NARROWER, id="a bound appears"),
        pytest.param("number", "minimum: 0", "", "minimum", WIDER, id="a bound goes"),
        pytest.param("number", "minimum: 0", "minimum: 1", "minimum", NARROWER, id="raised"),
        pytest.param("number", "maximum: 9", "maximum: 10", "maximum", WIDER, id="the top raised"),
        pytest.param(
            "number",
            "minimum: 0",
            "minimum: 0, maximum: 1",
            "minimum",
            SAME,
            id="the other bound is not asked",
        ),
        pytest.param(
            "number",
            "minimum: 0",
            "exclusiveMinimum: 0",
            "minimum",
            NARROWER,
            id="the bound itself is left out",
        ),
        pytest.param(
            "integer",
            "minimum: 1",
            "exclusiveMinimum: 0",
            "minimum",
            SAME,
            id="of whole numbers > 0 is ≥ 1",
        ),
        pytest.param(
            "number",
            "minimum: 1",
            "exclusiveMinimum: 0",
            "minimum",
            WIDER,
            id="of numbers it is not",
        ),
        pytest.param(
            "integer",
            "minimum: 1, exclusiveMinimum: 3",
            "minimum: 4",
            "minimum",
            SAME,
            id="of two bounds the tighter one counts",
        ),
        pytest.param(
            "date",
            'maximum: "2024-01-01"',
            'maximum: "2025-01-01"',
            "maximum",
            WIDER,
            id="dates",
        ),
        pytest.param(
            "date",
            'minimum: "2024-01-01"',
            'exclusiveMinimum: "2023-12-31"',
            "minimum",
            SAME,
            id="days are whole",
        ),
        pytest.param(
            "timestamp",
            'minimum: "2024-01-01T00:00:00Z"',
            'minimum: "2024-01-01T01:00:00+01:00"',
            "minimum",
            SAME,
            id="one instant, told in two zones",
        ),
        pytest.param(
            "date",
            'minimum: "2024-01-01"',
            'minimum: "today"',
            "minimum",
            Relation.UNKNOWN,
            id="a word is no date",
        ),
    ],
)
def test_one_bound(kind: str, old: str, new: str, side: str, expected: Relation) -> None:
    before, after = a_field(bounded(kind, old)), a_field(bounded(kind, new))

    assert compare_bounds(before, after, side) is expected
    assert compare_bounds(after, before, side) is expected.mirrored()


def test_a_whole_number_that_may_have_a_fraction_now_is_compared_as_a_number() -> None:
    before = a_field(bounded("integer", "minimum: 1"))
    after = a_field(bounded("number", "exclusiveMinimum: 0"))

    assert compare_bounds(before, after, "minimum") is WIDER


@pytest.mark.parametrize(
    ("options", "side", "expected"),
    [
        pytest.param("minimum: 0", "minimum", "≥ 0", id="from"),
        pytest.param("exclusiveMinimum: 0.5", "minimum", "> 0.5", id="above"),
        pytest.param("maximum: 9", "maximum", "≤ 9", id="up to"),
        pytest.param("exclusiveMaximum: 9", "maximum", "< 9", id="below"),
        pytest.param("minimum: 1, exclusiveMinimum: 0", "minimum", "≥ 1 and > 0", id="both"),
        pytest.param("minimum: 1", "maximum", "none", id="none"),
    ],
)
def test_a_bound_in_words(options: str, side: str, expected: str) -> None:
    assert told_bound(a_field(bounded("number", options)), side) == expected
