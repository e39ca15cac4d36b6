"""Turns a valid contract of an older ODCS into the form of v3.2, keeping every place in the file.

The rules compare contracts in one form. A migration changes the form only: what has no slot in
v3.2 stands in the custom properties of the element that had it, with our vendor.
Source: the changelog of ODCS, v3.0.0 to v3.2.0, and its JSON Schemas.
"""

from __future__ import annotations

from bot.core.contract.forms import (
    MEMBER,
    PRICE,
    SERVICE_LEVEL,
    SUPPORT,
    custom_in_form,
    definitions_in_form,
    fitted,
    fitted_with_custom,
    is_definition,
    of_kind,
)
from bot.core.contract.node import Document, MapNode, Node, SeqNode
from bot.core.contract.old_quality import quality_in_form
from bot.core.contract.rewriting import (
    Entry,
    changed,
    each,
    entries,
    mapping,
    sequence,
    with_custom,
    without,
)
from bot.core.contract.servers import roles_in_form, server_in_form
from bot.core.contract.version_2 import as_version_3, is_version_2

FORM = "v3.2.0"
"""The version of ODCS that the typed model is made for."""

_DESCRIPTION_LISTS = {"authoritativeDefinitions": "definitions", "customProperties": "list"}
_BOUNDS = {"exclusiveMinimum": "minimum", "exclusiveMaximum": "maximum"}


def migrate(document: Document) -> Document:
    """Return a valid contract in the form of ODCS v3.2.0; its marks still point into its file.

    What is in that form already, and what is no ODCS contract, is returned as it is. The
    document that comes in is not changed, and may share values with the one that goes out.
    """
    root = document.root
    if in_newest_form(root):
        return document
    declared = str(root.get("apiVersion"))
    if is_version_2(root):
        root = _from_3_0(as_version_3(root))
    elif declared.startswith("v3.0."):
        root = _from_3_0(root)
    root = _with_element_in_service_levels(_with_team_object(root))
    return Document(document.file, document.text, _declared(root))


def in_newest_form(root: MapNode) -> bool:
    """Tell whether a document needs no migration: a contract of v3.2.0, or no contract."""
    if root.get("kind") == "DataProduct":
        return True
    return root.get("apiVersion") == FORM and not _has_deprecated_form(root)


def _has_deprecated_form(root: MapNode) -> bool:
    """Tell whether a contract uses what v3.2 still takes, and the next major version will not."""
    return "slaDefaultElement" in root or isinstance(root.get("team"), SeqNode)


def _declared(root: MapNode) -> MapNode:
    present = [entry for entry in entries(root) if entry.key == "apiVersion"]
    made = present or [Entry("apiVersion", FORM, root.mark, root.mark)]
    rest = (entry for entry in entries(root) if entry.key != "apiVersion")
    return mapping(root.mark, [made[0].holding(FORM), *rest])


def _with_team_object(root: MapNode) -> MapNode:
    """Return a contract whose team is a mapping: until v3.0 it was the list of its members."""

    def team(node: Node) -> Node:
        if not isinstance(node, SeqNode):
            return node
        return mapping(node.mark, [Entry("members", node, node.mark, node.mark)])

    return changed(root, {"team": team})


def _with_element_in_service_levels(root: MapNode) -> MapNode:
    """Return a contract in which each service level says what it is for, without a default."""
    default = next((entry for entry in entries(root) if entry.key == "slaDefaultElement"), None)
    if default is None:
        return root

    def told(level: MapNode) -> MapNode:
        if "element" in level:
            return level
        return mapping(level.mark, [*entries(level), default.named("element")])

    levels = root.get("slaProperties")
    if not isinstance(levels, SeqNode) or not levels:
        return with_custom(without(root, "slaDefaultElement"), (default,))
    return without(changed(root, {"slaProperties": lambda node: each(node, told)}), default.key)


def _from_3_0(root: MapNode) -> MapNode:
    shaped = changed(
        root,
        {
            "authoritativeDefinitions": _definitions,
            "customProperties": _custom,
            "description": lambda node: _described(node) if isinstance(node, MapNode) else node,
            "roles": roles_in_form,
            "schema": lambda node: each(node, _element),
            "servers": lambda node: each(node, server_in_form),
            "slaProperties": lambda node: each(
                node, lambda level: fitted_with_custom(level, SERVICE_LEVEL)
            ),
            "support": lambda node: each(node, lambda item: fitted_with_custom(item, SUPPORT)),
            "team": lambda node: each(node, _member),
        },
    )
    return _with_price(_with_definitions(root, shaped))


def _custom(node: Node) -> Node:
    return custom_in_form(node) if isinstance(node, SeqNode) else node


def _definitions(node: Node) -> Node:
    return definitions_in_form(node)[0] if isinstance(node, SeqNode) else node


def _with_definitions(before: MapNode, node: MapNode) -> MapNode:
    """Return a mapping that keeps what its links had too much, as custom properties."""
    definitions = before.get("authoritativeDefinitions")
    over = definitions_in_form(definitions)[1] if isinstance(definitions, SeqNode) else []
    return with_custom(node, over)


def _described(node: MapNode) -> MapNode:
    """Return a description: v3.0.0 said nothing about its links and its custom properties."""
    kept: list[Entry] = []
    leftovers: list[Entry] = []
    for entry in entries(node):
        shaped = _listed(entry) if entry.key in _DESCRIPTION_LISTS else entry
        fits = of_kind(shaped.value, _DESCRIPTION_LISTS.get(entry.key, "any"))
        (kept if fits else leftovers).append(shaped)
    known = mapping(node.mark, kept)
    changes = {"authoritativeDefinitions": _definitions, "customProperties": _custom}
    return with_custom(_with_definitions(known, changed(known, changes)), leftovers)


def _listed(entry: Entry) -> Entry:
    """Return one link as a list of one."""
    if not isinstance(entry.value, MapNode) or not is_definition(entry.value):
        return entry
    return entry.holding(sequence(entry.mark, [(entry.value, entry.mark)]))


def _member(node: MapNode) -> MapNode:
    """Return a member who has a username: v3.0 asked for none."""
    shaped = fitted_with_custom(node, MEMBER)
    if "username" in shaped:
        return shaped
    name = next((entry for entry in entries(shaped) if entry.key == "name"), None)
    known = name.named("username") if name else Entry("username", "", node.mark, node.mark)
    return mapping(shaped.mark, [known, *entries(shaped)])


def _with_price(root: MapNode) -> MapNode:
    price = root.get("price")
    if not isinstance(price, MapNode):
        return root
    shaped, over = fitted(price, PRICE)
    named = [entry.named(f"price.{entry.key}") for entry in over]
    return with_custom(changed(root, {"price": lambda _: shaped}), named)


def _element(node: MapNode) -> MapNode:
    """Return an object or a property, and all within it, in the form of v3.2."""
    shaped = changed(
        node,
        {
            "authoritativeDefinitions": _definitions,
            "customProperties": _custom,
            "items": lambda inner: _element(inner) if isinstance(inner, MapNode) else inner,
            "logicalTypeOptions": _options,
            "properties": lambda inner: each(inner, _element),
            "quality": quality_in_form,
        },
    )
    unbound = _unbound(node.get("logicalTypeOptions"))
    return with_custom(_with_definitions(node, shaped), unbound)


def _options(node: Node) -> Node:
    """Return options whose exclusive bounds are the bounds themselves, as since v3.1.

    In v3.0 `exclusiveMinimum` was true or false, and said how `minimum` is meant.
    """
    if not isinstance(node, MapNode):
        return node
    exclusive = {
        bound: key for key, bound in _BOUNDS.items() if node.get(key) is True and bound in node
    }
    kept = (
        entry.named(exclusive.get(entry.key, entry.key))
        for entry in entries(node)
        if not (entry.key in _BOUNDS and isinstance(entry.value, bool))
    )
    return mapping(node.mark, kept)


def _unbound(node: Node) -> list[Entry]:
    """Return the exclusive bounds that lack the bound they speak about: they meant nothing."""
    if not isinstance(node, MapNode):
        return []
    return [
        entry.named(f"logicalTypeOptions.{entry.key}")
        for entry in entries(node)
        if entry.value is True and entry.key in _BOUNDS and _BOUNDS[entry.key] not in node
    ]
