"""Guesses renames among fields or objects that found no partner by name or id.

The score weighs only evidence that both sides give: type, constraints, description, lineage,
place, and the likeness of the names. A guess never hides a break; it explains one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from bot.core.contract.model import Field, SchemaObject
from bot.core.records import dataclass

ENOUGH = 0.72
"""Below this score two fields are told as one removed and one added."""
_ALONE = 0.62
"""Enough where one went and one came, and nobody else can be meant."""
_MOST_PAIRS = 10_000
"""Guessing is quadratic; a change that removes and adds more than this is a rewrite."""
_LONGEST_NAME = 200
_LONGEST_TEXT = 2_000
_SHARED_WORD = 0.7
"""Names that share a word, such as `total_amount` and `amount`, are at least this much alike."""

T = TypeVar("T")
L = TypeVar("L")


@dataclass(frozen=True, slots=True)
class _Name:
    """A name in lower snake case, its words, and its pairs of letters."""

    plain: str
    words: frozenset[str]
    pairs: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Look:
    """What is compared of a field, read once: each field is compared with many others."""

    name: _Name
    place: int
    logical_type: str | None
    physical_type: str | None
    constraints: tuple[object, ...]
    description: frozenset[str]
    sources: tuple[str, ...]
    members: frozenset[tuple[str, str | None]]


@dataclass(frozen=True, slots=True)
class _ObjectLook:
    """What is compared of an object."""

    name: _Name
    members: frozenset[tuple[str, str | None]]


def guess_fields(
    removed: Sequence[Field],
    added: Sequence[Field],
    old: Sequence[Field],
    new: Sequence[Field],
) -> Iterator[tuple[Field, Field, float]]:
    """Yield (before, after, likeness) for fields that look like one, surest first.

    `old` and `new` are the whole lists, in which the fields have their places.
    """
    if len(removed) * len(added) <= _MOST_PAIRS:
        old_places = {id(member): index for index, member in enumerate(old)}
        new_places = {id(member): index for index, member in enumerate(new)}
        before = [_look(member, old_places[id(member)]) for member in removed]
        after = [_look(member, new_places[id(member)]) for member in added]
        yield from _best(removed, added, (before, after), _field_likeness)


def guess_objects(
    removed: Sequence[SchemaObject], added: Sequence[SchemaObject]
) -> Iterator[tuple[SchemaObject, SchemaObject, float]]:
    """Yield (before, after, likeness) for objects that share most of their fields."""
    if len(removed) * len(added) <= _MOST_PAIRS:
        before, after = (
            [_ObjectLook(_name(member.name), _members(member.properties)) for member in side]
            for side in (removed, added)
        )
        yield from _best(removed, added, (before, after), _object_likeness)


def _best(
    removed: Sequence[T],
    added: Sequence[T],
    looks: tuple[Sequence[L], Sequence[L]],
    likeness: Callable[[L, L], float],
) -> Iterator[tuple[T, T, float]]:
    """Yield the most alike pairs, nobody twice."""
    scores = [
        (score, i, j)
        for i, before in enumerate(looks[0])
        for j, after in enumerate(looks[1])
        if (score := likeness(before, after)) >= ENOUGH
    ]
    if len(removed) == len(added) == 1 and not scores:
        scores = [(ENOUGH, 0, 0)] if likeness(looks[0][0], looks[1][0]) >= _ALONE else []
    used_old: set[int] = set()
    used_new: set[int] = set()
    for score, i, j in sorted(scores, key=lambda entry: (-entry[0], entry[1], entry[2])):
        if i not in used_old and j not in used_new:
            used_old.add(i)
            used_new.add(j)
            yield removed[i], added[j], min(round(score, 2), 0.99)


def _look(member: Field, place: int) -> _Look:
    return _Look(
        name=_name(member.name),
        place=place,
        logical_type=member.logical_type,
        physical_type=member.physical_type and member.physical_type.lower(),
        constraints=(
            member.required,
            member.unique,
            member.primary_key,
            member.options,
            member.classification,
            member.enum and tuple(entry.value for entry in member.enum),
        ),
        description=frozenset((member.description or "")[:_LONGEST_TEXT].lower().split()),
        sources=member.transform_source_objects,
        members=_members(member.properties),
    )


def _field_likeness(before: _Look, after: _Look) -> float:
    if before.logical_type != after.logical_type:
        return 0.0
    evidence = [
        (0.25, _types(before, after)),
        (0.15, 1.0 if before.constraints == after.constraints else 0.3),
        (0.30, _names(before.name, after.name)),
        (0.10, 1.0 if before.place == after.place else 0.0),
    ]
    if before.description and after.description:
        evidence.append((0.35, _dice(before.description, after.description)))
    if before.sources and after.sources:
        evidence.append((0.35, 1.0 if before.sources == after.sources else 0.0))
    if before.members or after.members:
        evidence.append((0.30, _shared(before.members, after.members)))
    return sum(weight * score for weight, score in evidence) / sum(weight for weight, _ in evidence)


def _object_likeness(before: _ObjectLook, after: _ObjectLook) -> float:
    if not before.members or not after.members:
        return 0.0
    return 0.75 * _shared(before.members, after.members) + 0.25 * _names(before.name, after.name)


def _types(before: _Look, after: _Look) -> float:
    if before.physical_type and after.physical_type:
        return 1.0 if before.physical_type == after.physical_type else 0.4
    return 0.8 if before.logical_type else 0.4


def _names(before: _Name, after: _Name) -> float:
    if before.plain == after.plain:
        return 1.0
    alike = _dice(before.pairs, after.pairs)
    return max(_SHARED_WORD, alike) if before.words & after.words else alike


def _name(name: str) -> _Name:
    """Return a name in lower snake case, so that `orderId` and `ORDER_ID` are alike."""
    short = name[:_LONGEST_NAME]
    spaced = "".join(
        f"_{letter}" if letter.isupper() and index and not short[index - 1].isupper() else letter
        for index, letter in enumerate(short)
    )
    words = [word for word in spaced.lower().replace("-", "_").replace(" ", "_").split("_") if word]
    plain = "_".join(words)
    pairs = frozenset(plain[index : index + 2] for index in range(len(plain) - 1))
    return _Name(plain, frozenset(words), pairs)


def _members(fields: Sequence[Field]) -> frozenset[tuple[str, str | None]]:
    return frozenset((member.name, member.logical_type) for member in fields)


def _dice(before: frozenset[str], after: frozenset[str]) -> float:
    """Return how much two sets share: 1.0 for equal ones, 0.0 for strangers (Dice, 1945)."""
    return 2 * len(before & after) / max(len(before) + len(after), 1)


def _shared(
    before: frozenset[tuple[str, str | None]], after: frozenset[tuple[str, str | None]]
) -> float:
    return len(before & after) / max(len(before | after), 1)
