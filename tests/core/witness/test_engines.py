"""What a row shows of a change of physical type, under the engine of the contract's server."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from bot.core.check import Ruleset, compare
from bot.core.contract.model import Contract
from bot.core.finding import Confidence, Finding, Weight
from bot.core.mode import Direction
from bot.core.rule import whole
from bot.core.rules import CATALOGUE
from bot.core.witness.search import find
from tests.reading import contract

_SERVERS: Mapping[str, str] = {
    "mysql": "host: h, port: 1, database: d",
    "oracle": "host: h, port: 1, serviceName: s",
    "postgres": "host: h, port: 1, database: d, schema: s",
    "snowflake": "account: a, database: d, schema: s",
    "sqlserver": "host: h, port: 1, database: d, schema: s",
}


def made(engine: str, *fields: str) -> Contract:
    lines = "".join(f"  - {{{field}}}\n" for field in fields)
    server = f"servers:\n- {{server: main, type: {engine}, {_SERVERS[engine]}}}\n"
    return contract(whole(f"{server}schema:\n- name: orders\n  properties:\n{lines}"))


def told(old: Contract, new: Contract, direction: Direction) -> tuple[Finding, ...]:
    rules = Ruleset(rules=CATALOGUE, weights={}, direction=direction)
    return compare(old, new, rules, find)


def shown(engine: str, old: str, new: str) -> tuple[str, object] | None:
    """Return the side and the value that prove the one finding on a field; None without proof."""
    (finding,) = told(
        made(engine, f"name: x, {old}"), made(engine, f"name: x, {new}"), Direction.FULL
    )
    assert (finding.confidence is Confidence.PROVEN) is (finding.witness is not None)
    if finding.witness is None:
        return None
    assert isinstance(finding.witness.row, dict)
    return finding.witness.valid_under, finding.witness.row["x"]


@pytest.mark.parametrize(
    ("engine", "old", "new", "expected"),
    [
        pytest.param(
            "sqlserver",
            "physicalType: smalldatetime",
            "physicalType: datetime",
            ("new", "1899-06-15T09:30:00"),
            id="smalldatetime keeps fewer years than datetime",
        ),
        pytest.param(
            "sqlserver",
            "physicalType: smalldatetime, logicalTypeOptions: {minimum: '2000-01-01T00:00:00'},"
            " logicalType: timestamp",
            "physicalType: datetime2, logicalTypeOptions: {minimum: '2000-01-01T00:00:00'},"
            " logicalType: timestamp",
            ("new", "2080-06-15T09:30:00"),
            id="smalldatetime keeps fewer years than datetime2",
        ),
        pytest.param(
            "sqlserver",
            "physicalType: datetime",
            "physicalType: smalldatetime",
            ("old", "1899-06-15T09:30:00"),
            id="datetime keeps more years than smalldatetime",
        ),
        pytest.param(
            "sqlserver",
            "physicalType: datetime2",
            "physicalType: smalldatetime",
            ("old", "1899-06-15T09:30:00"),
            id="datetime2 keeps more years than smalldatetime",
        ),
        pytest.param(
            "postgres",
            "physicalType: timestamp",
            "physicalType: date",
            ("old", "2024-01-15T09:30:00.123456"),
            id="a day has no time of day",
        ),
        pytest.param(
            "postgres",
            "physicalType: timestamp, logicalType: timestamp",
            "physicalType: date, logicalType: timestamp",
            ("old", "2024-01-15T09:30:00.123456"),
            id="a day has no time of day, whatever its logical type",
        ),
        pytest.param(
            "postgres",
            "physicalType: uuid",
            "physicalType: text",
            ("new", "g"),
            id="a letter that no UUID has",
        ),
        pytest.param(
            "sqlserver",
            "physicalType: uniqueidentifier",
            "physicalType: char(36)",
            ("new", "g"),
            id="a letter that no uniqueidentifier has",
        ),
        pytest.param(
            "postgres",
            "physicalType: uuid",
            "physicalType: integer",
            ("old", "00000000-0000-4000-8000-000000000001"),
            id="a UUID is no number",
        ),
        pytest.param(
            "postgres",
            "physicalType: 'text[]'",
            "physicalType: 'integer[]'",
            ("old", ["a"]),
            id="a list of texts is no list of numbers",
        ),
    ],
)
def test_a_type_is_told_from_another_by_a_value_that_it_stores(
    engine: str, old: str, new: str, expected: tuple[str, object]
) -> None:
    assert shown(engine, old, new) == expected


@pytest.mark.parametrize(
    ("engine", "old", "new"),
    [
        pytest.param("postgres", "physicalType: inet", "physicalType: text", id="an address"),
        pytest.param("postgres", "physicalType: interval", "physicalType: text", id="a duration"),
        pytest.param(
            "postgres", "physicalType: money", 'physicalType: "numeric(19,2)"', id="money"
        ),
        pytest.param("mysql", "physicalType: bit(1)", "physicalType: boolean", id="a bit"),
        pytest.param("oracle", "physicalType: FLOAT", "physicalType: NUMBER", id="a binary float"),
        pytest.param(
            "snowflake", "physicalType: binary(10)", "physicalType: varchar(10)", id="bytes"
        ),
        pytest.param(
            "postgres",
            "physicalType: varchar(10), logicalType: timestamp",
            "physicalType: timestamp, logicalType: timestamp",
            id="a timestamp longer than the text that stores it",
        ),
        pytest.param(
            "mysql",
            "physicalType: \"enum('a','b')\", logicalType: integer",
            "physicalType: smallint, logicalType: integer",
            id="a number that is no label",
        ),
    ],
)
def test_a_type_whose_values_nobody_can_tell_proves_nothing(
    engine: str, old: str, new: str
) -> None:
    assert shown(engine, old, new) is None
    assert shown(engine, new, old) is None


@pytest.mark.parametrize(
    "demanded",
    [
        pytest.param("physicalType: inet", id="an address"),
        pytest.param("physicalType: bytea", id="bytes"),
        pytest.param("physicalType: money", id="money"),
        pytest.param("physicalType: jsonb", id="a document"),
        pytest.param("physicalType: xml", id="an XML text"),
        pytest.param("physicalType: citext, logicalType: string", id="a text without case"),
        pytest.param("physicalType: bytea, logicalType: string", id="bytes as text"),
    ],
)
def test_a_demanded_field_of_a_type_without_algebra_stops_no_proof_of_another(
    demanded: str,
) -> None:
    beside = f"name: g, required: true, {demanded}"
    (finding,) = told(
        made("postgres", "name: x, logicalType: number", beside),
        made("postgres", "name: x, logicalType: integer", beside),
        Direction.FULL,
    )
    assert finding.confidence is Confidence.PROVEN


_KEY = "logicalType: integer, required: true, primaryKey"
ONE = (f"name: a, {_KEY}: true, primaryKeyPosition: 1", f"name: b, {_KEY}: false")
TWO = (ONE[0], f"name: b, {_KEY}: true, primaryKeyPosition: 2")
NARROW, WIDE = ((f"name: x, physicalType: 'decimal({digits})'",) for digits in ("10,2", "12,4"))
EVEN, THIRDS = (
    (f"name: x, logicalType: integer, logicalTypeOptions: {{multipleOf: {step}}}",)
    for step in (2, 3)
)
WORDS = ("name: x, logicalType: string",)
BACKWARD, FORWARD, FULL = Direction.BACKWARD, Direction.FORWARD, Direction.FULL


@pytest.mark.parametrize(
    ("direction", "old", "new", "expected"),
    [
        pytest.param(
            BACKWARD, NARROW, WIDE, {"DC313": None}, id="a wider decimal, backward: no row"
        ),
        pytest.param(
            FORWARD, NARROW, WIDE, {"DC313": "new"}, id="a wider decimal, forward: a new row"
        ),
        pytest.param(FULL, NARROW, WIDE, {"DC313": "new"}, id="a wider decimal, full: a new row"),
        pytest.param(FORWARD, WIDE, NARROW, {"DC313": None}, id="a narrower one, forward: no row"),
        pytest.param(BACKWARD, ONE, TWO, {"DC605": None}, id="a longer key, backward: no row"),
        pytest.param(FORWARD, ONE, TWO, {"DC605": "new"}, id="a longer key, forward: new rows"),
        pytest.param(BACKWARD, TWO, ONE, {"DC605": "old"}, id="a shorter key, backward: old rows"),
        pytest.param(FORWARD, TWO, ONE, {"DC605": None}, id="a shorter key, forward: no row"),
        pytest.param(FULL, TWO, ONE, {"DC605": "old"}, id="a shorter key, full: old rows"),
        pytest.param(FORWARD, EVEN, THIRDS, {"DC437": "new"}, id="other steps, forward"),
        pytest.param(BACKWARD, EVEN, THIRDS, {"DC437": "old"}, id="other steps, backward"),
        pytest.param(
            FORWARD,
            ("name: x, logicalType: integer",),
            WORDS,
            {"DC301": "new"},
            id="words in the place of numbers, forward",
        ),
    ],
)
def test_what_breaks_both_ways_is_proven_by_a_row_of_the_direction_asked_about(
    direction: Direction,
    old: tuple[str, ...],
    new: tuple[str, ...],
    expected: Mapping[str, str | None],
) -> None:
    breaks = [
        finding
        for finding in told(made("postgres", *old), made("postgres", *new), direction)
        if finding.weight is Weight.BREAKING
    ]
    assert {
        finding.rule: finding.witness and finding.witness.valid_under for finding in breaks
    } == expected
    assert all(
        (finding.confidence is Confidence.PROVEN) is (finding.witness is not None)
        for finding in breaks
    )
