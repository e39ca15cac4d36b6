"""Which engine's types a server of the standard, or a dialect of sqlglot, speaks."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bot.core.records import replace
from bot.core.types.engine import Engine
from bot.core.types.engines.bigquery import BIGQUERY
from bot.core.types.engines.clickhouse import CLICKHOUSE
from bot.core.types.engines.dremio import DREMIO
from bot.core.types.engines.duckdb import DUCKDB
from bot.core.types.engines.exasol import EXASOL
from bot.core.types.engines.hive import HIVE
from bot.core.types.engines.mysql import MYSQL
from bot.core.types.engines.oracle import ORACLE
from bot.core.types.engines.portable import PORTABLE
from bot.core.types.engines.postgres import POSTGRES
from bot.core.types.engines.redshift import REDSHIFT
from bot.core.types.engines.snowflake import SNOWFLAKE
from bot.core.types.engines.spark import SPARK
from bot.core.types.engines.teradata import TERADATA
from bot.core.types.engines.trino import ATHENA, TRINO
from bot.core.types.engines.tsql import TSQL

ENGINES: Mapping[str, Engine] = MappingProxyType(
    {
        "athena": ATHENA,
        "bigquery": BIGQUERY,
        "clickhouse": CLICKHOUSE,
        "databricks": SPARK,
        "dremio": DREMIO,
        "duckdb": DUCKDB,
        "exasol": EXASOL,
        "fabric": TSQL,
        "hive": HIVE,
        "mysql": MYSQL,
        "oracle": ORACLE,
        "postgres": POSTGRES,
        "presto": TRINO,
        "redshift": REDSHIFT,
        "snowflake": SNOWFLAKE,
        "spark": SPARK,
        "spark2": SPARK,
        "teradata": TERADATA,
        "trino": TRINO,
        "tsql": TSQL,
    }
)
"""By the name of sqlglot's dialect."""


def _without(engine: Engine, *names: str) -> Engine:
    left = {name: builder for name, builder in engine.names.items() if name not in names}
    return replace(engine, names=MappingProxyType(left))


PANEL = (
    POSTGRES,
    SNOWFLAKE,
    BIGQUERY,
    SPARK,
    HIVE,
    TRINO,
    _without(MYSQL, "fixed", "long"),
    TSQL,
    _without(ORACLE, "date", "long"),
    TERADATA,
    DUCKDB,
    PORTABLE,
)
"""Who is asked where the dialect is not known; a fact counts when all who know both types agree.

Left out are words that mean something else everywhere else: `DATE` of Oracle has a time of day,
`LONG` of Oracle and MySQL is text, `FIXED` of MySQL is a decimal. So are engines whose common
words do (`text` of Redshift holds 256 bytes, `number` of Exasol is a double), and those that add
nothing (Athena, ClickHouse, Dremio).
"""
