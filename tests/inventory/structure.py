"""The inventory’s rows on what exists: objects, fields, and what arrays hold."""

from __future__ import annotations

from tests.inventory.row import Row
from tests.inventory.texts import FIELD, an_object, field, fields

_ID = "name: id, logicalType: string"
_AMOUNT = "name: amount, logicalType: number"
_TWO_OBJECTS = an_object() + "- {name: refunds, properties: [{name: f, logicalType: string}]}\n"
_TO_ID = "name: f, logicalType: string, relationships: [{to: orders.id}]"

ROWS: tuple[Row, ...] = (
    Row(
        path="schema[].name",
        change="object added",
        old=an_object(),
        new=_TWO_OBJECTS,
        rule="DC101",
        backward="note",
        forward="note",
    ),
    Row(
        path="schema[].name",
        change="object removed",
        old=_TWO_OBJECTS,
        new=an_object(),
        rule="DC102",
        backward="note",
        forward="breaking",
    ),
    Row(
        path=f"{FIELD}.name",
        change="optional property added",
        old=fields(_ID),
        new=fields(_ID, _AMOUNT),
        rule="DC103",
        backward="note",
        forward="note",
    ),
    Row(
        path=f"{FIELD}.name",
        change="required property added",
        old=fields(_ID),
        new=fields(_ID, f"{_AMOUNT}, required: true"),
        rule="DC105",
        backward="breaking",
        forward="note",
    ),
    Row(
        path=f"{FIELD}.name",
        change="property removed (optional)",
        old=fields(_ID, _AMOUNT),
        new=fields(_ID),
        rule="DC104",
        backward="note",
        forward="breaking",
    ),
    Row(
        path=f"{FIELD}.name",
        change="property removed (required / key)",
        old=fields(f"{_ID}, primaryKey: true", _AMOUNT),
        new=fields(_AMOUNT),
        rule="DC104",
        backward="note",
        forward="breaking",
    ),
    Row(
        path=f"{FIELD}.items (recursive: SchemaItemProperty)",
        change="added on an array that had none",
        old=field("logicalType: array"),
        new=field("logicalType: array, items: {logicalType: string}"),
        rule="DC106",
        backward="unsure",
        forward="note",
        correction="rows written before may hold items of another type: nothing forbade it",
    ),
    Row(
        path=f"{FIELD}.items (recursive: SchemaItemProperty)",
        change="removed",
        old=field("logicalType: array, items: {logicalType: string}"),
        new=field("logicalType: array"),
        rule="DC107",
        backward="note",
        forward="unsure",
        correction="a contract that asks less takes all the rows of before",
    ),
    Row(
        path=f"{FIELD}.properties[] (recursive)",
        change="as top-level properties",
        old=field(f"logicalType: object, properties: [{{{_ID}}}, {{{_AMOUNT}}}]"),
        new=field(f"logicalType: object, properties: [{{{_ID}}}]"),
        rule="DC104",
        backward="note",
        forward="breaking",
    ),
    Row(
        path="relationships[].from / .to",
        change="target property removed/renamed in the other contract",
        old=fields(_ID, _TO_ID),
        new=fields(_TO_ID),
        rule="DC104",
        backward="note",
        forward="breaking",
    ),
)
