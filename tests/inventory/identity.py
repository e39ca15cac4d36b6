"""The inventory’s rows on names, ids and order."""

from __future__ import annotations

from tests.inventory.row import Row
from tests.inventory.texts import FIELD, an_object, field, fields, server

_PURCHASES = "schema:\n- {name: purchases, properties: [{name: f, logicalType: string}]}\n"
_CSV = server("type: local, path: ./data, format: csv")
_A, _B = "name: a, logicalType: string", "name: b, logicalType: string"

ROWS: tuple[Row, ...] = (
    Row(
        path="id",
        change="changed",
        old="id: sales-orders\n",
        new="id: shop-orders\n",
        rule="DC201",
        backward="breaking",
        forward="breaking",
    ),
    Row(
        path="schema[].name",
        change="renamed (same id or same physicalName)",
        old=an_object("physicalName: tbl_orders"),
        new=an_object("physicalName: tbl_orders").replace("orders,", "purchases,"),
        rule="DC216",
        backward="note",
        forward="unsure",
    ),
    Row(
        path="schema[].name",
        change="renamed (no id, physicalName absent/changed)",
        old=an_object(),
        new=_PURCHASES,
        rule="DC202",
        backward="note",
        forward="breaking",
        correction=(
            "a removal and an addition, as the inventory says itself: neither asks anything of"
            " the rows of before"
        ),
    ),
    Row(
        path="schema[].id",
        change="changed/removed",
        old=an_object("id: orders_tbl"),
        new=an_object("id: orders_table"),
        rule="DC208",
        backward="note",
        forward="unsure",
    ),
    Row(
        path="schema[].id",
        change="added",
        old=an_object(),
        new=an_object("id: orders_tbl"),
        rule="DC210",
        backward="note",
        forward="note",
    ),
    Row(
        path="schema[].physicalName",
        change="effective value changed",
        old=an_object("physicalName: orders_v1"),
        new=an_object("physicalName: orders_v2"),
        rule="DC205",
        backward="breaking",
        forward="breaking",
    ),
    Row(
        path="schema[].physicalName",
        change="added equal to name / removed equal to name",
        old=an_object(),
        new=an_object("physicalName: orders"),
        rule="DC207",
        backward="note",
        forward="note",
    ),
    Row(
        path="schema[].physicalType",
        change="table↔view",
        old=an_object("physicalType: table"),
        new=an_object("physicalType: view"),
        rule="DC214",
        backward="note",
        forward="unsure",
    ),
    Row(
        path="schema[].physicalType",
        change="table/view↔topic/file/other medium",
        old=an_object("physicalType: table"),
        new=an_object("physicalType: topic"),
        rule="DC213",
        backward="breaking",
        forward="breaking",
    ),
    Row(
        path="schema[].logicalType",
        change="added/removed object",
        old=an_object(),
        new=an_object("logicalType: object"),
        rule="DC215",
        backward="note",
        forward="note",
    ),
    Row(
        path="schema[].properties[]",
        change="order changed",
        old=_CSV + fields(_A, _B),
        new=_CSV + fields(_B, _A),
        rule="DC211",
        backward="note",
        forward="unsure",
    ),
    Row(
        path=f"{FIELD}.name",
        change="renamed, same id or same physicalName",
        old=fields(f"{_A}, physicalName: c1"),
        new=fields(f"{_B}, physicalName: c1"),
        rule="DC216",
        backward="note",
        forward="unsure",
    ),
    Row(
        path=f"{FIELD}.name",
        change="case-only change",
        old=fields("name: email, logicalType: string"),
        new=fields("name: Email, logicalType: string"),
        rule="DC204",
        backward="unsure",
        forward="unsure",
    ),
    Row(
        path=f"{FIELD}.id",
        change="changed",
        old=field("id: f_1, logicalType: string"),
        new=field("id: f_2, logicalType: string"),
        rule="DC209",
        backward="note",
        forward="unsure",
    ),
    Row(
        path=f"{FIELD}.id",
        change="added",
        old=field("logicalType: string"),
        new=field("id: f_1, logicalType: string"),
        rule="DC210",
        backward="note",
        forward="note",
    ),
    Row(
        path=f"{FIELD}.physicalName",
        change="effective value changed",
        old=field("logicalType: string"),
        new=field("logicalType: string, physicalName: g"),
        rule="DC206",
        backward="breaking",
        forward="breaking",
    ),
)
