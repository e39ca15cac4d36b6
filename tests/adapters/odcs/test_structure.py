from __future__ import annotations

import pytest

from bot.adapters.odcs.structure import structure
from bot.core.contract.node import Step
from tests.adapters.odcs.documents import contract

BODY = """\
schema:
  - name: orders
    properties:
      - {name: amount, logicalType: number, logicalTypeOptions: {minimum: 0}}
      - {name: lines, logicalType: array, items: {logicalType: string}}
    quality:
      - {type: sql, query: SELECT 1, mustBe: 1}
servers:
  - {server: prod, type: kafka, host: h}
team: {name: sales, members: [{username: ada}]}
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        pytest.param((), "", id="the root"),
        pytest.param(("schema", 0), "SchemaObject", id="an object"),
        pytest.param(("schema", 0, "properties", 1), "SchemaProperty", id="a property"),
        pytest.param(
            ("schema", 0, "properties", 1, "items"), "SchemaItemProperty", id="items of an array"
        ),
        pytest.param(
            ("schema", 0, "properties", 0, "logicalTypeOptions"),
            "logicalTypeOptions",
            id="a mapping without a definition is called by its key",
        ),
        pytest.param(("schema", 0, "quality", 0), "DataQuality", id="a quality rule"),
        pytest.param(("team",), "Team", id="the form that fits, of several"),
        pytest.param(("team", "members", 0), "TeamMember", id="a member"),
    ],
)
def test_a_place_knows_what_it_is(path: tuple[Step, ...], kind: str) -> None:
    place = structure("odcs-3.1.0").place(contract("v3.1.0", BODY).root, path)

    assert place is not None
    assert place.kind == kind


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(("frobnicate",), id="a key that is not there"),
        pytest.param(("schema", 7), id="an entry that is not there"),
        pytest.param(("schema", 0, "properties", 0, "name", "x"), id="below a text"),
    ],
)
def test_nothing_is_known_of_a_place_that_does_not_exist(path: tuple[Step, ...]) -> None:
    assert structure("odcs-3.1.0").place(contract("v3.1.0", BODY).root, path) is None


def test_a_key_may_depend_on_the_value_of_another() -> None:
    place = structure("odcs-3.1.0").place(contract("v3.1.0", BODY).root, ("servers", 0))

    assert place is not None
    assert place.unmet("host") == ()
    assert {condition.value for condition in place.unmet("dataset")} == {"bigquery", "custom"}
    assert place.unknown_keys() == ()


def test_the_types_and_values_of_a_place_are_those_of_the_version() -> None:
    root = contract("v3.1.0", BODY).root
    path = ("schema", 0, "properties", 0, "logicalType")
    older = structure("odcs-3.0.2").place(root, path)
    newer = structure("odcs-3.2.0").place(root, path)

    assert older is not None
    assert newer is not None
    assert older.types() == ("string",)
    assert set(newer.values()) - set(older.values()) == {"timestamp", "time", "map", "vector"}
