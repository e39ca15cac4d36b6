"""What stands between history and pages: stories, searches, comparisons of lines, scores."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.adapters.git import Repository
from site_gen.catalogue import Catalogue
from site_gen.deprecations import endings
from site_gen.graph import graph_file
from site_gen.indexing import words_of
from site_gen.line_diff import hunks
from site_gen.neighbours import neighbours
from site_gen.score import Mark, score
from site_gen.search import search_files, shard
from site_gen.story import story


def test_a_story_tells_since_when_each_field_is_there(
    story_folder: Path, story_catalogue: Catalogue
) -> None:
    repository = Repository.discover(story_folder)
    told = story(repository, story_catalogue, story_catalogue.by_id["orders-orders"])
    assert told.since["orders.id"] == "1.0.0"
    assert told.since["orders.ingested_at"] == "1.1.0"
    assert [(step.old.version, step.compatible) for step in told.steps.values()] == [
        ("1.1.0", True),
        ("1.0.0", True),
    ]


@pytest.mark.parametrize(
    ("newest", "expected"),
    [
        pytest.param(2, [("1.1.0", "1.1.1"), ("1.0.0", "1.1.0")], id="neighbours at least"),
        pytest.param(
            3,
            [("1.1.0", "1.1.1"), ("1.0.0", "1.1.1"), ("1.0.0", "1.1.0")],
            id="each two of the newest",
        ),
    ],
)
def test_a_story_pairs_its_versions(
    story_folder: Path,
    story_catalogue: Catalogue,
    newest: int,
    expected: list[tuple[str, str]],
) -> None:
    repository = Repository.discover(story_folder)
    told = story(repository, story_catalogue, story_catalogue.by_id["orders-orders"])
    assert [(old.version, new.version) for old, new in told.pairs(newest)] == expected


def test_what_is_deprecated_may_go_on_the_day_that_history_and_promise_allow(
    story_folder: Path, story_catalogue: Catalogue
) -> None:
    found = endings(Repository.discover(story_folder), story_catalogue)
    assert [(one.contract.id, one.path, str(one.clock.day), str(one.day)) for one in found] == [
        ("customer-events", "customer_events.ip_address", "2026-09-14", "2027-01-15"),
        ("customer-silver", "", "2026-08-03", "2027-03-31"),
    ]


def test_a_contract_scores_what_it_has(story_folder: Path, story_catalogue: Catalogue) -> None:
    entry = story_catalogue.by_id["orders-orders"]
    told = story(Repository.discover(story_folder), story_catalogue, entry)
    marks = score(entry, told.records()).marks
    assert marks["owner"] == Mark(1, 1)
    assert marks["described"] == Mark(7, 7)
    assert marks["honest"] == Mark(2, 2)


def test_a_search_finds_the_words_of_names_and_meanings_without_accents(
    story_catalogue: Catalogue,
) -> None:
    files = {asset.path: asset.data for asset in search_files(story_catalogue, "en")}
    text = files["search/w-ad.js"].decode()
    known = json.loads(f"[{text.removeprefix('contractsPart(').removesuffix(');' + chr(10))}]")[1]
    assert "adresse" in known
    assert max(map(len, files.values())) < 60_000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Événement d’ingestion", ["evenement", "ingestion"], id="accents fall"),
        pytest.param("customer_id", ["customer", "id"], id="a name is its words"),
        pytest.param("a 1 bb", ["bb"], id="one letter is no word"),
    ],
)
def test_a_text_is_looked_for_by_its_words(text: str, expected: list[str]) -> None:
    assert list(words_of(text)) == expected
    assert all(shard(word).isascii() for word in expected)


def test_a_word_of_another_script_has_a_file_too() -> None:
    assert shard("цена") == "__"


def test_the_graph_encloses_before_it_is_enclosed(story_catalogue: Catalogue) -> None:
    graph = graph_file(neighbours(story_catalogue))
    nodes, edges = graph["nodes"], graph["edges"]
    assert isinstance(nodes, list)
    assert isinstance(edges, list)
    assert all(node[2] < place for place, node in enumerate(nodes))
    assert len(edges) == len(story_catalogue.lineage.edges)


def test_lines_that_differ_are_told_below_and_beside_each_other() -> None:
    (found,) = hunks("a\nb\nc\n", "a\nB\nc\nd\n")
    assert [(line.kind, line.old_number, line.new_number) for line in found.lines] == [
        ("same", 1, 1),
        ("removed", 2, None),
        ("added", None, 2),
        ("same", 3, 3),
        ("added", None, 4),
    ]
    assert [(line.kind, line.old, line.new) for line in found.paired] == [
        ("same", "a", "a"),
        ("both", "b", "B"),
        ("same", "c", "c"),
        ("added", None, "d"),
    ]


def test_equal_texts_have_no_difference() -> None:
    assert hunks("a\n", "a\n") == ()
