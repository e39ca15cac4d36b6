"""The lists of elements: how the members of each are matched, named and placed."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Mapping
from operator import attrgetter
from typing import Any

from bot.core.contract.model import (
    EnumValue,
    QualityRule,
    Relationship,
    Server,
    ServiceLevel,
    Statement,
)
from bot.core.diff.changes import Kind
from bot.core.diff.sameness import canonical
from bot.core.diff.service_level_names import service_level_name
from bot.core.records import dataclass

_LONGEST_LABEL = 60


@dataclass(frozen=True, slots=True)
class Members:
    """One list of an element: the model's attribute, and the standard's key in paths.

    `keys` are tried one after the other to match members, an id before the natural key; where
    another name is another element, an id alone matches nobody. `label` names a member in paths.
    `named` tells that the label is a name which people and tools use, so that another one is a
    rename.
    """

    kind: Kind
    attribute: str
    keys: tuple[Callable[[Any], Hashable], ...]
    label: Callable[[Any], str]
    prefix: str
    named: bool = False


_id = attrgetter("id")


def _enum_label(value: EnumValue) -> str:
    return value.value if isinstance(value.value, str) else json.dumps(value.value)


def _quality_label(rule: QualityRule) -> str:
    told = rule.name or rule.id or rule.metric or rule.description or rule.type
    return told[:_LONGEST_LABEL]


def _quality_text(rule: QualityRule) -> Hashable:
    """Return a nameless rule's whole text: of two alike, the one that stayed is no other."""
    if rule.name or rule.id:
        return None
    return json.dumps(rule.node, sort_keys=True)


def _quality_kind(rule: QualityRule) -> Hashable:
    if rule.name or rule.id:
        return None
    query = None if rule.query is None else " ".join(rule.query.split()).lower()
    return (rule.type, rule.metric, query, rule.engine)


def _quality_metric(rule: QualityRule) -> Hashable:
    return (rule.type, rule.description if rule.type == "text" else rule.metric)


def _relationship_ends(relationship: Relationship) -> Hashable:
    return (relationship.source, relationship.target)


def _relationship_label(relationship: Relationship) -> str:
    ends = ["+".join(relationship.source), "+".join(relationship.target)]
    return "->".join(end for end in ends if end)


def _connection(server: Server) -> Hashable:
    return (server.type, json.dumps(server.connection, sort_keys=True))


def _service_level_label(level: ServiceLevel) -> str:
    return f"{level.property} of {level.element}" if level.element else level.property


def _service_level_id(level: ServiceLevel) -> Hashable:
    """Return what ids show: a level of another property is another promise under an old id."""
    return None if level.id is None else (level.id, service_level_name(level.property))


def _service_level_key(level: ServiceLevel) -> Hashable:
    return (service_level_name(level.property), level.element, level.driver)


def _statement_label(statement: Statement) -> str:
    return statement.text[:_LONGEST_LABEL]


_DEFINITIONS = Members(
    Kind.DEFINITION,
    "authoritative_definitions",
    (_id, lambda entry: (entry.type, entry.url), attrgetter("type")),
    attrgetter("type"),
    "authoritativeDefinitions",
)
_CUSTOM = Members(
    Kind.CUSTOM,
    "custom_properties",
    (lambda entry: (entry.property, entry.vendor), attrgetter("property")),
    attrgetter("property"),
    "customProperties",
)
_BOTH = (_DEFINITIONS, _CUSTOM)
_QUALITY = Members(
    Kind.QUALITY,
    "quality",
    (
        _id,
        attrgetter("name"),
        _quality_text,
        _quality_kind,
        _quality_metric,
        attrgetter("type"),
    ),
    _quality_label,
    "quality",
)
_RELATIONSHIPS = Members(
    Kind.RELATIONSHIP,
    "relationships",
    (_id, _relationship_ends, lambda entry: entry.source or None, attrgetter("type")),
    _relationship_label,
    "relationships",
)
_SYNONYMS = Members(
    Kind.SYNONYM, "synonyms", (attrgetter("synonym"),), attrgetter("synonym"), "synonyms"
)
_ROLES = Members(
    Kind.ROLE, "roles", (_id, attrgetter("role")), attrgetter("role"), "roles", named=True
)
_SERVERS = Members(
    Kind.SERVER,
    "servers",
    (_id, attrgetter("server"), _connection),
    attrgetter("server"),
    "servers",
    named=True,
)
_SERVICE_LEVELS = Members(
    Kind.SERVICE_LEVEL,
    "service_levels",
    (_service_level_id, _service_level_key, lambda entry: service_level_name(entry.property)),
    _service_level_label,
    "slaProperties",
)
_CHANNELS = Members(
    Kind.CHANNEL,
    "support",
    (_id, attrgetter("channel")),
    attrgetter("channel"),
    "support",
    named=True,
)
_STATEMENTS = Members(
    Kind.STATEMENT,
    "verified_statements",
    (attrgetter("text"),),
    _statement_label,
    "verifiedStatements",
)
_CONSTRAINTS = Members(
    Kind.CONSTRAINT,
    "constraints",
    (_id, attrgetter("text")),
    lambda entry: entry.id or _statement_label(entry),
    "constraints",
)
_MEMBERS = Members(
    Kind.MEMBER,
    "members",
    (_id, attrgetter("username")),
    attrgetter("username"),
    "members",
    named=True,
)

ENUM = Members(
    Kind.ENUM_VALUE, "enum", (_id, lambda entry: canonical(entry.value)), _enum_label, "enum"
)
"""Allowed values: by id first, so that two codes that change places are seen as recoded."""

LISTS: Mapping[Kind, tuple[Members, ...]] = {
    Kind.CONTRACT: (_SERVERS, _SERVICE_LEVELS, _ROLES, _CHANNELS, *_BOTH),
    Kind.DESCRIPTION: _BOTH,
    Kind.CONTEXT: (_STATEMENTS, _CONSTRAINTS),
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
    Kind.TEAM: (_MEMBERS, *_BOTH),
    Kind.MEMBER: _BOTH,
    Kind.CHANNEL: (_CUSTOM,),
}
"""The lists of each kind of element, in the order in which their changes are told."""
