from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from bot.core.errors import ErrorCode
from bot.core.finding import Bump, Confidence, Effect, Plane, Weight
from bot.core.mode import MODES
from bot.core.review import State
from bot.core.rule import FAMILIES, Protects
from bot.render.machine.records import FORMAT
from tests.render.schemas import NAMES, schema

every_schema = pytest.mark.parametrize("name", NAMES)
WEIGHTS = [weight.word for weight in Weight if weight]


def objects(part: object) -> Iterator[dict[str, Any]]:
    """Yield every object in a schema that describes an object."""
    if isinstance(part, dict):
        if part.get("type") == "object":
            yield part
        for inner in part.values():
            yield from objects(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from objects(inner)


@every_schema
def test_a_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))

    assert schema(name)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema(name)["properties"]["schema"]["const"] == FORMAT


@every_schema
def test_a_schema_lets_nothing_in_and_leaves_nothing_out(name: str) -> None:
    for described in objects(schema(name)):
        assert described["additionalProperties"] is False
        assert described["required"] == list(described["properties"])


def test_reviews_and_lint_reports_share_their_parts() -> None:
    review, lint = schema("review")["$defs"], schema("lint")["$defs"]

    assert {name: review[name] for name in lint} == lint


@pytest.mark.parametrize(
    ("path", "words"),
    [
        pytest.param("review finding effect", list(Effect), id="effects"),
        pytest.param("review finding plane", list(Plane), id="planes"),
        pytest.param("review finding confidence", list(Confidence), id="confidences"),
        pytest.param("review contract state", list(State), id="states"),
        pytest.param("catalogue rule effect", list(Effect), id="effects of rules"),
        pytest.param("catalogue rule plane", list(Plane), id="planes of rules"),
        pytest.param("catalogue rule protects", list(Protects), id="whom rules protect"),
        pytest.param("catalogue rule family", list(FAMILIES.values()), id="families"),
        pytest.param("catalogue rule bump", [bump.word for bump in Bump], id="bumps of rules"),
    ],
)
def test_a_schema_knows_every_word(path: str, words: list[str]) -> None:
    name, part, key = path.split()

    assert schema(name)["$defs"][part]["properties"][key]["enum"] == words


def test_a_schema_knows_every_weight_and_bump() -> None:
    assert schema("review")["$defs"]["weight"]["enum"] == WEIGHTS
    assert schema("review")["$defs"]["bump"]["enum"] == [bump.word for bump in Bump]
    assert schema("catalogue")["$defs"]["weight"]["enum"] == ["off", *WEIGHTS]


@pytest.mark.parametrize("mode", [str(mode) for mode in MODES])
def test_a_schema_knows_every_mode(mode: str) -> None:
    described = schema("review")["$defs"]["contract"]["properties"]["mode"]

    Draft202012Validator(described).validate(mode)


@pytest.mark.parametrize("code", list(ErrorCode))
def test_a_schema_knows_every_code(code: ErrorCode) -> None:
    described = schema("lint")["$defs"]["fault"]["properties"]

    Draft202012Validator(described["code"]).validate(str(code))
    Draft202012Validator(described["name"]).validate(code.name.lower().replace("_", "-"))
