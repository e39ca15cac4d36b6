from __future__ import annotations

import pytest

from bot.core.witness.sets import set_faults
from tests.core.witness.written import object_of

KEY = (
    "name: a, logicalType: integer, primaryKey: true",
    "name: b, logicalType: integer, primaryKey: true",
)
UNIQUE = ("name: a, logicalType: string, unique: true",)
NESTED = (
    "name: o, logicalType: object, properties: [{name: a, logicalType: integer, unique: true}]",
    "name: l, logicalType: array, items: {logicalType: integer, unique: true}",
)


@pytest.mark.parametrize(
    ("fields", "rows", "expected"),
    [
        pytest.param(UNIQUE, [{"a": "x"}, {"a": "y"}], [], id="two values of a unique field"),
        pytest.param(UNIQUE, [{"a": "x"}, {"a": "x"}], [("a", "unique")], id="one value twice"),
        pytest.param(UNIQUE, [{"a": None}, {}], [], id="nulls of a unique field"),
        pytest.param(KEY, [{"a": 1, "b": 1}, {"a": 1, "b": 2}], [], id="a part of a key twice"),
        pytest.param(
            KEY,
            [{"a": 1, "b": 1}, {"a": 1.0, "b": 1}],
            [("a", "primaryKey"), ("b", "primaryKey")],
            id="a whole key twice",
        ),
        pytest.param(
            NESTED, [{"o": {"a": 1}}, {"o": {"a": 1}}], [("o.a", "unique")], id="in an object"
        ),
        pytest.param(NESTED, [{"l": [1, 1]}, {"l": [1]}], [], id="in a list nobody can tell"),
    ],
)
def test_rows_together_keep_unique_fields_and_the_key(
    fields: tuple[str, ...], rows: list[dict[str, object]], expected: list[tuple[str, str]]
) -> None:
    found = set_faults(rows, object_of(*fields))
    assert [(fault.path, fault.key) for fault in found] == expected
