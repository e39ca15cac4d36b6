"""The closed mappings of ODCS 3.2.0: which keys each may have, and of what kind.

Until v3.0 most of them took any key. What has no place here goes to the custom properties, so
that a migrated contract is valid and nothing that its author wrote is lost.
Source: ODCS v3.2.0 JSON Schema, `$defs`; a test holds this module to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bot.core.contract.node import MapNode, Node, SeqNode
from bot.core.contract.rewriting import Entry, entries, mapping, sequence, with_custom

Form = dict[str, str]

_DENIED_IN_IDS = frozenset(".#/\\@!%&^")
UNNAMED = "unnamed"
"""The name of a custom property whose author gave none."""

CUSTOM_PROPERTY: Form = {
    "id": "id",
    "property": "text",
    "value": "any",
    "description": "text",
    "vendor": "text",
}
DEFINITION: Form = {"id": "id", "url": "text", "type": "text", "description": "text"}
ROLE: Form = {
    "id": "id",
    "role": "text",
    "description": "text",
    "access": "text",
    "firstLevelApprovers": "text",
    "secondLevelApprovers": "text",
    "customProperties": "list",
}
SUPPORT: Form = {
    "id": "id",
    "channel": "text",
    "url": "text",
    "description": "text",
    "tool": "text",
    "scope": "text",
    "invitationUrl": "text",
    "customProperties": "list",
}
PRICE: Form = {"id": "id", "priceAmount": "number", "priceCurrency": "text", "priceUnit": "text"}
MEMBER: Form = {
    "id": "id",
    "username": "text",
    "name": "text",
    "description": "text",
    "role": "text",
    "dateIn": "text",
    "dateOut": "text",
    "replacedByUsername": "text",
    "tags": "texts",
    "customProperties": "list",
    "authoritativeDefinitions": "definitions",
}
SERVICE_LEVEL: Form = {
    "id": "id",
    "property": "text",
    "value": "scalar",
    "valueExt": "scalar",
    "unit": "text",
    "element": "text",
    "driver": "text",
    "description": "text",
    "scheduler": "text",
    "schedule": "text",
    "customProperties": "list",
    "authoritativeDefinitions": "definitions",
}
QUALITY: Form = {
    "id": "id",
    "authoritativeDefinitions": "definitions",
    "businessImpact": "text",
    "customProperties": "list",
    "description": "text",
    "dimension": "dimension",
    "method": "text",
    "name": "text",
    "schedule": "text",
    "scheduler": "text",
    "severity": "text",
    "tags": "texts",
    "type": "text",
    "unit": "text",
}
"""What every quality rule may have; each type of rule has more."""

_DIMENSIONS = frozenset(
    (
        "accuracy",
        "completeness",
        "conformity",
        "consistency",
        "coverage",
        "timeliness",
        "uniqueness",
    )
)


def of_kind(value: Node, kind: str) -> bool:
    """Tell whether a value is of a kind named in a form."""
    return _KINDS[kind](value)


def is_stable_id(value: Node) -> bool:
    """Tell whether a value may be an `id`: `$defs/StableId` of the schema."""
    return (
        isinstance(value, str)
        and bool(value)
        and not any(mark.isspace() or mark in _DENIED_IN_IDS for mark in value)
    )


def is_definition(value: Node) -> bool:
    """Tell whether a value is a link as v3.2 knows it, or one with keys too many."""
    return (
        isinstance(value, MapNode)
        and {"url", "type"} <= set(value)
        and all(key not in DEFINITION or of_kind(value[key], DEFINITION[key]) for key in value)
    )


def _is_list_of(value: Node, fits: Callable[[Node], bool]) -> bool:
    return isinstance(value, SeqNode) and all(fits(item) for item in value)


_KINDS: dict[str, Callable[[Node], bool]] = {
    "any": lambda _: True,
    "definitions": lambda value: _is_list_of(value, is_definition),
    "dimension": lambda value: isinstance(value, str) and value in _DIMENSIONS,
    "flag": lambda value: isinstance(value, bool),
    "id": is_stable_id,
    "list": lambda value: isinstance(value, SeqNode),
    "mappings": lambda value: _is_list_of(value, lambda item: isinstance(item, MapNode)),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "port": lambda value: isinstance(value, str | int) and not isinstance(value, bool),
    "scalar": lambda value: not isinstance(value, MapNode | SeqNode),
    "text": lambda value: isinstance(value, str),
    "texts": lambda value: _is_list_of(value, lambda item: isinstance(item, str)),
}


def fitted(node: MapNode, form: Form) -> tuple[MapNode, tuple[Entry, ...]]:
    """Return a mapping as a form allows it, and what has no place in it.

    Its lists of definitions and of custom properties are put in form as well.
    """
    kept: list[Entry] = []
    leftovers: list[Entry] = []
    for entry in entries(node):
        fits = entry.key in form and of_kind(entry.value, form[entry.key])
        (kept if fits else leftovers).append(entry)
    shaped = [_in_form(entry, leftovers) for entry in kept]
    return mapping(node.mark, shaped), tuple(leftovers)


def fitted_with_custom(node: MapNode, form: Form) -> MapNode:
    """Return a mapping as a form allows it, the rest among its custom properties."""
    return with_custom(*fitted(node, form))


def _in_form(entry: Entry, leftovers: list[Entry]) -> Entry:
    if entry.key == "authoritativeDefinitions" and isinstance(entry.value, SeqNode):
        definitions, rest = definitions_in_form(entry.value)
        leftovers.extend(rest)
        return entry.holding(definitions)
    if entry.key == "customProperties" and isinstance(entry.value, SeqNode):
        return entry.holding(custom_in_form(entry.value))
    return entry


def definitions_in_form(node: SeqNode) -> tuple[SeqNode, list[Entry]]:
    """Return links without the keys that they may not have, and these keys with their values."""
    rest: list[Entry] = []
    shaped: list[tuple[Node, tuple[int, int]]] = []
    for index, value in enumerate(node):
        if isinstance(value, MapNode):
            value, over = fitted(value, DEFINITION)  # noqa: PLW2901  # the same link, in form
            rest += [e.named(f"authoritativeDefinitions.{index}.{e.key}") for e in over]
        shaped.append((value, node.marks[index]))
    return sequence(node.mark, shaped), rest


def custom_in_form(node: SeqNode) -> SeqNode:
    """Return custom properties that each have a name and a value, and nothing unknown.

    A key too many becomes a property of its own, `name.key`.
    """
    shaped: list[tuple[Node, tuple[int, int]]] = []
    for index, value in enumerate(node):
        shaped += [(made, node.marks[index]) for made in _properties(value, node.marks[index])]
    return sequence(node.mark, shaped)


def _properties(value: Node, mark: tuple[int, int]) -> Iterable[MapNode]:
    if not isinstance(value, MapNode):
        yield _property(UNNAMED, Entry("value", value, mark, mark))
        return
    shaped, over = fitted(value, CUSTOM_PROPERTY)
    name = shaped.get("property", UNNAMED)
    defaults = [
        Entry(key, default, value.mark, value.mark)
        for key, default in (("property", UNNAMED), ("value", None))
        if key not in shaped
    ]
    yield mapping(value.mark, [*entries(shaped), *defaults]) if defaults else shaped
    for entry in over:
        yield _property(f"{name}.{entry.key}", entry)


def _property(name: str, entry: Entry) -> MapNode:
    named = Entry("property", name, entry.key_mark, entry.key_mark)
    return mapping(entry.key_mark, [named, entry.named("value")])
