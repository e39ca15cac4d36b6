"""The texts of which rows are made: the part of a contract around the keys that matter."""

from __future__ import annotations

FIELD = "schema[].properties[]"
OPTIONS = f"{FIELD}.logicalTypeOptions"


def an_object(keys: str = "") -> str:
    """Return a contract with the object `orders` and the field `f`, the object with more keys."""
    more = f", {keys}" if keys else ""
    return f"schema:\n- {{name: orders, properties: [{{name: f, logicalType: string}}]{more}}}\n"


def fields(*entries: str) -> str:
    """Return a contract with an object of these fields, each given by its keys."""
    listed = ", ".join(f"{{{entry}}}" for entry in entries)
    return f"schema:\n- {{name: orders, properties: [{listed}]}}\n"


def field(keys: str) -> str:
    """Return a contract with one field, given by its keys beside the name."""
    return fields(f"name: f, {keys}")


def options(logical_type: str, keys: str = "") -> str:
    """Return a contract with one field of a type, given by its options."""
    told = f", logicalTypeOptions: {{{keys}}}" if keys else ""
    return field(f"logicalType: {logical_type}{told}")


def vector(keys: str = "") -> str:
    """Return a contract with one field of three dimensions, given by its other options."""
    return options("vector", ", ".join(filter(None, ("dimensions: 3", keys))))


def quality(*rules: str) -> str:
    """Return a contract with one field that has these quality rules."""
    listed = ", ".join(f"{{{rule}}}" for rule in rules)
    return field(f"logicalType: string, quality: [{listed}]")


def listed(key: str, *entries: str) -> str:
    """Return a contract with a list at its top: servers, slaProperties, roles, support."""
    return f"{key}:\n" + "".join(f"- {{{entry}}}\n" for entry in entries)


def level(keys: str) -> str:
    """Return a contract with one service level."""
    return listed("slaProperties", keys)


def server(keys: str) -> str:
    """Return a contract with the server `prod`, given by its other keys."""
    return listed("servers", f"server: prod, {keys}")
