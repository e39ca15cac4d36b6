"""How places, values and types of a document are called in messages: one line, bounded."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from bot.core.contract.model import step
from bot.core.contract.node import MapNode, Node, SeqNode, Step
from bot.core.errors import ErrorCode, Fault, Location
from bot.core.text import excerpt, shortened, visible

_LONGEST_TEXT = 60
_LONGEST_PATH = 200
_NAMING_KEYS = (
    "name",
    "server",
    "username",
    "role",
    "channel",
    "property",
    "table",
    "column",
    "id",
)
"""The key by which people know an item of a list, most telling first."""

_TYPE_NAMES = {
    "string": "text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "`true` or `false`",
    "array": "a list",
    "object": "a mapping",
    "null": "nothing",
}
_KINDS = {
    "SchemaObject": "a schema object",
    "Dataset": "a table of `dataset`",
    "SchemaProperty": "a property",
    "SchemaItemProperty": "a property",
    "SchemaBaseProperty": "a property",
    "SchemaElement": "a schema object or a property",
    "Column": "a column",
    "Server": "a server",
    "DataQuality": "a quality rule",
    "ServiceLevelAgreementProperty": "an entry of `slaProperties`",
    "Team": "the team",
    "TeamMember": "a team member",
    "Stakeholder": "a stakeholder",
    "Role": "a role",
    "SupportItem": "a support channel",
    "Support": "a support channel",
    "Pricing": "the price",
    "CustomProperty": "a custom property",
    "AuthoritativeDefinition": "an authoritative definition",
    "authoritativeDefinitions": "an authoritative definition",
    "AuthoritativeDefinitions": "an authoritative definition",
    "logicalTypeOptions": "`logicalTypeOptions`",
    "map": "`map`",
    "EnumValue": "an enum value",
    "Synonym": "a synonym",
    "Context": "the context",
    "verifiedStatements": "a verified statement",
    "constraints": "a constraint",
    "RelationshipSchemaLevel": "a relationship",
    "RelationshipPropertyLevel": "a relationship of a property",
    "InputPort": "an input port",
    "OutputPort": "an output port",
    "ManagementPort": "a management port",
    "InputContract": "an input contract",
    "SBOM": "an SBOM",
    "Description": "the description",
}


def shown(text: str, longest: int = _LONGEST_TEXT) -> str:
    """Return a text from a document for use in a message: short, one line, nothing invisible."""
    return visible(shortened(text, longest)).replace("`", "\\x60")


def fault_at(
    where: Location, lines: Sequence[str], code: ErrorCode, message: str, hint: str
) -> Fault:
    """Return a fault at a place, with the line that it points into."""
    line = lines[where.line - 1] if 0 < where.line <= len(lines) else ""
    part, caret = excerpt(line, where.column)
    return Fault(code, message, hint, where, part, caret if caret != where.column else 0)


def by_place(fault: Fault) -> tuple[Location, str, str]:
    """Return what faults are sorted by: their place, then their code."""
    return fault.where or Location(""), fault.code, fault.message


def spelled(value: Node) -> str:
    """Return a value as YAML would write it: text in quotes, a collection by its kind."""
    match value:
        case None:
            return "nothing"
        case MapNode():
            return "a mapping"
        case SeqNode():
            return "a list"
        case str():
            return f'"{shown(value)}"'
        case _:
            return shown(json.dumps(value))


def dotted(root: MapNode, path: Sequence[Step]) -> str:
    """Return a path in words people use: items by name, `schema.orders.properties.order_id`."""
    words: list[str] = []
    node: Node = root
    for key in path:
        inner: Node = None
        if (isinstance(node, MapNode) and key in node) or (
            isinstance(node, SeqNode) and isinstance(key, int) and key < len(node)
        ):
            inner = node[key]  # type: ignore[index]  # the kind of step fits
        words.append(f".{_word(key)}" if isinstance(key, str) else _item(inner, key))
        node = inner
    whole = "".join(words).removeprefix(".")
    return whole if len(whole) <= _LONGEST_PATH else whole[:90] + "…" + whole[-100:]


def _item(node: Node, index: int) -> str:
    if isinstance(node, MapNode):
        for key in _NAMING_KEYS:
            name = node.get(key)
            if isinstance(name, str) and name.strip():
                return f".{_word(name)}"
    return f"[{index}]"


def _word(name: str) -> str:
    return shown(step(name))


def type_names(types: Iterable[str]) -> str:
    """Return types of JSON Schema in words: `text, a number or nothing`."""
    kept = dict.fromkeys(types)
    if kept.keys() >= {"string", "number", "boolean"} and not kept.keys() & {"array", "object"}:
        return "a single value"
    if "number" in kept:
        kept.pop("integer", None)
    return listed([_TYPE_NAMES[name] for name in kept], quote=False)


def listed(words: Sequence[str], *, quote: bool = True, most: int = 12) -> str:
    """Return words as a list in prose, `a, b or c`, cut where it would be long."""
    told = [f"`{shown(word)}`" if quote else word for word in words[:most]]
    if len(words) > most:
        return ", ".join(told) + f" and {len(words) - most} more"
    return " or ".join(filter(None, (", ".join(told[:-1]), told[-1]))) if told else "nothing"


def thing(kind: str, fallback: str) -> str:
    """Return what a place is, with its article: `a quality rule`."""
    return _KINDS.get(kind) or (f"`{shown(kind)}`" if kind else fallback)
