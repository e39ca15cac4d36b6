"""What each warehouse means by its names, by its own manual; each row holds mirrored too."""

from __future__ import annotations

import pytest

from bot.core.types.comparison import Aspect
from tests.core.types.expected import (
    INCOMPARABLE,
    RESPELLED,
    SAME,
    UNKNOWN,
    WIDER,
    Row,
    misjudged,
)

REDSHIFT: tuple[Row, ...] = (
    ("varchar", "varchar(256)", SAME, RESPELLED),
    ("varchar(256)", "text", SAME, RESPELLED),
    ("nvarchar(10)", "varchar(10)", SAME, RESPELLED),
    ("varchar", "varchar(max)", WIDER, Aspect.LENGTH),
    ("varchar(65535)", "varchar(max)", SAME, RESPELLED),
    ("bpchar", "char(256)", SAME, RESPELLED),
    ("char(10)", "varchar(10)", WIDER, Aspect.FAMILY),
    ("numeric", "numeric(18,0)", SAME, RESPELLED),
    ("super", "varchar(max)", INCOMPARABLE, Aspect.FAMILY),
)

SNOWFLAKE: tuple[Row, ...] = (
    ("INT", "BIGINT", SAME, RESPELLED),
    ("NUMBER", "NUMBER(38,0)", SAME, RESPELLED),
    ("INT", "NUMBER", SAME, RESPELLED),
    ("NUMBER(10,0)", "INT", WIDER, Aspect.PRECISION),
    ("NUMBER(10,2)", "NUMBER(12,2)", WIDER, Aspect.PRECISION),
    ("NUMBER(10,2)", "NUMBER(12,4)", INCOMPARABLE, Aspect.SCALE),
    ("VARCHAR", "VARCHAR(16777216)", SAME, RESPELLED),
    ("VARCHAR", "STRING", SAME, RESPELLED),
    ("CHAR(3)", "VARCHAR(3)", SAME, RESPELLED),
    ("FLOAT4", "DOUBLE", SAME, RESPELLED),
    ("TIMESTAMP", "TIMESTAMP_NTZ(9)", SAME, RESPELLED),
    ("TIMESTAMP_NTZ", "DATETIME", SAME, RESPELLED),
    ("TIMESTAMP_LTZ", "TIMESTAMP_TZ", INCOMPARABLE, Aspect.TIMEZONE),
    ("TIMESTAMP_NTZ", "TIMESTAMP_LTZ", INCOMPARABLE, Aspect.TIMEZONE),
    ("VARCHAR", "VARIANT", INCOMPARABLE, Aspect.FAMILY),
    ("ARRAY(INT NOT NULL)", "ARRAY(INT)", WIDER, Aspect.ELEMENT),
    ("ARRAY", "ARRAY(INT)", UNKNOWN, Aspect.ELEMENT),
    ("OBJECT(a INT)", "OBJECT", UNKNOWN, Aspect.FIELDS),
    ("MAP(VARCHAR, INT)", "MAP(VARCHAR, NUMBER(10,2))", INCOMPARABLE, Aspect.ELEMENT),
    ("VECTOR(FLOAT, 256)", "VECTOR(INT, 256)", INCOMPARABLE, Aspect.ELEMENT),
    ("BINARY", "VARBINARY", SAME, RESPELLED),
)

BIGQUERY: tuple[Row, ...] = (
    ("INT64", "INTEGER", SAME, RESPELLED),
    ("INT", "BIGINT", SAME, RESPELLED),
    ("FLOAT64", "FLOAT", SAME, RESPELLED),
    ("NUMERIC", "NUMERIC(38,9)", SAME, RESPELLED),
    ("NUMERIC", "BIGNUMERIC", INCOMPARABLE, Aspect.SCALE),
    ("NUMERIC(10,2)", "BIGNUMERIC(40,2)", WIDER, Aspect.PRECISION),
    ("STRING(10)", "STRING", WIDER, Aspect.LENGTH),
    ("BYTES(10)", "BYTES(20)", WIDER, Aspect.LENGTH),
    ("STRING", "BYTES", INCOMPARABLE, Aspect.FAMILY),
    ("DATETIME", "TIMESTAMP", INCOMPARABLE, Aspect.TIMEZONE),
    ("INT64", "FLOAT64", INCOMPARABLE, Aspect.FAMILY),
    ("BOOL", "BOOLEAN", SAME, RESPELLED),
    ("RECORD", "STRUCT", SAME, RESPELLED),
    ("ARRAY<STRING(10)>", "ARRAY<STRING>", WIDER, Aspect.ELEMENT),
    ("STRUCT<a INT64>", "STRUCT<A INT64>", SAME, RESPELLED),
    ('STRUCT<a INT64 OPTIONS(description="x")>', "STRUCT<a INT64>", SAME, RESPELLED),
)

DATABRICKS: tuple[Row, ...] = (
    ("LONG", "BIGINT", SAME, RESPELLED),
    ("BYTE", "SHORT", WIDER, Aspect.WIDTH),
    ("INT", "DOUBLE", WIDER, Aspect.FAMILY),
    ("INT", "FLOAT", INCOMPARABLE, Aspect.FAMILY),
    ("SMALLINT", "FLOAT", WIDER, Aspect.FAMILY),
    ("DECIMAL", "DEC(10,0)", SAME, RESPELLED),
    ("INT", "DECIMAL(10,0)", WIDER, Aspect.FAMILY),
    ("INT", "DECIMAL(12,2)", WIDER, Aspect.FAMILY),
    ("INT", "DECIMAL(9,0)", INCOMPARABLE, Aspect.FAMILY),
    ("VARCHAR(10)", "STRING", WIDER, Aspect.LENGTH),
    ("TIMESTAMP", "TIMESTAMP_LTZ", SAME, RESPELLED),
    ("TIMESTAMP", "TIMESTAMP_NTZ", INCOMPARABLE, Aspect.TIMEZONE),
    ("STRUCT<a: INT NOT NULL>", "STRUCT<a: INT>", WIDER, Aspect.FIELDS),
    ("STRUCT<a: INT COMMENT 'x'>", "STRUCT<a INT>", SAME, RESPELLED),
    ("MAP<STRING,INT>", "MAP<STRING,BIGINT>", WIDER, Aspect.ELEMENT),
    ("MAP<INT,STRING>", "MAP<BIGINT,STRING>", INCOMPARABLE, Aspect.KEY),
    ("ARRAY<INT>", "MAP<INT,INT>", INCOMPARABLE, Aspect.FAMILY),
    ("INTERVAL YEAR", "INTERVAL YEAR TO MONTH", WIDER, Aspect.FAMILY),
)

HIVE: tuple[Row, ...] = (
    ("timestamp", "timestamp with local time zone", INCOMPARABLE, Aspect.TIMEZONE),
    ("uniontype<int,string>", "uniontype<int,string,date>", WIDER, Aspect.ELEMENT),
    ("uniontype<int,string>", "uniontype<bigint,string>", WIDER, Aspect.ELEMENT),
    ("varchar(10)", "string", WIDER, Aspect.LENGTH),
    ("varchar", "string", UNKNOWN, Aspect.LENGTH),
    ("varchar", "varchar(10)", UNKNOWN, Aspect.LENGTH),
)

TRINO: tuple[Row, ...] = (
    ("DECIMAL", "DECIMAL(38,0)", SAME, RESPELLED),
    ("TIMESTAMP", "TIMESTAMP(3)", SAME, RESPELLED),
    ("TIMESTAMP(3)", "TIMESTAMP(6)", WIDER, Aspect.TIME_PRECISION),
    ("TIMESTAMP(6)", "TIMESTAMP(6) WITH TIME ZONE", INCOMPARABLE, Aspect.TIMEZONE),
    ("REAL", "DOUBLE", WIDER, Aspect.WIDTH),
    ("VARCHAR(10)", "VARCHAR", WIDER, Aspect.LENGTH),
    ("ARRAY(INTEGER)", "ARRAY<INTEGER>", SAME, RESPELLED),
    ("ROW(INTEGER, VARCHAR)", "ROW(BIGINT, VARCHAR)", WIDER, Aspect.FIELDS),
    ("IPADDRESS", "VARCHAR", INCOMPARABLE, Aspect.FAMILY),
)

ATHENA: tuple[Row, ...] = (
    ("string", "varchar", SAME, RESPELLED),
    ("int", "integer", SAME, RESPELLED),
    ("struct<a:int>", "row(a int)", SAME, RESPELLED),
)

OTHERS: tuple[tuple[str, str, str], ...] = (
    ("teradata", "BYTEINT", "SMALLINT"),
    ("exasol", "INT", "DECIMAL(19)"),
    ("dremio", "INT", "BIGINT"),
)


@pytest.mark.parametrize(
    ("rows", "dialect"),
    [
        pytest.param(REDSHIFT, "redshift", id="Redshift"),
        pytest.param(SNOWFLAKE, "snowflake", id="Snowflake"),
        pytest.param(BIGQUERY, "bigquery", id="BigQuery"),
        pytest.param(DATABRICKS, "databricks", id="Databricks"),
        pytest.param(HIVE, "hive", id="Hive"),
        pytest.param(TRINO, "trino", id="Trino"),
        pytest.param(ATHENA, "athena", id="Athena"),
    ],
)
def test_a_warehouse_means_what_its_manual_says(rows: tuple[Row, ...], dialect: str) -> None:
    assert misjudged(rows, dialect) == []


@pytest.mark.parametrize(("dialect", "old", "new"), OTHERS)
def test_engines_of_the_standard_without_a_section_above_widen(
    dialect: str, old: str, new: str
) -> None:
    rows = ((old, new, WIDER, Aspect.PRECISION if dialect == "exasol" else Aspect.WIDTH),)
    assert misjudged(rows, dialect) == []
