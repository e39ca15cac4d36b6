"""Answers what a standard allows at a place: keys, types, values, and under which condition.

Whether a document is valid is never decided here; that is the validators' office.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from bot.adapters.odcs.shipped import Schema, schema_named
from bot.core.contract.node import MapNode, Node, SeqNode, Step
from bot.core.records import dataclass

_TYPES = {
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "null": lambda value: value is None,
    "array": lambda value: isinstance(value, SeqNode),
    "object": lambda value: isinstance(value, MapNode),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "integer": lambda value: (
        (isinstance(value, int) and not isinstance(value, bool))
        or (isinstance(value, float) and value.is_integer())
    ),
}


@dataclass(frozen=True, slots=True)
class Condition:
    """What a key must hold for more keys to be allowed beside it; `value` None is any text."""

    key: str
    value: str | None
    present: bool
    """Whether the key must be there: an absent key meets any other condition."""

    def holds(self, node: MapNode) -> bool:
        """Tell whether a mapping meets the condition."""
        if self.key not in node:
            return not self.present
        if self.value is None:
            return isinstance(node[self.key], str)
        return node[self.key] == self.value


Conditions = tuple[Condition, ...]
"""Any of these; none at all is always met."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the schema that speaks about a place, if its conditions are met."""

    schema: Schema
    when: Conditions


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a document, and every part of the schema that speaks about it."""

    kind: str
    """The definition's name in the schema, else the nearest key above; "" for the root."""
    node: Node
    parts: tuple[Part, ...]
    keys: dict[str, tuple[Conditions, ...]]
    """Each key that may stand here, with the conditions of each part that allows it."""

    def unmet(self, key: str) -> tuple[Condition, ...]:
        """Return the conditions under which a key could stand here; empty where it may already."""
        ways = self.keys.get(key, ())
        if not isinstance(self.node, MapNode) or any(_met(way, self.node) for way in ways):
            return ()
        return tuple(condition for way in ways for condition in way)

    def unknown_keys(self) -> tuple[str, ...]:
        """Return the keys of the mapping here that the standard does not allow beside the rest."""
        if not isinstance(self.node, MapNode):
            return ()
        return tuple(key for key in self.node if key not in self.keys or self.unmet(key))

    def required_keys(self) -> frozenset[str]:
        """Return the keys that must stand here whatever the others are."""
        return frozenset(
            key for part in self.parts if not part.when for key in part.schema.get("required", ())
        )

    def types(self) -> tuple[str, ...]:
        """Return the types that a value may have here, as JSON Schema names them."""
        found: dict[str, None] = {}
        for part in self.parts:
            named = part.schema.get("type", ())
            found.update(dict.fromkeys([named] if isinstance(named, str) else named))
        return tuple(found)

    def values(self) -> tuple[str, ...]:
        """Return the closed list of values that may stand here; empty where it is open."""
        for part in self.parts:
            if "enum" in part.schema:
                return tuple(part.schema["enum"])
        return ()

    def accepts_type_of(self, value: Node) -> bool:
        """Tell whether a value has a type that may stand here."""
        return any(_TYPES[name](value) for name in self.types())


class Structure:
    """One version of a standard."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema

    def place(self, root: MapNode, path: Sequence[Step]) -> Place | None:
        """Return the place at a path of a document; None where the standard knows of none."""
        place = self._place([self._schema], root, "")
        for step in path:
            inner = place.node
            if isinstance(inner, MapNode | SeqNode) and not _leads(inner, step):
                return None
            schemas = list(_below(place, step))
            if not schemas:
                return None
            kind = place.kind if isinstance(step, int) else step
            place = self._place(schemas, inner[step], kind)  # type: ignore[index]
        return place

    def _place(self, schemas: list[Schema], node: Node, fallback: str) -> Place:
        parts = tuple(part for schema in schemas for part in self._parts(schema, node, ()))
        names = (_name_of(part.schema) for part in parts)
        return Place(next(filter(None, names), fallback), node, parts, _keys(parts))

    def _parts(self, schema: Schema, node: Node, when: Conditions) -> Iterator[Part]:
        yield Part(schema, when)
        if "$ref" in schema:
            yield from self._parts(self._resolved(schema["$ref"]), node, when)
        for part in schema.get("allOf", ()):
            yield from self._parts(part, node, when)
        for part in (*schema.get("anyOf", ()), *schema.get("oneOf", ())):
            if self.fits(part, node):
                yield from self._parts(part, node, when)
        if "then" in schema:
            yield from self._parts(schema["then"], node, when + _conditions(schema["if"]))

    def fits(self, schema: Schema, node: Node) -> bool:
        """Tell whether a value has a type that a part of the schema asks for, if it asks."""
        while "$ref" in schema:
            schema = self._resolved(schema["$ref"])
        named = schema.get("type")
        names = [named] if isinstance(named, str) else (named or ())
        return not names or any(_TYPES[name](node) for name in names)

    def _resolved(self, reference: str) -> Schema:
        schema: Schema = self._schema
        for step in reference.removeprefix("#/").split("/"):
            schema = schema[step]
        return schema


@cache
def structure(name: str) -> Structure:
    """Return the structure of a shipped schema, such as `odcs-3.2.0`."""
    return Structure(schema_named(name))


def _keys(parts: tuple[Part, ...]) -> dict[str, tuple[Conditions, ...]]:
    found: dict[str, tuple[Conditions, ...]] = {}
    for part in parts:
        for key in part.schema.get("properties", ()):
            found[key] = (*found.get(key, ()), part.when)
    return found


def _leads(node: MapNode | SeqNode, step: Step) -> bool:
    if isinstance(node, MapNode):
        return step in node
    return isinstance(step, int) and 0 <= step < len(node)


def _below(place: Place, step: Step) -> Iterator[Schema]:
    for part in place.parts:
        if isinstance(place.node, MapNode) and not _met(part.when, place.node):
            continue
        if isinstance(step, int):
            if isinstance(part.schema.get("items"), dict):
                yield part.schema["items"]
        elif step in part.schema.get("properties", ()):
            yield part.schema["properties"][step]


def _met(conditions: Conditions, node: MapNode) -> bool:
    return not conditions or any(condition.holds(node) for condition in conditions)


def _conditions(schema: Schema) -> Conditions:
    """Return what an `if` asks: in these schemas always one key, or any of several."""
    if "anyOf" in schema:
        return tuple(found for part in schema["anyOf"] for found in _conditions(part))
    return tuple(
        Condition(key, test.get("const"), key in schema.get("required", ()))
        for key, test in schema.get("properties", {}).items()
    )


def _name_of(schema: Schema) -> str:
    return str(schema.get("$ref", "")).rsplit("/", 1)[-1]
