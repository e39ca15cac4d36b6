"""The page of the policy has every setting, with its default; that of waivers has every key."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from bot.adapters.schema_faults import published_schema
from bot.adapters.settings import read_settings, settings_schema
from bot.adapters.waivers import read_waivers
from bot.core.rules import CATALOGUE
from tests.docs.pages import DOCS, LANGUAGES

every_language = pytest.mark.parametrize("language", LANGUAGES)
CONTAINERS = {"domains", "paths"}


def page(language: str, name: str) -> str:
    return (DOCS / language / name).read_text("utf-8")


def whole(part: dict[str, Any]) -> dict[str, Any]:
    """Return a part of the schema with what it refers to."""
    reference = str(part.get("$ref", "")).rpartition("/")[2]
    return {**settings_schema()["$defs"].get(reference, {}), **part}


def leaves(part: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the settings below a part of the schema, by their dotted names."""
    for name, inner in whole(part)["properties"].items():
        found = whole(inner)
        if "properties" in found:
            yield from leaves(found, f"{prefix}{name}.")
        elif name not in CONTAINERS:
            yield f"{prefix}{name}", found


def rows(text: str) -> list[list[str]]:
    """Return the rows of the tables on settings, as cells."""
    return [
        [cell.strip() for cell in line.strip("|").split(" | ")]
        for line in re.findall(r"(?m)^\| `[A-Za-z.]+` \|.*$", text)
    ]


@every_language
def test_every_setting_is_on_the_page_of_the_policy(language: str) -> None:
    told = [row[0].strip("|` ") for row in rows(page(language, "policy.md")) if len(row) == 3]

    assert sorted(told) == sorted(name for name, _ in leaves(settings_schema()))


@every_language
def test_every_setting_of_a_scope_is_on_the_page_of_the_policy(language: str) -> None:
    told = [row[0].strip("|` ") for row in rows(page(language, "policy.md")) if len(row) == 2]

    assert sorted(told) == sorted(name for name, _ in leaves({"$ref": "#/$defs/scope"}))


@every_language
def test_a_default_on_the_page_is_that_of_the_schema(language: str) -> None:
    schema = dict(leaves(settings_schema()))
    told = {
        row[0].strip("|` "): row[1].strip("`")
        for row in rows(page(language, "policy.md"))
        if len(row) == 3 and re.fullmatch(r"`[^`]+`", row[1])
    }

    assert len(told) > 10
    assert told == {name: str(schema[name]["default"]) for name in told} | {
        name: str(schema[name]["default"]).lower()
        for name in told
        if isinstance(schema[name]["default"], bool)
    }


@every_language
def test_every_condition_of_a_rule_of_approvals_is_on_the_page(language: str) -> None:
    text = page(language, "policy.md")
    rule = settings_schema()["$defs"]["extraRule"]["properties"]

    for part in ("if", "requires"):
        assert [key for key in rule[part]["properties"] if f"`{key}`" not in text] == []


@every_language
def test_the_example_uses_every_part_of_the_policy(language: str) -> None:
    example = re.findall(r"(?s)```yaml\n(.*?)```", page(language, "policy.md"))[0]
    settings = read_settings(example.encode(), "policy.md", CATALOGUE.names())

    said = {name.partition(".")[0] for name in settings.sources} | CONTAINERS
    assert said == set(settings_schema()["properties"])


@every_language
def test_every_key_of_a_waiver_is_on_its_page_and_the_example_is_one(language: str) -> None:
    text = page(language, "waivers.md")
    keys = published_schema("waivers")["$defs"]["waiver"]["properties"]
    (example,) = re.findall(r"(?s)```yaml\n(.*?)```", text)

    assert [row[0].strip("|` ") for row in rows(text)] == [
        *("rule", "path", "fingerprint"),
        *("reason", "owner", "expires"),
    ]
    assert len(keys) == 6
    (waiver,) = read_waivers(example.encode(), "waivers.md", CATALOGUE.names())
    assert waiver.rule in CATALOGUE.names().values()
