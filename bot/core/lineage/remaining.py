"""Who still reads what is to end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from bot.core.contract.model import Contract
from bot.core.lineage.caused import entry_of
from bot.core.lineage.graph import Lineage, Node, NodeKind
from bot.core.lineage.index import Elements
from bot.core.lineage.paths import prefixes, within
from bot.core.lineage.region import Region
from bot.core.lineage.shelf import Shelf
from bot.core.phases import Phase, phase_of


def readers_left(contract: Contract, shelf: Shelf) -> tuple[str, ...]:
    """Return the names of those who read a contract, as if it were on the shelf as it was.

    Sorted; whoever has ended does not count.
    """
    kept = shelf.with_changes(
        {contract.file: entry_of(contract.node, contract.file, contract.declared)}, ()
    )
    region = Region(kept)
    region.ask([contract.file])
    lineage = region.lineage()
    node = Elements(contract).node
    found = {
        edge.target.owner
        for edge in lineage.edges
        if edge.source.owner == node and edge.target.owner != node
    }
    return _named(found, lineage)


class Remaining:
    """The direct readers of single elements of contracts on a shelf, all woven at once."""

    def __init__(self, shelf: Shelf, files: Iterable[str]) -> None:
        self._shelf = shelf
        region = Region(shelf)
        region.ask(files)
        self._lineage = region.lineage()
        self._owners = {
            document.file: node
            for node, document in self._lineage.documents.items()
            if isinstance(document, Contract)
        }
        self._reads: defaultdict[Node, defaultdict[str, set[Node]]] = defaultdict(_reads)
        for edge in self._lineage.edges:
            if edge.source.owner != edge.target.owner:
                self._reads[edge.source.owner][edge.source.path].add(edge.target.owner)

    def majors(self, identity: str) -> int:
        """Return how many release lines an id has."""
        return self._shelf.majors(identity)

    def of(self, file: str, path: str) -> tuple[str, ...]:
        """Return the names of those who read an element, or a whole contract for an empty path.

        Whoever reads all that encloses an element reads it, and so does who reads a part of it.
        """
        owner = self._owners.get(file)
        if owner is None:
            return ()
        around = {"", *prefixes(path)}
        found = {
            reader
            for read, readers in self._reads[owner].items()
            if read in around or within(read, path)
            for reader in readers
        }
        return _named(found, self._lineage)


def _reads() -> defaultdict[str, set[Node]]:
    return defaultdict(set)


def _named(found: Iterable[Node], lineage: Lineage) -> tuple[str, ...]:
    return tuple(
        lineage.address(reader)
        for reader in sorted(found, key=lambda one: one.order)
        if reader.kind is not NodeKind.OUTSIDE and not _ended(reader, lineage)
    )


def _ended(reader: Node, lineage: Lineage) -> bool:
    document = lineage.documents.get(reader)
    return document is not None and phase_of(document.status) is Phase.RETIRED
