"""Walks two contracts side by side and yields each change, in the old contract's order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter
from typing import Generic, TypeVar

from bot.core.contract.model import Contract, Element, Field, SchemaObject, step
from bot.core.diff.attributes import ATTRIBUTES, SETS
from bot.core.diff.changes import (
    Added,
    Change,
    Changed,
    Kind,
    Place,
    Removed,
    Renamed,
    RenamedBy,
    Reordered,
)
from bot.core.diff.lists import ENUM, LISTS, Members
from bot.core.diff.matching import Key, Matching, in_order, match
from bot.core.diff.rename import guess_fields, guess_objects
from bot.core.diff.sameness import same, same_set
from bot.core.records import dataclass

Named = TypeVar("Named", SchemaObject, Field)
Guess = Callable[[Sequence[Named], Sequence[Named]], Iterator[tuple[Named, Named, float]]]

_INNER = (("[]", "items"), ("{key}", "map_key"), ("{value}", "map_value"))


@dataclass(frozen=True, slots=True)
class _Owners:
    """What holds the compared elements on both sides, and the objects that enclose both."""

    before: Element
    after: Element
    object_before: SchemaObject | None = None
    object_after: SchemaObject | None = None

    def place(self, kind: Kind, path: str) -> Place:
        return Place(
            path=path,
            kind=kind,
            owner_before=self.before,
            owner_after=self.after,
            object_before=self.object_before,
            object_after=self.object_after,
        )

    def inside(self, before: Element, after: Element) -> _Owners:
        """Return two elements that were found in these as the owners of what they hold."""
        return _Owners(before, after, self.object_before, self.object_after)


@dataclass(frozen=True, slots=True)
class _Partner(Generic[Named]):
    """What became of an old element, and how it was known if its name is another."""

    after: Named
    by: RenamedBy | None = None
    likeness: float = 1.0


def diff(old: Contract, new: Contract) -> Iterator[Change]:
    """Yield each change from old to new; nothing for two equal contracts.

    Objects and fields are matched by name; those left over by the name that the data carry, in
    whatever case, then by id, then by likeness, each of which yields `Renamed` beside the other
    changes. Other lists are matched by id, then by their natural key; never by index.
    """
    if same(old.node, new.node) and old.declared == new.declared:
        return
    owners = _Owners(old, new)
    yield from _attributes(owners.place(Kind.CONTRACT, ""), old, new)
    for kind in (Kind.DESCRIPTION, Kind.CONTEXT, Kind.PRICE, Kind.TEAM):
        yield from _single(kind, kind.value, owners)
    yield from _objects(old, new)
    yield from _lists(Kind.CONTRACT, "", owners)


def _attributes(place: Place, before: Element, after: Element) -> Iterator[Changed]:
    for key, getter in ATTRIBUTES[place.kind]:
        old_value, new_value = getter(before), getter(after)
        if same(old_value, new_value) or (key in SETS and same_set(old_value, new_value)):
            continue
        yield Changed(place, before, after, key, old_value, new_value)


def _single(kind: Kind, path: str, owners: _Owners) -> Iterator[Change]:
    """Compare an element of which an owner has at most one, under its own name."""
    old, new = getattr(owners.before, kind.value), getattr(owners.after, kind.value)
    place = owners.place(kind, path)
    if old is None and new is None:
        return
    if old is None:
        yield Added(place, new)
    elif new is None:
        yield Removed(place, old)
    else:
        yield from _inside(place, old, new, owners)


def _inside(place: Place, old: Element, new: Element, owners: _Owners) -> Iterator[Change]:
    if same(old.node, new.node):
        return
    yield from _attributes(place, old, new)
    yield from _lists(place.kind, place.path, owners.inside(old, new))


def _objects(old: Contract, new: Contract) -> Iterator[Change]:
    found = match(old.schema, new.schema, _by_name(old.schema, new.schema))
    twins = _twins(found, new.schema)
    partners = _partners(_without(found, twins), guess_objects)
    owners = _Owners(old, new)
    if not in_order(new.schema, found.pairs):
        yield Reordered(owners.place(Kind.OBJECT, "schema"), old, new)
    for before in old.schema:
        partner = partners.get(id(before))
        if partner is None:
            place = _Owners(old, new, before).place(Kind.OBJECT, step(before.name))
            yield Removed(place, before, id(before) in twins)
            continue
        within = _Owners(old, new, before, partner.after)
        yield from _renamed(within.place(Kind.OBJECT, step(before.name)), before, partner)
        place = within.place(Kind.OBJECT, step(partner.after.name))
        yield from _object(place, before, partner.after)
    for entry in _left(found.added, partners):
        place = _Owners(old, new, None, entry).place(Kind.OBJECT, step(entry.name))
        yield Added(place, entry)


def _object(place: Place, before: SchemaObject, after: SchemaObject) -> Iterator[Change]:
    if same(before.node, after.node):
        return
    owners = _Owners(before, after, before, after)
    yield from _attributes(place, before, after)
    yield from _single(Kind.CONTEXT, f"{place.path}.context", owners)
    yield from _fields(place.path, before, after, owners)
    yield from _lists(Kind.OBJECT, place.path, owners)


def _fields(
    path: str, old: SchemaObject | Field, new: SchemaObject | Field, owners: _Owners
) -> Iterator[Change]:
    def guess(
        removed: Sequence[Field], added: Sequence[Field]
    ) -> Iterator[tuple[Field, Field, float]]:
        return guess_fields(removed, added, old.properties, new.properties)

    found = match(old.properties, new.properties, _by_name(old.properties, new.properties))
    twins = _twins(found, new.properties)
    partners = _partners(_without(found, twins), guess)
    if not in_order(new.properties, found.pairs):
        yield Reordered(owners.place(Kind.FIELD, path), old, new)
    for before in old.properties:
        old_place = owners.place(Kind.FIELD, f"{path}.{step(before.name)}")
        partner = partners.get(id(before))
        if partner is None:
            yield Removed(old_place, before, id(before) in twins)
            continue
        yield from _renamed(old_place, before, partner)
        place = owners.place(Kind.FIELD, f"{path}.{step(partner.after.name)}")
        yield from _field(place, before, partner.after, owners)
    for entry in _left(found.added, partners):
        yield Added(owners.place(Kind.FIELD, f"{path}.{step(entry.name)}"), entry)


def _renamed(place: Place, before: Named, partner: _Partner[Named]) -> Iterator[Renamed]:
    if partner.by is not None:
        after = partner.after
        names = (before.name, after.name)
        yield Renamed(place, before, after, *names, partner.by, partner.likeness)


def _field(place: Place, before: Field, after: Field, owners: _Owners) -> Iterator[Change]:
    if same(before.node, after.node):
        return
    within = owners.inside(before, after)
    yield from _attributes(place, before, after)
    yield from _fields(place.path, before, after, within)
    for suffix, attribute in _INNER:
        old, new = getattr(before, attribute), getattr(after, attribute)
        path = f"{place.path}{suffix}"
        if old is not None and new is not None:
            yield from _field(within.place(Kind.FIELD, path), old, new, within)
        elif new is not None:
            yield Added(within.place(Kind.INNER, path), new)
        elif old is not None:
            yield Removed(within.place(Kind.INNER, path), old)
    yield from _enum(place.path, before, after, within)
    yield from _lists(Kind.FIELD, place.path, within)


def _enum(path: str, before: Field, after: Field, owners: _Owners) -> Iterator[Change]:
    """Compare the allowed values; a field without `enum` against one with is `field.enum`."""
    if before.enum is None and after.enum is None:
        return
    if before.enum is None or after.enum is None:
        place = owners.place(Kind.FIELD, path)
        yield Changed(place, before, after, "enum", before.enum, after.enum)
        return
    yield from _members(ENUM, f"{path}.{ENUM.prefix}", owners)


def _lists(kind: Kind, path: str, owners: _Owners) -> Iterator[Change]:
    for members in LISTS.get(kind, ()):
        inner = f"{path}.{members.prefix}" if path else members.prefix
        yield from _members(members, inner, owners)


def _members(members: Members, path: str, owners: _Owners) -> Iterator[Change]:
    old, new = (getattr(side, members.attribute) for side in (owners.before, owners.after))
    if not old and not new:
        return
    found = match(old, new, members.keys)
    partners = {id(entry): other for entry, other in found.pairs}
    for entry in old:
        other = partners.get(id(entry))
        old_label = members.label(entry)
        label = old_label if other is None else members.label(other)
        place = owners.place(members.kind, f"{path}.{step(label)}")
        if other is None:
            yield Removed(place, entry)
            continue
        if members.named and old_label != label:
            by = RenamedBy.ID if entry.id and entry.id == other.id else RenamedBy.LIKENESS
            yield Renamed(place, entry, other, old_label, label, by, 1.0)
        yield from _inside(place, entry, other, owners)
    for entry in found.added:
        yield Added(owners.place(members.kind, f"{path}.{step(members.label(entry))}"), entry)


_NAME = attrgetter("name")


def _by_name(*sides: Sequence[Named]) -> tuple[Key[Named], ...]:
    """Return how elements are matched by name: of those that share one, first the unchanged."""
    if all(len({member.name for member in side}) == len(side) for side in sides):
        return (_NAME,)
    return (lambda member: (member.name, repr(member.node)), _NAME)


def _twins(found: Matching[Named], new: Sequence[Named]) -> frozenset[int]:
    """Return the old members left over whose name the new side still has."""
    if not found.removed:
        return frozenset()
    names = {member.name for member in new}
    return frozenset(id(member) for member in found.removed if member.name in names)


def _without(found: Matching[Named], twins: frozenset[int]) -> Matching[Named]:
    if not twins:
        return found
    removed = tuple(member for member in found.removed if id(member) not in twins)
    return Matching(found.pairs, removed, found.added)


def _partners(found: Matching[Named], guess: Guess[Named]) -> dict[int, _Partner[Named]]:
    """Return each old member's partner, by the identity of the old one."""
    partners = {id(before): _Partner(after) for before, after in found.pairs}
    if not found.removed or not found.added:
        return partners
    by_data = match(found.removed, found.added, _DATA_NAMES)
    by_id = match(by_data.removed, by_data.added, (attrgetter("id"),))
    for before, after in by_data.pairs:
        partners[id(before)] = _Partner(after, _shown_by(before, after))
    for before, after in by_id.pairs:
        partners[id(before)] = _Partner(after, RenamedBy.ID)
    for before, after, likeness in guess(by_id.removed, by_id.added):
        partners[id(before)] = _Partner(after, RenamedBy.LIKENESS, likeness)
    return partners


_DATA_NAMES = (
    attrgetter("effective_name"),
    lambda member: member.name.casefold(),
    lambda member: member.effective_name.casefold(),
)
"""What readers go by comes before ids: under one name they meet the data of the other element."""


def _shown_by(before: Named, after: Named) -> RenamedBy:
    """Return what shows best that two elements whose data have one name are one."""
    if before.id is not None and before.id == after.id:
        return RenamedBy.ID
    same_name = before.effective_name == after.effective_name
    return RenamedBy.PHYSICAL_NAME if same_name else RenamedBy.CASE


def _left(added: Sequence[Named], partners: dict[int, _Partner[Named]]) -> list[Named]:
    taken = {id(partner.after) for partner in partners.values()}
    return [entry for entry in added if id(entry) not in taken]
