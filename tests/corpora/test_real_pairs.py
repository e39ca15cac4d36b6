"""Consecutive versions of real contracts: each pair gets a verdict, or its faults are explained.

More than half of the pairs are not valid under the standard that they declare; that is what real
repositories hold. Whether a removal is told is asked of them too, of the bones of their schema.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.adapters.reading import read_contract
from bot.adapters.yaml_reader import read_yaml
from bot.app.comparing import Text, diff_texts
from bot.core.check import Ruleset, compare
from bot.core.contract.node import Node
from bot.core.contract.synonyms import logical_type
from bot.core.errors import ErrorCode, StewardError
from bot.core.mode import Direction
from bot.core.policy.settings import DEFAULT_SETTINGS
from bot.core.review import Judging
from bot.core.rules import CATALOGUE
from tests.conftest import SHARED

ROOT = SHARED / "odcs/pairs"
JUDGING = Judging(rules=CATALOGUE, settings=DEFAULT_SETTINGS)
GONE = {
    "object-removed",
    "field-removed",
    "object-renamed",
    "field-renamed",
    "field-case-changed",
    "logical-name-changed",
}


@dataclass(frozen=True, slots=True)
class RealPair:
    """Two versions of one file, and what its repository says was removed."""

    name: str
    old: Path
    new: Path
    removed: tuple[str, ...]


def pairs() -> list[RealPair]:
    found = []
    for meta in sorted(ROOT.glob("*/*-meta.json")):
        old, new = (
            meta.with_name(meta.name.replace("-meta.json", f"-{side}.yaml"))
            for side in ("old", "new")
        )
        summary = json.loads(meta.read_text(encoding="utf-8"))["summary"]
        name = f"{meta.parent.name}/{meta.name[:3]}"
        found.append(RealPair(name, old, new, tuple(summary.get("removed", ()))))
    return found


PAIRS = pairs()


def verdict(pair: RealPair) -> bool | None:
    """Return whether the pair is compatible, None where its files are refused with their faults."""
    old, new = (Text(name=file.name, data=file.read_bytes()) for file in (pair.old, pair.new))
    try:
        review = diff_texts(old, new, JUDGING, read_contract)
    except StewardError as error:
        for fault in error.faults:
            assert fault.code is not ErrorCode.INTERNAL
            assert fault.message
            assert fault.hint
            assert fault.where is not None
            assert fault.where.file in {pair.old.name, pair.new.name}
            assert fault.where.line > 0
        return None
    return review.contracts[0].compatible


@pytest.mark.shared
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_a_pair_gets_a_verdict_or_its_faults_are_explained(pair: RealPair) -> None:
    assert verdict(pair) in {True, False, None}


@pytest.mark.shared
def test_no_valid_pair_is_refused() -> None:
    judged = [pair for pair in PAIRS if verdict(pair) is not None]

    assert (len(PAIRS), len(judged)) == (153, 71)


@pytest.mark.shared
@pytest.mark.parametrize(
    "pair", [pair for pair in PAIRS if pair.removed], ids=lambda pair: pair.name
)
def test_what_was_removed_is_told(pair: RealPair) -> None:
    old, new = (
        read_contract(bones(file.read_bytes(), file.name).encode(), file.name)
        for file in (pair.old, pair.new)
    )
    ruleset = Ruleset(rules=CATALOGUE, weights={}, direction=Direction.FORWARD)
    told = {found.path for found in compare(old, new, ruleset) if found.name in GONE}

    untold = [
        path
        for path in pair.removed
        if not any(path == gone or path.startswith((f"{gone}.", f"{gone}[]")) for gone in told)
    ]
    assert untold == []


def bones(data: bytes, file: str) -> str:
    """Return a contract of nothing but the names and types in a text, valid or not."""
    schema = read_yaml(data, file).root.get("schema")
    contract = {
        "apiVersion": "v3.2.0",
        "kind": "DataContract",
        "id": "bones",
        "version": "1.0.0",
        "schema": [
            {"name": str(entry.get("name")), "properties": fields(entry.get("properties"))}
            for entry in (schema if isinstance(schema, list) else ())
            if isinstance(entry, dict)
        ],
    }
    return json.dumps(contract, indent=1)


def fields(node: Node) -> list[dict[str, object]]:
    entries = node if isinstance(node, list) else ()
    return [field(entry) for entry in entries if isinstance(entry, dict)]


def field(entry: dict[str, Node]) -> dict[str, object]:
    kind = logical_type(str(entry.get("logicalType")))
    made: dict[str, object] = {"name": str(entry.get("name"))}
    if kind in {"string", "number", "integer", "boolean", "date", "timestamp", "object", "array"}:
        made["logicalType"] = kind
    if isinstance(entry.get("physicalType"), str):
        made["physicalType"] = entry["physicalType"]
    if "properties" in entry:
        made["properties"] = fields(entry["properties"])
    items = entry.get("items")
    if isinstance(items, dict):
        made["items"] = field(items)
    return made
