"""The states of a contract along the first-parent line, as far as they can be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.core.contract.model import Contract
from bot.core.errors import StewardError
from bot.core.versions import release_line
from bot.ports import History, ReadDocument, Tree, Version


def states(
    history: History, tip: Tree, identity: str, path: str, read: ReadDocument
) -> Iterator[tuple[Version, Contract]]:
    """Yield each state of a contract, newest first, followed by its id beyond renames of the file.

    States that cannot be read are passed over. Raises StewardError where a shallow clone ends
    before the line does.
    """
    return read_states(history, history.versions(tip, identity, path), read)


def read_states(
    history: History, versions: Iterable[Version], read: ReadDocument
) -> Iterator[tuple[Version, Contract]]:
    """Yield what states say; those that cannot be read are passed over."""
    for version in versions:
        try:
            found = read(history.at(version.commit).read(version.file), version.file.path)
        except StewardError:
            continue
        if isinstance(found, Contract):
            yield version, found


def released_versions(
    history: History, tip: Tree, contract: Contract, read: ReadDocument
) -> Iterator[tuple[Version, Contract]]:
    """Yield each released version of a contract, newest first.

    A release is the last state of the file under one `version`; what cannot be read never was one.
    """
    seen: set[str] = set()
    for version, found in states(history, tip, contract.id, contract.file, read):
        if found.version not in seen:
            seen.add(found.version)
            yield version, found


def earlier_releases(
    history: History, tip: Tree, old: Contract, new: Contract, read: ReadDocument
) -> tuple[Contract, ...]:
    """Return the releases before the old one that a transitive mode asks about, newest first.

    They are those on the new one's release line.
    """
    line = release_line(new.version)
    return tuple(
        found
        for _, found in released_versions(history, tip, old, read)
        if release_line(found.version) == line and found.version != old.version
    )
