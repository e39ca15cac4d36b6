"""Laws for the table of mistakes: no entry is stale, and each can be told."""

from __future__ import annotations

import json

import pytest

from bot.adapters.odcs.mistakes import HINTS
from bot.adapters.odcs.shipped import PRODUCT, VERSIONS, schema_named

ENTRIES = [(kind, key) for kind, hints in HINTS.items() for key in hints]
KINDS_IN_LISTS = frozenset(("AuthoritativeDefinitions", "authoritativeDefinitions"))
every_entry = pytest.mark.parametrize(
    ("kind", "key"),
    [pytest.param(kind, key, id=f"{kind or 'root'}.{key}") for kind, key in ENTRIES],
)


def _allowed(version: str, kind: str) -> set[str]:
    """Return the keys that a version has where a hint is for."""
    schema = schema_named(version)
    if kind in {"", "product"}:
        return set(schema["properties"])
    definitions = schema["$defs"]
    if kind == "logicalTypeOptions":
        return set()
    if kind in KINDS_IN_LISTS:
        listed = definitions.get("AuthoritativeDefinitions", {})
        return set(listed.get("items", {}).get("properties", ()))
    names = {kind}
    if kind in {"SchemaObject", "SchemaProperty", "SchemaItemProperty"}:
        names |= {"SchemaElement"}
    if kind in {"SchemaProperty", "SchemaItemProperty"}:
        names |= {"SchemaBaseProperty"}
    if kind.startswith("Relationship"):
        names |= {"RelationshipBase"}
    return {key for name in names for key in definitions.get(name, {}).get("properties", ())}


@every_entry
def test_a_hint_is_for_a_key_that_some_version_does_not_have(kind: str, key: str) -> None:
    standard = "odps" if kind in {"product", "InputPort", "OutputPort"} else "odcs-3"
    versions = [name for name in (*VERSIONS, PRODUCT) if name.startswith(standard)]
    known = [{name.lower() for name in _allowed(version, kind)} for version in versions]

    assert not all(key in keys for keys in known)


@every_entry
def test_a_hint_is_keyed_by_small_letters_and_can_be_filled_in(kind: str, key: str) -> None:
    hint = HINTS[kind][key].format(value="x", key=key)

    assert key == key.lower().replace("_", "").replace("-", "").replace(" ", "")
    assert hint.isprintable()
    assert hint.count("`") % 2 == 0


def test_every_kind_of_a_hint_is_one_of_a_schema() -> None:
    text = "".join(json.dumps(schema_named(name)) for name in (*VERSIONS, PRODUCT))

    assert [kind for kind in HINTS if kind and kind != "product" and f'"{kind}"' not in text] == []
