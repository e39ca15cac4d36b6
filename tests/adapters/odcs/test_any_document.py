"""What holds for every document, found by damaging one that uses most of the standard."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.adapters.odcs.shipped import VERSIONS, is_valid, schema_named
from bot.adapters.odcs.validation import judge
from bot.core.contract.migration import migrate
from bot.core.contract.node import Document, MapNode, Node, SeqNode
from tests.adapters.odcs.documents import document

WHOLE = """\
kind: DataContract
id: orders
version: 1.0.0
status: active
tags: [sales]
description: {purpose: p, usage: u, customProperties: [{property: a, value: 1}]}
servers:
  - {server: prod, type: postgresql, host: h, port: 5432, database: d, schema: s}
  - {server: lake, type: s3, location: "s3://b/p", roles: [{role: r}]}
schema:
  - name: orders
    physicalName: orders_v1
    authoritativeDefinitions: [{url: u, type: t}]
    properties:
      - {name: id, logicalType: string, required: true, logicalTypeOptions: {minLength: 1}}
      - {name: amount, logicalType: number, logicalTypeOptions: {minimum: 0}}
      - {name: lines, logicalType: array, items: {logicalType: object, properties: []}}
    quality:
      - {type: sql, query: SELECT 1, mustBe: 1, customProperties: [{property: a, value: b}]}
      - {type: custom, engine: e, implementation: {a: 1}}
slaProperties: [{property: latency, value: 4, unit: h}]
roles: [{role: analyst, access: read}]
support: [{channel: help, url: "https://example.com"}]
team: [{username: ada, role: Owner}]
price: {priceAmount: 9.95, priceCurrency: EUR}
customProperties: [{property: a, value: [1]}]
"""
VERSIONS_3 = VERSIONS[1:]


def _keys_of(schema: object) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from schema.get("properties", ())
        for part in schema.values():
            yield from _keys_of(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from _keys_of(part)


KEYS = sorted({key for name in VERSIONS for key in _keys_of(schema_named(name))} | {"isNullable"})


def _sequence(values: list[Node]) -> SeqNode:
    node = SeqNode((2, 1))
    for value in values:
        node.add(value, (2, 1))
    return node


def _mapping(values: dict[str, Node]) -> MapNode:
    node = MapNode((2, 1))
    for key, value in values.items():
        node.put(key, value, (2, 1), (2, 1))
    return node


SCALARS: st.SearchStrategy[Node] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 99),
    st.sampled_from(["", "a.b", "two words", "1000", "nullCheck", "rowCount", "validValues"]),
    st.text(max_size=4, alphabet="a`\n\u202e\x1b{}"),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=2).map(_sequence)
        | st.dictionaries(st.sampled_from(KEYS), inner, max_size=2).map(_mapping)
    ),
    max_leaves=4,
)


def _mappings(node: Node) -> Iterator[MapNode]:
    if isinstance(node, MapNode):
        yield node
        for inner in node.values():
            yield from _mappings(inner)
    elif isinstance(node, SeqNode):
        for inner in node:
            yield from _mappings(inner)


@st.composite
def damaged(draw: st.DrawFn) -> Document:
    """Return the whole contract, of some version, with up to three keys put or taken out."""
    version = draw(st.sampled_from(VERSIONS_3)).removeprefix("odcs-")
    whole = document(f"apiVersion: v{version}\n{WHOLE}")
    root = deepcopy(whole.root)
    for _ in range(draw(st.integers(1, 3))):
        places = list(_mappings(root))
        place = places[draw(st.integers(0, len(places) - 1))]
        key = draw(st.sampled_from(sorted({*place, *KEYS}) if draw(st.booleans()) else KEYS))
        if key in place and draw(st.booleans()):
            del place[key]
        elif key != "apiVersion":
            place.put(key, draw(VALUES), (2, 1), (2, 1))
    return Document(whole.file, whole.text, root)


@settings(max_examples=150)
@given(damaged())
def test_faults_are_told_exactly_where_a_document_is_not_valid(found: Document) -> None:
    standard, faults = judge(found)

    assert (faults == ()) == (standard is not None and is_valid(standard.schema, found.root))
    for fault in faults:
        assert fault.message.isprintable()
        assert fault.hint.isprintable()
        assert fault.where is not None


@settings(max_examples=150)
@given(damaged())
def test_a_valid_contract_of_any_version_is_valid_in_the_newest_form(found: Document) -> None:
    standard, faults = judge(found)
    if faults or standard is None:
        return
    before = deepcopy(found.root)
    migrated = migrate(found)

    assert is_valid("odcs-3.2.0", migrated.root)
    assert migrate(migrated) is migrated
    assert found.root == before
