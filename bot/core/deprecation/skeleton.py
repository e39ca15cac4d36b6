"""The part of a document that clocks need, taken even from one that its standard would refuse."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot.core.contract.build import build_contract
from bot.core.contract.model import Contract
from bot.core.contract.node import Document, MapNode, Node, SeqNode

_ROOT = ("id", "name", "version", "status", "domain")
_NAMED = ("id", "name", "physicalName")
_LEVEL = ("property", "value")
_LINK = ("type", "url")
_INNER = ("key", "value")
_LISTS = ("schema", "slaProperties", "authoritativeDefinitions", "customProperties")


def skeleton(root: MapNode, file: str, identity: str) -> Contract:
    """Return a contract of the form v3 with its head, its names and its deprecations alone.

    Whatever has not the type that the standard gives it is left out; this never fails.
    """
    kept = _texts(root, _ROOT)
    kept["id"] = identity
    shapes: dict[str, Callable[[MapNode], MapNode]] = {
        "schema": _element,
        "slaProperties": lambda node: _scalars(node, _LEVEL),
        "authoritativeDefinitions": lambda node: _texts(node, _LINK),
        "customProperties": _custom,
    }
    for key in _LISTS:
        _put_list(kept, root, key, shapes[key])
    return build_contract(Document(file, "", kept), "")


def _element(node: MapNode) -> MapNode:
    kept = _texts(node, _NAMED)
    _flagged(kept, node)
    _put_list(kept, node, "properties", _element)
    _put_list(kept, node, "enum", _value)
    items, inner = node.get("items"), node.get("map")
    if isinstance(items, MapNode):
        kept["items"] = _element(items)
    if isinstance(inner, MapNode):
        pair = MapNode(inner.mark)
        for key in _INNER:
            part = inner.get(key)
            if isinstance(part, MapNode):
                pair[key] = _element(part)
        kept["map"] = pair
    return kept


def _value(node: MapNode) -> MapNode:
    kept = _texts(node, ("id",))
    kept.update(_scalars(node, ("value",)))
    _flagged(kept, node)
    return kept


def _flagged(kept: MapNode, node: MapNode) -> None:
    if node.get("deprecated") is True:
        kept["deprecated"] = True
    tags = SeqNode()
    tags.extend(tag for tag in _items(node.get("tags")) if isinstance(tag, str))
    if tags:
        kept["tags"] = tags
    _put_list(kept, node, "customProperties", _custom)


def _custom(node: MapNode) -> MapNode:
    """Return a custom property whose value is a scalar, or a mapping of texts."""
    kept = _texts(node, ("property",))
    value = node.get("value")
    if isinstance(value, MapNode):
        kept["value"] = _texts(value, tuple(value))
    elif not isinstance(value, SeqNode):
        kept["value"] = value
    return kept


def _texts(node: MapNode, keys: tuple[str, ...]) -> MapNode:
    return _those(node, keys, lambda value: isinstance(value, str))


def _scalars(node: MapNode, keys: tuple[str, ...]) -> MapNode:
    return _those(node, keys, lambda value: not isinstance(value, MapNode | SeqNode))


def _those(node: MapNode, keys: tuple[str, ...], fits: Callable[[Node], bool]) -> MapNode:
    kept = MapNode(node.mark)
    for key in keys:
        if key in node and fits(node[key]):
            kept[key] = node[key]
            if key in node.marks:
                kept.marks[key] = node.marks[key]
    return kept


def _put_list(kept: MapNode, node: MapNode, key: str, shape: Callable[[MapNode], MapNode]) -> None:
    found = SeqNode()
    found.extend(shape(item) for item in _items(node.get(key)) if isinstance(item, MapNode))
    if found:
        kept[key] = found


def _items(value: Node) -> Iterator[Node]:
    yield from value if isinstance(value, SeqNode) else ()
