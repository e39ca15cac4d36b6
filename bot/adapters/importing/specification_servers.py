"""Reads the servers of a Data Contract Specification.

Source: Data Contract Specification 1.2, "Server Object"; ODCS 3.2, "Infrastructure and Servers".
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.adapters.importing.parts import Parts, items_of, texts_of
from bot.core.contract.node import MapNode

_PLACE = ("host", "port", "database", "schema")
_NEEDED = {
    "bigquery": ("project", "dataset"),
    "databricks": ("catalog", "schema"),
    "kafka": ("host",),
    "local": ("path", "format"),
    "postgres": _PLACE,
    "redshift": ("database", "schema"),
    "s3": ("location",),
    "snowflake": ("account", "database", "schema"),
    "sqlserver": _PLACE,
}
"""What a server of a type cannot be without."""
_MORE = {
    "databricks": ("host",),
    "kafka": ("format",),
    "redshift": ("account", "host", "port"),
    "s3": ("endpointUrl", "format", "delimiter"),
}
_SHARED = ("environment", "description")


def servers_of_specification(servers: MapNode) -> Iterator[Parts]:
    """Yield each server that has a type; what ODCS has no word for becomes a custom property."""
    for name, told in servers.items():
        if isinstance(told, MapNode) and any(texts_of(told, "type")):
            yield _server(name, told)


def _server(name: str, told: MapNode) -> Parts:
    kind = str(told["type"]).strip()
    needed = _NEEDED.get(kind)
    is_known = needed is not None and all(_is_told(told, key) for key in needed)
    keys = (*(needed or ()), *_MORE.get(kind, ())) if is_known else ()
    parts: Parts = {"server": name, "type": kind if is_known else "custom"}
    parts |= dict(texts_of(told, *_SHARED))
    parts |= {key: told[key] for key in keys if _is_told(told, key)}
    roles = [
        {"role": role["name"], **dict(texts_of(role, "description"))}
        for role in items_of(told, "roles")
        if isinstance(role.get("name"), str)
    ]
    parts |= {"roles": roles} if roles else {}
    rest = [
        {"property": key, "value": value}
        for key, value in told.items()
        if key not in parts or (key == "type" and not is_known)
        if isinstance(value, str | int | float | bool)
    ]
    return parts | ({"customProperties": rest} if rest else {})


def _is_told(node: MapNode, key: str) -> bool:
    value = node.get(key)
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return is_number if key == "port" else isinstance(value, str) and bool(value)
