"""What the engine answers about a pair of documents."""

from __future__ import annotations

import json

from bot.core.check import Ruleset, Witnesses, compare
from bot.core.contract.model import Contract
from bot.core.finding import Finding
from bot.core.mode import Direction
from bot.core.review import blocks
from bot.core.rules import CATALOGUE
from tests.reading import contract
from tests.soundness.shapes import Document

ANSWERS = {
    direction: Ruleset(rules=CATALOGUE, weights={}, direction=direction)
    for direction in (Direction.BACKWARD, Direction.FORWARD, Direction.FULL)
}


def read(document: Document, file: str = "contract.yaml") -> Contract:
    """Return the contract in a document, read as the product reads it."""
    return contract(json.dumps(document), file)


def judged(
    old: Contract, new: Contract, direction: Direction, witnesses: Witnesses | None = None
) -> tuple[Finding, ...]:
    """Return the findings of the whole catalogue."""
    return compare(old, new, ANSWERS[direction], witnesses)


def compatible(old: Contract, new: Contract, direction: Direction) -> bool:
    """Tell whether the engine answers "compatible"."""
    return not any(blocks(finding) for finding in judged(old, new, direction))
