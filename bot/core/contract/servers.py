"""Servers in the form of ODCS 3.2.0, which closes them to keys of other types of server."""

from __future__ import annotations

from bot.core.contract.forms import ROLE, Form, fitted_with_custom
from bot.core.contract.node import MapNode, Node
from bot.core.contract.rewriting import Entry, changed, each, entries, mapping

SERVER: Form = {
    "id": "id",
    "server": "text",
    "type": "text",
    "description": "text",
    "environment": "text",
    "roles": "list",
    "customProperties": "list",
}
"""What every server may have."""

CONNECTIONS = {
    "api": "location",
    "athena": "catalog regionName schema stagingDir workgroup",
    "azure": "delimiter encoding format location",
    "bigquery": "dataset project",
    "btrieve": "database host port",
    "clickhouse": "database host port",
    "cloudsql": "database host port schema",
    "custom": "account catalog database dataset delimiter encoding endpointUrl format host location"
    " path port project region regionName schema serviceName stagingDir stream warehouse",
    "databricks": "catalog host schema",
    "db2": "database host port schema",
    "denodo": "database host port",
    "dremio": "host port schema",
    "duckdb": "database schema",
    "exasol": "host port schema",
    "fastobjects": "database host port",
    "glue": "account database encoding format location",
    "hana": "database host port schema",
    "hive": "database host port",
    "iceberg": "catalog catalogUrl namespace warehouse",
    "impala": "database host port",
    "informix": "database host port",
    "ingres": "database host port",
    "kafka": "encoding format host",
    "kinesis": "encoding format region",
    "local": "encoding format path",
    "mysql": "database host port",
    "oracle": "host port serviceName",
    "poet": "database host port",
    "postgres": "database host port schema",
    "postgresql": "database host port schema",
    "presto": "catalog host schema",
    "pubsub": "project",
    "redshift": "account database host region schema",
    "s3": "delimiter encoding endpointUrl format location",
    "sftp": "delimiter encoding format location",
    "snowflake": "account database host port schema warehouse",
    "sqlserver": "database host port schema",
    "synapse": "database host port",
    "teradata": "database host port",
    "trino": "catalog host port schema",
    "vectorwise": "database host port",
    "versant": "database host port",
    "vertica": "database host port schema",
    "zen": "database host port",
}
"""What else a server of each type may have: `$defs/ServerSource`."""

_RENAMED = {"staging_dir": "stagingDir"}
"""v3.0.0 demanded the one and described the other."""


def server_in_form(node: MapNode) -> MapNode:
    """Return a server of v3.0 as one of v3.2; what its type does not know is a custom property."""
    keys = CONNECTIONS.get(str(node.get("type")), "").split()
    form = SERVER | {key: "port" if key == "port" else "text" for key in keys}
    renamed = mapping(node.mark, (_entry(entry, node) for entry in entries(node)))
    return changed(fitted_with_custom(renamed, form), {"roles": roles_in_form})


def roles_in_form(node: Node) -> Node:
    """Return roles of v3.0 as roles of v3.2."""
    return each(node, lambda role: fitted_with_custom(role, ROLE))


def _entry(entry: Entry, node: MapNode) -> Entry:
    if entry.key == "schema" and isinstance(entry.value, int) and not isinstance(entry.value, bool):
        # the schema of a DuckDB server was a number until v3.1.0
        return entry.holding(str(entry.value))
    name = _RENAMED.get(entry.key, entry.key)
    return entry if name in node else entry.named(name)
