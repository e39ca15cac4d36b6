"""Finds contracts of a registry by id, version or file, and what references into them mean."""

from __future__ import annotations

import re
from collections import defaultdict

from bot.core.contract.model import Contract, Field, SchemaObject
from bot.core.contract.references import Resolver
from bot.core.rule import Registry
from bot.core.versions import release_line

_MAJOR = re.compile(r"\s*[vV]?([0-9]{1,9})(?:\.|\s*$)")


class Lookup:
    """The contracts of a registry, in the order of their ids and files."""

    def __init__(self, registry: Registry) -> None:
        self._by_id: defaultdict[str, list[Contract]] = defaultdict(list)
        self._by_file: dict[str, Contract] = {}
        self._resolvers: dict[str, Resolver] = {}
        for contract in registry.contracts:
            self._by_id[contract.id].append(contract)
            self._by_file[contract.file] = contract

    def ids(self) -> frozenset[str]:
        """Return the ids of all contracts."""
        return frozenset(self._by_id)

    def contracts(self, identity: str, version: str | None = None) -> tuple[Contract, ...]:
        """Return the contracts of an id; those of a version's major alone, if one is given."""
        found = tuple(self._by_id.get(identity, ()))
        line = None if version is None else major(version)
        if line is None:
            return found
        return tuple(contract for contract in found if release_line(contract.version) == line)

    def file(self, document: str, near: Contract) -> Contract | None:
        """Return the contract in a file that is named relative to that of another contract."""
        path = beside(near.file, document)
        return None if path is None else self._by_file.get(path)

    def element(self, text: str, contract: Contract) -> SchemaObject | Field | None:
        """Return what a reference means in a contract."""
        resolver = self._resolvers.get(contract.file)
        if resolver is None:
            resolver = self._resolvers[contract.file] = Resolver(contract)
        return resolver.element(text)


def beside(file: str, document: str) -> str | None:
    """Return the path of a file that is named relative to another; None for an address."""
    if "://" in document:
        return None
    steps = file.split("/")[:-1]
    for part in document.split("/"):
        if part == "..":
            steps = steps[:-1]
        elif part not in ("", "."):
            steps.append(part)
    return "/".join(steps)


def major(version: str) -> int | None:
    """Return the major of a version as ports write it: `1.4.0`, `v1`, `1`; None for other texts."""
    found = _MAJOR.match(version)
    return int(found[1]) if found else None
