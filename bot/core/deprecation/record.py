"""What has to be remembered of one state of a contract to tell its clocks, as one short text."""

from __future__ import annotations

import json
from collections.abc import Iterable

from bot.core.contract.build import build_contract
from bot.core.contract.model import Contract, Deprecation
from bot.core.contract.node import Document, MapNode, Node, SeqNode
from bot.core.deprecation.elements import Flag, Sort, entries
from bot.core.deprecation.standing import Standing
from bot.core.policy.wishes import MODE, WINDOW_DAYS, WINDOW_RELEASES
from bot.core.records import dataclass, replace

_ROOT = ("id", "name", "version", "status", "domain")
_WISHES = frozenset((MODE, WINDOW_DAYS, WINDOW_RELEASES))


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A state of a contract: its head, what it calls deprecated, and what that covers.

    `head` is the contract without its schema. `standing` knows of covered elements alone: for a
    clock, what is not deprecated might as well not be there.
    """

    head: Contract
    flags: tuple[Flag, ...]
    standing: Standing


def record(contract: Contract) -> Record:
    """Return what to remember of a contract."""
    found = tuple(entries(contract))
    covered: dict[tuple[str, ...], tuple[bool, tuple[str, ...]]] = {}
    for entry in found:
        if entry.covered:
            covered[entry.flag.names] = (True, entry.flag.ids)
    for entry in found:
        if not entry.covered:
            covered.pop(entry.flag.names, None)
    return Record(
        head=replace(contract, schema=()),
        flags=tuple(entry.flag for entry in found if entry.flag.told.flagged),
        standing=_standing(contract, covered.items()),
    )


def _standing(
    contract: Contract,
    covered: Iterable[tuple[tuple[str, ...], tuple[bool, tuple[str, ...]]]],
) -> Standing:
    elements = dict(covered)
    return Standing(
        id=contract.id,
        version=contract.version,
        status=contract.status,
        elements=elements,
        names={ids: names for names, (_, ids) in reversed(elements.items())},
    )


def written(known: Record) -> str:
    """Return a record as one line of JSON."""
    root = known.head.node
    head: dict[str, object] = {key: root[key] for key in _ROOT if isinstance(root.get(key), str)}
    head["id"] = known.head.id
    head["customProperties"] = [
        {"property": custom.property, "value": custom.value}
        for custom in known.head.custom_properties
        if custom.property in _WISHES and not isinstance(custom.value, MapNode | SeqNode)
    ]
    flags = [
        [str(flag.sort), flag.path, flag.names, flag.ids, _told(flag.told)] for flag in known.flags
    ]
    covered = [[names, ids] for names, (_, ids) in known.standing.elements.items()]
    return json.dumps([head, flags, covered])


def read_record(text: str, file: str) -> Record:
    """Return the record in a line. Raises ValueError, TypeError or KeyError for anything else."""
    head, flags, covered = json.loads(text)
    contract = build_contract(Document(file, "", _map(head)), "")
    return Record(
        head=contract,
        flags=tuple(
            Flag(
                sort=Sort(sort),
                path=path,
                names=tuple(names),
                ids=tuple(ids),
                told=Deprecation(flagged=True, **told),
            )
            for sort, path, names, ids, told in flags
        ),
        standing=_standing(
            contract, ((tuple(names), (True, tuple(ids))) for names, ids in covered)
        ),
    )


def _told(told: Deprecation) -> dict[str, str]:
    said = {
        "since": told.since,
        "since_version": told.since_version,
        "removal": told.removal,
        "removal_version": told.removal_version,
        "replaced_by": told.replaced_by,
        "reason": told.reason,
    }
    return {key: text for key, text in said.items() if text is not None}


def _map(value: dict[str, Node]) -> MapNode:
    node = MapNode()
    for key, inner in value.items():
        node[key] = _node(inner)
    return node


def _node(value: object) -> Node:
    if isinstance(value, dict):
        return _map(value)
    if isinstance(value, list):
        found = SeqNode()
        found.extend(map(_node, value))
        return found
    return value if isinstance(value, str | int | float) else None
