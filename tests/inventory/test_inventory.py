"""Every property of the standard and every kind of change to it has one judgement."""

from __future__ import annotations

import csv
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

from bot.core.check import Ruleset, compare, gate, lint, required_bump
from bot.core.errors import StewardError
from bot.core.finding import Finding, Weight
from bot.core.mode import Direction
from bot.core.rule import FAMILIES, Release, whole
from bot.core.rules import CATALOGUE
from tests.inventory.row import Row
from tests.reading import contract

HERE = Path(__file__).parent
FAMILY_ROWS = {
    family: import_module(f"tests.inventory.{family}").ROWS
    for family in sorted(set(FAMILIES.values()))
    if (HERE / f"{family}.py").exists()
}
ROWS = [
    pytest.param(row, id=f"{family}: {row.path}: {row.change}"[:150])
    for family, rows in FAMILY_ROWS.items()
    for row in rows
]
_WORDS = {"X": "breaking", "?": "unsure", "ok": "note", "-": "note"}
_OURS = {"none": "note", "warning": "note", "refused": "breaking"}


def findings(row: Row, direction: Direction) -> list[Finding]:
    old, new = contract(whole(row.old), "old.yaml"), contract(whole(row.new), "new.yaml")
    ruleset = Ruleset(rules=CATALOGUE, weights={}, direction=direction)
    found = compare(old, new, ruleset)
    release = Release(old=old, new=new, required=required_bump(found), changed=bool(found))
    beside = [*gate(release, ruleset), *lint(new, ruleset)]
    return [*found, *(finding for finding in beside if finding.rule == row.rule)]


def judged(row: Row, direction: Direction) -> str:
    if row.backward == "refused":
        with pytest.raises(StewardError):
            contract(whole(row.new), "new.yaml")
        return "refused"
    return heaviest(findings(row, direction))


def heaviest(found: list[Finding]) -> str:
    weight = max((finding.weight for finding in found), default=Weight.OFF)
    return "none" if weight is Weight.OFF else weight.word


@pytest.mark.parametrize("row", ROWS)
def test_a_row_is_judged_as_it_claims(row: Row) -> None:
    actual = (judged(row, Direction.BACKWARD), judged(row, Direction.FORWARD))

    assert actual == (row.backward, row.forward)
    if row.rule is not None:
        assert row.rule in {found.rule for found in findings(row, Direction.FORWARD)}


@pytest.fixture(scope="module")
def inventory(shared: Path) -> list[dict[str, str]]:
    with (shared / "odcs/INVENTORY.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_row_of_the_inventory_is_answered_once(inventory: list[dict[str, str]]) -> None:
    asked = Counter((row["path"], row["change"]) for row in inventory)
    answered = Counter((row.path, row.change) for rows in FAMILY_ROWS.values() for row in rows)

    assert sorted((asked - answered).elements()) == []
    assert sorted((answered - asked).elements()) == []


def test_a_judgement_that_differs_from_the_inventory_says_why(
    inventory: list[dict[str, str]],
) -> None:
    given = {(row["path"], row["change"]): (row["backward"], row["forward"]) for row in inventory}
    unexplained = []
    for rows in FAMILY_ROWS.values():
        for row in rows:
            told = given.get((row.path, row.change), ("", ""))
            words = tuple(_WORDS.get(word, "") for word in told)
            ours = tuple(_OURS.get(word, word) for word in (row.backward, row.forward))
            if words != ours and "" not in words and not row.correction:
                unexplained.append((row.path, row.change, words, ours))

    assert unexplained == []
