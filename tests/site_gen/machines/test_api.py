from __future__ import annotations

import json
import posixpath
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from site_gen.file_paths import version_file
from site_gen.page import Asset, Page
from tests.site_gen.machines.conftest import Files, files, portal

Made = tuple[Page | Asset, ...]


def _schema_of(path: str, told: Mapping[str, object]) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), str(told["$schema"])))


def _answers(found: Files) -> Mapping[str, dict[str, object]]:
    return {
        path: json.loads(data)
        for path, data in found.items()
        if path.startswith("api/") and "/schemas/" not in path
    }


def _links(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "links":
                yield from inner.values()
            elif key == "page" and inner:
                yield inner
            elif key != "document":
                yield from _links(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _links(inner)


def test_every_file_holds_what_its_schema_says(story_files: Files) -> None:
    validators = {
        path: Draft202012Validator(json.loads(data), format_checker=FormatChecker())
        for path, data in story_files.items()
        if path.startswith("api/schemas/")
    }
    faults = {}
    used = set()
    for path, told in _answers(story_files).items():
        schema = _schema_of(path, told)
        used.add(schema)
        found = [error.message[:200] for error in validators[schema].iter_errors(told)]
        if found:
            faults[path] = found[:3]
    assert faults == {}
    assert used == set(validators)


def test_every_schema_is_one(story_files: Files) -> None:
    for path, data in story_files.items():
        if path.startswith("api/schemas/"):
            Draft202012Validator.check_schema(json.loads(data))


def test_every_link_leads_to_a_file_or_a_page(story_files: Files, told: Made) -> None:
    pages = {one.path for one in told if isinstance(one, Page)}
    lost = set()
    for path, answer in _answers(story_files).items():
        for link in _links(answer):
            end = posixpath.normpath(
                posixpath.join(posixpath.dirname(path), link.partition("#")[0])
            )
            if end not in (pages if link.endswith("/") else story_files.keys()):
                lost.add((path, link))
    assert sorted(lost)[:10] == []


def test_a_contract_is_told_in_the_newest_form_with_where_it_came_from(story_files: Files) -> None:
    told = _answers(story_files)["api/contracts/customer-profile.json"]
    document = told["document"]
    assert isinstance(document, dict)
    assert (document["id"], document["apiVersion"]) == ("customer-profile", "v3.2.0")
    assert told["versions"] == ["2.0.0", "1.2.0", "1.1.0", "1.0.0"]
    assert told["living_versions"] == ["2.0.0"]


def test_a_version_tells_what_it_broke(story_files: Files) -> None:
    told = _answers(story_files)["api/contracts/customer-profile/2.0.0.json"]
    version = told["version"]
    assert isinstance(version, dict)
    assert version["previous"] == "1.2.0"
    assert version["required_bump"] == "major"
    assert version["breaking"] == ["field `customer_profile.postal_address` was removed"]


def test_dependencies_tell_how_sure_they_are(story_files: Files) -> None:
    told = _answers(story_files)["api/contracts/orders-inventory/dependencies.json"]
    downstream = told["downstream"]
    assert isinstance(downstream, list)
    assert {one["confidence"] for one in downstream} <= {
        "declared",
        "read from SQL",
        "contract level",
    }
    assert "contract:orders-kpis" in [one["id"] for one in downstream]


def test_one_commit_gives_the_same_bytes(story_files: Files, story_folder: Path) -> None:
    assert files(portal(story_folder, "https://data.example.com/acme/")) == story_files


def test_files_lie_once_whatever_the_languages_are(told: Made) -> None:
    languages = {one.language for one in told if isinstance(one, Asset) and "api/" in one.path}
    assert languages == {"en"}


@pytest.mark.parametrize(
    ("contract", "version", "expected"),
    [
        pytest.param("orders", "1.0.0", "api/contracts/orders/1.0.0.json", id="a plain one"),
        pytest.param(
            "orders", "versions", "api/contracts/orders/versions~.json", id="a taken name"
        ),
        pytest.param("a.json", "1.0.0", "api/contracts/a.json~/1.0.0.json", id="one like a file"),
    ],
)
def test_no_name_of_a_contract_is_in_the_way_of_another_file(
    contract: str, version: str, expected: str
) -> None:
    assert version_file(contract, version) == expected
