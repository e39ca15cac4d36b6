"""Which engine's types a server of the standard, or a dialect of sqlglot, speaks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType

from bot.core.records import replace
from bot.core.types.engine import Engine


@cache
def _engine(module: str, constant: str) -> Engine:
    engine: Engine = getattr(import_module(f"bot.core.types.engines.{module}"), constant)
    return engine


class _Engines(Mapping[str, Engine]):
    """Engines by name, each loaded when it is first asked for: most contracts speak of one."""

    def __init__(self, where: Mapping[str, tuple[str, str]]) -> None:
        self._where = where

    def __getitem__(self, name: str) -> Engine:
        return _engine(*self._where[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._where)

    def __len__(self) -> int:
        return len(self._where)


ENGINES: Mapping[str, Engine] = _Engines(
    {
        "athena": ("trino", "ATHENA"),
        "bigquery": ("bigquery", "BIGQUERY"),
        "clickhouse": ("clickhouse", "CLICKHOUSE"),
        "databricks": ("spark", "SPARK"),
        "dremio": ("dremio", "DREMIO"),
        "duckdb": ("duckdb", "DUCKDB"),
        "exasol": ("exasol", "EXASOL"),
        "fabric": ("tsql", "TSQL"),
        "hive": ("hive", "HIVE"),
        "mysql": ("mysql", "MYSQL"),
        "oracle": ("oracle", "ORACLE"),
        "postgres": ("postgres", "POSTGRES"),
        "presto": ("trino", "TRINO"),
        "redshift": ("redshift", "REDSHIFT"),
        "snowflake": ("snowflake", "SNOWFLAKE"),
        "spark": ("spark", "SPARK"),
        "spark2": ("spark", "SPARK"),
        "teradata": ("teradata", "TERADATA"),
        "trino": ("trino", "TRINO"),
        "tsql": ("tsql", "TSQL"),
    }
)
"""By the name of sqlglot's dialect."""


def _without(engine: Engine, *names: str) -> Engine:
    left = {name: builder for name, builder in engine.names.items() if name not in names}
    return replace(engine, names=MappingProxyType(left))


@cache
def panel() -> tuple[Engine, ...]:
    """Return who is asked where the dialect is not known.

    A fact counts when all who know both types agree.

    Left out are words that mean something else everywhere else: `DATE` of Oracle has a time of day,
    `LONG` of Oracle and MySQL is text, `FIXED` of MySQL is a decimal. So are engines whose common
    words do (`text` of Redshift holds 256 bytes, `number` of Exasol is a double), and those that
    add nothing (Athena, ClickHouse, Dremio).
    """
    known = {
        name: ENGINES[name]
        for name in (
            "postgres",
            "snowflake",
            "bigquery",
            "spark",
            "hive",
            "trino",
            "mysql",
            "tsql",
            "oracle",
            "teradata",
            "duckdb",
        )
    }
    known["mysql"] = _without(known["mysql"], "fixed", "long")
    known["oracle"] = _without(known["oracle"], "date", "long")
    return (*known.values(), _engine("portable", "PORTABLE"))
