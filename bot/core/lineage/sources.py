"""What fields are made of: declared sources, OpenLineage entries, and SQL where neither is there.

Sources: ODCS v3.2.0, `transformSourceObjects` and `transformLogic`; OpenLineage
ColumnLineageDatasetFacet, `inputFields`.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Contract, Field, every_field, step
from bot.core.contract.node import MapNode
from bot.core.lineage.graph import Confidence, Edge, EdgeKind, Node, NodeKind
from bot.core.lineage.index import Index, Met
from bot.core.lineage.saying import Mention, Said, custom, maps, mark_of, place, text_of, texts
from bot.core.rule import dialect


def said_of_fields(contract: Contract, index: Index, *, logic: bool) -> Iterator[Said]:
    """Yield where each field of a contract comes from; from its SQL only where `logic` is set."""
    elements = index.elements(contract)
    for obj in contract.schema:
        for path, field in every_field(obj, step(obj.name)):
            if not (
                field.transform_source_objects or field.custom_properties or field.transform_logic
            ):
                continue
            node = elements.of(path)
            declared = False
            for mention in (*_sources(field, contract, node), *_entries(field, contract, node)):
                declared = True
                yield mention.source(
                    index.reference(mention.text, contract, node), Confidence.DECLARED
                )
            if logic and field.transform_logic and not declared:
                yield from _from_sql(field, obj.name, Reader(contract, node, index))


def _sources(field: Field, contract: Contract, node: Node) -> Iterator[Mention]:
    if field.transform_source_objects:
        for text, mark in texts(field.node, "transformSourceObjects"):
            if text.strip():
                yield Mention(node=node, text=text.strip(), where=place(contract, mark))


def _entries(field: Field, contract: Contract, node: Node) -> Iterator[Mention]:
    for value in custom(field.custom_properties, "lineage"):
        for entry, mark in maps(value.get("inputFields") if isinstance(value, MapNode) else None):
            parts = [text_of(entry, key) for key in ("namespace", "name", "field")]
            if parts[1]:
                told = ".".join(part for part in parts if part)
                yield Mention(node=node, text=told, where=place(contract, mark))


class Reader:
    """A field whose SQL is read."""

    __slots__ = ("contract", "index", "node")

    def __init__(self, contract: Contract, node: Node, index: Index) -> None:
        self.contract = contract
        self.node = node
        self.index = index

    def met(self, text: str) -> Node | None:
        """Return the node that a name in SQL means, as written or in lower case."""
        for spelling in dict.fromkeys((text, text.lower())):
            found = self.index.reference(spelling, self.contract, self.node)
            if isinstance(found, Met):
                return found.node
        return None


def _from_sql(field: Field, object_name: str, reader: Reader) -> Iterator[Edge]:
    """Yield what the SQL of a field reads. A name that the text does not explain yields nothing."""
    from bot.core.lineage.sql import columns_read  # noqa: PLC0415  # sqlglot takes 0.1 s

    where = place(reader.contract, mark_of(field.node, "transformLogic"))
    mention = Mention(node=reader.node, text=field.transform_logic or "", where=where)
    for read in columns_read(field.transform_logic or "", dialect(reader.contract)):
        tails = "" if read.column is None else f".{read.column}"
        names = read.tables or (read.qualifier or step(object_name),)
        found = [node for name in names if (node := reader.met(f"{name}{tails}")) is not None]
        if not found and len(read.tables) == 1:
            found = [Node(NodeKind.OUTSIDE, "", f"{read.tables[0]}{tails}")]
        if len(found) == 1 and found[0] != reader.node:
            yield mention.edge(found[0], EdgeKind.TRANSFORM, Confidence.READ)
