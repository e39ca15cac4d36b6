"""The part of a lineage around some documents: as exact there as if all had been woven.

A document is heard once all that its references may mean is at hand; who else refers to a
document that is heard is found by its names. So the cost follows what is reached, not the tree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bot.core.contract.model import Contract, DataProduct
from bot.core.lineage.ageing import deprecated_in
from bot.core.lineage.flow import Flow
from bot.core.lineage.graph import Lineage, Node, NodeKind, Owners
from bot.core.lineage.index import Index
from bot.core.lineage.shelf import Shelf
from bot.core.lineage.weaving import Threads, documents_of, hear
from bot.core.records import replace
from bot.core.rule import Registry

_SINGLE_ROUNDS = 8
"""So often only what was reached is asked further; then more at once, as ways get long."""


class Region:
    """What some documents of a shelf say, and the documents that they may mean.

    `logic` False leaves `transformLogic` unread.
    """

    def __init__(self, shelf: Shelf, *, logic: bool = True) -> None:
        self._shelf = shelf
        self._logic = logic
        self._heard: set[str] = set()
        self._known: dict[str, Contract | DataProduct] = {}
        self._threads = Threads()
        self._consumers: dict[Node, tuple[str, Owners]] = {}

    def hear(self, paths: Iterable[str]) -> None:
        """Let documents say what they are made of and who reads them."""
        fresh = [path for path in dict.fromkeys(paths) if path not in self._heard]
        self._heard.update(fresh)
        around = dict.fromkeys(fresh)
        for path in fresh:
            around.update(dict.fromkeys(self._shelf.meant_by(path)))
        registry = self._registry(sorted(around))
        index = Index(registry)
        products = frozenset(product.id for product in registry.products)
        for path in sorted(fresh):
            volume = self._shelf.take(path)
            logic = volume.logic if self._logic else None
            heard = hear(volume.document, index, products, logic)
            self._threads.take(heard.said)
            for node, owners in heard.consumers:
                known = self._consumers.get(node)
                if known is None or path < known[0]:
                    self._consumers[node] = (path, owners)

    def know(self, paths: Iterable[str]) -> None:
        """Have documents at hand, where the shelf has them, without letting them speak."""
        self._registry(path for path in paths if self._shelf.names(path) is not None)

    def known(self) -> frozenset[str]:
        """Return the files of the documents at hand."""
        return frozenset(self._known)

    def joined(self) -> Iterator[tuple[tuple[Node, Node], Node]]:
        """Yield the ends of each edge said so far, and its target.

        Where an id has one major alone the ends are told without it: the next one is the same.
        """
        alone: dict[str, bool] = {}
        for edge in self._threads.edges.values():
            ends = []
            for node in (edge.source, edge.target):
                if node.holder not in alone:
                    alone[node.holder] = self._shelf.majors(node.holder) == 1
                ends.append(replace(node, major=None) if alone[node.holder] else node)
            yield (ends[0], ends[1]), edge.target

    def follow(self, starts: Iterable[Node]) -> None:
        """Let everybody speak whom a change of these elements reaches."""
        starts = tuple(starts)
        waiting = {node.owner for node in starts}
        asked: set[str] = set()
        rounds = 0
        while waiting:
            levels = 2 ** max(0, rounds - _SINGLE_ROUNDS)
            rounds += 1
            for _ in range(levels):
                fresh = {path for node in waiting for path in self._paths(node)} - asked
                asked |= fresh
                self.ask(fresh)
                if levels == 1 or not fresh:
                    break
                waiting = {edge.target.owner for edge in self._threads.edges.values()}
            reached = Flow(self._edges_alone()).downstream(starts)
            waiting = {node for node in reached if not asked.issuperset(self._paths(node))}

    def _edges_alone(self) -> Lineage:
        edges = tuple(self._threads.edges.values())
        return Lineage(documents={}, majors={}, consumers={}, edges=edges, faults=())

    def ask(self, paths: Iterable[str]) -> None:
        """Let documents speak, and everybody who may mean them."""
        speakers = dict.fromkeys(paths)
        for path in tuple(speakers):
            names = self._shelf.names(path)
            if names is not None:
                speakers.update(dict.fromkeys(self._shelf.meaning(names, path)))
        self.hear(speakers)

    def _paths(self, node: Node) -> Iterator[str]:
        """Yield the files of a contract or data product."""
        if node.kind in {NodeKind.CONSUMER, NodeKind.OUTSIDE}:
            return
        for path in self._shelf.called(node.holder):
            names = self._shelf.names(path)
            wanted = node.kind is NodeKind.PRODUCT
            if names is not None and names.product is wanted and names.major == node.major:
                yield path

    def registry(self) -> Registry:
        """Return every document at hand, with the lineage of those that were heard."""
        registry = self._registry(sorted(self._known))
        return Registry(
            contracts=registry.contracts,
            products=registry.products,
            derived={"declared lineage": self.lineage()},
        )

    def lineage(self) -> Lineage:
        """Return what was said so far as a lineage; names are told apart as in the whole tree."""
        registry = self._registry(sorted(self._known))
        index = Index(registry)
        documents = documents_of(registry, index)
        consumers = {node: owners for node, (_, owners) in self._consumers.items()}
        return self._threads.woven(
            documents, consumers, deprecated_in(index), self._majors(documents)
        )

    def _majors(self, documents: Mapping[Node, object]) -> dict[str, int]:
        ids = {node.holder for node in documents if node.kind is NodeKind.CONTRACT}
        return {identity: self._shelf.majors(identity) for identity in sorted(ids)}

    def _registry(self, paths: Iterable[str]) -> Registry:
        contracts, products = [], []
        for path in paths:
            found = self._known.get(path)
            if found is None:
                found = self._known[path] = self._shelf.take(path).document
            if isinstance(found, Contract):
                contracts.append(found)
            else:
                products.append(found)
        return Registry(contracts=tuple(contracts), products=tuple(products))
