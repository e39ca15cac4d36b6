"""Contracts that are grown and edited at random, from their bytes to every format."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.adapters.odcs.shipped import NEWEST, Schema, schema_named
from bot.adapters.reading import read
from bot.core.errors import StewardError
from tests.fuzz.drive import FILE, drive, drive_pair
from tests.fuzz.editing import Edit, edited
from tests.fuzz.growing import keys, seeds
from tests.fuzz.hostile import NAMES
from tests.fuzz.writing import Tree, written

EDITS = st.lists(
    st.builds(
        Edit,
        at=st.integers(0, 2**24),
        deed=st.integers(0, 2**16),
        pick=st.integers(0, 2**24),
    ),
    max_size=6,
)
TREES = st.integers(0, len(seeds()) - 1)


def kept(tree: Tree, edits: list[Edit]) -> Tree:
    """Return the tree after those of the edits that leave it a contract that can be read."""
    for edit in edits:
        after = edited(tree, [edit])
        try:
            read(written(after), FILE)
        except StewardError:
            continue
        tree = after
    return tree


@pytest.mark.parametrize("number", range(0, len(seeds()), 6))
def test_each_grown_contract_goes_the_whole_way(number: int) -> None:
    drive(written(seeds()[number]))


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(tree=TREES, before=EDITS, after=EDITS)
def test_an_edited_contract_and_its_twin_go_the_whole_way(
    tree: int, before: list[Edit], after: list[Edit]
) -> None:
    old = kept(seeds()[tree], before)
    drive_pair(written(old), written(kept(old, after)))


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(tree=TREES, edits=EDITS)
def test_whatever_the_edits_make_is_read_or_refused(tree: int, edits: list[Edit]) -> None:
    drive(written(edited(seeds()[tree], edits)))


def test_every_property_of_the_standard_grows_somewhere() -> None:
    grown = {key for tree in seeds() for key in keys(tree)}
    assert set(_properties(schema_named(NEWEST))) - grown == set()


def test_what_is_shared_is_written_once_and_read_as_the_same() -> None:
    shared = {"name": "a", "logicalType": "string"}
    tree = {
        "apiVersion": "v3.2.0",
        "kind": "DataContract",
        "id": "a",
        "version": "1.0.0",
        "schema": [{"name": name, "properties": [shared, shared]} for name in NAMES[5:7]],
    }
    data = written(tree)
    assert data.count(b"logicalType") == 1
    read(data, FILE)


def _properties(schema: Schema | list[Schema]) -> Iterator[str]:
    if isinstance(schema, dict) and isinstance(schema.get("properties"), dict):
        yield from schema["properties"]
    for entry in schema.values() if isinstance(schema, dict) else schema:
        if isinstance(entry, dict | list):
            yield from _properties(entry)
