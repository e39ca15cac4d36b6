"""The lineage graph as values: nodes, edges, faults, and who owns what.

Edges point the way the data goes: from what is read to what is made of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum, StrEnum

from bot.core.contract.model import Contract, DataProduct
from bot.core.errors import Location
from bot.core.records import dataclass


class NodeKind(StrEnum):
    """What a node stands for."""

    CONTRACT = "contract"
    OBJECT = "object"
    FIELD = "field"
    PRODUCT = "data product"
    CONSUMER = "consumer"
    OUTSIDE = "outside"
    """Something that a contract names and that no document of the registry describes."""


class EdgeKind(StrEnum):
    """Why one node depends on another."""

    TRANSFORM = "transform"
    RELATIONSHIP = "relationship"
    PORT = "port"
    DECLARED = "declared"
    """Named in the customProperty `consumers` of the contract that is read."""


class Confidence(IntEnum):
    """How sure a dependency is; the greater, the less sure. A way is as sure as its weakest edge.

    DECLARED: a document names both ends. READ: found in the SQL of a `transformLogic`. WHOLE: all
    that is known is that the contract is read, not which of its fields.
    """

    DECLARED = 0
    READ = 1
    WHOLE = 2

    @property
    def word(self) -> str:
        """The confidence as users read it."""
        return ("declared", "read from SQL", "contract level")[self]


@dataclass(frozen=True, slots=True)
class Node:
    """A contract (with its major), an object or field of it, or somebody who reads.

    `holder` is the id of the contract, data product or consumer; of a node outside it is empty
    and `path` has the text as written. `major` is None where the version is not semantic.
    """

    kind: NodeKind
    holder: str
    path: str = ""
    major: int | None = None

    @property
    def order(self) -> tuple[str, int, str, str]:
        """What nodes are sorted by."""
        return (self.holder, -1 if self.major is None else self.major, self.path, self.kind)

    @property
    def owner(self) -> Node:
        """The contract of an object or field; anything else is its own."""
        if self.kind in (NodeKind.OBJECT, NodeKind.FIELD):
            return Node(NodeKind.CONTRACT, self.holder, "", self.major)
        return self


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """`target` depends on `source`. `where` is the place in a document that says so."""

    source: Node
    target: Node
    kind: EdgeKind
    confidence: Confidence
    where: Location

    @property
    def order(self) -> tuple[object, ...]:
        """What edges are sorted by."""
        return (self.source.order, self.target.order, self.kind)


class FaultKind(StrEnum):
    """What can be wrong with a reference."""

    AMBIGUOUS = "ambiguous"
    DANGLING = "dangling"
    CYCLE = "cycle"
    DEPRECATED = "deprecated"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineageFault:
    """Something wrong in the lineage: who refers, to what, and where that is written."""

    kind: FaultKind
    node: Node
    reference: str
    message: str
    where: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Owners:
    """Who answers for a contract, data product or consumer; empty where nobody is named."""

    team: str | None = None
    usernames: tuple[str, ...] = ()
    contact: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """All that the documents of a registry say about where data comes from.

    `documents` has each contract and data product by its node, `majors` how many majors of a
    contract id there are, `consumers` who is declared as a reader without a document of its own.
    `edges` are sorted. Of two files with one id and one
    major (which is a finding of its own) the first in the order of the files counts.
    """

    documents: Mapping[Node, Contract | DataProduct]
    majors: Mapping[str, int]
    consumers: Mapping[Node, Owners]
    edges: tuple[Edge, ...]
    faults: tuple[LineageFault, ...]

    def nodes(self) -> tuple[Node, ...]:
        """Return every document and every end of an edge, sorted."""
        found = dict.fromkeys((*self.documents, *self.consumers))
        for edge in self.edges:
            found[edge.source] = found[edge.target] = None
        return tuple(sorted(found, key=lambda node: node.order))

    def address(self, node: Node) -> str:
        """Return how people name a node: `id.path`, and `id@major.path` where majors live on."""
        several = node.major is not None and self.majors.get(node.holder, 0) > 1
        head = f"{node.holder}@{node.major}" if several else node.holder
        return ".".join(part for part in (head, node.path) if part)

    def owners(self, node: Node) -> Owners:
        """Return who answers for a node."""
        document = self.documents.get(node.owner)
        if document is None:
            return self.consumers.get(node, Owners())
        if document.team is None:
            return Owners()
        names = tuple(
            member.username
            for member in document.team.members
            if "owner" in (member.role or "").lower()
            and (member.date_out is None or member.replaced_by_username is not None)
        )
        return Owners(team=document.team.name, usernames=names)
