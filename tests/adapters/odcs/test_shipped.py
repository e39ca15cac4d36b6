from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.adapters.odcs import shipped
from tools.strip_schemas import SOURCES, shipped_text, stripped

FOLDER = Path(shipped.__file__).with_name("schemas")

every_schema = pytest.mark.parametrize("name", [pytest.param(name, id=name) for name in SOURCES])


def test_every_schema_of_the_script_is_shipped_and_no_other() -> None:
    assert {file.name for file in FOLDER.glob("*.json")} == set(SOURCES)
    assert {f"{name}.json" for name in (*shipped.VERSIONS, shipped.PRODUCT)} == set(SOURCES)


@every_schema
def test_a_shipped_schema_is_what_the_script_makes_of_the_official_one(
    name: str, shared: Path
) -> None:
    official = (shared / "odcs/schema" / SOURCES[name]).read_text("utf-8")

    assert (FOLDER / name).read_text("utf-8") == shipped_text(name, official)


@every_schema
def test_a_shipped_schema_names_its_standard_and_licence(name: str) -> None:
    comment = json.loads((FOLDER / name).read_text("utf-8"))["$comment"]
    standard, version = name.removesuffix(".json").split("-")

    assert f"({standard.upper()}) v{version} " in comment
    assert "Apache-2.0" in comment


@pytest.mark.parametrize(
    ("schema", "kept"),
    [
        pytest.param(
            {"type": "string", "title": "T", "description": "D", "examples": ["a"]},
            {"type": "string"},
            id="annotations go",
        ),
        pytest.param(
            {"properties": {"description": {"type": "string", "description": "D"}}},
            {"properties": {"description": {"type": "string"}}},
            id="a property that is named like an annotation stays",
        ),
        pytest.param(
            {"$defs": {"title": {"examples": []}}},
            {"$defs": {"title": {}}},
            id="a definition that is named like an annotation stays",
        ),
        pytest.param(
            {"enum": [{"title": "a"}], "default": {"examples": 1}, "required": ["title"]},
            {"enum": [{"title": "a"}], "default": {"examples": 1}, "required": ["title"]},
            id="values are no schemas",
        ),
        pytest.param(
            {"allOf": [{"if": {"title": "x"}, "then": {"description": "y", "minimum": 1}}]},
            {"allOf": [{"if": {}, "then": {"minimum": 1}}]},
            id="annotations go at every depth",
        ),
    ],
)
def test_only_what_decides_validity_is_kept(schema: object, kept: object) -> None:
    assert stripped(schema) == kept


def test_the_shipped_text_does_not_depend_on_the_order_of_keys() -> None:
    assert shipped_text("odcs-3.2.0.json", '{"a": 1, "b": 2}') == shipped_text(
        "odcs-3.2.0.json", '{"b": 2, "a": 1}'
    )
