"""Who is reached, in every format that tells it."""

from __future__ import annotations

import json
from functools import reduce

import pytest

from bot.core.errors import Location
from bot.core.lineage.flow import Direction
from bot.core.lineage.graph import Confidence, Edge, EdgeKind, Node, NodeKind, Owners
from bot.core.lineage.impact import Impacted, Path
from bot.core.lineage.reach import Reached, Side, Start
from bot.core.lineage.trail import onward
from bot.core.records import replace
from bot.core.review import Review
from bot.render.formats import render_review
from bot.render.terminal import Terminal
from tests.render import hostile, samples
from tests.render.github_markdown import cells, outside_of_code, rendered, tags, text
from tests.render.schemas import complaints
from tests.render.test_escape import LIVE
from tests.render.test_markdown import ALLOWED

TERMINAL = Terminal()
CHANGED = Node(NodeKind.FIELD, "orders", "orders.note", 2)
GOLD = Node(NodeKind.FIELD, "gold", "sales.note", 1)
BOARD = Node(NodeKind.PRODUCT, "board")
SOMEBODY = Node(NodeKind.CONSUMER, "somebody")

every_text = pytest.mark.parametrize("text_", hostile.TEXTS.values(), ids=hostile.TEXTS.keys())


def _edge(source: Node, target: Node, kind: EdgeKind, confidence: Confidence) -> Edge:
    where = Location("contracts/gold.odcs.yaml", 12, 9)
    return Edge(source=source, target=target, kind=kind, confidence=confidence, where=where)


MADE = _edge(CHANGED, GOLD, EdgeKind.TRANSFORM, Confidence.DECLARED)
SHOWN = _edge(GOLD, BOARD, EdgeKind.PORT, Confidence.WHOLE)
TOLD = _edge(CHANGED, SOMEBODY, EdgeKind.DECLARED, Confidence.READ)


def _reached(*edges: Edge, owners: Owners, side: Side = Side.READS) -> Reached:
    nodes = (edges[0].source, *(edge.target for edge in edges))
    way = Impacted(
        node=nodes[-1],
        start=nodes[0],
        trail=reduce(onward, edges[1:], onward(None, edges[0])),
        direction=Direction.DOWN,
        owners=owners,
    )
    names = tuple(".".join(filter(None, (node.holder, node.path))) for node in nodes)
    start = Start(name=names[0], nearest=way, ways=1, confidence=way.confidence)
    return Reached(
        node=nodes[-1].owner,
        name=nodes[-1].holder,
        side=side,
        file=None if nodes[-1] == SOMEBODY else f"contracts/{nodes[-1].holder}.yaml",
        owners=owners,
        starts=(start,),
        path=Path(names),
        findings=("0123456789abcdef",),
    )


ONES = (
    _reached(MADE, owners=Owners(team="analytics", usernames=("ada", "bob"))),
    _reached(MADE, SHOWN, owners=Owners(team="sales")),
    _reached(TOLD, owners=Owners(contact="someone@example.com")),
    _reached(MADE, owners=Owners(), side=Side.FEEDS),
)


def reaching(*ones: Reached) -> Review:
    review = samples.small()
    return replace(review, contracts=(replace(review.contracts[0], impact=ones),))


def _rows(*ones: Reached) -> list[list[str]]:
    page = rendered(render_review(reaching(*ones), "markdown", TERMINAL))
    rows = [[text(cell) for cell in row] for row in cells(page)]
    start = next(index for index, row in enumerate(rows) if row[0] == "consumer")
    return rows[start + 1 :]


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        pytest.param(
            ONES[0],
            ["gold", "orders.orders.note", "directly", "analytics (ada, bob)", "declared"],
            id="a contract that reads the field itself",
        ),
        pytest.param(
            ONES[1],
            [
                "board, data product",
                "orders.orders.note",
                "gold.sales.note",
                "sales",
                "contract level",
            ],
            id="a data product, by way of a field",
        ),
        pytest.param(
            ONES[2],
            [
                "somebody, consumer",
                "orders.orders.note",
                "directly",
                "someone@example.com",
                "read from SQL",
            ],
            id="a consumer without a document",
        ),
        pytest.param(
            ONES[3],
            ["gold", "feeds orders.orders.note", "directly", "nobody named", "declared"],
            id="who feeds the field, and whom nobody owns",
        ),
    ],
)
def test_a_pull_request_tells_of(one: Reached, expected: list[str]) -> None:
    assert _rows(one) == [expected]


def test_whoever_several_contracts_reach_is_told_once() -> None:
    review = reaching(ONES[0])
    other = _edge(replace(CHANGED, holder="stock"), GOLD, EdgeKind.TRANSFORM, Confidence.READ)
    second = _reached(other, owners=ONES[0].owners)
    both = replace(
        review, contracts=(*review.contracts, replace(review.contracts[0], impact=(second,)))
    )

    assert [(one.name, one.ways, one.confidence) for one in both.impact] == [
        ("gold", 2, Confidence.DECLARED)
    ]
    assert [start.name for start in both.impact[0].starts] == [
        "orders.orders.note",
        "stock.orders.note",
    ]
    assert both.impact[0].path == Path(("orders.orders.note", "gold.sales.note"))


@pytest.mark.parametrize(("form", "most"), [pytest.param("markdown", 20), pytest.param("text", 60)])
def test_of_very_many_the_first_are_told_and_the_rest_counted(form: str, most: int) -> None:
    many = [
        replace(ONES[0], node=replace(GOLD.owner, holder=f"c{number:03}"), name=f"c{number:03}")
        for number in range(most + 5)
    ]

    page = render_review(reaching(*many), form, TERMINAL)

    assert f"c{most - 1:03}" in page
    assert f"c{most:03}" not in page
    assert "and 5 more" in page


def test_a_terminal_shows_a_table_of_them() -> None:
    page = render_review(reaching(*ONES[:2]), "text", TERMINAL)

    told = page.partition("Who is reached\n\n")[2]

    assert [row.split() for row in told.splitlines()[:1]] == [
        ["consumer", "reads", "by", "which", "way", "owner", "confidence"]
    ]
    assert "analytics (ada, bob)" in told


def test_machines_are_told_the_nearest_way() -> None:
    told = render_review(reaching(*ONES), "json", TERMINAL)
    record = json.loads(told)

    assert complaints("review", told) == []
    assert record["impact"][1] == {
        "contract": "payments",
        "consumer": "board",
        "name": "board",
        "kind": "data product",
        "side": "reads",
        "file": "contracts/board.yaml",
        "owners": {"team": "sales", "usernames": [], "contact": None},
        "confidence": "contract level",
        "findings": ["0123456789abcdef"],
        "ways": [
            {
                "path": ["orders.orders.note", "gold.sales.note", "board"],
                "kinds": ["transform", "port"],
                "distance": 2,
                "left_out": 0,
                "confidence": "contract level",
                "location": {"file": "contracts/gold.odcs.yaml", "line": 12, "column": 9},
            }
        ],
        "further_ways": 0,
    }


def test_code_scanning_points_at_the_lines_that_read_what_changed() -> None:
    review = samples.big()
    entry = review.contracts[0]
    finding = entry.findings[0]
    reached = tuple(
        replace(ONES[0], name=f"c{number:02}", node=replace(GOLD.owner, holder=f"c{number:02}"))
        for number in range(12)
    )
    told = tuple(replace(one, findings=(finding.fingerprint,)) for one in reached)

    log = json.loads(
        render_review(replace(review, contracts=(replace(entry, impact=told),)), "sarif", TERMINAL)
    )

    result = next(
        found
        for found in log["runs"][0]["results"]
        if found["partialFingerprints"]["contractSteward/v1"] == finding.fingerprint
    )
    related = [
        (place["id"], place["message"]["text"], place["physicalLocation"]["region"]["startLine"])
        for place in result["relatedLocations"]
        if place["message"]["text"].startswith("reaches")
    ]
    assert [number for number, _, _ in related] == list(range(related[0][0], related[0][0] + 10))
    assert related[0][1:] == ("reaches c00, owned by analytics (ada, bob)", 12)


@every_text
def test_nothing_in_a_name_is_live(text_: str) -> None:
    one = replace(
        ONES[1],
        node=replace(BOARD, holder=text_),
        name=text_,
        starts=(replace(ONES[1].starts[0], name=text_),),
        path=Path((text_, text_, text_)),
        owners=Owners(team=text_, usernames=(text_,), contact=text_),
    )

    page = rendered(render_review(reaching(one), "markdown", TERMINAL))

    assert tags(page) <= ALLOWED
    assert LIVE.findall(outside_of_code(page)) == []
    assert len(_rows(one)[0]) == 5
    assert not any(
        character < " " and character != "\n"
        for character in render_review(reaching(one), "text", TERMINAL)
    )
