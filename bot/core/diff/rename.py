"""Guesses renames among fields or objects that found no partner by name or id.

The score weighs only evidence that both sides give: type, constraints, description, lineage,
place, and the likeness of the names. A guess never hides a break; it explains one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from bot.core.contract.model import Field, SchemaObject

ENOUGH = 0.72
"""Below this score two fields are told as one removed and one added."""
_MOST_PAIRS = 4_000
"""Guessing is quadratic; a change that removes and adds more than this is a rewrite."""


def guess_fields(
    removed: Sequence[Field],
    added: Sequence[Field],
    old: Sequence[Field],
    new: Sequence[Field],
) -> Iterator[tuple[Field, Field, float]]:
    """Yield (before, after, likeness) for fields that look like one, surest first."""
    if len(removed) * len(added) > _MOST_PAIRS:
        return
    old_places = {id(member): index for index, member in enumerate(old)}
    new_places = {id(member): index for index, member in enumerate(new)}
    scores = [
        (_field_likeness(before, after, old_places[id(before)] == new_places[id(after)]), i, j)
        for i, before in enumerate(removed)
        for j, after in enumerate(added)
    ]
    yield from _best(removed, added, scores)


def guess_objects(
    removed: Sequence[SchemaObject], added: Sequence[SchemaObject]
) -> Iterator[tuple[SchemaObject, SchemaObject, float]]:
    """Yield (before, after, likeness) for objects that share most of their fields."""
    if len(removed) * len(added) > _MOST_PAIRS:
        return
    scores = [
        (_object_likeness(before, after), i, j)
        for i, before in enumerate(removed)
        for j, after in enumerate(added)
    ]
    for before, after, score in _best(removed, added, scores):
        yield before, after, score


def _best(
    removed: Sequence[object], added: Sequence[object], scores: list[tuple[float, int, int]]
) -> Iterator[tuple[object, object, float]]:
    used_old: set[int] = set()
    used_new: set[int] = set()
    for score, i, j in sorted(scores, key=lambda entry: (-entry[0], entry[1], entry[2])):
        if score < ENOUGH:
            return
        if i not in used_old and j not in used_new:
            used_old.add(i)
            used_new.add(j)
            yield removed[i], added[j], round(score, 2)


def _field_likeness(before: Field, after: Field, same_place: bool) -> float:
    if before.logical_type != after.logical_type:
        return 0.0
    evidence = [
        (0.25, _types(before, after)),
        (0.15, 1.0 if _constraints(before) == _constraints(after) else 0.3),
        (0.30, _names(before.name, after.name)),
        (0.10, 1.0 if same_place else 0.0),
    ]
    if before.description and after.description:
        evidence.append((0.35, _texts(before.description, after.description)))
    if before.transform_source_objects and after.transform_source_objects:
        same = before.transform_source_objects == after.transform_source_objects
        evidence.append((0.35, 1.0 if same else 0.0))
    if before.properties or after.properties:
        evidence.append((0.30, _shared(before.properties, after.properties)))
    return sum(weight * score for weight, score in evidence) / sum(weight for weight, _ in evidence)


def _types(before: Field, after: Field) -> float:
    if before.physical_type and after.physical_type:
        return 1.0 if before.physical_type.lower() == after.physical_type.lower() else 0.4
    return 0.8 if before.logical_type else 0.4


def _constraints(member: Field) -> tuple[object, ...]:
    return (
        member.required,
        member.unique,
        member.primary_key,
        member.options,
        member.classification,
        None if member.enum is None else tuple(entry.value for entry in member.enum),
    )


def _names(before: str, after: str) -> float:
    plain_before, plain_after = _plain(before), _plain(after)
    if plain_before == plain_after:
        return 1.0
    if set(plain_before.split("_")) & set(plain_after.split("_")):
        return max(0.7, _texts(plain_before, plain_after))
    return _texts(plain_before, plain_after)


def _plain(name: str) -> str:
    """Return a name in lower snake case, so that `orderId` and `ORDER_ID` are alike."""
    spaced = "".join(
        f"_{letter}" if letter.isupper() and index and not name[index - 1].isupper() else letter
        for index, letter in enumerate(name[:200])
    )
    return spaced.lower().replace("-", "_").replace(" ", "_").replace("__", "_")


def _texts(before: str, after: str) -> float:
    return SequenceMatcher(None, before[:300], after[:300], autojunk=False).ratio()


def _shared(before: Sequence[Field], after: Sequence[Field]) -> float:
    names_before = {(member.name, member.logical_type) for member in before}
    names_after = {(member.name, member.logical_type) for member in after}
    return len(names_before & names_after) / max(len(names_before | names_after), 1)


def _object_likeness(before: SchemaObject, after: SchemaObject) -> float:
    if not before.properties or not after.properties:
        return 0.0
    return 0.75 * _shared(before.properties, after.properties) + 0.25 * _names(
        before.name, after.name
    )
