"""The words about lineage that its formats share."""

from __future__ import annotations

from bot.core.contract.model import Contract
from bot.core.lineage.excerpt import Link
from bot.core.lineage.graph import Confidence, EdgeKind, Lineage, Node, NodeKind, Owners


def kind_words(kind: EdgeKind) -> str:
    """Return why one depends on the other."""
    match kind:
        case EdgeKind.TRANSFORM:
            return "made of"
        case EdgeKind.RELATIONSHIP:
            return "foreign key"
        case EdgeKind.PORT:
            return "port"
        case EdgeKind.DECLARED:
            return "declared consumer"


def link_words(link: Link) -> str:
    """Return what is worth saying of a link: nothing of a declared transform."""
    told = [] if link.kind is EdgeKind.TRANSFORM else [kind_words(link.kind)]
    if link.confidence is not Confidence.DECLARED:
        told.append(link.confidence.word)
    return ", ".join(told)


def owner_words(owners: Owners) -> str:
    """Return who answers, in one line; empty where nobody is named."""
    people = ", ".join(owners.usernames) or owners.contact or ""
    if owners.team and people:
        return f"{owners.team} ({people})"
    return owners.team or people


def heading(lineage: Lineage, node: Node) -> str:
    """Return how a document is told: its address, version, and what it is where it is no contract.

    Of an object or field, its contract is told.
    """
    owner = node.owner
    document = lineage.documents.get(owner)
    name = lineage.address(owner)
    if isinstance(document, Contract):
        return f"{name} {document.version}"
    return f"{name}, {owner.kind}" if owner.kind is not NodeKind.OUTSIDE else name
