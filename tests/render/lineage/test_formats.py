from __future__ import annotations

import json
import re
from datetime import UTC, datetime

import pytest

from bot.adapters.reading import read
from bot.core.contract.model import Contract
from bot.core.lineage.excerpt import Excerpt, excerpt, overview
from bot.core.lineage.flow import Direction
from bot.core.lineage.graph import Lineage
from bot.core.lineage.impact import impact
from bot.core.lineage.search import find_element
from bot.core.lineage.weaving import weave
from bot.core.rule import Registry
from bot.render.lineage.formats import render_impact, render_lineage
from bot.render.terminal import Terminal
from tests.conftest import ROOT, Golden
from tests.core.lineage.woven import lineage
from tests.render.hostile import TEXTS

TIME = datetime(2026, 11, 3, 8, 0, tzinfo=UTC)
BOTH = (Direction.UP, Direction.DOWN)
PLAIN = Terminal()


@pytest.fixture(scope="module")
def bundled() -> Lineage:
    """Return the lineage of the bundled contracts."""
    files = sorted((ROOT / "contracts").rglob("*.yaml"))
    found = [read(file.read_bytes(), file.relative_to(ROOT).as_posix()) for file in files]
    return weave(
        Registry(
            contracts=tuple(one for one in found if isinstance(one, Contract)),
            products=tuple(one for one in found if not isinstance(one, Contract)),
        )
    )


@pytest.mark.parametrize(
    ("name", "form"),
    [
        pytest.param("overview.txt", "text", id="text"),
        pytest.param("overview.mmd", "mermaid", id="mermaid"),
        pytest.param("overview.dot", "dot", id="dot"),
    ],
)
def test_who_reads_whom(bundled: Lineage, golden: Golden, name: str, form: str) -> None:
    golden(f"lineage/{name}", render_lineage(overview(bundled), form, PLAIN, TIME))


@pytest.mark.parametrize(
    ("name", "form"),
    [
        pytest.param("kpis.txt", "text", id="text"),
        pytest.param("kpis.mmd", "mermaid", id="mermaid"),
        pytest.param("kpis.dot", "dot", id="dot"),
        pytest.param("kpis.json", "json", id="json"),
    ],
)
def test_what_a_contract_is_made_of(bundled: Lineage, golden: Golden, name: str, form: str) -> None:
    focus = find_element(bundled, "orders-kpis")

    golden(f"lineage/{name}", render_lineage(excerpt(bundled, focus, BOTH), form, PLAIN, TIME))


@pytest.mark.parametrize(("name", "form"), [("impact.txt", "text"), ("impact.json", "json")])
def test_whom_a_field_reaches(bundled: Lineage, golden: Golden, name: str, form: str) -> None:
    element = find_element(bundled, "customer_profile.email")

    found = impact(bundled, element)

    golden(f"lineage/{name}", render_impact(bundled, element, found, form, PLAIN))


def test_openlineage_has_every_source_of_every_field(bundled: Lineage) -> None:
    events = json.loads(render_lineage(overview(bundled), "openlineage", PLAIN, TIME))

    told = {
        (event["dataset"]["namespace"], event["dataset"]["name"], field, *source.values())
        for event in events
        for field, entry in event["dataset"]["facets"]["columnLineage"]["fields"].items()
        for source in entry["inputFields"]
    }
    transforms = {(edge.source, edge.target) for edge in bundled.edges if edge.kind == "transform"}
    assert len(told) == len(transforms)
    assert (
        *("customer-gold", "customer_view", "email"),
        *("customer-profile", "customer_profile", "marketing_consent"),
    ) in told
    assert (
        *("customer-silver@1", "customer_events", "channel"),
        *("customer-events", "bronze_customer_events", "payload"),
    ) in told
    assert {event["eventTime"] for event in events} == {"2026-11-03T08:00:00+00:00"}


def _hostile(name: str) -> Lineage:
    told = _quoted(name)
    return lineage(
        f"""\
id: {told}
schema:
- name: {told}
  properties:
  - {{name: {told}, logicalType: string}}
  - {{name: b, logicalType: string, transformSourceObjects: [{told}]}}
team: {{name: {told}, members: [{{username: {told}, role: owner}}]}}
customProperties: [{{property: consumers, value: [{{id: {_quoted(name + "!")}}}]}}]
"""
    )


def _quoted(name: str) -> str:
    """Return a text in quotes; YAML knows no pairs of surrogates, so an emoji stands as it is."""
    return json.dumps(name, ensure_ascii=all(ord(char) < 0x10000 for char in name))


def _shown(name: str) -> tuple[Lineage, list[Excerpt]]:
    graph = _hostile(name)
    focus = next(node for node in graph.documents)
    return graph, [overview(graph), excerpt(graph, focus, BOTH)]


_UNREADABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\ud800-\udfff]")
hostile_names = pytest.mark.parametrize(
    "name",
    [pytest.param(text, id=words) for words, text in TEXTS.items() if not _UNREADABLE.search(text)],
)
_MERMAID = re.compile(
    r"flowchart LR|  end"
    r'|  subgraph g\d+\["[^"\[\]<>`{}()|]*"\]'
    r'| +n\d+(\[|\(\[|\{\{)"[^"\[\]<>`{}()|]*"(\]|\]\)|\}\})'
    r'|  n\d+ (-->|-\.->)(\|"[a-zA-Z ,]+"\|)? n\d+'
    r"|  style n\d+ stroke-width:3px"
)
_DOT = re.compile(
    r"digraph lineage \{|  rankdir=LR;|  node \[shape=box\];|  subgraph cluster_\d+ \{|  ?\}|\}"
    r'|    label="([^"\\]|\\\\|\\")*";'
    r'| +n\d+ \[label="([^"\\]|\\\\|\\")*"(, (shape=\w+|penwidth=3))*\];'
    r'|  n\d+ -> n\d+( \[(label="[a-zA-Z ,]+")?(, )?(style=dashed)?\])?;'
)


@hostile_names
@pytest.mark.parametrize(
    ("form", "grammar"),
    [pytest.param("mermaid", _MERMAID, id="mermaid"), pytest.param("dot", _DOT, id="dot")],
)
def test_a_hostile_name_stays_in_its_label(name: str, form: str, grammar: re.Pattern[str]) -> None:
    for shown in _shown(name)[1]:
        lines = render_lineage(shown, form, PLAIN, TIME).splitlines()

        assert [line for line in lines if not grammar.fullmatch(line)] == []


@hostile_names
def test_a_hostile_name_is_fit_for_a_terminal(name: str) -> None:
    graph, excerpts = _shown(name)
    focus = next(node for node in graph.documents)
    texts = [render_lineage(shown, "text", PLAIN, TIME) for shown in excerpts]
    texts.append(render_impact(graph, focus, impact(graph, focus), "text", PLAIN))

    assert all(line.isprintable() for text in texts for line in text.splitlines())


@hostile_names
@pytest.mark.parametrize("form", ["json", "openlineage"])
def test_a_hostile_name_comes_back_from_json(name: str, form: str) -> None:
    for shown in _shown(name)[1]:
        text = render_lineage(shown, form, PLAIN, TIME)

        assert all(line.isprintable() for line in text.splitlines())
        assert json.loads(text) is not None


def test_no_other_format() -> None:
    with pytest.raises(ValueError, match="no such format"):
        render_lineage(overview(lineage("id: a\n")), "pdf", PLAIN, TIME)


def _chain(length: int) -> Lineage:
    """Return a lineage in which each contract reads the one before it."""
    first = "id: c0\nschema: [{name: t, properties: [{name: f}]}]\n"
    rest = (
        f"id: c{number}\nschema:\n- name: t\n  properties:\n"
        f"  - {{name: f, transformSourceObjects: [c{number - 1}.t.f]}}\n"
        for number in range(1, length + 1)
    )
    return lineage("---\n".join((first, *rest)))


def test_of_a_long_way_both_ends_are_told_and_how_much_is_left_out() -> None:
    graph = _chain(60)
    start = find_element(graph, "c0.t.f")
    found = impact(graph, start)

    last = json.loads(render_impact(graph, start, found, "json", PLAIN))["impacted"][-1]
    page = render_impact(graph, start, found, "text", PLAIN)

    assert (last["distance"], last["left_out"], len(last["kinds"])) == (60, 28, 32)
    assert last["way"][:2] == ["field:c0.t.f", "field:c1.t.f"]
    assert last["way"][16:18] == ["field:c16.t.f", "field:c44.t.f"]
    assert last["way"][-1] == "field:c60.t.f"
    assert "c1.t.f → c2.t.f → c3.t.f → … → c59.t.f" in page


def test_what_is_told_of_a_chain_grows_with_its_length_alone() -> None:
    sizes = []
    for length in (60, 240):
        graph = _chain(length)
        start = find_element(graph, "c0.t.f")
        sizes.append(len(render_impact(graph, start, impact(graph, start), "json", PLAIN)))

    assert sizes[1] < 6 * sizes[0]
