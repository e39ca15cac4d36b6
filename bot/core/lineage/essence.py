"""The part of a document that lineage needs: a tenth of it, with the places that are told.

Built anew from it, a contract or data product says the same about lineage as the whole one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot.core.contract.build import build_contract, build_product
from bot.core.contract.model import Contract, DataProduct
from bot.core.contract.node import Document, MapNode, Node, SeqNode
from bot.core.lineage.logic import from_sql, written
from bot.core.rule import dialect

_ROOT = (
    "apiVersion",
    "kind",
    "id",
    "name",
    "version",
    "status",
    "domain",
    "dataProduct",
    "team",
    "customProperties",
    "inputPorts",
    "outputPorts",
)
_SERVER = ("server", "type", "schema", "database", "catalog", "dataset", "project")
_SILENT = ("id", "name", "physicalName", "deprecated", "tags")
"""Keys of an element whose places nobody is told."""
_TOLD = ("relationships", "transformSourceObjects")
_CUSTOM = frozenset(("lineage", "deprecation", "deprecated"))


def essence(node: MapNode) -> MapNode:
    """Return what is left of the root of a document in the newest form; it shares values with it.

    SQL is replaced by what it reads: see `bot.core.lineage.logic`.
    """
    root = _kept(node, _ROOT)
    if node.get("kind") != "DataProduct":
        _put(root, node, "servers", _each(node, "servers", lambda one: _kept(one, _SERVER)))
        spoken = dialect(build_contract(Document("", "", root), ""))
        _put(root, node, "schema", _each(node, "schema", lambda one: _element(one, spoken)))
    return root


def rebuilt(root: MapNode, file: str, declared: str) -> Contract | DataProduct:
    """Return the contract or data product that an essence is of."""
    document = Document(file, "", root)
    if root.get("kind") == "DataProduct":
        return build_product(document)
    return build_contract(document, declared)


def _kept(node: MapNode, keys: tuple[str, ...]) -> MapNode:
    kept = MapNode(node.mark)
    for key in keys:
        _put(kept, node, key, node.get(key))
    return kept


def _put(kept: MapNode, node: MapNode, key: str, value: Node) -> None:
    if value is not None:
        kept[key] = value
        if key in node.marks:
            kept.marks[key] = node.marks[key]


def _element(node: MapNode, spoken: str | None) -> MapNode:
    """Return what is left of an object or field: names, references, and what lies in it."""
    kept = MapNode(node.mark)
    for key in _SILENT:
        value = node.get(key)
        if value is not None and (key != "tags" or "deprecated" in _items(value)):
            kept[key] = value
    for key in _TOLD:
        if key in node:
            _put(kept, node, key, node[key])
    custom = _custom(node)
    if custom:
        _put(kept, node, "customProperties", custom)
    logic = node.get("transformLogic")
    if isinstance(logic, str) and logic and not _declares(kept):
        _put(kept, node, "transformLogic", written(from_sql(logic, spoken)))
    for key, value in _inside(node, spoken):
        kept[key] = value
    return kept


def _inside(node: MapNode, spoken: str | None) -> Iterator[tuple[str, Node]]:
    properties = _each(node, "properties", lambda one: _element(one, spoken))
    if properties is not None:
        yield "properties", properties
    items, inner = node.get("items"), node.get("map")
    if isinstance(items, MapNode):
        yield "items", _element(items, spoken)
    if isinstance(inner, MapNode):
        kept = MapNode(inner.mark)
        for key in ("key", "value"):
            value = inner.get(key)
            if isinstance(value, MapNode):
                kept[key] = _element(value, spoken)
        yield "map", kept


def _custom(node: MapNode) -> SeqNode | None:
    custom = node.get("customProperties")
    if not isinstance(custom, SeqNode):
        return None
    kept = SeqNode(custom.mark)
    for index, entry in enumerate(custom):
        name = entry.get("property") if isinstance(entry, MapNode) else None
        if isinstance(name, str) and name in _CUSTOM:
            kept.add(entry, custom.marks[index] if index < len(custom.marks) else custom.mark)
    return kept or None


def _declares(kept: MapNode) -> bool:
    """Tell whether an element names its sources, so that nobody will ask for its SQL."""
    sources = _items(kept.get("transformSourceObjects"))
    return any(isinstance(text, str) and text.strip() for text in sources)


def _items(value: Node) -> SeqNode | tuple[Node, ...]:
    return value if isinstance(value, SeqNode) else (value,)


def _each(node: MapNode, key: str, keep: Callable[[MapNode], MapNode]) -> SeqNode | None:
    value = node.get(key)
    if not isinstance(value, SeqNode):
        return None
    kept = SeqNode(value.mark)
    for item in value:
        if isinstance(item, MapNode):
            kept.append(keep(item))
    return kept
