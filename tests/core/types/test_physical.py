"""Physical types as a contract holds them: spelled anyhow, with or without a known server."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bot.core.relation import Relation
from bot.core.types.comparison import Aspect, TypeComparison
from bot.core.types.physical import compare_physical, dialect_of, logical_of
from tests.core.types.expected import (
    INCOMPARABLE,
    NARROWER,
    RESPELLED,
    SAME,
    UNKNOWN,
    WIDER,
    Row,
    judged,
    misjudged,
)

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize(
    ("old", "new", "dialect"),
    [
        pytest.param("varchar(20)", "VARCHAR(20)", "postgres", id="case alone"),
        pytest.param(" decimal( 10 ,2 ) ", "DECIMAL(10,2)", None, id="blanks around brackets"),
        pytest.param("character  varying", "character\nvarying", None, id="one blank or another"),
        pytest.param("MY_TYPE", "my_type", "postgres", id="a type that nobody knows"),
        pytest.param("enum( 'a' , 'b')", "ENUM('a','b')", "mysql", id="blanks between quotes"),
        pytest.param("struct<A int>", "struct<a int>", "bigquery", id="fields where case is lost"),
    ],
)
def test_spelling_alone_is_the_same_type(old: str, new: str, dialect: str | None) -> None:
    assert judged(old, new, dialect) == (SAME, RESPELLED)


@pytest.mark.parametrize(
    ("old", "new", "dialect", "expected"),
    [
        pytest.param(
            "enum('a')", "enum('A')", "mysql", (INCOMPARABLE, Aspect.ELEMENT), id="inside quotes"
        ),
        pytest.param(
            r"enum('\'','A')",
            r"enum('\'','a')",
            "mysql",
            (UNKNOWN, Aspect.UNPARSED),
            id="a backslash may end a quote or not",
        ),
        pytest.param(
            "it's", "IT'S", None, (UNKNOWN, Aspect.UNPARSED), id="a quote that is never closed"
        ),
        pytest.param(
            "int -- A", "int -- a", None, (UNKNOWN, Aspect.UNPARSED), id="a comment may hide much"
        ),
        pytest.param(
            "Tuple(A Int8)",
            "Tuple(a Int8)",
            "clickhouse",
            (INCOMPARABLE, Aspect.FIELDS),
            id="fields where case counts",
        ),
    ],
)
def test_what_may_be_more_than_spelling_is_not_the_same(
    old: str, new: str, dialect: str | None, expected: tuple[Relation, Aspect]
) -> None:
    assert judged(old, new, dialect) == expected


def test_identical_texts_are_the_same_whatever_they_say() -> None:
    assert compare_physical("TYPE STRUCT(", "TYPE STRUCT(", None) == TypeComparison(
        SAME, None, "the type is the same"
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("USER-DEFINED", id="what information_schema says of an enum"),
        pytest.param("TYPE STRUCT(", id="a bracket that stays open"),
        pytest.param("int)", id="a bracket that was never open"),
        pytest.param("array<int)", id="brackets that cross"),
        pytest.param("int;drop table t", id="a second statement"),
        pytest.param("decimal(,2)", id="a hole between commas"),
        pytest.param("varchar(99999999999999999999)", id="a length of twenty digits"),
        pytest.param("decimal(1000000000)", id="a precision that would fill the memory"),
        pytest.param("array<" * 300 + "int" + ">" * 300, id="300 brackets deep"),
        pytest.param("int" + "[]" * 500, id="500 pairs of brackets in a row"),
        pytest.param("array<int" + "[]" * 20 + ">" + "[]" * 20, id="brackets in and behind"),
        pytest.param("int" + "x" * 2_000, id="longer than any type"),
        pytest.param("struct<a int, a int>", id="two fields of one name"),
        pytest.param("enum('a','a')", id="one label twice"),
        pytest.param("", id="nothing"),
        pytest.param("\x00\ud800🦆", id="no letters at all"),
    ],
)
@pytest.mark.parametrize("dialect", [None, "postgres", "duckdb", "mysql", "no such dialect"])
def test_what_cannot_be_read_is_unknown_both_ways(text: str, dialect: str | None) -> None:
    expected = (UNKNOWN, Aspect.UNPARSED)
    assert (judged(text, "int", dialect), judged("int", text, dialect)) == (expected, expected)


def test_a_reason_stays_short_and_on_one_line() -> None:
    reason = compare_physical("a`\n\x1b[31m" + "b" * 5_000, "int", None).reason
    assert reason == f"`a' ?[31m{'b' * 51}…` is not a type that can be read"


def test_a_reason_quotes_both_types_and_what_they_hold() -> None:
    assert compare_physical("INT", "BIGINT", "postgres").reason == (
        "`INT` holds signed 32-bit integers, `BIGINT` signed 64-bit integers"
    )


def test_a_nested_reason_says_where() -> None:
    found = compare_physical("struct<a array<int>>", "struct<a array<bigint>>", "databricks")
    assert found.reason == (
        "field `a`: its elements: "
        "`int` holds signed 32-bit integers, `bigint` signed 64-bit integers"
    )


NO_DIALECT: tuple[Row, ...] = (
    ("int", "bigint", WIDER, Aspect.WIDTH),
    ("int", "long", WIDER, Aspect.WIDTH),
    ("float", "double", WIDER, Aspect.WIDTH),
    ("decimal(10,2)", "numeric(10, 2)", SAME, RESPELLED),
    ("decimal(10,2)", "decimal(12,2)", WIDER, Aspect.PRECISION),
    ("decimal(10,2)", "decimal(12,4)", INCOMPARABLE, Aspect.SCALE),
    ("varchar(20)", "character varying(20)", SAME, RESPELLED),
    ("varchar(20)", "varchar(30)", WIDER, Aspect.LENGTH),
    ("varchar", "varchar(20)", UNKNOWN, Aspect.LENGTH),
    ("int", "decimal(10,0)", UNKNOWN, Aspect.FAMILY),
    ("string", "bytes", INCOMPARABLE, Aspect.FAMILY),
    ("date", "timestamp", INCOMPARABLE, Aspect.FAMILY),
    ("timestamp_ntz", "timestamp_ltz", INCOMPARABLE, Aspect.TIMEZONE),
    ("timestamp-millis", "timestamp-micros", WIDER, Aspect.TIME_PRECISION),
    ("timestamp-millis", "local-timestamp-millis", INCOMPARABLE, Aspect.TIMEZONE),
    ("fixed(16)", "fixed(8)", INCOMPARABLE, Aspect.LENGTH),
    ("uint8", "int16", WIDER, Aspect.WIDTH),
    ("array<int>", "list<long>", WIDER, Aspect.ELEMENT),
    ("byteint", "smallint", WIDER, Aspect.WIDTH),
    ("varbinary(8)", "timestamp_s", INCOMPARABLE, Aspect.FAMILY),
    ("varchar2(20)", "jsonb", UNKNOWN, Aspect.FAMILY),
)


@pytest.mark.parametrize("dialect", [None, "", "no such dialect"])
def test_without_a_dialect_only_what_all_engines_agree_on_is_told(dialect: str | None) -> None:
    assert misjudged(NO_DIALECT, dialect) == []


@pytest.mark.parametrize(
    ("old", "old_dialect", "new", "new_dialect", "relation"),
    [
        pytest.param(
            "varchar", "snowflake", "varchar", "postgres", WIDER, id="one text, another limit"
        ),
        pytest.param("int", "postgres", "INT64", "bigquery", WIDER, id="32 bits move to 64"),
        pytest.param(
            "int", "snowflake", "int", "postgres", NARROWER, id="38 digits do not fit 32 bits"
        ),
        pytest.param(
            "timestamp", "postgres", "timestamp", "bigquery", INCOMPARABLE, id="other zones"
        ),
        pytest.param(
            "varchar(10)", "tsql", "varchar(30)", "redshift", WIDER, id="a code page in UTF-8"
        ),
        pytest.param(
            "varchar(10)", "tsql", "varchar(29)", "redshift", INCOMPARABLE, id="one byte too few"
        ),
        pytest.param("bigint", "postgres", "BIGINT", "mysql", SAME, id="the same in both"),
        pytest.param("my_type", "postgres", "my_type", "mysql", UNKNOWN, id="known to neither"),
        pytest.param("int", "", "bigint", "postgres", UNKNOWN, id="from nobody knows where"),
        pytest.param("boolean", "", "BOOL", "duckdb", SAME, id="alike but for the name"),
        pytest.param("decimal(5,2)", "", "decimal(6,2)", "trino", WIDER, id="alike everywhere"),
    ],
)
def test_a_changed_server_is_read_under_each_of_the_two(
    old: str, old_dialect: str, new: str, new_dialect: str, relation: Relation
) -> None:
    found = compare_physical(old, new, new_dialect, old_dialect)
    mirrored = compare_physical(new, old, old_dialect, new_dialect)
    assert (found.relation, mirrored.relation) == (relation, relation.mirrored())


@pytest.mark.parametrize(
    ("physical", "dialect", "logical"),
    [
        pytest.param("NUMBER", "snowflake", "integer", id="a Snowflake NUMBER has no fraction"),
        pytest.param("NUMBER", "oracle", "number", id="an Oracle NUMBER may have one"),
        pytest.param("NUMBER", None, "number", id="an integer here, a number there"),
        pytest.param("decimal(10,2)", None, "number", id="decimal"),
        pytest.param("tinyint(1)", "mysql", "boolean", id="MySQL's truth"),
        pytest.param("bit", "tsql", "boolean", id="SQL Server's truth"),
        pytest.param("bit", None, None, id="bit means three things"),
        pytest.param("DATE", "oracle", "timestamp", id="Oracle's DATE has a time"),
        pytest.param("date", None, "date", id="everybody else's has none"),
        pytest.param("timestamp", "tsql", None, id="SQL Server's timestamp is no time"),
        pytest.param("timestamp_tz", None, "timestamp", id="timestamp"),
        pytest.param("time(3)", "postgres", "time", id="time"),
        pytest.param("uuid", "postgres", "string", id="uuid is a string format"),
        pytest.param("enum('a')", "mysql", "string", id="enum"),
        pytest.param("bytea", "postgres", "string", id="bytes are a string format"),
        pytest.param("int[]", "postgres", "array", id="array"),
        pytest.param("varchar[50]", "postgres", None, id="an array, or a length misspelled"),
        pytest.param("map<string,int>", "databricks", "map", id="map"),
        pytest.param("RECORD", "bigquery", "object", id="record"),
        pytest.param("vector(3)", "postgres", "vector", id="vector"),
        pytest.param("jsonb", "postgres", None, id="json may be anything"),
        pytest.param("interval", "postgres", None, id="the standard has no durations"),
        pytest.param("USER-DEFINED", "postgres", None, id="not read"),
    ],
)
def test_a_physical_type_has_a_natural_logical_type(
    physical: str, dialect: str | None, logical: str | None
) -> None:
    assert logical_of(physical, dialect) == logical


@pytest.mark.parametrize(
    ("server", "dialect"),
    [
        pytest.param("snowflake", "snowflake", id="named alike"),
        pytest.param("PostgreSQL", "postgres", id="another spelling"),
        pytest.param("sqlserver", "tsql", id="named after its language"),
        pytest.param("synapse", "tsql", id="of the same house"),
        pytest.param("glue", "hive", id="a catalogue that speaks Hive"),
        pytest.param("kafka", None, id="messages have no dialect"),
        pytest.param("cloudsql", None, id="one of several"),
        pytest.param("../../etc", None, id="no server at all"),
    ],
)
def test_a_server_type_speaks_a_dialect(server: str, dialect: str | None) -> None:
    assert dialect_of(server) == dialect


@pytest.mark.parametrize(
    ("call", "loaded"),
    [
        pytest.param("compare_physical('INT', 'INT', 'postgres')", "False", id="equal types"),
        pytest.param("compare_physical('INT', 'int8', 'postgres')", "False", id="known names"),
        pytest.param("compare_physical('INT', 'x y', None)", "False", id="no dialect"),
        pytest.param("compare_physical('INT', 'int64', 'postgres')", "True", id="a foreign name"),
    ],
)
def test_sqlglot_is_loaded_only_for_a_name_that_an_engine_lacks(call: str, loaded: str) -> None:
    code = (
        "import sys\n"
        "from bot.core.types.physical import compare_physical\n"
        f"{call}\n"
        "print('sqlglot' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert (done.stdout.strip(), done.stderr) == (loaded, "")


def test_narrower_is_wider_seen_from_the_other_side() -> None:
    assert judged("bigint", "int", "postgres") == (NARROWER, Aspect.WIDTH)
