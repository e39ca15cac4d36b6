"""Lineage from texts, and how it is told in a test."""

from __future__ import annotations

from bot.adapters.reading import read
from bot.core.contract.model import Contract, DataProduct
from bot.core.lineage.graph import Edge, Lineage
from bot.core.lineage.weaving import weave
from bot.core.rule import Registry, whole

PRODUCT = "apiVersion: v1.0.0\nkind: DataProduct\nstatus: active\n"


def registry(text: str) -> Registry:
    """Return the registry of documents separated by `---`; the first is `0.yaml`, and so on."""
    documents: list[Contract | DataProduct] = [
        read(whole(part).encode(), f"{number}.yaml")
        for number, part in enumerate(text.split("---\n"))
    ]
    return Registry(
        contracts=tuple(found for found in documents if isinstance(found, Contract)),
        products=tuple(found for found in documents if isinstance(found, DataProduct)),
    )


def lineage(text: str) -> Lineage:
    """Return the lineage of documents separated by `---`."""
    return weave(registry(text))


def told(graph: Lineage, edge: Edge) -> str:
    """Return an edge as `source > target (kind, confidence)`."""
    ends = f"{graph.address(edge.source)} > {graph.address(edge.target)}"
    return f"{ends} ({edge.kind}, {edge.confidence.word})"


def table(name: str, *fields: str, top: str = "") -> str:
    """Return a contract of one table with the name of its id; fields are flow mappings.

    The table has the id `<name>_o`.
    """
    rows = "".join(f"  - {{{entry}, logicalType: string}}\n" for entry in fields)
    return f"id: {name}\n{top}schema:\n- id: {name}_o\n  name: {name}\n  properties:\n{rows}"
