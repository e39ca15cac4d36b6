from __future__ import annotations

import pytest

from bot.core.idle_options import is_idle
from bot.core.rule import Pair
from tests.core.diff.told import changes, read
from tests.inventory.texts import field

_ENUM = "enum: [{value: ab}, {value: abc}]"
_POINTS = "enum: [{value: 1}, {value: 2.5}]"


def idle(old: str, new: str) -> bool:
    """Tell whether every change of an option between two forms of a field is idle."""
    before, after = field(old), field(new)
    pair = Pair(old=read(before), new=read(after))
    told = [change for change in changes(before, after) if "Options" in change.subject]
    assert told
    return all(is_idle(change, pair) for change in told)


def with_options(rest: str, options: str) -> str:
    return f"{rest}, logicalTypeOptions: {{{options}}}"


@pytest.mark.parametrize(
    ("rest", "options", "expected"),
    [
        pytest.param("physicalType: varchar(20)", "maxLength: 20", True, id="the column's length"),
        pytest.param("physicalType: varchar(20)", "maxLength: 30", True, id="more than it"),
        pytest.param("physicalType: varchar(20)", "maxLength: 19", False, id="less than it"),
        pytest.param("physicalType: varchar(20)", "minLength: 1", False, id="a least length"),
        pytest.param("physicalType: text", "maxLength: 20", False, id="a column without a length"),
        pytest.param("physicalType: wibble(20)", "maxLength: 20", False, id="an unknown column"),
        pytest.param(_ENUM, "maxLength: 3", True, id="as long as the longest value"),
        pytest.param(_ENUM, "maxLength: 2", False, id="shorter than the longest value"),
        pytest.param(_ENUM, "minLength: 2", True, id="as short as the shortest value"),
        pytest.param(_ENUM, "minLength: 3", False, id="longer than the shortest value"),
        pytest.param(_ENUM, "pattern: '^[a-z]+$'", True, id="a pattern that each matches"),
        pytest.param(_ENUM, "pattern: c", False, id="a pattern that one does not match"),
        pytest.param(_ENUM, "pattern: '(?<=a)b'", False, id="a pattern nobody can judge"),
        pytest.param("enum: [{value: '${A}'}]", "maxLength: 9", False, id="a variable"),
        pytest.param("enum: [{value: 1}]", "maxLength: 9", False, id="values that are no texts"),
        pytest.param("description: x", "maxLength: 9", False, id="nothing else"),
    ],
)
def test_an_option_of_texts_is_idle_both_ways_or_not(
    rest: str, options: str, expected: bool
) -> None:
    old = f"logicalType: string, {rest}"
    new = with_options(old, options)

    assert (idle(old, new), idle(new, old)) == (expected, expected)


@pytest.mark.parametrize(
    ("rest", "options", "expected"),
    [
        pytest.param(_POINTS, "minimum: 1", True, id="the least value"),
        pytest.param(_POINTS, "exclusiveMinimum: 1", False, id="above the least value"),
        pytest.param(_POINTS, "maximum: 2.5", True, id="the greatest value"),
        pytest.param(_POINTS, "maximum: 2", False, id="below the greatest value"),
        pytest.param(_POINTS, "multipleOf: 0.5", False, id="an option that is not judged so"),
        pytest.param("enum: [{value: '1'}]", "minimum: 1", False, id="values that are no numbers"),
        pytest.param("physicalType: smallint", "minimum: -40000", False, id="a column of numbers"),
    ],
)
def test_a_bound_of_numbers_is_idle_both_ways_or_not(
    rest: str, options: str, expected: bool
) -> None:
    old = f"logicalType: number, {rest}"
    new = with_options(old, options)

    assert (idle(old, new), idle(new, old)) == (expected, expected)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            with_options(f"logicalType: string, {_ENUM}", "pattern: a"),
            with_options(f"logicalType: string, {_ENUM}", "pattern: b"),
            True,
            id="two patterns that all values match",
        ),
        pytest.param(
            f"logicalType: string, {_ENUM}",
            with_options("logicalType: string", "maxLength: 3"),
            True,
            id="the values go as the length comes: the length itself takes nothing away",
        ),
        pytest.param(
            with_options("logicalType: string", "maxLength: 3"),
            with_options(f"logicalType: string, {_ENUM}", "maxLength: 2"),
            False,
            id="the values come as the length shrinks",
        ),
        pytest.param(
            "logicalType: string, physicalType: varchar(3)",
            with_options("logicalType: date, physicalType: varchar(3)", "format: yyyy"),
            False,
            id="another type",
        ),
    ],
)
def test_each_side_has_to_keep_the_option_of_the_other(old: str, new: str, expected: bool) -> None:
    assert idle(old, new) is expected
