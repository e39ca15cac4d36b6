"""Finds what is wrong with an invalid document: jsonschema-rs says where, jsonschema says what.

jsonschema is slow to import: import this module only when there is something to explain.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from typing import Any

from jsonschema import Draft201909Validator, ValidationError
from jsonschema.validators import extend

from bot.adapters.odcs.shipped import Schema, matches, schema_named, validator
from bot.core.contract.node import MapNode, Node, SeqNode, Step
from bot.core.records import dataclass

MOST = 500
"""No more symptoms are looked for in one document: nobody mends more in one go."""


@dataclass(frozen=True, slots=True)
class Symptom:
    """One failed keyword of the schema at one place, and what the keyword asks for.

    Keywords are those of JSON Schema, with these readings: `additionalProperties` is a mapping
    that may have keys too many; `required` asks for one key; `pattern` for any of several;
    `oneOf` is a mapping whose form is none, or several, of those allowed; `other` is what only
    jsonschema-rs can tell, in its own words.
    """

    path: tuple[Step, ...]
    keyword: str
    wanted: Any
    node: Node


def symptoms(name: str, root: MapNode) -> tuple[Symptom, ...]:
    """Return what is wrong with a document that is not valid under a shipped schema; never empty.

    jsonschema walks only where jsonschema-rs found something, so that the cost follows the
    faults and not the document. Where it finds nothing, or gives up on nesting that no contract
    has, the errors of jsonschema-rs are returned as they are.
    """
    errors = list(islice(validator(name).iter_errors(root), MOST))
    try:
        walk = _walker(_suspects(root, errors), _overfull(root, errors), schema_named(name))
        found = tuple(islice(_flat(walk.iter_errors(root)), MOST))
    except RecursionError:
        found = ()
    return found or tuple(
        Symptom(tuple(error.instance_path), "other", error.message, None) for error in errors
    )


def _suspects(root: MapNode, errors: list[Any]) -> set[int]:
    """Return the identity of each container that jsonschema has to look into.

    These are the containers on the way to an error, and all below it: where a choice between
    forms failed, the cause lies deeper.
    """
    suspects = {id(root)}
    for error in errors:
        node: Any = root
        for step in error.instance_path:
            node = node[step]
            suspects.add(id(node))
        if error.kind.name in {"anyOf", "oneOf"}:
            suspects.update(_containers(node))
    return suspects


def _overfull(root: MapNode, errors: list[Any]) -> set[int]:
    """Return the identity of each mapping that holds keys which nothing in the schema allows."""
    found: set[int] = set()
    for error in errors:
        if error.kind.name == "unevaluatedProperties":
            node: Any = root
            for step in error.instance_path:
                node = node[step]
            found.add(id(node))
    return found


def _containers(node: Node) -> Iterator[int]:
    waiting = [node]
    seen: set[int] = set()
    while waiting:
        node = waiting.pop()
        if not isinstance(node, MapNode | SeqNode) or id(node) in seen:
            continue
        seen.add(id(node))
        yield id(node)
        waiting.extend(node.values() if isinstance(node, MapNode) else node)


def _walker(suspects: set[int], overfull: set[int], schema: Schema) -> Any:  # noqa: ANN401
    """Return a jsonschema validator of a schema that stays where the suspects are.

    Three more keywords are replaced. `pattern` asks jsonschema-rs, so that one engine decides
    and in linear time; `uniqueItems` is linear too; and so is `unevaluatedProperties`, which
    only repeats of which mappings jsonschema-rs has said that they are overfull.
    """

    def items(walker: Any, wanted: Any, node: Any, _schema: Any) -> Iterator[Any]:  # noqa: ANN401
        for index, item in enumerate(node if isinstance(node, list) else ()):
            if not isinstance(item, dict | list) or id(item) in suspects:
                yield from walker.descend(item, wanted, path=index)

    def unevaluated(_walker: Any, _not: Any, node: Any, _schema: Any) -> Iterator[Any]:  # noqa: ANN401
        if id(node) in overfull:
            yield ValidationError("unevaluatedProperties")

    keywords = {
        "items": items,
        "pattern": _pattern,
        "uniqueItems": _unique,
        "unevaluatedProperties": unevaluated,
    }
    return extend(Draft201909Validator, keywords)(schema)  # type: ignore[no-untyped-call]


def _pattern(_walker: Any, wanted: str, node: Any, _schema: Any) -> Iterator[Any]:  # noqa: ANN401
    if isinstance(node, str) and not matches(wanted, node):
        yield ValidationError("pattern")


def _unique(_walker: Any, _wanted: Any, node: Any, _schema: Any) -> Iterator[Any]:  # noqa: ANN401
    if isinstance(node, list) and len({identity(item) for item in node}) < len(node):
        yield ValidationError("uniqueItems")


def identity(item: object) -> str:
    """Return a text that is the same for equal JSON values; 1 and 1.0 are equal there."""
    if isinstance(item, float) and item.is_integer():
        item = int(item)
    return json.dumps(item, sort_keys=True, default=str)


def _flat(errors: Iterator[Any]) -> Iterator[Symptom]:
    for error in errors:
        yield from _symptoms(error)


def _symptoms(error: Any) -> Iterator[Symptom]:  # noqa: ANN401  # a jsonschema.ValidationError
    path = tuple(error.absolute_path)
    match error.validator:
        case "anyOf" | "oneOf":
            yield from _chosen(error, path)
        case "required":
            for key in error.validator_value:
                if key not in error.instance:
                    yield Symptom(path, "required", key, error.instance)
        case "unevaluatedProperties" | "additionalProperties":
            yield Symptom(path, "additionalProperties", None, error.instance)
        case "pattern":
            yield Symptom(path, "pattern", (error.validator_value,), error.instance)
        case "type":
            wanted = error.validator_value
            types = (wanted,) if isinstance(wanted, str) else tuple(wanted)
            yield Symptom(path, "type", types, error.instance)
        case _:
            yield Symptom(path, error.validator, error.validator_value, error.instance)


def _chosen(error: Any, path: tuple[Step, ...]) -> Iterator[Symptom]:  # noqa: ANN401  # as above
    """Yield what is wrong with the one form that was meant; else that none was recognised."""
    branches: dict[int, list[Symptom]] = {}
    for inner in error.context:
        branches.setdefault(inner.schema_path[0], []).extend(_symptoms(inner))
    shaped = [found for found in branches.values() if not _failed(found, path, "type")]
    meant = [found for found in shaped if not _failed(found, path, "required")]
    here = [[symptom for symptom in found if symptom.path == path] for found in shaped]
    if branches and not shaped:
        types = (kind for found in branches.values() for kind in _wanted(found, path, "type"))
        yield Symptom(path, "type", tuple(dict.fromkeys(types)), error.instance)
    elif here and all(_wanted(found, path, "pattern") for found in here):
        patterns = (text for found in here for text in _wanted(found, path, "pattern"))
        yield Symptom(path, "pattern", tuple(dict.fromkeys(patterns)), error.instance)
    elif len(shaped) == 1 or len(meant) == 1:
        yield from (meant or shaped)[0]
    else:
        yield Symptom(path, "oneOf", None, error.instance)


def _failed(found: list[Symptom], path: tuple[Step, ...], keyword: str) -> bool:
    return any(symptom.keyword == keyword and symptom.path == path for symptom in found)


def _wanted(found: list[Symptom], path: tuple[Step, ...], keyword: str) -> list[str]:
    """Return what the keyword asks for at the path itself, in each form."""
    return [
        text
        for symptom in found
        if symptom.keyword == keyword and symptom.path == path
        for text in symptom.wanted
    ]
