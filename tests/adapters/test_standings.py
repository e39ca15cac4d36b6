"""What is read of old states: the same as the whole reader reads, and of any text something."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.adapters.reading import read
from bot.adapters.standings import contract_in, marked
from bot.adapters.yaml_reader import read_yaml
from bot.core.contract.model import Contract
from bot.core.contract.node import MapNode, Node, SeqNode
from bot.core.deprecation.elements import entries
from bot.core.deprecation.record import read_record, record, written
from bot.core.deprecation.skeleton import skeleton
from bot.core.deprecation.standing import standing

ROOT = Path(__file__).resolve().parents[2]
BUNDLED = sorted((ROOT / "contracts").rglob("*.odcs.yaml"))
WHOLE = """\
apiVersion: v3.2.0
kind: DataContract
id: orders
version: 1.4.0
status: deprecated
slaProperties: [{property: endOfLife, value: "2027-01-31"}]
authoritativeDefinitions: [{type: replacedBy, url: "https://example.com/orders-2"}]
customProperties: [{property: deprecationWindowDays, value: 120}]
schema:
- id: o
  name: orders
  tags: [deprecated]
  properties:
  - {id: a, name: amount, logicalType: number, deprecated: true}
  - name: state
    logicalType: string
    enum: [{value: NEW}, {id: p, value: PAID, tags: [deprecated]}]
  - name: lines
    logicalType: array
    items:
      logicalType: object
      properties:
      - name: sku
        logicalType: string
        customProperties: [{property: deprecation, value: {removal: "2030-01-01"}}]
  - {name: more, logicalType: map, map: {key: {logicalType: string}, value: {logicalType: date}}}
"""


@pytest.mark.parametrize("file", BUNDLED, ids=lambda file: file.stem)
def test_a_valid_contract_is_read_as_by_the_whole_reader(file: Path) -> None:
    data = file.read_bytes()
    whole, quick = read(data, file.name), contract_in(data, file.name)

    assert isinstance(whole, Contract)
    assert quick is not None
    assert standing(quick) == standing(whole)
    assert [each.flag for each in entries(quick)] == [each.flag for each in entries(whole)]


def test_every_kind_of_deprecation_is_read_as_by_the_whole_reader() -> None:
    whole, quick = read(WHOLE.encode(), "x.yaml"), contract_in(WHOLE.encode(), "x.yaml")

    assert isinstance(whole, Contract)
    assert quick is not None
    assert standing(quick) == standing(whole)
    assert [each.flag for each in entries(quick)] == [each.flag for each in entries(whole)]


@pytest.mark.parametrize("text", [WHOLE, *(file.read_text("utf-8") for file in BUNDLED[:6])])
def test_a_record_that_was_written_is_read_as_it_was(text: str) -> None:
    found = contract_in(text.encode(), "x.yaml")
    assert found is not None
    known = record(found)

    again = read_record(written(known), "x.yaml")

    assert (again.flags, again.standing) == (known.flags, known.standing)
    assert (again.head.id, again.head.version) == (known.head.id, known.head.version)
    wishes = [custom.value for custom in again.head.custom_properties]
    assert wishes == [custom.value for custom in known.head.custom_properties][: len(wishes)]


@pytest.mark.parametrize(
    ("text", "may"),
    [
        pytest.param("deprecated: true", True, id="the flag"),
        pytest.param("status: Deprecated", True, id="in whatever case"),
        pytest.param('"\\x64eprecated": true', True, id="behind an escape"),
        pytest.param("status: active", False, id="nothing of the kind"),
    ],
)
def test_a_text_without_a_mark_is_not_parsed(text: str, *, may: bool) -> None:
    assert marked(text.encode()) is may


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("id: [", id="no YAML"),
        pytest.param("version: 1.0.0\n", id="no id"),
        pytest.param("id: 1\n", id="an id that is no text"),
        pytest.param("id: a\nkind: DataProduct\n", id="a data product"),
        pytest.param("apiVersion: v2.2.2\nid: a\ndataset: 1\n", id="an older form at fault"),
    ],
)
def test_what_is_no_contract_tells_nothing(text: str) -> None:
    assert contract_in(text.encode(), "x.yaml") is None


JUNK = (None, True, 0, 1.5, "", "deprecated")


def damaged(node: Node, chance: float, random: Random) -> Node:
    """Return a node in which some values are of a kind that nobody expects."""
    if random.random() < chance:
        return _junk(random)
    if isinstance(node, MapNode):
        found = MapNode(node.mark)
        for key, value in node.items():
            found[key] = damaged(value, chance, random)
        return found
    if isinstance(node, SeqNode):
        many = SeqNode(node.mark)
        many.extend(damaged(value, chance, random) for value in node)
        return many
    return node


def _junk(random: Random) -> Node:
    if random.random() < 0.5:
        return random.choice(JUNK)
    if random.random() < 0.5:
        found = SeqNode()
        found.extend(random.choice(JUNK) for _ in range(2))
        return found
    inner = MapNode()
    for key in ("name", "value", "property", "deprecated", "enum"):
        inner[key] = random.choice(JUNK)
    return inner


@settings(max_examples=150)
@given(random=st.randoms(use_true_random=False), chance=st.sampled_from([0.02, 0.1, 0.4]))
def test_whatever_is_wrong_in_a_document_its_flags_are_read(random: Random, chance: float) -> None:
    root = damaged(read_yaml(WHOLE.encode(), "x.yaml").root, chance, random)
    if not isinstance(root, MapNode):
        return

    found = skeleton(root, "x.yaml", "orders")
    known = record(found)

    assert standing(found).id == "orders"
    assert read_record(written(known), "x.yaml").flags == known.flags
