"""Finds what a reference means, over all contracts of a registry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from bot.core.contract.model import Contract, Field, SchemaObject, every_field, step
from bot.core.contract.references import Resolver
from bot.core.lineage.graph import Node, NodeKind
from bot.core.lookup import Lookup
from bot.core.phases import Phase, phase_of
from bot.core.records import dataclass
from bot.core.rule import Registry
from bot.core.versions import release_line

MOST_STEPS = 20
"""Of a longer reference only so many steps are tried as the name of a contract or object."""
_AGES = {Phase.DEPRECATED: 1, Phase.RETIRED: 2}
_NAMESPACES = ("schema", "database", "catalog", "dataset", "project")


@dataclass(frozen=True, slots=True)
class Met:
    """A reference leads to this node."""

    node: Node


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A reference fits several contracts."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dangling:
    """A reference leads into a contract that has no such element."""

    identity: str


@dataclass(frozen=True, slots=True)
class Outside:
    """A reference names nothing that the registry describes."""


Found = Met | Ambiguous | Dangling | Outside


class Elements:
    """The objects and fields of one contract by path, by name and by id."""

    __slots__ = ("_paths", "_places", "_resolver", "contract", "node")

    def __init__(self, contract: Contract) -> None:
        self.contract = contract
        self.node = Node(NodeKind.CONTRACT, contract.id, "", release_line(contract.version))
        self._resolver = Resolver(contract)
        self._paths: dict[str, SchemaObject | Field] = {}
        self._places: dict[int, str] = {}

    def paths(self) -> dict[str, SchemaObject | Field]:
        """Return every object and field by its path; of two with one path the first."""
        if not self._paths:
            for obj in self.contract.schema:
                top = step(obj.name)
                self._put(top, obj)
                for path, field in every_field(obj, top):
                    self._put(path, field)
        return self._paths

    def _put(self, path: str, element: SchemaObject | Field) -> None:
        self._paths.setdefault(path, element)
        self._places[id(element)] = path

    def find(self, text: str) -> Node | None:
        """Return the element that a path, or a reference of the standard, means."""
        element = self.paths().get(text) or self._resolver.element(text)
        if element is None:
            return None
        return self.of(self._places[id(element)])

    def of(self, path: str) -> Node:
        """Return the node of the element at a path."""
        is_object = isinstance(self.paths().get(path), SchemaObject)
        kind = NodeKind.OBJECT if is_object else NodeKind.FIELD
        return Node(kind, self.node.holder, path, self.node.major)


class Index:
    """Every contract of a registry by id, by file, and by the names of its objects."""

    def __init__(self, registry: Registry) -> None:
        self._lookup = Lookup(registry)
        self._elements = {id(contract): Elements(contract) for contract in registry.contracts}
        self._contracts = registry.contracts
        self._ids = self._lookup.ids()
        self._objects: dict[str, list[tuple[Contract, str]]] = {}

    def elements(self, contract: Contract) -> Elements:
        """Return the elements of a contract of the registry."""
        return self._elements[id(contract)]

    def versions(
        self, identity: str, version: str | None = None, reader: Contract | None = None
    ) -> tuple[Contract, ...]:
        """Return the contracts that a reference to an id may mean, the likeliest first.

        With a version those of its major, where there are any. Without, the newest major that is
        neither deprecated nor retired comes first, then deprecated ones, then retired ones; a
        contract that refers to its own id means itself.
        """
        found = self._lookup.contracts(identity, version) or self._lookup.contracts(identity)
        return tuple(sorted(found, key=lambda contract: _preference(contract, reader)))

    def file(self, document: str, near: Contract) -> Contract | None:
        """Return the contract in a file that is named relative to that of another contract."""
        return self._lookup.file(document, near)

    def reference(
        self, text: str, reader: Contract | None = None, itself: Node | None = None
    ) -> Found:
        """Return what a reference means to a contract that reads.

        In this order: `contract-id.object.field`; `object.field` of the reader; a `contract-id`
        alone; `namespace.object.field` and `object.field` of the one other contract that has
        them. `itself` is the referring element, which no reference of its own means.
        """
        steps = text.split(".")
        by_id = self._by_id(steps, reader)
        if isinstance(by_id, Met) and by_id.node != itself and text not in self._ids:
            return by_id
        own = None if reader is None else self.elements(reader).find(text)
        if own is not None and own != itself:
            return Met(own)
        if isinstance(by_id, Met) and by_id.node != itself:
            return by_id
        by_name = self._by_name(steps, reader)
        if isinstance(by_name, Outside) and isinstance(by_id, Dangling) and own is None:
            return by_id
        return by_name

    def _by_id(self, steps: list[str], reader: Contract | None) -> Found:
        """Try the longest beginning that is an id; ids may have dots themselves."""
        for length in range(min(len(steps), MOST_STEPS), 0, -1):
            identity = ".".join(steps[:length])
            if identity not in self._ids:
                continue
            versions = self.versions(identity, reader=reader)
            rest = ".".join(steps[length:])
            if not rest:
                return Met(self.elements(versions[0]).node)
            node = next((node for one in versions if (node := self.elements(one).find(rest))), None)
            if node is not None:
                return Met(node)
            return Dangling(identity) if len(steps) - length > 1 else Outside()
        return Outside()

    def _by_name(self, steps: list[str], reader: Contract | None) -> Found:
        for length in range(min(len(steps), MOST_STEPS), 0, -1):
            named = [
                (contract, path)
                for contract, path in self._named().get(".".join(steps[:length]), ())
                if contract is not reader
            ]
            rest = "".join(f".{part}" for part in steps[length:])
            fits = [
                (contract, node)
                for contract, path in named
                if (node := self.elements(contract).find(f"{path}{rest}"))
            ]
            ids = tuple(sorted({contract.id for contract, _ in fits}))
            if len(ids) > 1:
                return Ambiguous(ids)
            if fits:
                return Met(min(fits, key=lambda fit: _preference(fit[0], reader))[1])
            told = {contract.id for contract, _ in named}
            if length > 1 and len(told) == 1:
                return Dangling(told.pop())
        return Outside()

    def _named(self) -> dict[str, list[tuple[Contract, str]]]:
        """Return objects by what systems call them: `orders`, `sales.orders`, `shop.sales.orders`.

        A namespace is a contract's domain or data product, or what its servers call one.
        """
        if not self._objects:
            named: defaultdict[str, list[tuple[Contract, str]]] = defaultdict(list)
            for contract in self._contracts:
                for name, path in names_of_objects(contract):
                    named[name].append((contract, path))
            self._objects = dict(named)
        return self._objects


def names_of_objects(contract: Contract) -> Iterator[tuple[str, str]]:
    """Yield each name by which others may mean an object of a contract, and the object's path."""
    spaces = tuple(dict.fromkeys(("", *_namespaces(contract))))
    for obj in contract.schema:
        names = dict.fromkeys((obj.name, obj.effective_name))
        for space in spaces:
            for name in names:
                yield f"{space}.{name}" if space else name, step(obj.name)


def _namespaces(contract: Contract) -> Iterator[str]:
    yield from filter(None, (contract.domain, contract.data_product))
    for server in contract.servers:
        yield server.server
        told = dict(server.connection)
        spaces = [space for key in _NAMESPACES if isinstance(space := told.get(key), str)]
        yield from spaces
        if len(spaces) > 1:
            yield f"{spaces[1]}.{spaces[0]}"


def _preference(contract: Contract, reader: Contract | None) -> tuple[object, ...]:
    phase = phase_of(contract.status)
    line = release_line(contract.version)
    return (
        contract is not reader,
        _AGES.get(phase, 0) if phase else 0,
        -(-1 if line is None else line),
        contract.file,
    )
