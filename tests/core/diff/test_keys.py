from __future__ import annotations

import pytest

from bot.core.diff.changes import Changed
from bot.core.diff.keys import in_key, is_key_alone, keeps_order, keys, told_key
from tests.core.diff.told import a_field, changes
from tests.inventory.texts import fields

_ID = "name: id, logicalType: string"
_LINE = "name: line, logicalType: integer"
_KEY = "primaryKey: true"


def nested(keys_of_child: str) -> str:
    child = f"{{name: ref, logicalType: string{keys_of_child}}}"
    return f"name: customer, logicalType: object, properties: [{child}]"


def inside_list(keys_of_child: str) -> str:
    items = f"{{logicalType: object, properties: [{{{_LINE}{keys_of_child}}}]}}"
    return f"name: lines, logicalType: array, items: {items}"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            fields(_ID), fields(f"{_ID}, {_KEY}"), ([], ["id"]), id="a key where there was none"
        ),
        pytest.param(
            fields(f"{_ID}, {_KEY}", _LINE),
            fields(f"{_ID}, {_KEY}", f"{_LINE}, {_KEY}"),
            (["id"], ["id", "line"]),
            id="a second column",
        ),
        pytest.param(
            fields(f"{_ID}, {_KEY}", nested("")),
            fields(f"{_ID}, {_KEY}", nested(f", {_KEY}")),
            (["id"], ["customer.ref", "id"]),
            id="a field of an object belongs to the key of the row",
        ),
        pytest.param(
            fields(f"{_ID}, {_KEY}", inside_list("")),
            fields(f"{_ID}, {_KEY}", inside_list(f", {_KEY}")),
            ([], []),
            id="a field inside a list does not",
        ),
        pytest.param(
            fields(f'name: "a[]", logicalType: string, {_KEY}', _LINE),
            fields(f'name: "a[]", logicalType: string, {_KEY}', f"{_LINE}, {_KEY}"),
            (['"a[]"'], ['"a[]"', "line"]),
            id="a name with brackets is no list",
        ),
    ],
)
def test_the_key_before_and_after(
    old: str, new: str, expected: tuple[list[str], list[str]]
) -> None:
    (change,) = changes(old, new)
    before, after = keys(change)

    assert (sorted(before), sorted(after)) == expected


def test_an_object_is_in_the_key_if_one_of_its_fields_is() -> None:
    child = "logicalType: object, properties: [{name: ref, logicalType: string%s}]"

    assert in_key(a_field(child % f", {_KEY}"))
    assert not in_key(a_field(child % ""))


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        pytest.param((), (True, True), id="the only column"),
        pytest.param((f"{_LINE}, {_KEY}",), (False, False), id="one of two columns"),
    ],
)
def test_who_is_the_key_alone(others: tuple[str, ...], expected: tuple[bool, bool]) -> None:
    (change,) = changes(
        fields(f"{_ID}, {_KEY}", *others), fields(f"{_ID}, {_KEY}, unique: true", *others)
    )

    assert isinstance(change, Changed)
    assert (is_key_alone(change, old=True), is_key_alone(change, old=False)) == expected


def test_a_long_key_is_told_in_short() -> None:
    names = frozenset(f"c{number}" for number in range(10))

    assert told_key(names) == "`c0`, `c1`, `c2`, `c3`, `c4`, `c5`, `c6`, `c7`, and 2 more"


_AT = f"{_KEY}, primaryKeyPosition:"


def listed_key(first: str, second: str) -> str:
    items = f"{{logicalType: object, properties: [{{{_ID}{first}}}, {{{_LINE}{second}}}]}}"
    return fields(f"name: lines, logicalType: array, items: {items}")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            fields(f"{_ID}, {_KEY}"), fields(f"{_ID}, {_AT} 1"), True, id="a key of one column"
        ),
        pytest.param(
            fields(f"{_ID}, {_KEY}", f"{_LINE}, {_KEY}"),
            fields(f"{_ID}, {_AT} 1", f"{_LINE}, {_AT} 2"),
            True,
            id="positions in the order of the list",
        ),
        pytest.param(
            fields(f"{_ID}, {_KEY}", f"{_LINE}, {_KEY}"),
            fields(f"{_ID}, {_AT} 2", f"{_LINE}, {_AT} 1"),
            False,
            id="positions against the order of the list",
        ),
        pytest.param(
            fields(f"{_ID}, {_KEY}", f"{_LINE}, {_KEY}"),
            fields(f"{_LINE}, {_AT} 2", f"{_ID}, {_AT} 1"),
            True,
            id="the list is turned round and the positions keep the order",
        ),
        pytest.param(
            fields(f"{_ID}, {_AT} 1", f"{_LINE}, {_AT} 2"),
            fields(f"{_ID}, {_AT} 1", f"{_LINE}, {_AT} 1"),
            False,
            id="two columns with one position",
        ),
        pytest.param(
            fields(f"{_ID}, {_KEY}", f"{_LINE}, {_KEY}"),
            fields(f"{_ID}, {_KEY}", f"{_LINE}, {_AT} 2"),
            False,
            id="only one of two columns has a position",
        ),
        pytest.param(
            fields(f"{_ID}, partitioned: true, partitionKeyPosition: 3"),
            fields(f"{_ID}, partitioned: true, partitionKeyPosition: 1"),
            True,
            id="a partition key of one column",
        ),
        pytest.param(
            fields(f"{_ID}, id: k, {_AT} 1", f"{_LINE}, {_AT} 2"),
            fields(f"name: code, id: k, logicalType: string, {_AT} 2", f"{_LINE}, {_AT} 1"),
            False,
            id="a renamed column goes behind the other",
        ),
        pytest.param(
            listed_key(f", {_KEY}", f", {_KEY}"),
            listed_key(f", {_AT} 1", f", {_AT} 2"),
            True,
            id="the key of what a list holds",
        ),
        pytest.param(
            listed_key(f", {_KEY}", f", {_KEY}"),
            listed_key(f", {_AT} 2", f", {_AT} 1"),
            False,
            id="the key of what a list holds turned round",
        ),
    ],
)
def test_which_positions_keep_the_order_of_a_key(old: str, new: str, *, expected: bool) -> None:
    found = [change for change in changes(old, new) if change.subject.endswith("Position")]

    assert found
    assert all(keeps_order(change) for change in found) == expected
