"""The lineage as pages ask for it: what a field comes from, who reads it, what is one hop away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from bot.core.lineage.excerpt import Excerpt, Link, overview
from bot.core.lineage.graph import Confidence, Edge, EdgeKind, Lineage, Node, NodeKind
from bot.core.versions import release_line
from site_gen.catalogue import Catalogue
from site_gen.paths import contract_path, product_path, version_path
from site_gen.slugs import anchor


@dataclass(frozen=True, slots=True, kw_only=True)
class Ref:
    """A node of the lineage as a link: what people call it, and its page, if it has one.

    `whole` tells that the contract is known to be read, but not which of its fields.
    """

    node: Node
    label: str
    path: str | None
    anchor: str = ""
    kind: EdgeKind = EdgeKind.TRANSFORM
    confidence: Confidence = Confidence.DECLARED

    @property
    def whole(self) -> bool:
        """Whether nobody says which fields are read."""
        return self.confidence is Confidence.WHOLE


@dataclass(frozen=True, kw_only=True)
class Neighbours:
    """The edges of a lineage by their ends, with the page of each node.

    `graph` has the documents and who reads whom, without fields; `pages` the page of each of
    its nodes.
    """

    lineage: Lineage
    graph: Excerpt
    pages: Mapping[Node, str]
    before: Mapping[Node, tuple[Edge, ...]] = field(repr=False)
    after: Mapping[Node, tuple[Edge, ...]] = field(repr=False)

    @cached_property
    def links_to(self) -> Mapping[Node, tuple[Link, ...]]:
        """Who is read by each document."""
        found: defaultdict[Node, list[Link]] = defaultdict(list)
        for link in self.graph.links:
            found[link.target].append(link)
        return {node: tuple(links) for node, links in found.items()}

    @cached_property
    def links_from(self) -> Mapping[Node, tuple[Link, ...]]:
        """Who reads each document."""
        found: defaultdict[Node, list[Link]] = defaultdict(list)
        for link in self.graph.links:
            found[link.source].append(link)
        return {node: tuple(links) for node, links in found.items()}

    @cached_property
    def links_of(self) -> Mapping[str, tuple[Link, ...]]:
        """Who reads whom, by each domain that one of the two is of."""
        found: defaultdict[str, list[Link]] = defaultdict(list)
        for link in self.graph.links:
            for domain in {self.domain(link.source), self.domain(link.target)}:
                found[domain].append(link)
        return {domain: tuple(links) for domain, links in found.items()}

    def domain(self, node: Node) -> str:
        """Return the domain of a node's document, "" where it has none."""
        document = self.lineage.documents.get(node.owner)
        return (document.domain or "") if document else ""

    def ref(self, node: Node, edge: Edge | None = None) -> Ref:
        """Return a node as a link."""
        is_element = node.kind in (NodeKind.OBJECT, NodeKind.FIELD)
        return Ref(
            node=node,
            label=self.lineage.address(node),
            path=self.pages.get(node.owner),
            anchor=anchor(node.path) if is_element else "",
            kind=edge.kind if edge else EdgeKind.TRANSFORM,
            confidence=edge.confidence if edge else Confidence.DECLARED,
        )

    def sources(self, node: Node) -> tuple[Ref, ...]:
        """Return what an element is made of, or refers to."""
        return tuple(self.ref(edge.source, edge) for edge in self.before.get(node, ()))

    def readers(self, node: Node) -> tuple[Ref, ...]:
        """Return who reads an element."""
        return tuple(self.ref(edge.target, edge) for edge in self.after.get(node, ()))

    def upstream(self, node: Node) -> tuple[tuple[Ref, Link], ...]:
        """Return the documents that a document reads."""
        return tuple((self.ref(link.source), link) for link in self.links_to.get(node, ()))

    def downstream(self, node: Node) -> tuple[tuple[Ref, Link], ...]:
        """Return the documents and consumers that read a document."""
        return tuple((self.ref(link.target), link) for link in self.links_from.get(node, ()))


def neighbours(catalogue: Catalogue) -> Neighbours:
    """Return the neighbours of every node of the catalogue's lineage."""
    before: defaultdict[Node, list[Edge]] = defaultdict(list)
    after: defaultdict[Node, list[Edge]] = defaultdict(list)
    for edge in catalogue.lineage.edges:
        before[edge.target].append(edge)
        after[edge.source].append(edge)
    return Neighbours(
        lineage=catalogue.lineage,
        graph=overview(catalogue.lineage),
        pages=_pages(catalogue),
        before={node: tuple(edges) for node, edges in before.items()},
        after={node: tuple(edges) for node, edges in after.items()},
    )


def _pages(catalogue: Catalogue) -> Mapping[Node, str]:
    found: dict[Node, str] = {}
    for entry in catalogue.entries:
        if entry.gone:
            continue
        for document in entry.heads:
            first = document is entry.head
            found[Node(NodeKind.CONTRACT, entry.id, "", release_line(document.version))] = (
                contract_path(entry.id) if first else version_path(entry.id, document.version)
            )
    for product in catalogue.products:
        found[Node(NodeKind.PRODUCT, product.id)] = product_path(product.id)
    return found
