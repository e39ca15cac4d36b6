"""Who reads contracts: data products by their ports, and consumers that a contract declares.

Source: Open Data Product Standard v1.0.0, `inputPorts`, `outputPorts`, `inputContracts`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.core.contract.model import Contract, DataProduct, Port
from bot.core.contract.node import MapNode, Mark
from bot.core.lineage.graph import (
    Confidence,
    EdgeKind,
    FaultKind,
    LineageFault,
    Node,
    NodeKind,
    Owners,
)
from bot.core.lineage.index import Index
from bot.core.lineage.saying import Mention, Said, custom, maps, mark_of, place, text_of, texts
from bot.core.lookup import major
from bot.core.records import dataclass, field


def product_node(identity: str) -> Node:
    """Return the node of a data product."""
    return Node(NodeKind.PRODUCT, identity)


def said_of_ports(product: DataProduct, index: Index) -> Iterator[Said]:
    """Yield what a data product reads and what it offers.

    An input port with the customProperty `uses` reads those fields and objects alone; without it,
    all of the contract. What an output port is made of counts where no input port says it.
    """
    for port in product.input_ports:
        if port.contract_id:
            yield from _input(product, port, port.contract_id, index)
    read = {port.contract_id for port in product.input_ports}
    for port in product.output_ports:
        for entry, mark in maps(port.node.get("inputContracts")):
            identity = _contract_of(entry)
            if identity and identity not in read:
                reading = _Reading(product, identity, text_of(entry, "version"), mark)
                yield from _whole(reading, index)
        if port.contract_id:
            yield from _output(product, port, port.contract_id, index)


def ids_told(found: Contract | DataProduct) -> Iterator[str]:
    """Yield each id that a product's ports, or a contract's declared consumers, name."""
    if isinstance(found, Contract):
        for value in custom(found.custom_properties, "consumers"):
            for entry, _ in maps(value):
                yield _identity(entry) or ""
        return
    for port in (*found.input_ports, *found.output_ports):
        yield port.contract_id or ""
        for entry, _ in maps(port.node.get("inputContracts")):
            yield _contract_of(entry) or ""


def _contract_of(entry: MapNode) -> str | None:
    return text_of(entry, "id") or text_of(entry, "contractId")


def _identity(entry: MapNode) -> str | None:
    return text_of(entry, "id") or text_of(entry, "team") or text_of(entry, "contact")


@dataclass(frozen=True, slots=True)
class _Reading:
    product: DataProduct
    identity: str
    version: str | None
    mark: Mark

    def mention(self, text: str, mark: Mark | None = None) -> Mention:
        where = place(self.product, mark or self.mark)
        return Mention(node=product_node(self.product.id), text=text, where=where)


def _input(product: DataProduct, port: Port, identity: str, index: Index) -> Iterator[Said]:
    reading = _Reading(product, identity, port.version, mark_of(port.node, "contractId"))
    versions = index.versions(identity, port.version)
    if not port.uses or not versions:
        yield from _whole(reading, index)
        return
    if not _has_version(versions, port.version):
        yield _no_version(reading)
    found = 0
    for text, mark in _uses(port):
        node = _element(versions, text, index)
        mention = reading.mention(text, mark)
        if node is None:
            yield mention.dangling(identity)
        else:
            found += 1
            yield mention.edge(node, EdgeKind.PORT, Confidence.DECLARED)
    if not found:
        yield _edge_of_all(reading, versions, index)


def _whole(reading: _Reading, index: Index) -> Iterator[Said]:
    versions = index.versions(reading.identity, reading.version)
    if not versions:
        yield reading.mention(reading.identity).fault(
            FaultKind.DANGLING, f"there is no contract `{reading.identity}` here"
        )
        return
    if not _has_version(versions, reading.version):
        yield _no_version(reading)
    yield _edge_of_all(reading, versions, index)


def _edge_of_all(reading: _Reading, versions: Sequence[Contract], index: Index) -> Said:
    node = index.elements(versions[0]).node
    return reading.mention(reading.identity).edge(node, EdgeKind.PORT, Confidence.WHOLE)


def _has_version(versions: Sequence[Contract], version: str | None) -> bool:
    wanted = None if version is None else major(version)
    return wanted is None or any(major(found.version) == wanted for found in versions)


def _no_version(reading: _Reading) -> LineageFault:
    told = f"`{reading.identity}` has no version {major(reading.version or '')}.x here"
    return reading.mention(f"{reading.identity} {reading.version}").fault(FaultKind.DANGLING, told)


def _output(product: DataProduct, port: Port, identity: str, index: Index) -> Iterator[Said]:
    where = place(product, mark_of(port.node, "contractId"))
    versions = index.versions(identity, port.version)
    if versions:
        node = index.elements(versions[0]).node
        mention = Mention(node=node, text=product.id, where=where)
        yield mention.edge(product_node(product.id), EdgeKind.PORT, Confidence.WHOLE)
        return
    mention = Mention(node=product_node(product.id), text=identity, where=where)
    yield mention.fault(FaultKind.DANGLING, f"there is no contract `{identity}` here")


def _uses(port: Port) -> Iterator[tuple[str, Mark]]:
    for entry, _ in maps(port.node.get("customProperties")):
        if entry.get("property") == "uses":
            yield from texts(entry, "value")


def _element(versions: Sequence[Contract], text: str, index: Index) -> Node | None:
    found = (index.elements(contract).find(text) for contract in versions)
    return next((node for node in found if node is not None), None)


@dataclass(slots=True)
class Consumers:
    """The consumers that contracts declare, as far as they have no document of their own."""

    index: Index
    products: frozenset[str]
    owners: dict[Node, Owners] = field(default_factory=dict)

    def said_of(self, contract: Contract) -> Iterator[Said]:
        """Yield who is declared to read a contract, and which elements; all without `uses`."""
        elements = self.index.elements(contract)
        for value in custom(contract.custom_properties, "consumers"):
            for entry, mark in maps(value):
                node = self._reader(entry)
                if node is None:
                    continue
                mention = Mention(node=node, text=contract.id, where=place(contract, mark))
                found = 0
                for text, text_mark in texts(entry, "uses"):
                    where = place(contract, text_mark)
                    used = Mention(node=node, text=text, where=where)
                    element = elements.find(text)
                    if element is None:
                        yield used.dangling(contract.id)
                    else:
                        found += 1
                        yield used.edge(element, EdgeKind.DECLARED, Confidence.DECLARED)
                if not found:
                    yield mention.edge(elements.node, EdgeKind.DECLARED, Confidence.WHOLE)

    def _reader(self, entry: MapNode) -> Node | None:
        """Return who an entry means: a data product, a contract, or somebody known by it alone."""
        identity = _identity(entry)
        if identity is None:
            return None
        if identity in self.products:
            return product_node(identity)
        versions = self.index.versions(identity)
        if versions:
            return self.index.elements(versions[0]).node
        node = Node(NodeKind.CONSUMER, identity)
        owners = Owners(team=text_of(entry, "team"), contact=text_of(entry, "contact"))
        self.owners.setdefault(node, owners)
        return node
