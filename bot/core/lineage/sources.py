"""What fields are made of: declared sources, OpenLineage entries, and SQL where neither is there.

Sources: ODCS v3.2.0, `transformSourceObjects` and `transformLogic`; OpenLineage
ColumnLineageDatasetFacet, `inputFields`.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Contract, Field, every_field, step
from bot.core.contract.node import MapNode
from bot.core.lineage.graph import Confidence, Edge, EdgeKind, Node, NodeKind
from bot.core.lineage.index import Elements, Index, Met
from bot.core.lineage.reads import ColumnsRead, Read
from bot.core.lineage.saying import Mention, Said, custom, maps, mark_of, place, text_of, texts
from bot.core.records import dataclass
from bot.core.rule import dialect


def said_of_fields(contract: Contract, index: Index, logic: ColumnsRead | None) -> Iterator[Said]:
    """Yield where each field of a contract comes from; from its SQL only if `logic` can read it."""
    for made in made_fields(contract, index.elements(contract)):
        for mention in made.declared:
            found = index.reference(mention.text, contract, made.node)
            yield mention.source(found, Confidence.DECLARED)
        if logic is not None and not made.declared and made.field.transform_logic:
            yield from _from_sql(made, Reader(contract, made.node, index), logic)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A field that says what it is made of: the object it is in, and the sources that it names."""

    field: Field
    node: Node
    object: str
    declared: tuple[Mention, ...]


def made_fields(contract: Contract, elements: Elements) -> Iterator[Made]:
    """Yield each field of a contract that may say what it is made of."""
    for obj in contract.schema:
        for path, field in every_field(obj, step(obj.name)):
            if field.transform_source_objects or field.custom_properties or field.transform_logic:
                node = elements.of(path)
                told = (*_sources(field, contract, node), *_entries(field, contract, node))
                yield Made(field=field, node=node, object=step(obj.name), declared=told)


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
        for spelling in spellings(text):
            found = self.index.reference(spelling, self.contract, self.node)
            if isinstance(found, Met):
                return found.node
        return None


def spellings(text: str) -> tuple[str, ...]:
    """Return a name in SQL as written and, where that differs, in lower case."""
    return tuple(dict.fromkeys((text, text.lower())))


def names_read(read: Read, object_name: str) -> tuple[str, ...]:
    """Return what a column may be called: in each table that is read, or in the object itself."""
    tail = "" if read.column is None else f".{read.column}"
    names = read.tables or (read.qualifier or object_name,)
    return tuple(f"{name}{tail}" for name in names)


def _from_sql(made: Made, reader: Reader, logic: ColumnsRead) -> Iterator[Edge]:
    """Yield what the SQL of a field reads. A name that the text does not explain yields nothing."""
    text = made.field.transform_logic or ""
    where = place(reader.contract, mark_of(made.field.node, "transformLogic"))
    mention = Mention(node=made.node, text=text, where=where)
    for read in logic(text, dialect(reader.contract)):
        names = names_read(read, made.object)
        found = [node for name in names if (node := reader.met(name)) is not None]
        if not found and len(read.tables) == 1:
            found = [Node(NodeKind.OUTSIDE, "", names[0])]
        if len(found) == 1 and found[0] != made.node:
            yield mention.edge(found[0], EdgeKind.TRANSFORM, Confidence.READ)
