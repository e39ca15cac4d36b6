from __future__ import annotations

import pytest

from bot.core.lineage.flow import Flow
from bot.core.lineage.graph import Confidence, Owners
from bot.core.lineage.impact import impact, origin
from bot.core.lineage.search import find_element
from tests.core.lineage.woven import PRODUCT, lineage, table

RAW = table("raw", "name: id", "name: email", "name: phone")
CLEAN = table(
    "clean",
    'name: id, id: id_p, transformSourceObjects: ["raw.raw.id"]',
    'name: email, transformSourceObjects: ["raw.raw.email"]',
    "name: score",
)
MART = table(
    "mart",
    'name: address, transformSourceObjects: ["clean.clean.email"]',
    'name: owner, relationships: [{to: "1.yaml#schema/clean_o/properties/id_p"}]',
)
APP = f"""\
{PRODUCT}id: app
team: {{name: apps, members: [{{username: ada, role: Owner}}, {{username: bob, role: Reader}}]}}
inputPorts:
- {{name: in, version: 1.0.0, contractId: mart}}
"""
JOB = f"""\
{PRODUCT}id: job
inputPorts:
- name: in
  version: 1.0.0
  contractId: raw
  customProperties: [{{property: uses, value: [raw.phone]}}]
outputPorts:
- {{name: out, version: 1.0.0, contractId: clean}}
"""
ALL = f"{RAW}---\n{CLEAN}---\n{MART}---\n{APP}---\n{JOB}"


@pytest.mark.parametrize(
    ("element", "reached"),
    [
        pytest.param(
            "raw.raw.email",
            [
                ("clean.clean.email", 1, "declared"),
                ("mart.mart.address", 2, "declared"),
                ("app", 3, "contract level"),
            ],
            id="a chain, and a reader of all of the contract at its end",
        ),
        pytest.param(
            "clean.clean.id",
            [("mart.mart.owner", 1, "declared")],
            id="a foreign key is reached, and whoever reads it is not",
        ),
        pytest.param(
            "raw.raw.phone",
            [("job", 1, "declared"), ("clean", 2, "contract level")],
            id="a field that says what it is made of is not reached through the whole contract",
        ),
        pytest.param("mart.mart.owner", [("app", 1, "contract level")], id="the last of a chain"),
        pytest.param("app", [], id="nobody reads the data product"),
        pytest.param(
            "clean",
            [
                ("mart.mart.address", 1, "declared"),
                ("mart.mart.owner", 1, "declared"),
                ("app", 2, "contract level"),
            ],
            id="a contract reaches whom its fields reach",
        ),
    ],
)
def test_whom_a_change_reaches(element: str, reached: list[tuple[str, int, str]]) -> None:
    graph = lineage(ALL)

    found = impact(graph, find_element(graph, element))

    assert [
        (graph.address(one.node), one.distance, one.confidence.word) for one in found
    ] == reached


def test_the_way_and_the_owners_are_told() -> None:
    graph = lineage(ALL)

    *_, app = impact(graph, find_element(graph, "raw.raw.email"))

    assert [graph.address(node) for node in app.way] == [
        "raw.raw.email",
        "clean.clean.email",
        "mart.mart.address",
        "mart",
        "app",
    ]
    assert app.owners == Owners(team="apps", usernames=("ada",))


def test_the_surest_way_is_told_though_it_is_longer() -> None:
    via = table("via", 'name: x, transformSourceObjects: ["raw.raw.id"]')
    end = f"""\
{PRODUCT}id: end
inputPorts:
- {{name: a, version: 1.0.0, contractId: raw}}
- name: b
  version: 1.0.0
  contractId: via
  customProperties: [{{property: uses, value: [via.x]}}]
"""
    graph = lineage(f"{RAW}---\n{via}---\n{end}")

    found = {
        graph.address(one.node): one for one in impact(graph, find_element(graph, "raw.raw.id"))
    }

    assert (found["end"].distance, found["end"].confidence) == (2, Confidence.DECLARED)


def test_what_an_element_is_made_of() -> None:
    graph = lineage(ALL)

    found = origin(graph, find_element(graph, "mart.mart.address"))

    assert [(graph.address(one.node), one.distance) for one in found] == [
        ("clean.clean.email", 1),
        ("raw.raw.email", 2),
    ]


def test_a_field_that_says_nothing_is_made_of_what_the_product_reads() -> None:
    graph = lineage(ALL)

    found = origin(graph, find_element(graph, "clean.clean.score"))

    assert [graph.address(one.node) for one in found] == ["job", "raw.raw.phone"]


CYCLE = "---\n".join(
    (
        table("a", 'name: x, transformSourceObjects: ["c.c.x"]', "name: y"),
        table("b", 'name: x, transformSourceObjects: ["a.a.x"]'),
        table("c", 'name: x, transformSourceObjects: ["b.b.x"]'),
    )
)


def test_a_circle_is_a_fault_and_ends_no_walk() -> None:
    graph = lineage(CYCLE)

    assert [fault.message for fault in Flow(graph).cycles()] == [
        "the lineage goes in a circle: `a.a.x` → `b.b.x` → `c.c.x` → `a.a.x`"
    ]
    assert [graph.address(one.node) for one in impact(graph, find_element(graph, "a.a.x"))] == [
        "b.b.x",
        "c.c.x",
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(ALL, id="a chain"),
        pytest.param(
            table("a", "name: id", 'name: parent, relationships: [{to: "a.id"}]'),
            id="a foreign key into its own object",
        ),
        pytest.param(
            table("a", "name: x", 'name: y, transformSourceObjects: ["b.b.x"]')
            + "---\n"
            + table("b", 'name: x, transformSourceObjects: ["a.a.x"]'),
            id="two contracts that read different fields of each other",
        ),
        pytest.param(
            table("a", 'name: x, transformSourceObjects: ["a.x"]'),
            id="a field named like its source outside",
        ),
    ],
)
def test_no_circle(text: str) -> None:
    assert Flow(lineage(text)).cycles() == ()
