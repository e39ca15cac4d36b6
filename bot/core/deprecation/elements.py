"""The elements of a contract that can be deprecated, each with what it is known by."""

from __future__ import annotations

import json
from collections.abc import Iterator
from enum import StrEnum

from bot.core.contract.model import Contract, Deprecation, EnumValue, Field, SchemaObject, step
from bot.core.diff.lists import ENUM
from bot.core.diff.service_level_names import service_level_name
from bot.core.phases import Phase, phase_of
from bot.core.records import dataclass

Key = tuple[str, ...]
"""One step for each element from the object down; the contract's own key is empty."""

_INNER = (("[]", "items"), ("{key}", "map_key"), ("{value}", "map_value"))


class Sort(StrEnum):
    """What an element is."""

    CONTRACT = "contract"
    LINE = "release line"
    OBJECT = "object"
    FIELD = "field"
    VALUE = "enum value"


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """What an element is known by, and what is declared about its end.

    `path` is for people; the keys are by names, and by ids where the element has any.
    """

    sort: Sort
    path: str
    names: Key
    ids: Key
    told: Deprecation


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An element of a contract.

    `covered` tells that it is deprecated itself, or with something that encloses it.
    """

    flag: Flag
    covered: bool
    element: Contract | SchemaObject | Field | EnumValue


def entries(contract: Contract) -> Iterator[Entry]:
    """Yield the contract, then each object, field and allowed value, parents first."""
    told = told_of_contract(contract)
    flag = Flag(sort=Sort.CONTRACT, path="", names=(), ids=(), told=told)
    top = Entry(flag=flag, covered=told.flagged, element=contract)
    yield top
    for obj in contract.schema:
        entry = _inside(top, obj, f".{obj.name}", step(obj.name))
        yield entry
        yield from _fields(entry, obj)


def told_of_contract(contract: Contract) -> Deprecation:
    """Return what a contract says about its own end: its status, and its `endOfLife`.

    Only the standard's own word counts, in whatever case: what starts a clock must be plain.
    """
    flagged = phase_of(contract.status) in (Phase.DEPRECATED, Phase.RETIRED)
    ends = (
        str(level.value)
        for level in contract.service_levels
        if service_level_name(level.property) == "endoflife" and level.value is not None
    )
    replaced = (
        link.url for link in contract.authoritative_definitions if link.type == "replacedBy"
    )
    return Deprecation(flagged=flagged, removal=next(ends, None), replaced_by=next(replaced, None))


def _fields(parent: Entry, holder: SchemaObject | Field) -> Iterator[Entry]:
    for child in holder.properties:
        entry = _inside(parent, child, f".{child.name}", f"{parent.flag.path}.{step(child.name)}")
        yield from _field(entry, child)
    if isinstance(holder, Field):
        for suffix, attribute in _INNER:
            inner = getattr(holder, attribute)
            if inner is not None:
                yield from _field(
                    _inside(parent, inner, suffix, f"{parent.flag.path}{suffix}"), inner
                )


def _field(entry: Entry, element: Field) -> Iterator[Entry]:
    yield entry
    for value in element.enum or ():
        path = f"{entry.flag.path}.{ENUM.prefix}.{step(ENUM.label(value))}"
        yield _inside(entry, value, f"={json.dumps(value.value)}", path)
    yield from _fields(entry, element)


def _inside(
    parent: Entry, element: SchemaObject | Field | EnumValue, name: str, path: str
) -> Entry:
    match element:
        case SchemaObject():
            sort = Sort.OBJECT
        case Field():
            sort = Sort.FIELD
        case EnumValue():
            sort = Sort.VALUE
    flag = Flag(
        sort=sort,
        path=path,
        names=(*parent.flag.names, name),
        ids=(*parent.flag.ids, f"#{element.id}" if element.id else name),
        told=element.deprecation,
    )
    covered = parent.covered or element.deprecation.flagged
    return Entry(flag=flag, covered=covered, element=element)
