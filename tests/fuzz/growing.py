"""Grows valid documents out of the schemas of the standard, as nobody would write them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from random import Random
from typing import Any

from bot.adapters.odcs.shipped import NEWEST, PRODUCT, Schema, schema_named, validator
from tests.fuzz.writing import Tree

_DEEPEST = 14
_WORDS = (
    *("orders", "customer", "email", "amount", "created_at", "id", "lines", "sku", "status"),
    *("total", "country", "note", "Orders", "e-mail", "a.b"),
)
_VOCABULARY: Mapping[str, tuple[object, ...]] = {
    "version": ("1.0.0", "1.2.3", "2.0.0-rc.1", "0.3.0"),
    "physicalType": ("varchar(20)", "bigint", "decimal(10,2)", "timestamp", "array<string>"),
    "pattern": ("[a-z]+", "\\d{4}", "^[A-Z]{2}-[0-9]+$", ".*"),
    "format": ("email", "uuid", "yyyy-MM-dd", "i64", "f64", "HH:mm"),
    "transformLogic": ("select amount as total from orders", "sum(amount)", "a + b"),
    "from": ("orders.id", "schema/orders/properties/id", "orders.customer.email"),
    "to": ("customer.id", "schema/customer/properties/id", "other.yaml#schema/a/properties/b"),
    "schedule": ("0 20 * * *", "@daily"),
    "host": ("db.example.org",),
    "location": ("sftp://example.org/x", "s3://bucket/x"),
    "url": ("https://example.org/x",),
    "property": ("deprecation", "latency", "retention", "compatibilityMode", "noticePeriod", "x"),
    "element": ("orders.amount", "orders", "orders.lines[].sku"),
    "unit": ("d", "h", "%", "rows"),
    "status": ("draft", "active", "deprecated", "retired"),
    "minimum": (0, 1, "2024-01-01", "10:00", -5.5),
    "maximum": (10, 1.5, "2024-12-31", "12:00"),
    "exclusiveMinimum": (0, "2024-01-01T00:00:00Z"),
    "exclusiveMaximum": (100, "2024-12-31T00:00:00Z"),
    "classification": ("public", "internal", "restricted"),
    "defaultTimezone": ("Etc/UTC", "Europe/Paris"),
    "contractCreatedTs": ("2024-01-01T00:00:00Z",),
    "dateIn": ("2024-01-01",),
    "dateOut": ("2025-01-01",),
    "id": ("orders-id", "a1", "b2", "c3", "d4"),
    "transformSourceObjects": (["orders.amount"], ["other.id"]),
    "required": (True, False, ["sku", "total"]),
}
_FAVOURED = frozenset(
    ("schema", "properties", "logicalTypeOptions", "items", "map", "enum", "quality", "arguments")
)
_PATTERNS = {"^sftp://.*": "sftp://example.org/x"}


def grown(seed: int, *, standard: str = NEWEST, plenty: float = 0.5) -> Tree:
    """Return a valid document. `plenty` is how likely an optional property of the root is there."""
    random = Random(seed)  # noqa: S311  # it makes tests, not secrets
    tree = _Grower(schema_named(standard), random, plenty).grow(schema_named(standard), "", 0)
    tree["apiVersion"] = f"v{standard.partition('-')[2]}"
    tree["kind"] = "DataProduct" if standard == PRODUCT else "DataContract"
    return pruned(tree, standard)


def pruned(tree: Tree, standard: str) -> Tree:
    """Return the tree without what is not valid under the standard."""
    for _ in range(200):
        error = next(iter(validator(standard).iter_errors(tree)), None)
        if error is None:
            return tree
        path = list(error.instance_path)
        if not path:
            raise AssertionError(error.message)
        owner = tree
        for step in path[:-1]:
            owner = owner[step]
        del owner[path[-1]]
    raise AssertionError("the schema asks for what was pruned")


@cache
def seeds() -> tuple[Tree, ...]:
    """Return grown documents of every standard, a few rich ones and many small; do not change."""
    rich = [grown(seed, plenty=0.9) for seed in range(3)]
    small = [grown(seed, plenty=0.25) for seed in range(100)]
    old = [
        grown(seed, standard=standard, plenty=0.4)
        for standard in ("odcs-2.2.2", "odcs-3.0.2", "odcs-3.1.0", PRODUCT)
        for seed in range(4)
    ]
    return (*rich, *small, *_others(rich + small), *old)


def _others(trees: list[Tree]) -> Iterator[Tree]:
    """Yield further documents, each with some property that none before it has."""
    known = {key for tree in trees for key in keys(tree)}
    for seed in range(100, 2_000):
        tree = grown(seed, plenty=0.25)
        if not known.issuperset(keys(tree)):
            known.update(keys(tree))
            yield tree


def keys(tree: Tree) -> Iterator[str]:
    """Yield each key in a tree."""
    for entry in tree.values() if isinstance(tree, dict) else tree:
        if isinstance(entry, dict | list):
            yield from keys(entry)
    if isinstance(tree, dict):
        yield from tree


class _Grower:
    def __init__(self, root: Schema, random: Random, plenty: float) -> None:
        self._root = root
        self._random = random
        self._plenty = plenty

    def grow(self, schema: Any, key: str, depth: int) -> Tree:  # noqa: ANN401  # JSON Schema
        """Return a value for the schema, which is most often valid."""
        schema = self._whole(schema)
        for word in ("oneOf", "anyOf"):
            if word in schema:
                schema = _merged(schema, self._whole(self._random.choice(schema[word])))
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return self._random.choice(schema["enum"])
        kinds = schema.get("type", "string")
        kind = self._random.choice(kinds) if isinstance(kinds, list) else kinds
        if kind == "object":
            return self._object(schema, depth)
        if kind == "array":
            return self._array(schema, key, depth)
        return self._scalar(schema, key, kind)

    def _object(self, schema: Schema, depth: int) -> Tree:
        tree: dict[str, Tree] = {}
        known = schema.get("properties", {})
        for name in sorted(_deciding(schema) & known.keys()):
            tree[name] = self.grow(known[name], name, depth + 1)
        schema = self._conditional(schema, tree)
        needed = set(schema.get("required", ()))
        barred = set(schema.get("not", {}).get("required", ()))
        for name, inner in schema.get("properties", {}).items():
            if name in needed or (
                depth < _DEEPEST and name not in barred and self._takes(name, depth)
            ):
                tree.setdefault(name, self.grow(inner, name, depth + 1))
        return tree

    def _takes(self, key: str, depth: int) -> bool:
        chance = 0.7 if key in _FAVOURED else self._plenty
        return self._random.random() < chance * 0.85 ** (depth // 2)

    def _conditional(self, schema: Schema, tree: Tree) -> Schema:
        """Return the schema with what its conditions add for the tree as it is."""
        for part in schema.get("allOf", ()):
            if "if" in part and _holds(part["if"], tree):
                schema = _merged(schema, self._whole(part["then"]))
        return schema

    def _array(self, schema: Schema, key: str, depth: int) -> Tree:
        if key in _VOCABULARY and isinstance(_VOCABULARY[key][0], list):
            return list(self._random.choice(_VOCABULARY[key]))  # type: ignore[call-overload]
        least = schema.get("minItems", 0)
        most = min(schema.get("maxItems", 3), 1 if depth > _DEEPEST // 2 else 3)
        number = max(least, self._random.randint(0 if depth > 8 else 1, most))
        return [self.grow(schema.get("items", {}), key, depth + 1) for _ in range(number)]

    def _scalar(self, schema: Schema, key: str, kind: str) -> Tree:
        fitting: dict[str, type | tuple[type, ...]] = {
            "string": str,
            "integer": int,
            "number": (int, float),
            "boolean": bool,
        }
        known = [
            word for word in _VOCABULARY.get(key, ()) if isinstance(word, fitting.get(kind, str))
        ]
        if known:
            return self._random.choice(known)
        match kind:
            case "boolean":
                return self._random.random() < 0.5
            case "integer" | "number":
                return self._random.choice([1, 2, 3, 10, 100])
            case "null":
                return None
            case _:
                return _PATTERNS.get(schema.get("pattern", ""), self._random.choice(_WORDS))

    def _whole(self, schema: Any) -> Schema:  # noqa: ANN401  # JSON Schema
        """Return the schema with its references, and those in `allOf`, put in place."""
        whole: Schema = {} if isinstance(schema, bool) else dict(schema)
        while "$ref" in whole:
            target: Any = self._root
            for step in whole.pop("$ref").removeprefix("#/").split("/"):
                target = target[step]
            whole = _merged(target, whole)
        for part in whole.get("allOf", ()):
            if "if" not in part:
                whole = _merged(whole, self._whole(part))
                whole["allOf"] = [other for other in whole["allOf"] if other is not part]
        if not whole.get("allOf"):
            whole.pop("allOf", None)
        for word in ("oneOf", "anyOf"):
            if word in whole and whole.get("type") == "object":
                whole = _merged(whole, self._whole(self._random.choice(whole.pop(word))))
        return whole


def _merged(one: Schema, other: Schema) -> Schema:
    merged = {**one, **other}
    for key in ("required", "allOf"):
        if key in one or key in other:
            merged[key] = [*one.get(key, ()), *other.get(key, ())]
    if "properties" in one or "properties" in other:
        merged["properties"] = {**one.get("properties", {}), **other.get("properties", {})}
    return merged


def _deciding(schema: Schema) -> set[str]:
    """Return the keys on which the conditions of a schema turn."""
    found: set[str] = set()
    for part in schema.get("allOf", ()):
        for condition in (part.get("if", {}), *part.get("if", {}).get("anyOf", ())):
            found |= condition.get("properties", {}).keys() & {"type", "logicalType"}
    return found


def _holds(condition: Schema, tree: Tree) -> bool:
    import jsonschema_rs  # noqa: PLC0415  # one of the heavy libraries

    return jsonschema_rs.is_valid(condition, tree)
