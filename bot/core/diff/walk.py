"""Walks two contracts side by side and yields each change, in the old contract's order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.core.contract.model import (
    Contract,
    Element,
    EnumValue,
    Field,
    QualityRule,
    Relationship,
    SchemaObject,
    ServiceLevel,
    step,
)
from bot.core.diff.attributes import ATTRIBUTES
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
from bot.core.diff.matching import Key, Matching, in_order, match
from bot.core.diff.rename import guess_fields, guess_objects
from bot.core.diff.sameness import canonical, same

SERVICE_LEVEL_SYNONYMS: Mapping[str, str] = {
    "av": "availability",
    "th": "throughput",
    "er": "errorrate",
    "ga": "generalavailability",
    "es": "endofsupport",
    "el": "endoflife",
    "re": "retention",
    "fy": "frequency",
    "ly": "latency",
    "td": "timetodetect",
    "tn": "timetonotify",
    "tr": "timetorepair",
}
"""Two-letter names of service levels (ODCS, "Service-level agreement", valid values)."""


def service_level_name(property_name: str) -> str:
    """Return the canonical lower-case name of a service level."""
    plain = property_name.strip().lower().replace(" ", "").replace("_", "").replace("-", "")
    return SERVICE_LEVEL_SYNONYMS.get(plain, plain)


@dataclass(frozen=True, slots=True)
class _Scope:
    """The enclosing schema objects on both sides, handed down the walk."""

    before: SchemaObject | None = None
    after: SchemaObject | None = None


_Partners = dict[int, tuple[Any, tuple[RenamedBy, float] | None]]
"""By the identity of the old member: its partner, and how it was known if it was renamed."""


@dataclass(frozen=True, slots=True)
class _Members:
    """How the members of one list are found, named, matched and placed."""

    kind: Kind
    attribute: str
    keys: tuple[Key[Any], ...]
    label: Callable[[Any], str]
    prefix: str


def diff(old: Contract, new: Contract) -> Iterator[Change]:
    """Yield each change from old to new; nothing for two equal contracts.

    Objects and fields are matched by name, since that is what the data carry; those left over by
    id, then by physicalName, then by likeness, each of which yields `Renamed` beside the other
    changes. Other lists are matched by id, then by their natural key; never by index.
    """
    if same(old.node, new.node) and old.declared == new.declared:
        return
    yield from _attributes(_place(Kind.CONTRACT, "", old, new), old, new)
    for kind, attribute in (
        (Kind.DESCRIPTION, "description"),
        (Kind.CONTEXT, "context"),
        (Kind.PRICE, "price"),
        (Kind.TEAM, "team"),
    ):
        yield from _single(kind, attribute, attribute, old, new)
    yield from _objects(old, new)
    yield from _lists(Kind.CONTRACT, "", old, new, _Scope())


def _place(
    kind: Kind, path: str, owner_before: Element, owner_after: Element, scope: _Scope | None = None
) -> Place:
    scope = scope or _Scope()
    return Place(
        path=path,
        kind=kind,
        owner_before=owner_before,
        owner_after=owner_after,
        object_before=scope.before,
        object_after=scope.after,
    )


def _attributes(place: Place, before: Element, after: Element) -> Iterator[Changed]:
    for key, getter in ATTRIBUTES[place.kind]:
        old_value, new_value = getter(before), getter(after)
        if not same(old_value, new_value):
            yield Changed(place, before, after, key, old_value, new_value)


def _single(
    kind: Kind, attribute: str, path: str, before: Any, after: Any, scope: _Scope | None = None
) -> Iterator[Change]:
    """Compare an element of which there is at most one."""
    old, new = getattr(before, attribute), getattr(after, attribute)
    place = _place(kind, path, before, after, scope)
    if old is None and new is None:
        return
    if old is None:
        yield Added(place, new)
    elif new is None:
        yield Removed(place, old)
    else:
        yield from _inside(place, old, new, scope or _Scope())


def _inside(place: Place, old: Element, new: Element, scope: _Scope) -> Iterator[Change]:
    if same(old.node, new.node):
        return
    yield from _attributes(place, old, new)
    yield from _lists(place.kind, place.path, old, new, scope)


def _objects(old: Contract, new: Contract) -> Iterator[Change]:
    found = match(old.schema, new.schema, (_name,))
    partners = _partners(found, guess_objects)
    yield from _order(Kind.OBJECT, "schema", old, new, found, (old.schema, new.schema))
    for before in old.schema:
        after, how = partners.get(id(before), (None, None))
        if after is None:
            place = _place(Kind.OBJECT, step(before.name), old, new, _Scope(before, None))
            yield Removed(place, before)
            continue
        scope = _Scope(before, after)
        place = _place(Kind.OBJECT, step(after.name), old, new, scope)
        if how is not None:
            place = _place(Kind.OBJECT, step(before.name), old, new, scope)
            yield Renamed(place, before, after, before.name, after.name, *how)
        yield from _object(_place(Kind.OBJECT, step(after.name), old, new, scope), before, after)
    for entry in _left(found.added, partners):
        yield Added(_place(Kind.OBJECT, step(entry.name), old, new, _Scope(None, entry)), entry)


def _object(place: Place, before: SchemaObject, after: SchemaObject) -> Iterator[Change]:
    if same(before.node, after.node):
        return
    scope = _Scope(before, after)
    yield from _attributes(place, before, after)
    yield from _single(Kind.CONTEXT, "context", f"{place.path}.context", before, after, scope)
    yield from _fields(place.path, before, after, scope)
    yield from _lists(Kind.OBJECT, place.path, before, after, scope)


def _fields(path: str, old: Any, new: Any, scope: _Scope) -> Iterator[Change]:
    found = match(old.properties, new.properties, (_name,))

    def guess(
        removed: Sequence[Field], added: Sequence[Field]
    ) -> Iterator[tuple[Field, Field, float]]:
        return guess_fields(removed, added, old.properties, new.properties)

    partners = _partners(found, guess)
    yield from _order(Kind.FIELD, path, old, new, found, (old.properties, new.properties), scope)
    for before in old.properties:
        after, how = partners.get(id(before), (None, None))
        old_path = f"{path}.{step(before.name)}"
        if after is None:
            yield Removed(_place(Kind.FIELD, old_path, old, new, scope), before)
            continue
        if how is not None:
            place = _place(Kind.FIELD, old_path, old, new, scope)
            yield Renamed(place, before, after, before.name, after.name, *how)
        yield from _field(f"{path}.{step(after.name)}", old, new, before, after, scope)
    for entry in _left(found.added, partners):
        place = _place(Kind.FIELD, f"{path}.{step(entry.name)}", old, new, scope)
        yield Added(place, entry)


def _field(
    path: str, owner_before: Any, owner_after: Any, before: Field, after: Field, scope: _Scope
) -> Iterator[Change]:
    if same(before.node, after.node):
        return
    place = _place(Kind.FIELD, path, owner_before, owner_after, scope)
    yield from _attributes(place, before, after)
    yield from _fields(path, before, after, scope)
    for suffix, attribute in (("[]", "items"), ("{key}", "map_key"), ("{value}", "map_value")):
        old, new = getattr(before, attribute), getattr(after, attribute)
        inner = _place(Kind.INNER, f"{path}{suffix}", before, after, scope)
        if old is None and new is not None:
            yield Added(inner, new)
        elif old is not None and new is None:
            yield Removed(inner, old)
        elif old is not None:
            yield from _field(f"{path}{suffix}", before, after, old, new, scope)
    yield from _enum(path, before, after, scope)
    yield from _lists(Kind.FIELD, path, before, after, scope)


def _enum(path: str, before: Field, after: Field, scope: _Scope) -> Iterator[Change]:
    """Compare the allowed values; a field without `enum` against one with is `field.enum`."""
    if before.enum is None and after.enum is None:
        return
    if before.enum is None or after.enum is None:
        place = _place(Kind.FIELD, path, before, after, scope)
        yield Changed(place, before, after, "enum", before.enum, after.enum)
        return
    yield from _members(_ENUM, f"{path}.enum", before, after, scope)


def _lists(kind: Kind, path: str, before: Any, after: Any, scope: _Scope) -> Iterator[Change]:
    for members in _LISTS.get(kind, ()):
        inner = f"{path}.{members.prefix}" if path else members.prefix
        yield from _members(members, inner, before, after, scope)


def _members(
    members: _Members, path: str, before: Any, after: Any, scope: _Scope
) -> Iterator[Change]:
    old, new = getattr(before, members.attribute), getattr(after, members.attribute)
    if not old and not new:
        return
    found: Matching[Any] = match(old, new, members.keys)
    partners = {id(entry): other for entry, other in found.pairs}
    for entry in old:
        other = partners.get(id(entry))
        label = members.label(entry if other is None else other)
        place = _place(members.kind, f"{path}.{step(label)}", before, after, scope)
        if other is None:
            yield Removed(place, entry)
            continue
        old_label = members.label(entry)
        if members.kind in _RENAMABLE and old_label != label:
            yield Renamed(place, entry, other, old_label, label, RenamedBy.ID, 1.0)
        yield from _inside(place, entry, other, scope)
    for entry in found.added:
        place = _place(members.kind, f"{path}.{step(members.label(entry))}", before, after, scope)
        yield Added(place, entry)


def _partners(
    found: Matching[Any],
    guess: Callable[[Sequence[Any], Sequence[Any]], Iterator[tuple[Any, Any, float]]],
) -> _Partners:
    """Return each old member's partner, with how a renamed one was known."""
    partners: _Partners = {id(before): (after, None) for before, after in found.pairs}
    if not found.removed or not found.added:
        return partners
    by_id = match(found.removed, found.added, (_id,))
    by_physical = match(by_id.removed, by_id.added, (_physical_name,))
    for before, after in by_id.pairs:
        partners[id(before)] = (after, (RenamedBy.ID, 1.0))
    for before, after in by_physical.pairs:
        partners[id(before)] = (after, (RenamedBy.PHYSICAL_NAME, 1.0))
    for before, after, likeness in guess(by_physical.removed, by_physical.added):
        partners[id(before)] = (after, (RenamedBy.LIKENESS, likeness))
    return partners


def _left(added: Sequence[Any], partners: _Partners) -> list[Any]:
    taken = {id(other) for other, _ in partners.values()}
    return [entry for entry in added if id(entry) not in taken]


def _order(  # noqa: PLR0913  # the two lists travel with their owners
    kind: Kind,
    path: str,
    old: Any,
    new: Any,
    found: Matching[Any],
    lists: tuple[Sequence[Any], Sequence[Any]],
    scope: _Scope | None = None,
) -> Iterator[Reordered]:
    if not in_order(*lists, found.pairs):
        yield Reordered(_place(kind, path, old, new, scope), old, new)


def _name(member: Any) -> str:
    name: str = member.name
    return name


def _id(member: Any) -> str | None:
    identity: str | None = member.id
    return identity


def _physical_name(member: Any) -> str | None:
    name: str | None = member.physical_name
    return name


def _enum_label(value: EnumValue) -> str:
    return str(value.value)


def _quality_label(rule: QualityRule) -> str:
    return rule.name or rule.id or rule.metric or rule.description or rule.type


def _quality_kind(rule: QualityRule) -> object:
    if rule.name or rule.id:
        return None
    return (rule.type, rule.metric, _folded(rule.query), rule.engine)


def _quality_metric(rule: QualityRule) -> object:
    return (rule.type, rule.metric) if rule.type != "text" else (rule.type, rule.description)


def _folded(text: str | None) -> str | None:
    return None if text is None else " ".join(text.split()).lower()


def _relationship_key(relationship: Relationship) -> object:
    return (relationship.source, relationship.target)


def _relationship_label(relationship: Relationship) -> str:
    ends = ["+".join(relationship.source), "+".join(relationship.target)]
    return "->".join(end for end in ends if end)


def _service_level_label(level: ServiceLevel) -> str:
    return f"{level.property} of {level.element}" if level.element else level.property


def _service_level_key(level: ServiceLevel) -> object:
    return (service_level_name(level.property), level.element, level.driver)


_DEFINITIONS = _Members(
    Kind.DEFINITION,
    "authoritative_definitions",
    (_id, lambda entry: (entry.type, entry.url), lambda entry: entry.type),
    lambda entry: entry.type,
    "authoritativeDefinitions",
)
_CUSTOM = _Members(
    Kind.CUSTOM,
    "custom_properties",
    (lambda entry: (entry.property, entry.vendor), lambda entry: entry.property, _id),
    lambda entry: entry.property,
    "customProperties",
)
_BOTH = (_DEFINITIONS, _CUSTOM)
_ENUM = _Members(
    Kind.ENUM_VALUE, "enum", (lambda entry: canonical(entry.value), _id), _enum_label, "enum"
)
_QUALITY = _Members(
    Kind.QUALITY,
    "quality",
    (_id, lambda rule: rule.name, _quality_kind, _quality_metric, lambda rule: rule.type),
    _quality_label,
    "quality",
)
_RELATIONSHIPS = _Members(
    Kind.RELATIONSHIP,
    "relationships",
    (_id, _relationship_key, lambda entry: entry.source or None, lambda entry: entry.type),
    _relationship_label,
    "relationships",
)
_SYNONYMS = _Members(
    Kind.SYNONYM,
    "synonyms",
    (lambda entry: entry.synonym,),
    lambda entry: entry.synonym,
    "synonyms",
)
_ROLES = _Members(
    Kind.ROLE, "roles", (_id, lambda entry: entry.role), lambda entry: entry.role, "roles"
)
_LISTS: Mapping[Kind, tuple[_Members, ...]] = {
    Kind.CONTRACT: (
        _Members(
            Kind.SERVER,
            "servers",
            (_id, lambda entry: entry.server, lambda entry: (entry.type, entry.connection)),
            lambda entry: entry.server,
            "servers",
        ),
        _Members(
            Kind.SERVICE_LEVEL,
            "service_levels",
            (_id, _service_level_key, lambda entry: service_level_name(entry.property)),
            _service_level_label,
            "slaProperties",
        ),
        _ROLES,
        _Members(
            Kind.CHANNEL,
            "support",
            (_id, lambda entry: entry.channel),
            lambda entry: entry.channel,
            "support",
        ),
        *_BOTH,
    ),
    Kind.DESCRIPTION: _BOTH,
    Kind.CONTEXT: (
        _Members(
            Kind.STATEMENT,
            "verified_statements",
            (lambda entry: entry.text, _id),
            lambda entry: entry.text[:60],
            "verifiedStatements",
        ),
        _Members(
            Kind.CONSTRAINT,
            "constraints",
            (_id, lambda entry: entry.text),
            lambda entry: entry.id or entry.text[:60],
            "constraints",
        ),
    ),
    Kind.STATEMENT: _BOTH,
    Kind.CONSTRAINT: _BOTH,
    Kind.OBJECT: (_RELATIONSHIPS, _QUALITY, _SYNONYMS, *_BOTH),
    Kind.FIELD: (_RELATIONSHIPS, _QUALITY, _SYNONYMS, *_BOTH),
    Kind.ENUM_VALUE: _BOTH,
    Kind.QUALITY: _BOTH,
    Kind.RELATIONSHIP: (_CUSTOM,),
    Kind.SYNONYM: (_CUSTOM,),
    Kind.SERVER: (_ROLES, _CUSTOM),
    Kind.ROLE: (_CUSTOM,),
    Kind.SERVICE_LEVEL: _BOTH,
    Kind.TEAM: (
        _Members(
            Kind.MEMBER,
            "members",
            (_id, lambda entry: entry.username),
            lambda entry: entry.username,
            "members",
        ),
        *_BOTH,
    ),
    Kind.MEMBER: _BOTH,
    Kind.CHANNEL: (_CUSTOM,),
}
_RENAMABLE = frozenset((Kind.SERVER, Kind.ROLE, Kind.MEMBER, Kind.CHANNEL))
"""Lists matched by id whose natural key is a name that people and tools use."""
