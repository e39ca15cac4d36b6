"""What a document is called by others, and whom it calls: enough to find who knows whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from bot.core.contract.model import Contract, DataProduct, every_field
from bot.core.lineage.graph import Node
from bot.core.lineage.index import Elements, names_of_objects
from bot.core.lineage.readers import ids_told
from bot.core.lineage.reads import ColumnsRead
from bot.core.lineage.sources import made_fields, names_read, spellings
from bot.core.records import dataclass
from bot.core.rule import dialect
from bot.core.versions import release_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names of one document, and those that it uses.

    Others mean it by its `id`, or by `names`: those of its objects, with and without a namespace.
    It says `mentions`, dotted texts that begin with an id or a name; `ids`, texts that begin with
    an id alone; and `files`, as written from where it lies. `title` is for telling documents apart.
    """

    id: str
    product: bool
    major: int | None
    title: str
    names: tuple[str, ...]
    mentions: tuple[str, ...]
    ids: tuple[str, ...]
    files: tuple[str, ...]


def names_of(found: Contract | DataProduct, logic: ColumnsRead) -> Names:
    """Return the names in a document; `logic` reads what stands in its `transformLogic`."""
    if isinstance(found, DataProduct):
        return Names(
            id=found.id,
            product=True,
            major=None,
            title="",
            names=(),
            mentions=(),
            ids=_unique(ids_told(found)),
            files=(),
        )
    elements = Elements(found)
    said = dict.fromkeys(_mentions(found, elements, logic))
    others = _unique(text for text, node in said if elements.find(text) in {None, node})
    return Names(
        id=found.id,
        product=False,
        major=release_line(found.version),
        title=" ".join((found.name or "").split()).casefold(),
        names=_unique(name for name, _ in names_of_objects(found)),
        mentions=others,
        ids=_unique((*(text for text, _ in said if text not in others), *ids_told(found))),
        files=_unique(_files(found)),
    )


def _mentions(
    contract: Contract, elements: Elements, logic: ColumnsRead
) -> Iterator[tuple[str, Node]]:
    """Yield each text that a field is made of, with the field."""
    spoken = dialect(contract)
    for made in made_fields(contract, elements):
        for mention in made.declared:
            yield mention.text, made.node
        if not made.declared and made.field.transform_logic:
            for read in logic(made.field.transform_logic, spoken):
                for name in names_read(read, made.object):
                    yield from ((text, made.node) for text in spellings(name))


def _files(contract: Contract) -> Iterator[str]:
    """Yield the files of other contracts that relationships point into."""
    for obj in contract.schema:
        told = [obj.relationships, *(field.relationships for _, field in every_field(obj, ""))]
        for relation in chain.from_iterable(told):
            for text in (*relation.source, *relation.target):
                yield text.rpartition("#")[0]


def _unique(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(filter(None, dict.fromkeys(texts)))
