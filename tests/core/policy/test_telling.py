from __future__ import annotations

import json

import pytest

from bot.adapters.settings import read_settings, settings_schema
from bot.core.policy.settings import DEFAULT_SETTINGS
from bot.core.policy.telling import Row, contract_rows, policy_rows
from bot.core.rule import whole
from tests.adapters.test_settings import GOVERNED, NAMES
from tests.reading import contract

GIVEN = read_settings(GOVERNED, "policy.yml", NAMES)


def leaves(schema: dict[str, object], prefix: str = "") -> list[str]:
    """Return the dotted names of the settings that are not named by the user."""
    found = []
    properties = schema.get("properties")
    for name, part in properties.items() if isinstance(properties, dict) else ():
        target = part
        if "$ref" in part:
            target = settings_schema()["$defs"][part["$ref"].rpartition("/")[2]]
        if "properties" in target:
            found += leaves(target, f"{prefix}{name}.")
        elif "additionalProperties" not in target:
            found.append(f"{prefix}{name}")
    return found


def test_without_a_file_every_setting_is_told_with_its_default() -> None:
    rows = list(policy_rows(DEFAULT_SETTINGS))

    assert sorted(row.setting for row in rows) == sorted(leaves(settings_schema()))
    assert {row.source for row in rows} == {"default"}


def test_a_default_is_the_one_that_the_schema_names() -> None:
    schema = settings_schema()
    told = {row.setting: row.value for row in policy_rows(DEFAULT_SETTINGS)}

    def default(name: str) -> object:
        part: dict[str, object] = schema
        for step in name.split("."):
            part = part["properties"][step]  # type: ignore[index]
            reference = str(part.get("$ref", "")).rpartition("/")[2]
            part = {**schema["$defs"].get(reference, {}), **part}
        found = part.get("default")
        return sorted(found) if name == "approvals.board.for" and isinstance(found, list) else found

    silent = {"conventions.classifications", "approvals.require"}
    assert {name: default(name) for name in told if name not in silent} == {
        name: value for name, value in told.items() if name not in silent
    }


@pytest.mark.parametrize(
    "expected",
    [
        Row("deprecation.window", 60, "policy.yml:1"),
        Row("compatibility", "full", "default"),
        Row("board", ["ada", "@acme/board"], "policy.yml:2"),
        Row("teams.acme/privacy", ["grace", "alan"], "policy.yml:4"),
        Row("identities.ada@example.com", "ada", "policy.yml:7"),
        Row("waivers.never", ["field-removed"], "policy.yml:9"),
        Row("approvals.board.for", ["policy"], "policy.yml:13"),
        Row("approvals.require", {"or": ["quick", {"and": ["privacy"]}]}, "policy.yml:26"),
        Row("domains.sales.deprecation.window", 120, "policy.yml:29 (domains.sales)"),
        Row("domains.sales.owners", ["ada", "@acme/sales"], "policy.yml:30 (domains.sales)"),
    ],
    ids=lambda row: row.setting,
)
def test_a_setting_is_told_with_its_place(expected: Row) -> None:
    assert expected in list(policy_rows(GIVEN))


def test_a_contract_is_told_what_holds_for_it_and_what_it_asked_for_in_vain() -> None:
    text = whole(
        "domain: sales\n"
        "customProperties:\n"
        "- {property: compatibilityMode, value: full-transitive}\n"
        "- {property: deprecationWindowDays, value: 30}\n"
    )

    rows = list(contract_rows(GIVEN, contract(text, "orders.yaml")))

    assert Row("compatibility", "full-transitive", "customProperties of orders.yaml:8") in rows
    assert Row("deprecation.window", 120, "policy.yml:29 (domains.sales)") in rows
    assert Row("approvals.owners", 3, "policy.yml:31 (domains.sales)") in rows
    assert Row("owners", ["ada", "@acme/sales"], "policy.yml:30 (domains.sales)") in rows
    assert rows[-1] == Row("refused.deprecationWindowDays", 30, "customProperties of orders.yaml:9")


def test_every_value_is_one_that_json_can_hold() -> None:
    told = [row.value for row in policy_rows(GIVEN)]

    assert json.loads(json.dumps(told)) == told


def test_a_scope_may_have_any_name() -> None:
    text = b"domains: {'': {compatibility: none}}\npaths: {'[': {compatibility: none}}\n"
    names = [row.setting for row in policy_rows(read_settings(text, "policy.yml", NAMES))]

    assert names[-2:] == ["domains..compatibility", "paths.[.compatibility"]
