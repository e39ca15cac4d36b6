"""Everything in the standard is compared, or listed as carried with the reason."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest

import bot.adapters.odcs
from bot.core.contract.build import build_contract
from bot.core.contract.model import (
    AuthoritativeDefinition,
    Context,
    Contract,
    CustomProperty,
    Description,
    EnumValue,
    Field,
    Options,
    Price,
    QualityRule,
    Relationship,
    Role,
    SchemaObject,
    Server,
    ServiceLevel,
    Statement,
    SupportChannel,
    Synonym,
    Team,
    TeamMember,
)
from bot.core.contract.node import Document, MapNode, SeqNode
from bot.core.contract.servers import CONNECTIONS
from bot.core.diff.attributes import ATTRIBUTES, CARRIED, COMPARED_WITHIN, NAMES, OPTION_NAMES
from bot.core.diff.changes import Kind
from bot.core.diff.lists import ENUM, LISTS

SCHEMA: dict[str, Any] = json.loads(
    (Path(bot.adapters.odcs.__path__[0]) / "schemas/odcs-3.2.0.json").read_text(encoding="utf-8")
)

SINGLE = {
    Kind.CONTRACT: {key: Kind(key) for key in ("description", "context", "price", "team")},
    Kind.OBJECT: {"context": Kind.CONTEXT},
}
FIELDS = {
    Kind.CONTRACT: {"schema": Kind.OBJECT},
    Kind.OBJECT: {"properties": Kind.FIELD},
    Kind.FIELD: {
        "properties": Kind.FIELD,
        "items": Kind.FIELD,
        "map.key": Kind.FIELD,
        "map.value": Kind.FIELD,
        "enum": Kind.ENUM_VALUE,
    },
}
"""What `bot.core.diff.walk` goes into beside the lists."""

OPEN = {
    (Kind.FIELD, "map"),
    (Kind.FIELD, "logicalTypeOptions"),
}
"""Mappings of the standard that are no element: their keys are asked one by one."""
DERIVED = {
    Kind.ENUM_VALUE: {"deprecated"},
}
"""Compared, though the standard has no key: a tag or a custom property tells it."""


def inside(kind: Kind) -> dict[str, Kind]:
    """Return the keys under which a kind of element holds others, with their kinds."""
    lists = {members.prefix: members.kind for members in LISTS.get(kind, ())}
    return {**lists, **SINGLE.get(kind, {}), **FIELDS.get(kind, {})}


def keys(node: object) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the keys that a part of the schema describes, whatever it combines them with."""
    if not isinstance(node, dict):
        return
    yield from node.get("properties", {}).items()
    for word in ("then", "else", "items"):
        yield from keys(node.get(word))
    for word in ("allOf", "anyOf", "oneOf"):
        for part in node.get(word, ()):
            # A deprecated form, the team as a list of members, is migrated to the other one.
            if not part.get("deprecated"):
                yield from keys(part)
    if "$ref" in node:
        yield from keys(resolved(node["$ref"]))


def resolved(reference: str) -> dict[str, Any]:
    found = SCHEMA
    for step in reference.removeprefix("#/").split("/"):
        found = found[step]
    return found


def every_key() -> dict[Kind, set[str]]:
    """Return every key of the standard, by the kind of element that has it."""
    told: dict[Kind, set[str]] = {}
    waiting = [(Kind.CONTRACT, "", part) for part in (SCHEMA,)]
    seen: set[tuple[Kind, str, str]] = set()
    while waiting:
        kind, above, part = waiting.pop()
        for key, inner in keys(part):
            name = f"{above}{key}"
            mark = (kind, name, json.dumps(inner, sort_keys=True))
            if mark in seen:
                continue
            seen.add(mark)
            if (kind, name) in OPEN:
                waiting.append((kind, f"{name}.", inner))
                continue
            told.setdefault(kind, set()).add(name)
            if name in inside(kind):
                waiting.append((inside(kind)[name], "", inner))
    return told


def compared(kind: Kind) -> set[str]:
    """Return the keys of a kind of element that the diff looks at."""
    own = {key for key, _ in ATTRIBUTES.get(kind, ()) if key not in ("operator", "price")}
    own -= {"connection"}
    return own | set(COMPARED_WITHIN.get(kind, ())) | set(inside(kind)) | {NAMES.get(kind, "")}


ASKED = every_key()


def test_the_schema_is_walked_to_its_ends() -> None:
    assert set(ASKED) == set(Kind) - {Kind.INNER}
    assert sum(map(len, ASKED.values())) > 200


@pytest.mark.parametrize("kind", ASKED, ids=str)
def test_every_key_of_the_standard_is_compared_or_carried(kind: Kind) -> None:
    assert sorted(ASKED[kind] - compared(kind) - set(CARRIED.get(kind, ()))) == []


@pytest.mark.parametrize("kind", ASKED, ids=str)
def test_nothing_is_compared_that_the_standard_does_not_have(kind: Kind) -> None:
    told = compared(kind) - {""} - DERIVED.get(kind, set())

    assert sorted(told - ASKED[kind]) == []


@pytest.mark.parametrize("kind", CARRIED, ids=str)
def test_what_is_carried_is_in_the_standard_is_not_compared_and_says_why(kind: Kind) -> None:
    carried = CARRIED[kind]

    assert sorted(set(carried) - ASKED[kind]) == []
    assert sorted(set(carried) & compared(kind)) == []
    assert all(len(reason.split()) >= 4 for reason in carried.values())


@pytest.mark.parametrize("kind", COMPARED_WITHIN, ids=str)
def test_what_is_compared_within_another_names_one_that_is_compared(kind: Kind) -> None:
    own = {key for key, _ in ATTRIBUTES[kind]}

    assert sorted(set(COMPARED_WITHIN[kind].values()) - own) == []


@pytest.mark.parametrize("type_name", CONNECTIONS)
def test_every_key_of_a_type_of_server_is_in_its_connection(type_name: str) -> None:
    asked = {
        key
        for part in SCHEMA["$defs"]["Server"]["allOf"]
        if part["if"]["properties"]["type"]["const"] == type_name
        for key, _ in keys(part["then"])
    }
    entry = MapNode()
    for key in ("server", "type", *asked):
        entry.put(key, type_name, (1, 1), (1, 1))
    servers, root = SeqNode(), MapNode()
    servers.add(entry, (1, 1))
    root.put("servers", servers, (1, 1), (1, 1))
    server = build_contract(Document("a.yaml", "", root), "v3.2.0").servers[0]

    assert asked
    assert {key for key, _ in server.connection} == asked


MODEL: dict[Kind, type] = {
    Kind.CONTRACT: Contract,
    Kind.DESCRIPTION: Description,
    Kind.CONTEXT: Context,
    Kind.STATEMENT: Statement,
    Kind.CONSTRAINT: Statement,
    Kind.OBJECT: SchemaObject,
    Kind.FIELD: Field,
    Kind.ENUM_VALUE: EnumValue,
    Kind.QUALITY: QualityRule,
    Kind.RELATIONSHIP: Relationship,
    Kind.SYNONYM: Synonym,
    Kind.SERVER: Server,
    Kind.ROLE: Role,
    Kind.SERVICE_LEVEL: ServiceLevel,
    Kind.TEAM: Team,
    Kind.MEMBER: TeamMember,
    Kind.CHANNEL: SupportChannel,
    Kind.PRICE: Price,
    Kind.DEFINITION: AuthoritativeDefinition,
    Kind.CUSTOM: CustomProperty,
}
NAME_IN_MODEL = {"question": "text"}
WALKED = {
    Kind.CONTRACT: {"schema"},
    Kind.OBJECT: {"properties"},
    Kind.FIELD: {"properties", "items", "map_key", "map_value", ENUM.attribute},
}
NOT_COMPARED = {
    "node": "where the element stands, not what it is",
    "file": "a contract that moves to another file is the same contract",
    "kind": "see CARRIED",
    "options": "compared one by one",
    "answer": "a constraint has none",
}


def read_by(getter: object) -> tuple[str, ...]:
    """Return the attributes that a getter of the table reads."""
    assert isinstance(getter, attrgetter)
    reduced = getter.__reduce__()
    assert isinstance(reduced, tuple)
    return tuple(map(str, reduced[1]))


def compared_fields(kind: Kind) -> set[str]:
    own = {name for _, getter in ATTRIBUTES[kind] for name in read_by(getter)}
    own |= {members.attribute for members in LISTS.get(kind, ())}
    own |= set(SINGLE.get(kind, ())) | WALKED.get(kind, set())
    name = NAMES.get(kind, "")
    return own | {NAME_IN_MODEL.get(name, name)}


def test_every_kind_of_element_has_its_model() -> None:
    assert set(MODEL) == set(Kind) - {Kind.INNER}


@pytest.mark.parametrize("kind", MODEL, ids=str)
def test_every_field_of_the_model_is_compared_or_waived(kind: Kind) -> None:
    own = {field.name for field in fields(MODEL[kind])}

    waived = {"id"} if "id" in CARRIED.get(kind, ()) else set()
    assert sorted(own - compared_fields(kind) - set(NOT_COMPARED) - waived) == []


def test_every_waived_field_is_in_the_model() -> None:
    every = {field.name for model in MODEL.values() for field in fields(model)}

    assert sorted(set(NOT_COMPARED) - every) == []


def test_every_option_is_compared() -> None:
    read = {name for _, getter in ATTRIBUTES[Kind.FIELD] for name in read_by(getter)}

    assert {f"options.{name}" for name in OPTION_NAMES} == {
        name for name in read if name.startswith("options.")
    }
    assert {field.name for field in fields(Options)} - {"node"} == OPTION_NAMES
