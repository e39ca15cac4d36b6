"""Counter-examples that the search has found, each made as small as it goes; and false alarms."""

from __future__ import annotations

import pytest
import yaml

from bot.core.mode import Direction
from bot.core.rule import whole
from tests.soundness.judging import compatible, read
from tests.soundness.oracle import PLAIN, Reading, seen, valid
from tests.soundness.shapes import Document, Row

BACKWARD, FORWARD = Direction.BACKWARD, Direction.FORWARD
COLUMN, FOLD = Reading(column=True), Reading(fold=True)
OPT = "logicalTypeOptions"
WIDE = "name: a, logicalType: integer, physicalType: bigint"
PAIR = "{name: x, logicalType: string}, {name: y, logicalType: string}"
LIST = f"name: a, logicalType: array, {OPT}: {{uniqueItems: true}}"
SERVER = "{server: s, type: postgres, host: h, port: 5432, database: d, schema: s}"


def document(*fields: str) -> Document:
    """Return a contract of one object; each field is what stands between the braces."""
    lines = "".join(f"  - {{{field}}}\n" for field in fields)
    text = f"servers: [{SERVER}]\nschema:\n- name: orders\n  properties:\n{lines}"
    found: Document = yaml.safe_load(whole(text))
    return found


def an_object(fields: str, more: str = "") -> str:
    return f"name: o, logicalType: object, properties: [{fields}]{more}"


COUNTER_EXAMPLES = [
    pytest.param(
        ["name: a, logicalType: string"],
        ["name: b, physicalName: a, logicalType: date"],
        BACKWARD,
        [{"a": "abc"}],
        COLUMN,
        id="a new field reads the column of a removed one",
    ),
    pytest.param(
        ["name: a, id: i1, logicalType: string"],
        [
            "name: b, id: i1, logicalType: string",
            "name: c, physicalName: a, logicalType: date",
        ],
        BACKWARD,
        [{"a": "abc"}],
        COLUMN,
        id="a new field reads the column of one that was renamed by its id",
    ),
    pytest.param(
        ["name: A, logicalType: string"],
        ["name: a, logicalType: boolean"],
        BACKWARD,
        [{"a": "abc"}],
        FOLD,
        id="a new field has the name of a removed one in another case",
    ),
    pytest.param(
        [an_object(PAIR, f", {OPT}: {{minProperties: 1}}")],
        [an_object("{name: x, logicalType: string}", f", {OPT}: {{minProperties: 1}}")],
        BACKWARD,
        [{"o": {"y": "b"}}],
        PLAIN,
        id="a removed field was the only one that counted",
    ),
    pytest.param(
        [an_object("{name: x, logicalType: string}", f", {OPT}: {{minProperties: 1}}")],
        [an_object(PAIR, f", {OPT}: {{minProperties: 1}}")],
        FORWARD,
        [{"o": {"y": "b"}}],
        PLAIN,
        id="an added field is the only one that counts",
    ),
    pytest.param(
        [an_object(PAIR, f", {OPT}: {{required: [y]}}")],
        [an_object("{name: x, logicalType: string}", f", {OPT}: {{required: [y]}}")],
        BACKWARD,
        [{"o": {"y": "b"}}],
        PLAIN,
        id="a removed field is still asked for by its name",
    ),
    pytest.param(
        [an_object("{name: x}, {name: y, physicalName: q}", f", {OPT}: {{required: [y]}}")],
        [an_object("{name: x}, {name: z, physicalName: q}", f", {OPT}: {{required: [y]}}")],
        BACKWARD,
        [{"o": {"q": "b"}}],
        COLUMN,
        id="a renamed field that keeps its column is still asked for by its old name",
    ),
    pytest.param(
        [an_object("{name: x, logicalType: string}", f", {OPT}: {{required: [y]}}")],
        [an_object(PAIR, f", {OPT}: {{required: [y]}}")],
        FORWARD,
        [{"o": {"y": "b"}}],
        PLAIN,
        id="an added field is asked for by readers that do not see it",
    ),
    pytest.param(
        [an_object(PAIR, ", unique: true")],
        [an_object("{name: x, logicalType: string}", ", unique: true")],
        BACKWARD,
        [{"o": {"x": "a", "y": "a"}}, {"o": {"x": "a", "y": "b"}}],
        PLAIN,
        id="a removed field told unique objects apart",
    ),
    pytest.param(
        [an_object("{name: x, logicalType: string}", ", unique: true")],
        [an_object(PAIR, ", unique: true")],
        FORWARD,
        [{"o": {"x": "a", "y": "a"}}, {"o": {"x": "a", "y": "b"}}],
        PLAIN,
        id="an added field tells unique objects apart",
    ),
    pytest.param(
        [an_object("{name: x, logicalType: string}", ", primaryKey: true")],
        [an_object(PAIR, ", primaryKey: true")],
        FORWARD,
        [{"o": {"x": "a", "y": "a"}}, {"o": {"x": "a", "y": "b"}}],
        PLAIN,
        id="an added field tells the objects of a key apart",
    ),
    pytest.param(
        [f"{LIST}, items: {{logicalType: object, properties: [{PAIR}]}}"],
        [f"{LIST}, items: {{logicalType: object, properties: [{{name: x}}]}}"],
        BACKWARD,
        [{"a": [{"x": "a", "y": "a"}, {"x": "a", "y": "b"}]}],
        PLAIN,
        id="a removed field told the items of a list apart",
    ),
    pytest.param(
        ["name: o, logicalType: object"],
        [an_object("{name: x, logicalType: integer}")],
        BACKWARD,
        [{"o": {"x": "text"}}],
        PLAIN,
        id="an object that could hold anything names its fields",
    ),
    pytest.param(
        ["name: a, logicalType: string, physicalType: 'numeric(4,2)'"],
        ["name: a, physicalType: 'numeric(4,2)'"],
        BACKWARD,
        [{"a": "text"}],
        PLAIN,
        id="texts that stand in a column of numbers lose their type",
    ),
    pytest.param(
        ["name: a, physicalType: boolean"],
        ["name: a, physicalType: boolean, logicalType: string"],
        FORWARD,
        [{"a": "text"}],
        PLAIN,
        id="a column of truth values is said to hold texts",
    ),
    pytest.param(
        [WIDE],
        ["name: a, logicalType: integer"],
        BACKWARD,
        [{"a": 2**40}],
        PLAIN,
        id="only the physical type said that an integer is wide",
    ),
    pytest.param(
        ["name: a, physicalType: bigint"],
        ["name: a, logicalType: integer"],
        BACKWARD,
        [{"a": 2**40}],
        PLAIN,
        id="a wide integer gets a type that is not wide in place of its column's",
    ),
    pytest.param(
        ["name: a, logicalType: integer"],
        [WIDE],
        FORWARD,
        [{"a": 2**40}],
        PLAIN,
        id="a physical type says that an integer is wide",
    ),
    pytest.param(
        [WIDE],
        [f"{WIDE}, {OPT}: {{format: i32}}"],
        BACKWARD,
        [{"a": 2**40}],
        PLAIN,
        id="the default format is written out beside a wider column",
    ),
    pytest.param(
        [f"name: a, logicalType: integer, physicalType: smallint, {OPT}: {{format: i8}}"],
        ["name: a, physicalType: smallint"],
        FORWARD,
        [{"a": 1_000}],
        PLAIN,
        id="a format goes with a type that the column still says",
    ),
    pytest.param(
        [f"name: a, logicalType: date, physicalType: date, {OPT}: {{format: dd/MM/yyyy}}"],
        ["name: a, physicalType: date"],
        BACKWARD,
        [{"a": "10/02/2024"}],
        PLAIN,
        id="the layout of a date goes with a type that the column still says",
    ),
    pytest.param(
        ["name: a, logicalType: timestamp"],
        [f"name: a, logicalType: timestamp, {OPT}: {{timezone: false}}"],
        BACKWARD,
        [{"a": "2024-02-10T12:00:00Z"}],
        PLAIN,
        id="offsets are refused where nothing was said of them",
    ),
    pytest.param(
        [f"name: a, logicalType: timestamp, {OPT}: {{timezone: false}}"],
        ["name: a, logicalType: timestamp"],
        FORWARD,
        [{"a": "2024-02-10T12:00:00Z"}],
        PLAIN,
        id="offsets are no longer refused",
    ),
    pytest.param(
        ["name: a, primaryKey: true", an_object("{name: x}", ", required: true")],
        [
            "name: a, primaryKey: true",
            an_object("{name: x, primaryKey: true}", ", required: true"),
        ],
        FORWARD,
        [{"a": 1, "o": {"x": 1}}, {"a": 1, "o": {"x": 2}}],
        PLAIN,
        id="a field of an object joins the key of the row",
    ),
]


@pytest.mark.parametrize(("old", "new", "direction", "rows", "reading"), COUNTER_EXAMPLES)
def test_what_a_row_disproves_is_not_called_compatible(
    old: list[str], new: list[str], direction: Direction, rows: list[Row], reading: Reading
) -> None:
    before, after = document(*old), document(*new)
    writer, reader = (before, after) if direction is BACKWARD else (after, before)
    own, other = writer["schema"][0], reader["schema"][0]
    shown = valid(own, rows, reading), valid(other, seen(other, rows, reading), reading)

    assert (*shown, compatible(read(before), read(after), direction)) == (True, False, False)


FALSE_ALARMS = [
    pytest.param(
        f"logicalType: time, {OPT}: {{exclusiveMinimum: '23:00:00'}}",
        "description: of any type",
        BACKWARD,
        id="a bound that no number has goes with its type",
    ),
    pytest.param(
        "description: of any type",
        f"logicalType: timestamp, {OPT}: {{defaultTimezone: Europe/Paris}}",
        FORWARD,
        id="a time zone comes with the type that it belongs to",
    ),
    pytest.param(
        "description: of any type",
        f"logicalType: timestamp, {OPT}: {{timezone: true}}",
        FORWARD,
        id="offsets are promised together with the type",
    ),
    pytest.param(
        "description: of any type",
        f"logicalType: vector, {OPT}: {{dimensions: 3, elementType: int8}}",
        FORWARD,
        id="the size of a vector comes with the type",
    ),
    pytest.param(
        "description: of any type",
        f"logicalType: integer, {OPT}: {{format: i64}}",
        FORWARD,
        id="a width comes with the type",
    ),
    pytest.param(
        "description: of any type",
        f"logicalType: date, {OPT}: {{format: dd/MM/yyyy}}",
        FORWARD,
        id="a layout comes with the type",
    ),
    pytest.param(
        f"logicalType: integer, {OPT}: {{format: i32}}",
        f"logicalType: number, {OPT}: {{format: f64}}",
        BACKWARD,
        id="every integer of 32 bits is a double",
    ),
    pytest.param(
        "physicalType: bigint, logicalType: integer",
        f"physicalType: bigint, logicalType: integer, {OPT}: {{format: i64}}",
        Direction.FULL,
        id="the width of the column is written out",
    ),
]


@pytest.mark.parametrize(("old", "new", "direction"), FALSE_ALARMS)
def test_what_nothing_disproves_is_called_compatible(
    old: str, new: str, direction: Direction
) -> None:
    before = document(f"name: a, {old}")
    after = document(f"name: a, {new}")

    assert compatible(read(before), read(after), direction)
