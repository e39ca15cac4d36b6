"""Contracts for the tests of migration, before and after."""

from __future__ import annotations

from bot.adapters.yaml_reader import read_yaml
from bot.core.contract.migration import migrate
from bot.core.contract.node import Document, MapNode, Node, SeqNode, Step

HEAD = "kind: DataContract\nid: orders\nversion: 1.0.0\nstatus: active\n"


def contract(version: str, body: str) -> Document:
    """Return a contract as it is written; the body begins on line 6."""
    return read_yaml(f"apiVersion: {version}\n{HEAD}{body}".encode(), "c.yaml")


def migrated(version: str, body: str) -> MapNode:
    """Return the root of a contract in the newest form."""
    return migrate(contract(version, body)).root


def at(root: Node, *path: Step) -> Node:
    """Return the value at a path that exists."""
    node = root
    for step in path:
        assert isinstance(node, MapNode | SeqNode)
        node = node[step]  # type: ignore[index]  # the path fits the node
    return node


def ours(name: str, value: object) -> dict[str, object]:
    """Return a custom property as a migration makes it."""
    return {"property": name, "value": value, "vendor": "contract-steward"}
