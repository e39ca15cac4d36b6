"""What holds between the answers, whatever the contracts are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable
from typing import Any

from bot.core.check import survey
from bot.core.contract.model import Contract
from bot.core.diff.changes import Added, Change, Changed, Removed, Renamed, Reordered
from bot.core.diff.walk import diff
from bot.core.finding import Finding
from bot.core.mode import Direction
from bot.core.review import blocks
from bot.core.rule import Registry
from tests.soundness.edits import Pair
from tests.soundness.judging import ANSWERS, compatible, judged, read
from tests.soundness.shapes import Json

ForPairs = Callable[[int, Callable[[Pair], None]], None]
_LISTS_WITHOUT_ORDER = ("schema", "properties", "enum", "required")


def test_nothing_differs_from_itself(for_pairs: ForPairs) -> None:
    def check(pair: Pair) -> None:
        for document in pair:
            one, two = read(document), read(turned(document, lists=False), "other.yaml")
            assert (list(diff(one, one)), list(diff(one, two))) == ([], [])

    for_pairs(60, check)


def test_the_way_back_tells_the_same_changes_the_other_way_round(for_pairs: ForPairs) -> None:
    def check(pair: Pair) -> None:
        old, new = read(pair[0]), read(pair[1])
        there = Counter(mirrored(change) for change in diff(old, new))
        back = Counter(told(change) for change in diff(new, old))
        assert there == back

    for_pairs(150, check)


def told(change: Change) -> Hashable:
    """Return a change without its place, whose path is that of one side."""
    match change:
        case Added(element=element) | Removed(element=element):
            return type(change).__name__, change.subject, id(element)
        case Renamed(before=before, after=after, by=by, likeness=likeness):
            return "Renamed", id(before), id(after), by, likeness
        case Reordered(before=before, after=after):
            return "Reordered", change.subject, id(before), id(after)
        case Changed(before=before, after=after):
            return (
                "Changed",
                change.subject,
                id(before),
                id(after),
                str(change.old),
                str(change.new),
            )


def mirrored(change: Change) -> Hashable:
    """Return a change as it is told on the way back."""
    match change:
        case Added(place=place, element=element):
            return told(Removed(place, element))
        case Removed(place=place, element=element):
            return told(Added(place, element))
        case Renamed(place=place, before=one, after=two, by=by, likeness=likeness):
            return told(Renamed(place, two, one, change.new_name, change.old_name, by, likeness))
        case Reordered(place=place, before=one, after=two):
            return told(Reordered(place, two, one))
        case Changed(place=place, before=one, after=two, attribute=key):
            return told(Changed(place, two, one, key, change.new, change.old))


def test_full_is_backward_and_forward(for_pairs: ForPairs) -> None:
    def check(pair: Pair) -> None:
        old, new = read(pair[0]), read(pair[1])
        both = [compatible(old, new, way) for way in (Direction.BACKWARD, Direction.FORWARD)]
        assert compatible(old, new, Direction.FULL) is all(both)

    for_pairs(150, check)


def test_the_order_of_fields_keys_and_values_decides_nothing(for_pairs: ForPairs) -> None:
    def check(pair: Pair) -> None:
        straight = read(pair[0]), read(pair[1], "moved/contract.yaml")
        aside = read(turned(pair[0])), read(pair[1])
        if guesses(*straight) or guesses(*aside):
            return  # the place of a field is evidence for a rename
        for direction in ANSWERS:
            assert blocking(judged(*straight, direction)) == blocking(judged(*aside, direction))

    for_pairs(150, check)


def guesses(old: Contract, new: Contract) -> bool:
    """Tell whether a rename is guessed among the changes."""
    return any(isinstance(change, Renamed) and change.likeness < 1.0 for change in diff(old, new))


def blocking(findings: tuple[Finding, ...]) -> Counter[tuple[str, str]]:
    return Counter((finding.rule, finding.path) for finding in findings if blocks(finding))


def turned(value: Json, *, lists: bool = True) -> Json:
    """Return a document with its keys turned around, and its lists whose order means nothing."""
    match value:
        case dict():
            turned_around: dict[str, Any] = {}
            for key in reversed(value):
                inner = turned(value[key], lists=lists)
                around = lists and key in _LISTS_WITHOUT_ORDER and isinstance(inner, list)
                turned_around[key] = inner[::-1] if around else inner
            return turned_around
        case list():
            return [turned(item, lists=lists) for item in value]
        case _:
            return value


def test_the_order_of_files_decides_nothing(for_pairs: ForPairs) -> None:
    def check(pair: Pair) -> None:
        first, second = read(pair[0], "a.yaml"), read(pair[1] | {"id": "other"}, "b.yaml")
        ruleset = ANSWERS[Direction.FULL]
        straight = survey(Registry(contracts=(first, second)), ruleset)
        aside = survey(Registry(contracts=(second, first)), ruleset)
        assert [finding.fingerprint for finding in straight] == [
            finding.fingerprint for finding in aside
        ]

    for_pairs(60, check)
