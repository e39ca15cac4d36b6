"""What datacontract-cli writes, and what somebody would write by hand."""

from __future__ import annotations

import pytest

from bot.adapters.importing.tidying import tidied


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            {"name": "price", "physicalName": "price", "logicalType": "number"},
            {"name": "price", "logicalType": "number"},
            id="a name is said once",
        ),
        pytest.param(
            {"name": "a", "customProperties": [{"property": "mine", "value": 1}]},
            {"name": "a", "customProperties": [{"property": "mine", "value": 1}]},
            id="a property of the user's own stays",
        ),
        pytest.param(
            {
                "name": "at",
                "logicalType": "string",
                "physicalType": "string",
                "logicalTypeOptions": {"format": "date-time"},
            },
            {"name": "at", "logicalType": "timestamp", "physicalType": "string"},
            id="a text in the form of a moment",
        ),
        pytest.param(
            {"name": "a", "logicalType": "array", "items": {"name": "items", "properties": []}},
            {"name": "a", "logicalType": "array", "items": {"properties": []}},
            id="items have no name",
        ),
        pytest.param(
            {
                "name": "m",
                "map": {"key": {"logicalType": "string"}, "value": {"name": "value", "x": 1}},
            },
            {"name": "m", "map": {"key": {"logicalType": "string"}, "value": {"x": 1}}},
            id="nor have the sides of a map",
        ),
        pytest.param(
            {"name": "o", "properties": [{"name": "p", "physicalName": "p"}]},
            {"name": "o", "properties": [{"name": "p"}]},
            id="fields within",
        ),
    ],
)
def test_a_schema_is_written_as_by_hand(
    before: dict[str, object], after: dict[str, object]
) -> None:
    assert tidied(before) == after
