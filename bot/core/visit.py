"""Visits the elements of a contract once, in the file's order, with their paths."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from bot.core.contract.model import (
    AuthoritativeDefinition,
    Contract,
    CustomProperty,
    Element,
    EnumValue,
    Field,
    QualityRule,
    Relationship,
    Role,
    SchemaObject,
    Server,
    Synonym,
    step,
)
from bot.core.contract.references import Resolver
from bot.core.conventions import DEFAULT_CONVENTIONS, Conventions
from bot.core.policy.settings import Effective
from bot.core.rule import Site

_Part = tuple[type[Element], str, str]
_DEFINITIONS: _Part = (
    AuthoritativeDefinition,
    "authoritative_definitions",
    "authoritativeDefinitions",
)
_CUSTOM: _Part = (CustomProperty, "custom_properties", "customProperties")
_ROLES: _Part = (Role, "roles", "roles")
_ELEMENT: tuple[_Part, ...] = (
    _DEFINITIONS,
    _CUSTOM,
    (QualityRule, "quality", "quality"),
    (Relationship, "relationships", "relationships"),
    (Synonym, "synonyms", "synonyms"),
)
_PARTS: Mapping[type[Element], tuple[_Part, ...]] = {
    Contract: (_DEFINITIONS, _CUSTOM, _ROLES),
    SchemaObject: _ELEMENT,
    Field: (*_ELEMENT, (EnumValue, "enum", "enum")),
    Server: (_CUSTOM, _ROLES),
}
"""The list members below an element that are not fields."""


def visit(
    contract: Contract,
    conventions: Conventions = DEFAULT_CONVENTIONS,
    kinds: Collection[type[Element]] | None = None,
    policy: Effective | None = None,
) -> Iterator[tuple[Element, Site]]:
    """Yield each element of the contract with the site at which rules judge it.

    Of these kinds alone, if kinds are given: nothing is made for elements that nobody asks for.
    `policy` is what holds for the contract.
    """
    resolver = Resolver(contract)
    parts = {
        owner: tuple(part for part in members if kinds is None or part[0] in kinds)
        for owner, members in _PARTS.items()
    }

    def site(
        path: str, obj: SchemaObject | None = None, parent: Field | SchemaObject | None = None
    ) -> Site:
        return Site(
            contract=contract,
            path=path,
            resolver=resolver,
            policy=policy,
            object=obj,
            parent=parent,
            conventions=conventions,
        )

    for element, path in _root(contract, parts):
        if kinds is None or type(element) in kinds:
            yield element, site(path)
    for obj in contract.schema:
        path = step(obj.name)
        yield obj, site(path, obj)
        for part, part_path in _parts(obj, path, parts[SchemaObject]):
            yield part, site(part_path, obj, obj)
        for entry, entry_path, parent in _fields(obj, path):
            yield entry, site(entry_path, obj, parent)
            for part, part_path in _parts(entry, entry_path, parts[Field]):
                yield part, site(part_path, obj, entry)


def _root(
    contract: Contract, parts: Mapping[type[Element], tuple[_Part, ...]]
) -> Iterator[tuple[Element, str]]:
    """Yield the contract and what it has beside its schema."""
    yield contract, ""
    for single, path in (
        (contract.description, "description"),
        (contract.price, "price"),
        (contract.team, "team"),
    ):
        if single is not None:
            yield single, path
    if contract.team is not None:
        for member in contract.team.members:
            yield member, f"team.members.{step(member.username)}"
    for server in contract.servers:
        path = f"servers.{step(server.server)}"
        yield server, path
        yield from _parts(server, path, parts[Server])
    for level in contract.service_levels:
        yield level, f"slaProperties.{step(level.property)}"
    for channel in contract.support:
        yield channel, f"support.{step(channel.channel)}"
    yield from _parts(contract, "", parts[Contract])


def _fields(
    parent: SchemaObject | Field, path: str
) -> Iterator[tuple[Field, str, SchemaObject | Field]]:
    for child in parent.properties:
        child_path = f"{path}.{step(child.name)}"
        yield child, child_path, parent
        if child.holds_fields:
            yield from _fields(child, child_path)
    if isinstance(parent, Field):
        for suffix, inner in (
            ("[]", parent.items),
            ("{key}", parent.map_key),
            ("{value}", parent.map_value),
        ):
            if inner is not None:
                yield inner, f"{path}{suffix}", parent
                if inner.holds_fields:
                    yield from _fields(inner, f"{path}{suffix}")


def _parts(element: Element, path: str, parts: tuple[_Part, ...]) -> Iterator[tuple[Element, str]]:
    """Yield the list members below an element that are not fields."""
    for _, attribute, name in parts:
        members = getattr(element, attribute)
        if members:
            prefix = f"{path}.{name}" if path else name
            for index, member in enumerate(members):
                yield member, f"{prefix}[{index}]"
