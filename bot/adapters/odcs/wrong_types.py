"""Explains values that have not the type that their key asks for."""

from __future__ import annotations

import re

from bot.adapters.odcs.case import Case, Path
from bot.adapters.odcs.symptoms import Symptom
from bot.adapters.odcs.wording import shown, spelled, type_names
from bot.core.contract.node import MapNode, Node, SeqNode
from bot.core.errors import ErrorCode, Fault

_NUMBER = re.compile(r"[-+]?\d[\d_]*(\.\d+)?([eE][-+]?\d+)?", re.ASCII)
_TRUE = frozenset(("true", "yes", "on", "y", "1"))
_FALSE = frozenset(("false", "no", "off", "n", "0"))
_WORDS = _TRUE | _FALSE | {"null"}
_PLAIN = re.compile(r"[A-Za-z][\w-]{,50}", re.ASCII)
_FIRST_VALUE = re.compile(r"^(- \{?\w+: )[^,}]+")
_BOUNDS = {"exclusiveMinimum": "minimum", "exclusiveMaximum": "maximum"}
_LIST_ENTRIES = {
    "schema": "- name: orders",
    "properties": "- name: order_id",
    "servers": "- server: production",
    "slaProperties": "- property: latency",
    "customProperties": "- {property: …, value: …}",
    "roles": "- role: analyst",
    "support": "- channel: help",
    "team": "- username: ada",
    "members": "- username: ada",
    "enum": "- value: pending",
}
_MAPPINGS = {
    "description": "description: {purpose: …}",
    "team": "team: {name: …, members: [{username: …, role: Owner}]}",
    "price": "price: {priceAmount: 9.95, priceCurrency: EUR}",
    "enum": "- value: …",
}


def wrong_type(case: Case, symptom: Symptom) -> Fault:
    """Return the fault of a value that has not the type that its key asks for."""
    path, node, wanted = symptom.path, symptom.node, symptom.wanted
    if node is None:
        statement = "is empty"
        hint = f"remove the key, or give it {type_names(wanted)}"
    else:
        statement = f"{_said(case, path, node)}; {type_names(wanted)} is wanted"
        hint = (
            _since(case, path, node, wanted)
            or _hint_for_entry(path, node, wanted)
            or _type_hint(case, path, node, wanted)
        )
    if path and isinstance(path[-1], int):
        hint = hint.replace("remove the key", "remove the entry")
    # a block begins on the line after its key, and it is the key that people look for
    at_key = isinstance(node, MapNode | SeqNode) and bool(path) and isinstance(path[-1], str)
    return case.fault(ErrorCode.WRONG_TYPE, path, statement, hint, key=at_key)


def _said(case: Case, path: Path, node: Node) -> str:
    match node:
        case str():
            return f"{spelled(node)} is text"
        case bool():
            return f"{case.written(path)} is a true-or-false value"
        case int() | float():
            return f"{case.written(path)} is a number"
        case _:
            return f"{spelled(node)} stands here"


def _type_hint(case: Case, path: Path, node: Node, wanted: tuple[str, ...]) -> str:
    key = str(path[-1]) if path else ""
    match node:
        case str():
            return _hint_for_text(key, node, wanted)
        case MapNode():
            return _hint_for_mapping(key, node, wanted)
        case SeqNode():
            example = f": `{_MAPPINGS.get(key, key + ': {…}')}`" if "object" in wanted else ""
            return f"write {type_names(wanted)}, not a list{example}"
        case bool() if key in _BOUNDS:
            return _hint_for_bound(case, path, on=node)
        case _ if "string" in wanted:
            return f'put it in quotes: `"{case.written(path)}"`'
        case _:
            return f"write {type_names(wanted)}"


def _since(case: Case, path: Path, node: Node, wanted: tuple[str, ...]) -> str | None:
    """Return the hint that a later version takes the value as it is, where one does."""
    key = str(path[-1]) if path else ""
    for version, place in case.later(path):
        if place.accepts_type_of(node) and not place.values():
            other = f"write {type_names(wanted)}"
            if key in _BOUNDS:
                other = f"write `{_BOUNDS[key]}: {spelled(node)}` with `{key}: true`"
            return (
                f"{_form(node)} here came with {version}; this file declares"
                f" {case.standard.declared}: raise `apiVersion`, or {other}"
            )
    return None


def _form(node: Node) -> str:
    match node:
        case str():
            return "text"
        case bool():
            return "true or false"
        case int() | float():
            return "a number"
        case _:
            return spelled(node)


def _hint_for_bound(case: Case, path: Path, *, on: bool) -> str:
    """Return the hint for a bound that is true or false, as before v3.1.0."""
    key = str(path[-1])
    options = case.node(path[:-1])
    bound = options.get(_BOUNDS[key]) if isinstance(options, MapNode) else None
    if not on:
        return "take it out; since v3.1.0 the bound itself stands here"
    return (
        f"since v3.1.0 the bound itself stands here: write `{key}: "
        f"{'…' if bound is None else spelled(bound)}` instead of `{_BOUNDS[key]}`"
    )


def _hint_for_text(key: str, node: str, wanted: tuple[str, ...]) -> str:
    if "number" in wanted or "integer" in wanted:
        return _hint_for_number(node, wanted)
    if "boolean" in wanted:
        word = node.strip().lower()
        known = "true" if word in _TRUE else "false" if word in _FALSE else None
        return f"write `{known}`, without quotes" if known else "write `true` or `false`"
    if "array" in wanted:
        return f"write a list: `{_LIST_ENTRIES.get(key) or f'[{shown(node, 30)}]'}`"
    if "object" in wanted:
        return f"write a mapping: `{_MAPPINGS.get(key, key + ': {…}')}`"
    return f"write {type_names(wanted)}"


def _hint_for_entry(path: Path, node: Node, wanted: tuple[str, ...]) -> str | None:
    """Return the hint for a single value in a list whose entries are mappings; else None."""
    in_list = bool(path) and isinstance(path[-1], int) and "object" in wanted
    if not in_list or isinstance(node, MapNode | SeqNode):
        return None
    key = str(path[-2])
    if key not in _LIST_ENTRIES:
        return "write a mapping"
    plain = isinstance(node, str) and _PLAIN.fullmatch(node) and node.lower() not in _WORDS
    value = str(node) if plain else spelled(node)
    return f"write `{_FIRST_VALUE.sub(lambda found: found[1] + value, _LIST_ENTRIES[key])}`"


def _hint_for_number(node: str, wanted: tuple[str, ...]) -> str:
    if not _NUMBER.fullmatch(node) or ("number" not in wanted and not node.isdigit()):
        return f"write {type_names(wanted)}, without quotes"
    number = shown(node.replace("_", ""))
    return f"write the number {number} without quotes" + (" or `_`" if "_" in node else "")


def _hint_for_mapping(key: str, node: MapNode, wanted: tuple[str, ...]) -> str:
    if "array" not in wanted:
        return f"write {type_names(wanted)}, not a mapping"
    first = shown(next(iter(node), "…"), 40)
    if key == "customProperties" and "property" not in node:
        return f"write a list: `- {{property: {first}, value: …}}`"
    entry = _LIST_ENTRIES.get(key)
    if entry and node and all(isinstance(inner, MapNode) for inner in node.values()):
        named = entry.split(":")[0]
        return f"write a list whose entries begin with their name: `{named}: {first}`"
    return "write a list: put `- ` before the first key and indent the others under it"
