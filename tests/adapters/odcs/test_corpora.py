"""What the two engines, and those who collected them, say of the contracts of other people."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import jsonschema
import pytest

from bot.adapters.odcs.kinds import standard_of
from bot.adapters.odcs.shipped import is_valid, schema_named
from bot.adapters.odcs.validation import judge
from bot.adapters.yaml_reader import read_yaml
from bot.core.contract.node import Document
from bot.core.errors import StewardError

FOLDERS = ("examples", "realworld", "pairs")

DISAGREEMENTS = {
    "tool/datacontract__datacontract-editor__public__big-contract-odcs.yaml": (
        "names such as `018` are numbers in YAML 1.2; the list was made with YAML 1.1, where they"
        " are text because 8 is no octal digit"
    ),
    "examples/dev/src/script/negative-tests/invalid-api-version.odcs.yaml": (
        "the list has no schema for v4.0.0; for us a version that nobody knows is a fault"
    ),
}
"""Where a list and our verdict differ, and why."""


@cache
def _documents(shared: Path) -> dict[str, Document]:
    """Return every document that can be read, by its path."""
    found: dict[str, Document] = {}
    for folder in FOLDERS:
        for file in sorted((shared / "odcs" / folder).rglob("*.y*ml")):
            name = file.relative_to(shared / "odcs").as_posix()
            try:
                found[name] = read_yaml(file.read_bytes(), name)
            except StewardError:
                continue
    return found


@pytest.mark.parametrize("folder", FOLDERS)
def test_both_engines_come_to_the_same_verdict(folder: str, shared: Path) -> None:
    differing: list[str] = []
    judged = 0
    for name, document in _documents(shared).items():
        standard, _ = standard_of(document)
        if name.startswith(f"{folder}/") and standard is not None:
            judged += 1
            slow = jsonschema.Draft201909Validator(schema_named(standard.schema))
            if slow.is_valid(document.root) != is_valid(standard.schema, document.root):
                differing.append(name)

    assert judged > 50
    assert differing == []


def _listed(shared: Path) -> Iterator[tuple[str, str, str]]:
    """Yield each file of the two lists, its path below the corpus, and its listed verdict."""
    for table, folder, path, verdict in (
        ("realworld/MANIFEST.csv", "realworld/", "file", "valid"),
        ("examples/VALIDATION.csv", "", "path", "own-schema"),
    ):
        text = (shared / "odcs" / table).read_text("utf-8")
        for row in csv.DictReader(io.StringIO(text)):
            yield row[path], folder + row[path], row[verdict].lower()


def test_our_verdict_is_the_listed_one_or_the_difference_is_explained(shared: Path) -> None:
    documents = _documents(shared)
    differing: list[str] = []
    compared = 0
    for name, path, listed in _listed(shared):
        if path not in documents:
            continue
        compared += 1
        ours = "invalid" if judge(documents[path])[1] else "valid"
        if ours != listed:
            differing.append(name)

    assert compared > 150
    assert sorted(differing) == sorted(DISAGREEMENTS)


def test_every_fault_of_every_document_is_explained_at_its_place(shared: Path) -> None:
    unplaced: list[str] = []
    plain: list[str] = []
    for name, document in _documents(shared).items():
        for fault in judge(document)[1]:
            if fault.where is None or not fault.excerpt or not fault.hint:
                unplaced.append(f"{name}: {fault.message}")
            if "is not valid ODCS" in fault.message or "none of the forms" in fault.message:
                plain.append(f"{name}: {fault.message}")

    assert unplaced == []
    assert plain == []


NOBODY_KNOWS = {
    "clauses",
    "cross_checks",
    "implementation_model",
    "observations",
    "profiling",
    "record_count",
    "registry",
    "source_path",
    "undefinedOption",
    "undefinedPropertyField",
    "undefinedSchemaProperty",
    "unknownRootField",
}
"""Keys of which no more can be said than where such things are kept, or what else there is."""


def test_every_unknown_key_that_people_wrote_gets_advice_of_its_own(shared: Path) -> None:
    seen: dict[str, str] = {}
    general: set[str] = set()
    for document in _documents(shared).values():
        for fault in judge(document)[1]:
            if fault.code == "E203":
                key = fault.message.split("`")[1]
                seen.setdefault(key, fault.hint)
                if "or take it out" in fault.hint or "take it out, or" in fault.hint:
                    general.add(key)

    assert len(seen) > 40
    assert sorted(general) == sorted(NOBODY_KNOWS & set(seen))
    assert set(seen) >= NOBODY_KNOWS
