"""Tells where a change is in the rows of both contracts, and which fault would show it."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Element, EnumValue, Field, SchemaObject
from bot.core.diff.changes import Added, Change, Changed, Kind, Removed, Renamed
from bot.core.records import dataclass, replace
from bot.core.witness.fault import CLOCKS, OPTIONS, Fault, below


@dataclass(frozen=True, slots=True)
class Link:
    """One field on the way into a row: `step` is its name, or `[]`, `{key}`, `{value}` if inner."""

    step: str
    field: Field
    inner: bool = False


Links = tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """What a witness must show.

    `old` and `new` lead to the element that changed on either side, or where only one side has
    it (`name`) to what encloses it; () is the row itself. `path` is the changed element's in a
    row; `element` is the path of what `old` and `new` lead to, "" where a name is sought in it.
    `key` is the standard's key that a fault must name, None for any fault at or below the path.
    `gone` is the path at which readers of the old contract look in vain. `listed` has the values
    that alone show the change of an enum, on the old side and on the new.
    """

    old: Links
    new: Links
    path: str
    element: str = ""
    key: str | None = None
    name: str | None = None
    gone: str | None = None
    listed: tuple[tuple[object, ...], tuple[object, ...]] | None = None

    def shows(self, fault: Fault, failing: Field | None) -> bool:
        """Tell whether a fault on the failing side shows this change and not another."""
        if not fault.certain:
            return False
        if self.key is None:
            rest = fault.path.removeprefix(self.path)
            return fault.path.startswith(self.path) and rest[:1] in {"", ".", "[", "{"}
        return fault.path == self.path and fault.key in _keys(self.key, failing)


def _keys(key: str, failing: Field | None) -> tuple[str, ...]:
    """Return the keys of faults that show a change of a key.

    A date in another layout is no date: both words are said of it.
    """
    if failing is not None and failing.logical_type in CLOCKS and key in _LAYOUT:
        return _LAYOUT
    return (key,)


_LAYOUT = ("logicalType", OPTIONS + "format")


def aims(change: Change) -> Aim | None:
    """Return what would show the change; None for changes that no row can show."""
    place = change.place
    before, after = place.object_before, place.object_after
    if before is None or after is None or (isinstance(change, Removed) and change.twin):
        return None
    match change:
        case Changed() if place.kind is Kind.FIELD:
            return _at(before, after, change.before, change.after, change.attribute)
        case Added() | Removed() | Changed() if place.kind is Kind.ENUM_VALUE:
            aim = _at(before, after, place.owner_before, place.owner_after, "enum")
            return aim and replace(aim, listed=_listed(change))
        case Added() | Removed() if place.kind in {Kind.FIELD, Kind.INNER}:
            inner = place.kind is Kind.INNER
            return (_inner if inner else _alone)(before, after, change)
        case Renamed() if place.kind is Kind.FIELD and not change.keeps_data_name:
            return _renamed(before, after, change)
        case _:
            return None


def _at(
    before: SchemaObject, after: SchemaObject, old: Element, new: Element, key: str
) -> Aim | None:
    """Aim at one key of an element that both sides have."""
    links = _both(before, after, old, new)
    if links is None:
        return None
    path = path_of(links[1])
    return Aim(old=links[0], new=links[1], path=path, element=path, key=key)


def _listed(change: Change) -> tuple[tuple[object, ...], tuple[object, ...]]:
    """Return the values that a change of an enum takes from the old side and gives to the new."""
    match change:
        case Removed(element=EnumValue(value=value)):
            return (value,), ()
        case Added(element=EnumValue(value=value)):
            return (), (value,)
        case Changed(attribute="value", old=old, new=new):
            return (old,), (new,)
        case _:
            return (), ()


def _inner(before: SchemaObject, after: SchemaObject, change: Added | Removed) -> Aim | None:
    """Aim at the items, keys or values that only one side declares."""
    place = change.place
    links = _both(before, after, place.owner_before, place.owner_after)
    owner = place.owner_after if isinstance(change, Added) else place.owner_before
    if links is None or not isinstance(owner, Field):
        return None
    step = next((link.step for link in _inside(owner) if link.field is change.element), "")
    path = path_of(links[1])
    return Aim(old=links[0], new=links[1], path=path + step, element=path)


def _alone(before: SchemaObject, after: SchemaObject, change: Added | Removed) -> Aim | None:
    """Aim at a field that only one side has."""
    links = _both(before, after, change.place.owner_before, change.place.owner_after)
    if links is None or not isinstance(change.element, Field):
        return None
    name = change.element.name
    path = below(path_of(links[1]), name)
    gone = path if isinstance(change, Removed) else None
    return Aim(old=links[0], new=links[1], path=path, name=name, gone=gone)


def _renamed(before: SchemaObject, after: SchemaObject, change: Renamed) -> Aim | None:
    """Aim at the field that readers of either side look for under its name there."""
    links = _both(before, after, change.place.owner_before, change.place.owner_after)
    if links is None:
        return None
    above = path_of(links[1])
    path, gone = below(above, change.new_name), below(above, change.old_name)
    return Aim(old=links[0], new=links[1], path=path, name=change.new_name, gone=gone)


def _both(
    before: SchemaObject, after: SchemaObject, old: Element, new: Element
) -> tuple[Links, Links] | None:
    """Return the ways to an element on both sides; None where a row cannot follow both."""
    one, two = locate(before, old), locate(after, new)
    if one is None or two is None:
        return None
    same = [(link.step, link.inner) for link in one] == [(link.step, link.inner) for link in two]
    return (one, two) if same else None


def locate(obj: SchemaObject, element: Element) -> Links | None:
    """Return the way from a row of the object to one of its fields, told by identity."""
    if element is obj:
        return ()
    for field in obj.properties:
        if field is element:
            return (Link(field.name, field),)
    ways = (_way(Link(field.name, field), element) for field in obj.properties)
    return next((way for way in ways if way), None)


def _way(link: Link, element: Element) -> Links:
    if link.field is element:
        return (link,)
    for child in _children(link.field):
        way = _way(child, element)
        if way:
            return (link, *way)
    return ()


def _children(field: Field) -> Iterator[Link]:
    yield from (Link(child.name, child) for child in field.properties)
    yield from _inside(field)


def _inside(field: Field) -> Iterator[Link]:
    for step, inner in (
        ("[]", field.items),
        ("{key}", field.map_key),
        ("{value}", field.map_value),
    ):
        if inner is not None:
            yield Link(step, inner, inner=True)


def path_of(links: Links) -> str:
    """Return the path that the links make in a row."""
    path = ""
    for link in links:
        path = path + link.step if link.inner else below(path, link.step)
    return path
