"""What one document says about lineage: edges, and references that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Contract, CustomProperty, DataProduct
from bot.core.contract.node import MapNode, Mark, Node, SeqNode
from bot.core.errors import Location
from bot.core.lineage.graph import (
    Confidence,
    Edge,
    EdgeKind,
    FaultKind,
    LineageFault,
    NodeKind,
)
from bot.core.lineage.graph import Node as Vertex
from bot.core.lineage.index import Ambiguous, Dangling, Found, Met
from bot.core.records import dataclass

Said = Edge | LineageFault


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A reference as it stands in a document: who refers, the text, and the place."""

    node: Vertex
    text: str
    where: Location

    def edge(self, source: Vertex, kind: EdgeKind, confidence: Confidence) -> Edge:
        """Return the edge from what is read to who refers."""
        return Edge(
            source=source, target=self.node, kind=kind, confidence=confidence, where=self.where
        )

    def fault(self, kind: FaultKind, message: str) -> LineageFault:
        """Return a fault of the reference."""
        return LineageFault(
            kind=kind, node=self.node, reference=self.text, message=message, where=self.where
        )

    def dangling(self, identity: str) -> LineageFault:
        """Return the fault of a reference into a contract that has no such element."""
        return self.fault(FaultKind.DANGLING, f"`{self.text}` is not in the contract `{identity}`")

    def source(self, found: Found, confidence: Confidence) -> Said:
        """Return what a reference to a source means: an edge, or the fault of the reference."""
        match found:
            case Met(node):
                return self.edge(node, EdgeKind.TRANSFORM, confidence)
            case Ambiguous(ids):
                told = ", ".join(f"`{name}`" for name in ids[:5])
                return self.fault(
                    FaultKind.AMBIGUOUS, f"`{self.text}` may be of any of the contracts {told}"
                )
            case Dangling(identity):
                return self.dangling(identity)
            case _:
                outside = Vertex(NodeKind.OUTSIDE, "", self.text)
                return self.edge(outside, EdgeKind.TRANSFORM, confidence)


def texts(node: MapNode, key: str) -> Iterator[tuple[str, Mark]]:
    """Yield each text of a list, or the one text that stands there, with its place."""
    found = node.get(key)
    if isinstance(found, SeqNode):
        yield from ((item, mark) for item, mark in pairs(found) if isinstance(item, str))
    elif isinstance(found, str):
        yield found, mark_of(node, key)


def maps(found: Node) -> Iterator[tuple[MapNode, Mark]]:
    """Yield each mapping of a list, with its place."""
    if isinstance(found, SeqNode):
        yield from ((item, mark) for item, mark in pairs(found) if isinstance(item, MapNode))


def pairs(found: SeqNode) -> Iterator[tuple[Node, Mark]]:
    """Yield each item of a list with its place; a list that migration made has that of itself."""
    known = len(found.marks) == len(found)
    for index, item in enumerate(found):
        yield item, found.marks[index] if known else found.mark


def mark_of(node: MapNode, key: str) -> Mark:
    """Return the place of a key, else of the mapping."""
    return node.marks[key][0] if key in node.marks else node.mark


def place(document: Contract | DataProduct, mark: Mark) -> Location:
    """Return a place in a document's file."""
    return Location(document.file, *mark)


def custom(properties: tuple[CustomProperty, ...], name: str) -> Iterator[Node]:
    """Yield the values of the custom properties of a name."""
    yield from (entry.value for entry in properties if entry.property == name)


def text_of(node: MapNode, key: str) -> str | None:
    """Return the text at a key; None where there is none or an empty one."""
    found = node.get(key)
    return found if isinstance(found, str) and found else None
