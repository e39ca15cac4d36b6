from __future__ import annotations

import re
from typing import Any

import pytest

from bot.adapters.odcs.shipped import schema_named
from bot.core.contract import forms, servers
from bot.core.contract.forms import Form, is_stable_id
from bot.core.contract.servers import CONNECTIONS, SERVER

DEFINITIONS = schema_named("odcs-3.2.0")["$defs"]
LINKS = DEFINITIONS["AuthoritativeDefinitions"]["items"]

_KINDS = {
    "definitions": "AuthoritativeDefinitions",
    "id": "StableId",
    "texts": "Tags",
    "any": "AnyType",
    "scalar": "AnyNonCollectionType",
}


def _kind(key: str, schema: dict[str, Any]) -> str:
    """Return the kind by which a form should call what a schema asks of a key."""
    if key == "value" and "anyOf" in schema:
        return "scalar"
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[-1]
        return next((kind for kind, known in _KINDS.items() if known == name), "list")
    if "enum" in schema and key == "dimension":
        return "dimension"
    return {"string": "text", "number": "number", "array": "list"}[schema["type"]]


@pytest.mark.parametrize(
    ("form", "schema"),
    [
        pytest.param(forms.CUSTOM_PROPERTY, DEFINITIONS["CustomProperty"], id="custom property"),
        pytest.param(forms.DEFINITION, LINKS, id="link"),
        pytest.param(forms.ROLE, DEFINITIONS["Role"], id="role"),
        pytest.param(forms.SUPPORT, DEFINITIONS["SupportItem"], id="support channel"),
        pytest.param(forms.PRICE, DEFINITIONS["Pricing"], id="price"),
        pytest.param(forms.MEMBER, DEFINITIONS["TeamMember"], id="team member"),
        pytest.param(
            forms.SERVICE_LEVEL, DEFINITIONS["ServiceLevelAgreementProperty"], id="service level"
        ),
        pytest.param(forms.QUALITY, DEFINITIONS["DataQuality"], id="quality rule"),
        pytest.param(SERVER, DEFINITIONS["Server"], id="server"),
    ],
)
def test_a_form_is_that_of_the_standard(form: Form, schema: dict[str, Any]) -> None:
    assert form == {key: _kind(key, part) for key, part in schema["properties"].items()}


def test_each_type_of_server_has_the_keys_of_the_standard() -> None:
    expected = {}
    for branch in DEFINITIONS["Server"]["allOf"]:
        kind = branch["if"]["properties"]["type"]["const"]
        name = branch["then"]["$ref"].rsplit("/", 1)[-1]
        expected[kind] = sorted(DEFINITIONS["ServerSource"][name]["properties"])

    assert {kind: keys.split() for kind, keys in CONNECTIONS.items()} == expected
    assert set(expected) == set(DEFINITIONS["Server"]["properties"]["type"]["enum"])


def test_the_keys_of_servers_are_texts_but_for_the_port() -> None:
    kinds = {
        (key, part.get("type", part.get("$ref")))
        for source in DEFINITIONS["ServerSource"].values()
        for key, part in source["properties"].items()
    }

    assert {key for key, kind in kinds if kind != "string"} == {"port"}
    assert servers.SERVER.keys().isdisjoint({key for key, _ in kinds})


@pytest.mark.parametrize(
    "text", ["a", "a-b_c", "é", "a b", "a.b", "", "a\n", "#a", "a/b", "a\\b", "@", "a%", "x^"]
)
def test_an_id_is_stable_as_the_standard_says(text: str) -> None:
    pattern = DEFINITIONS["StableId"]["pattern"].removesuffix("$") + r"\Z"

    assert is_stable_id(text) == bool(re.match(pattern, text))
