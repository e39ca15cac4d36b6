"""Visits the elements of a contract once, in the file's order, with their paths."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Contract, Element, Field, SchemaObject, step
from bot.core.conventions import DEFAULT_CONVENTIONS, Conventions
from bot.core.rule import Site

_PARTS = (
    ("authoritative_definitions", "authoritativeDefinitions"),
    ("custom_properties", "customProperties"),
    ("quality", "quality"),
    ("relationships", "relationships"),
    ("synonyms", "synonyms"),
    ("roles", "roles"),
)


def visit(
    contract: Contract, conventions: Conventions = DEFAULT_CONVENTIONS
) -> Iterator[tuple[Element, Site]]:
    """Yield each element of the contract with the site at which rules judge it."""

    def site(
        path: str, obj: SchemaObject | None = None, parent: Field | SchemaObject | None = None
    ) -> Site:
        return Site(
            contract=contract, path=path, object=obj, parent=parent, conventions=conventions
        )

    yield contract, site("")
    for element, path in _root_parts(contract):
        yield element, site(path)
    for obj in contract.schema:
        path = step(obj.name)
        yield obj, site(path, obj)
        for part, part_path in _parts(obj, path):
            yield part, site(part_path, obj, obj)
        for entry, entry_path, parent in _fields(obj, path):
            yield entry, site(entry_path, obj, parent)
            for part, part_path in _parts(entry, entry_path):
                yield part, site(part_path, obj, entry)


def _root_parts(contract: Contract) -> Iterator[tuple[Element, str]]:
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
        yield from _parts(server, path)
    for level in contract.service_levels:
        yield level, f"slaProperties.{step(level.property)}"
    for channel in contract.support:
        yield channel, f"support.{step(channel.channel)}"
    yield from _parts(contract, "")


def _fields(
    parent: SchemaObject | Field, path: str
) -> Iterator[tuple[Field, str, SchemaObject | Field]]:
    for child in parent.properties:
        child_path = f"{path}.{step(child.name)}"
        yield child, child_path, parent
        yield from _fields(child, child_path)
    if isinstance(parent, Field):
        for suffix, inner in (
            ("[]", parent.items),
            ("{key}", parent.map_key),
            ("{value}", parent.map_value),
        ):
            if inner is not None:
                yield inner, f"{path}{suffix}", parent
                yield from _fields(inner, f"{path}{suffix}")


def _parts(element: Element, path: str) -> Iterator[tuple[Element, str]]:
    """Yield the list members below an element that are not fields."""
    for attribute, name in _PARTS:
        members = getattr(element, attribute, ())
        for index, member in enumerate(members):
            yield member, f"{path}.{name}[{index}]" if path else f"{name}[{index}]"
    for index, value in enumerate(getattr(element, "enum", None) or ()):
        yield value, f"{path}.enum[{index}]"
