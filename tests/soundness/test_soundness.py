"""Whenever the engine answers "compatible", no row may show the opposite.

Contracts are generated a few edits apart, rows are made under each of them near every border of
both, and judged by the oracle of this folder. See `--soundness-examples` for long runs.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations

import pytest

from bot.core.finding import Confidence, Finding, Plane
from bot.core.mode import Direction
from bot.core.witness.search import find
from tests.soundness.edits import Pair
from tests.soundness.families import families
from tests.soundness.judging import compatible, judged, read
from tests.soundness.search import counterexample, gone, readings
from tests.soundness.shapes import Document
from tests.soundness.witnesses import why_not

FAMILIES = families()
ForPairs = Callable[[int, Callable[[Pair], None]], None]


def shown_backward(old: Document, new: Document) -> list[str]:
    """Return what data made under the old contract show against the new one."""
    found = (counterexample(old, new, reading) for reading in readings(old, new))
    return [str(shown) for shown in found if shown]


def shown_forward(old: Document, new: Document) -> list[str]:
    """Return what data made under the new contract show against the old one."""
    found = []
    for reading in readings(old, new):
        lost = gone(old, new, reading)
        shown = f"{lost} is gone" if lost else counterexample(new, old, reading)
        found += [str(shown)] if shown else []
    return found


@pytest.mark.parametrize(
    ("direction", "against"),
    [
        pytest.param(Direction.BACKWARD, shown_backward, id="old data keep to the new contract"),
        pytest.param(Direction.FORWARD, shown_forward, id="new data keep to the old contract"),
    ],
)
def test_what_is_called_compatible_is_compatible(
    for_pairs: ForPairs,
    direction: Direction,
    against: Callable[[Document, Document], list[str]],
) -> None:
    def check(pair: Pair) -> None:
        old, new = pair
        if old != new and compatible(read(old), read(new), direction):
            assert against(old, new) == []

    for_pairs(250, check)


@pytest.mark.parametrize("family", FAMILIES)
def test_no_change_of_one_thing_is_called_compatible_where_it_is_not(family: str) -> None:
    members = [(document, read(document)) for document in FAMILIES[family]]
    wrong = []
    for (old, before), (new, after) in permutations(members, 2):
        if compatible(before, after, Direction.BACKWARD):
            wrong += [("backward", old, new, shown) for shown in shown_backward(old, new)]
        if compatible(before, after, Direction.FORWARD):
            wrong += [("forward", old, new, shown) for shown in shown_forward(old, new)]
    assert wrong == []


@pytest.mark.parametrize("family", FAMILIES)
def test_every_proof_of_a_change_of_one_thing_proves(family: str) -> None:
    members = [(document, read(document)) for document in FAMILIES[family]]
    wrong = []
    for (old, before), (new, after) in permutations(members, 2):
        told = judged(before, after, Direction.FULL, find)
        wrong += [why for one in told if proven(one) and (why := why_not(one, old, new))]
    assert wrong == []


def test_a_proof_proves(for_pairs: ForPairs) -> None:
    def check(pair: Pair) -> None:
        old, new = pair
        told = judged(read(old), read(new), Direction.FULL, find)
        unproven = [why_not(finding, old, new) for finding in told if proven(finding)]
        assert [reason for reason in unproven if reason] == []

    for_pairs(250, check)


def proven(finding: Finding) -> bool:
    return finding.plane is Plane.WIRE and finding.confidence is Confidence.PROVEN
