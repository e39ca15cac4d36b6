"""Who still reads a contract that is to end."""

from __future__ import annotations

from bot.core.contract.model import Contract
from bot.core.lineage.graph import Lineage, Node, NodeKind
from bot.core.phases import Phase, phase_of
from bot.core.versions import release_line


def readers_of(contract: Contract, lineage: Lineage) -> tuple[str, ...]:
    """Return the names of those who read a contract, sorted; those who have ended do not count.

    The lineage must have the contract itself, as it was before its end.
    """
    node = Node(NodeKind.CONTRACT, contract.id, "", release_line(contract.version))
    found = {
        edge.target.owner
        for edge in lineage.edges
        if edge.source.owner == node and edge.target.owner != node
    }
    return tuple(
        lineage.address(reader)
        for reader in sorted(found, key=lambda one: one.order)
        if not _ended(reader, lineage)
    )


def _ended(reader: Node, lineage: Lineage) -> bool:
    document = lineage.documents.get(reader)
    return document is not None and phase_of(document.status) is Phase.RETIRED
