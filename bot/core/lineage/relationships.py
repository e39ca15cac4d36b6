"""Foreign keys: who refers to whom. Source: ODCS v3.2.0, `relationships`."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Contract, Relationship, every_field, step
from bot.core.errors import Location
from bot.core.lineage.graph import Confidence, EdgeKind, Node
from bot.core.lineage.index import Index
from bot.core.lineage.saying import Mention, Said, mark_of, place, texts
from bot.core.sets.difference import has_variable


def said_of_relationships(contract: Contract, index: Index) -> Iterator[Said]:
    """Yield an edge from each key that is named to the field or object that refers to it.

    Of a composite key the first source belongs to the first target, and so on.
    """
    elements = index.elements(contract)
    for obj in contract.schema:
        top = step(obj.name)
        for relation in obj.relationships:
            yield from _relation(relation, elements.of(top), contract, index)
        for path, field in every_field(obj, top):
            for relation in field.relationships:
                yield from _relation(relation, elements.of(path), contract, index)


def _relation(
    relation: Relationship, holder: Node, contract: Contract, index: Index
) -> Iterator[Said]:
    sources: list[Node] = []
    for text in relation.source:
        named = _met(text, contract, index)
        sources.append(holder if named is None or isinstance(named, str) else named)
    targets = list(texts(relation.node, "to"))
    for position, (text, mark) in enumerate(targets):
        node = sources[position] if len(sources) == len(targets) else holder
        mention = Mention(node=node, text=text, where=_place(contract, relation, mark))
        found = _met(text, contract, index)
        if isinstance(found, Node) and found != node:
            yield mention.edge(found, EdgeKind.RELATIONSHIP, Confidence.DECLARED)
        elif isinstance(found, str):
            yield mention.dangling(found)


def _met(text: str, contract: Contract, index: Index) -> Node | str | None:
    """Return the element, the id of the contract that lacks it, or None: a file not known here."""
    if has_variable(text):
        return None
    document, mark, inner = text.rpartition("#")
    other = index.file(document, contract) if mark and document else contract
    if other is None:
        return None
    return index.elements(other).find(inner) or other.id


def _place(contract: Contract, relation: Relationship, mark: tuple[int, int]) -> Location:
    told = mark_of(relation.node, "to") if mark == (1, 1) else mark
    return place(contract, told)
