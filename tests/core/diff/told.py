"""Changes between two texts, as short as a table of a test wants them."""

from __future__ import annotations

from bot.core.contract.model import Contract, Field, QualityRule, Server, ServiceLevel
from bot.core.diff.changes import Change, Renamed
from bot.core.diff.walk import diff
from bot.core.rule import whole
from tests.inventory.texts import fields, level, listed, quality
from tests.reading import contract


def read(text: str) -> Contract:
    """Return the contract of a text without its head."""
    return contract(whole(text))


def changes(old: str, new: str) -> list[Change]:
    """Return the changes between two texts without their heads."""
    return list(diff(read(old), read(new)))


def told(old: str, new: str) -> list[tuple[str, str]]:
    """Return the subjects and paths of the changes."""
    return [(change.subject, change.place.path) for change in changes(old, new)]


def renamed(old: str, new: str) -> list[tuple[str, str, str]]:
    """Return the renames: the old path, the new name, and what shows it."""
    return [
        (change.place.path, change.new_name, change.by.value)
        for change in changes(old, new)
        if isinstance(change, Renamed)
    ]


def a_field(keys: str) -> Field:
    """Return the field `f`, given by its other keys."""
    return read(fields(f"name: f, {keys}")).schema[0].properties[0]


def a_rule(keys: str) -> QualityRule:
    """Return a quality rule, given by its keys."""
    return read(quality(keys)).schema[0].properties[0].quality[0]


def a_level(keys: str) -> ServiceLevel:
    """Return a service level, given by its keys."""
    return read(level(keys)).service_levels[0]


def a_server(keys: str) -> Server:
    """Return the server `s`, given by its other keys."""
    return read(listed("servers", f"server: s, {keys}")).servers[0]
