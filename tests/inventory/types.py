"""The inventory’s rows on types, their formats and their time zones."""

from __future__ import annotations

from tests.inventory.row import Row
from tests.inventory.texts import FIELD, OPTIONS, field, options, vector

_LOGICAL = f"{FIELD}.logicalType"
_PHYSICAL = f"{FIELD}.physicalType"
_NUMBER_FORMAT = f"{OPTIONS}.format (integer: i8…i128,u8…u128 default i32; number: f32,f64)"
_NORMALIZED = f"{OPTIONS}.normalized (vector, default false)"
_OTHER_TEXT = (
    "what one side writes is no value of the other type: `2024-05-01` is no timestamp, and"
    " `2024-05-01T12:00:00Z` is no date"
)


def physical(text: str) -> str:
    return field(f'physicalType: "{text}"')


def a_map(key: str, value: str) -> str:
    inner = f"map: {{key: {{logicalType: {key}}}, value: {{logicalType: {value}}}}}"
    return field(f"logicalType: map, {inner}")


ROWS: tuple[Row, ...] = (
    Row(
        path=_LOGICAL,
        change="integer→number",
        old=field("logicalType: integer"),
        new=field("logicalType: number"),
        rule="DC303",
        backward="note",
        forward="breaking",
    ),
    Row(
        path=_LOGICAL,
        change="number→integer",
        old=field("logicalType: number"),
        new=field("logicalType: integer"),
        rule="DC302",
        backward="breaking",
        forward="note",
    ),
    Row(
        path=_LOGICAL,
        change="date→timestamp",
        old=field("logicalType: date"),
        new=field("logicalType: timestamp"),
        rule="DC301",
        backward="breaking",
        forward="breaking",
        correction=_OTHER_TEXT,
    ),
    Row(
        path=_LOGICAL,
        change="timestamp→date",
        old=field("logicalType: timestamp"),
        new=field("logicalType: date"),
        rule="DC301",
        backward="breaking",
        forward="breaking",
        correction=_OTHER_TEXT,
    ),
    Row(
        path=_LOGICAL,
        change=(
            "timestamp↔time, any↔string, boolean↔integer, scalar↔array/object/map/vector,"
            " object↔map, array↔vector"
        ),
        old=field("logicalType: boolean"),
        new=field("logicalType: string"),
        rule="DC301",
        backward="breaking",
        forward="breaking",
    ),
    Row(
        path=_LOGICAL,
        change="absent→T (physicalType unchanged)",
        old=field("physicalType: varchar(20)"),
        new=field("physicalType: varchar(20), logicalType: string"),
        rule="DC304",
        backward="note",
        forward="note",
    ),
    Row(
        path=_LOGICAL,
        change="T→absent",
        old=field("logicalType: string"),
        new=field("description: Free."),
        rule="DC306",
        backward="note",
        forward="unsure",
        correction="a contract that asks less takes all the rows of before",
    ),
    Row(
        path=_PHYSICAL,
        change="case/whitespace/alias only",
        old=physical("varchar(20)"),
        new=physical("CHARACTER VARYING (20)"),
        rule="DC315",
        backward="note",
        forward="note",
    ),
    Row(
        path=_PHYSICAL,
        change="char/varchar length increased",
        old=physical("varchar(20)"),
        new=physical("varchar(40)"),
        rule="DC312",
        backward="note",
        forward="breaking",
    ),
    Row(
        path=_PHYSICAL,
        change="char/varchar length decreased",
        old=physical("varchar(40)"),
        new=physical("varchar(20)"),
        rule="DC311",
        backward="breaking",
        forward="note",
    ),
    Row(
        path=_PHYSICAL,
        change=(
            "integer width up (int→bigint), float→double, decimal precision up with same scale"
        ),
        old=physical("int"),
        new=physical("bigint"),
        rule="DC312",
        backward="note",
        forward="breaking",
    ),
    Row(
        path=_PHYSICAL,
        change="width/precision down",
        old=physical("decimal(12,2)"),
        new=physical("decimal(10,2)"),
        rule="DC311",
        backward="breaking",
        forward="note",
    ),
    Row(
        path=_PHYSICAL,
        change="decimal scale changed",
        old=physical("decimal(10,2)"),
        new=physical("decimal(10,4)"),
        rule="DC313",
        backward="breaking",
        forward="breaking",
    ),
    Row(
        path=_PHYSICAL,
        change="timestamp_ntz↔timestamp_tz",
        old=physical("timestamp_ntz"),
        new=physical("timestamp_tz"),
        rule="DC314",
        backward="breaking",
        forward="breaking",
    ),
    Row(
        path=_PHYSICAL,
        change="other family change",
        old=physical("date"),
        new=physical("varchar(10)"),
        rule="DC310",
        backward="breaking",
        forward="breaking",
    ),
    Row(
        path=_PHYSICAL,
        change="absent↔present",
        old=field("description: Free."),
        new=physical("varchar(20)"),
        rule="DC317",
        backward="unsure",
        forward="note",
        correction=(
            "to declare a type can only tighten, to withdraw one only loosen: the other direction"
            " is certain"
        ),
    ),
    Row(
        path=f"{FIELD}.items (recursive: SchemaItemProperty)",
        change="any change inside",
        old=field("logicalType: array, items: {logicalType: array, items: {logicalType: integer}}"),
        new=field("logicalType: array, items: {logicalType: array, items: {logicalType: number}}"),
        rule="DC303",
        backward="note",
        forward="breaking",
    ),
    Row(
        path=f"{FIELD}.map.key / map.value (recursive)",
        change="key type changed",
        old=a_map("string", "number"),
        new=a_map("integer", "number"),
        rule="DC350",
        backward="breaking",
        forward="breaking",
    ),
    Row(
        path=f"{FIELD}.map.key / map.value (recursive)",
        change="value changes",
        old=a_map("string", "number"),
        new=a_map("string", "integer"),
        rule="DC302",
        backward="breaking",
        forward="note",
    ),
    Row(
        path=f"{OPTIONS}.format (date/timestamp/time)",
        change="changed (effective)",
        old=options("date", "format: yyyy-MM-dd"),
        new=options("date", "format: dd/MM/yyyy"),
        rule="DC323",
        backward="breaking",
        forward="breaking",
    ),
    Row(
        path=_NUMBER_FORMAT,
        change="wider, same sign",
        old=options("integer"),
        new=options("integer", "format: i64"),
        rule="DC321",
        backward="note",
        forward="breaking",
    ),
    Row(
        path=_NUMBER_FORMAT,
        change="narrower",
        old=options("number", "format: f64"),
        new=options("number", "format: f32"),
        rule="DC320",
        backward="breaking",
        forward="note",
    ),
    Row(
        path=_NUMBER_FORMAT,
        change="signed↔unsigned",
        old=options("integer", "format: i32"),
        new=options("integer", "format: u32"),
        rule="DC322",
        backward="breaking",
        forward="breaking",
    ),
    Row(
        path=f"{OPTIONS}.timezone",
        change="changed",
        old=options("timestamp", "timezone: false"),
        new=options("timestamp", "timezone: true"),
        rule="DC330",
        backward="breaking",
        forward="breaking",
    ),
    Row(
        path=f"{OPTIONS}.defaultTimezone",
        change="effective value changed",
        old=options("timestamp"),
        new=options("timestamp", "defaultTimezone: Europe/Paris"),
        rule="DC332",
        backward="breaking",
        forward="breaking",
    ),
    Row(
        path=f"{OPTIONS}.dimensions (vector, required)",
        change="changed",
        old=options("vector", "dimensions: 768"),
        new=options("vector", "dimensions: 1024"),
        rule="DC340",
        backward="breaking",
        forward="breaking",
    ),
    Row(
        path=f"{OPTIONS}.elementType (vector, default float32)",
        change="effective value changed",
        old=vector(),
        new=vector("elementType: float16"),
        rule="DC341",
        backward="breaking",
        forward="breaking",
    ),
    Row(
        path=f"{OPTIONS}.embeddingModel / embeddingModelVersion (vector)",
        change="changed",
        old=vector('embeddingModel: words, embeddingModelVersion: "1"'),
        new=vector('embeddingModel: words, embeddingModelVersion: "2"'),
        rule="DC343",
        backward="breaking",
        forward="breaking",
    ),
    Row(
        path=_NORMALIZED,
        change="true→false",
        old=vector("normalized: true"),
        new=vector("normalized: false"),
        rule="DC344",
        backward="note",
        forward="breaking",
    ),
    Row(
        path=_NORMALIZED,
        change="false→true",
        old=vector("normalized: false"),
        new=vector("normalized: true"),
        rule="DC345",
        backward="unsure",
        forward="note",
    ),
    Row(
        path=f"{OPTIONS}.distanceMetric (vector)",
        change="changed",
        old=vector("distanceMetric: cosine"),
        new=vector("distanceMetric: euclidean"),
        rule="DC346",
        backward="note",
        forward="unsure",
    ),
)
