"""Which SQL dialect a server speaks."""

from __future__ import annotations

from types import MappingProxyType

_SERVERS = MappingProxyType(
    {
        "athena": "athena",
        "bigquery": "bigquery",
        "clickhouse": "clickhouse",
        "databricks": "databricks",
        "dremio": "dremio",
        "duckdb": "duckdb",
        "exasol": "exasol",
        "glue": "hive",
        "hive": "hive",
        "impala": "hive",
        "mysql": "mysql",
        "oracle": "oracle",
        "postgres": "postgres",
        "postgresql": "postgres",
        "presto": "presto",
        "redshift": "redshift",
        "snowflake": "snowflake",
        "sqlserver": "tsql",
        "synapse": "tsql",
        "teradata": "teradata",
        "trino": "trino",
    }
)


def dialect_of(server_type: str) -> str | None:
    """Return the sqlglot dialect that a value of ODCS `servers[].type` speaks.

    None for servers of files and messages (s3, kafka, …), for those that may speak several
    (cloudsql, custom), and for engines that sqlglot does not know (db2, vertica, …).
    """
    return _SERVERS.get(server_type.strip().lower())
