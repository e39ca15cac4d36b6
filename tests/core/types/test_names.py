"""Our tables and sqlglot agree on what a name is, but for the cases listed, each for a reason."""

from __future__ import annotations

from sqlglot import exp, parse_one
from sqlglot.errors import SqlglotError

from bot.core.types.dialects import ENGINES
from bot.core.types.physical import logical_of
from bot.core.types.reading import readings

OF_SQLGLOT = {
    "integer": "TINYINT UTINYINT SMALLINT USMALLINT MEDIUMINT UMEDIUMINT INT UINT BIGINT UBIGINT "
    "INT128 UINT128 INT256 UINT256 SERIAL SMALLSERIAL BIGSERIAL YEAR",
    "number": "DECIMAL UDECIMAL BIGDECIMAL DECIMAL32 DECIMAL64 DECIMAL128 DECIMAL256 DECFLOAT "
    "FLOAT DOUBLE UDOUBLE MONEY SMALLMONEY",
    "string": "CHAR VARCHAR NCHAR NVARCHAR BPCHAR TEXT TINYTEXT MEDIUMTEXT LONGTEXT NAME BINARY "
    "VARBINARY BLOB TINYBLOB MEDIUMBLOB LONGBLOB IMAGE FIXEDSTRING UUID XML ENUM ENUM8 ENUM16 SET",
    "boolean": "BOOLEAN",
    "date": "DATE DATE32",
    "time": "TIME TIMETZ TIME_NS",
    "timestamp": "TIMESTAMP TIMESTAMPTZ TIMESTAMPLTZ TIMESTAMPNTZ TIMESTAMP_S TIMESTAMP_MS "
    "TIMESTAMP_NS DATETIME DATETIME2 DATETIME64 SMALLDATETIME",
    "array": "ARRAY LIST NESTED",
    "map": "MAP",
    "object": "STRUCT OBJECT",
    "vector": "VECTOR",
}
WORD = {kind: word for word, kinds in OF_SQLGLOT.items() for kind in kinds.split()}
ARGUMENTS = (
    "",
    "(10)",
    "(5, 2)",
    "('a')",
    "(int)",
    "(int, int)",
    "(a int)",
    "<int>",
    "<int, int>",
    "<a int>",
)

ANOTHER_FAMILY = {
    ("mysql", "long"): "a synonym of MEDIUMTEXT",
    ("oracle", "long"): "the old name of a long text",
    ("oracle", "date"): "a day with a time of day",
    ("teradata", "byte"): "bytes of a fixed length",
}
"""Names that sqlglot puts into another family than the engine's manual does."""

TOLD_APART = {
    ("exasol", "dec decimal number numeric"): "NUMBER without digits is a double",
    ("mysql", "int1 int8 tinyint"): "INT8 counts bytes",
    ("mysql", "int1 unsigned int8 unsigned tinyint unsigned"): "INT8 counts bytes",
    ("mysql", "bigint long"): "LONG is text",
    ("mysql", "float float4 real"): "REAL is a double",
    ("oracle", "dec decimal number numeric"): "NUMBER without digits has any scale",
    ("oracle", "binary_float float real"): "FLOAT and REAL are decimals of so many binary digits",
    ("oracle", "binary_double double precision"): "DOUBLE PRECISION is FLOAT(126)",
    ("teradata", "byteint smallint"): "BYTEINT has 8 bits",
    ("teradata", "dec decimal number numeric"): "NUMBER without digits has any scale",
    ("tsql", "float real"): "FLOAT without digits is FLOAT(53)",
    ("tsql", "ntext text"): "NTEXT holds Unicode",
}
"""Names that sqlglot reads as one type and the engine's manual tells apart."""

ONE_ENGINE_ONE_NAME = sorted(set(ENGINES) - {"fabric", "presto", "spark", "spark2"})


def test_names_are_of_the_family_that_sqlglot_puts_them_into_but_for_a_few() -> None:
    found = {
        (dialect, name)
        for dialect in ONE_ENGINE_ONE_NAME
        for name in ENGINES[dialect].names
        if any(_families_differ(f"{name}{arguments}", dialect) for arguments in ARGUMENTS)
    }
    assert found == set(ANOTHER_FAMILY)


def test_names_that_sqlglot_reads_as_one_are_one_but_for_a_few() -> None:
    found = set()
    for dialect in ONE_ENGINE_ONE_NAME:
        alike: dict[str, list[str]] = {}
        for name in ENGINES[dialect].names:
            kind = _sqlglot(name, dialect)
            if kind is not None and readings(name, dialect):
                alike.setdefault(repr(kind), []).append(name)
        for names in alike.values():
            shapes = {readings(name, dialect)[0].slot.shape for name in names}
            if len(shapes) > 1:
                found.add((dialect, " ".join(sorted(names))))
    assert found == set(TOLD_APART)


def _families_differ(text: str, dialect: str) -> bool:
    ours, kind = logical_of(text, dialect), _sqlglot(text, dialect)
    theirs = WORD.get(kind.this.name) if kind and isinstance(kind.this, exp.DataType.Type) else None
    # A decimal without a fraction is an integer to us; sqlglot does not look at its digits.
    return bool(ours and theirs) and ours != theirs and (ours, theirs) != ("integer", "number")


def _sqlglot(text: str, dialect: str) -> exp.DataType | None:
    try:
        return parse_one(text, into=exp.DataType, dialect=dialect)
    except (SqlglotError, KeyError, IndexError):
        return None
