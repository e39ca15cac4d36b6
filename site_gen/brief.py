"""What a list of contracts tells of one, and what others ask of it: the document in brief.

A site of a thousand contracts reads the fields of a few, and of all others what is here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from bot.adapters.index.nodes import packed, unpacked
from bot.core.contract.build import build_contract, build_product
from bot.core.contract.model import (
    Contract,
    DataProduct,
    Field,
    SchemaObject,
    every_field,
    step,
)
from bot.core.contract.node import Document, MapNode
from bot.core.lineage.graph import NodeKind
from bot.core.lineage.logic import from_sql
from bot.core.lineage.names import Names, names_of

_FIELDS = "schema"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What the objects and fields of a contract come to. Fields count with those nested in them.

    `types` and `tags` are those of the objects; `labels` are the classifications that fields have,
    `deprecated` the kinds of the elements that are, by their paths.
    """

    types: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    fields: int = 0
    described: int = 0
    classified: int = 0
    checked: bool = False
    deprecated: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A contract without its fields, and what those come to.

    `names` are those that others mean it by, and those that it uses; `content` is an id of what is
    in its file, "" where that has none.
    """

    content: str
    head: Contract
    shape: Shape
    names: Names


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductBrief:
    """A data product, which is brief as it is, and its names. `content` as for a contract."""

    content: str
    head: DataProduct
    names: Names


def brief(document: Contract | DataProduct, content: str) -> Brief | ProductBrief:
    """Return a document in brief; `content` is an id of what is in its file."""
    names = names_of(document, from_sql)
    if isinstance(document, DataProduct):
        return ProductBrief(content=content, head=document, names=names)
    return Brief(
        content=content,
        head=_head(_without_fields(document.node), document.file, document.declared),
        shape=_shape(document),
        names=names,
    )


def _without_fields(node: MapNode) -> MapNode:
    root = MapNode(node.mark)
    root.update({key: value for key, value in node.items() if key != _FIELDS})
    root.marks.update({key: marks for key, marks in node.marks.items() if key != _FIELDS})
    return root


def _head(root: MapNode, file: str, declared: str) -> Contract:
    return build_contract(Document(file, "", root), declared)


def _shape(contract: Contract) -> Shape:
    elements = [(step(obj.name), obj) for obj in contract.schema]
    fields = [pair for top, obj in elements for pair in every_field(obj, top)]
    told = [field for _, field in fields]
    return Shape(
        types=tuple(dict.fromkeys(obj.physical_type or "object" for obj in contract.schema)),
        tags=tuple(dict.fromkeys(tag for obj in contract.schema for tag in obj.tags)),
        labels=labels_of(contract),
        fields=len(told),
        described=sum(bool(one.description) for one in told),
        classified=sum(bool(one.classification) for one in told),
        checked=any(obj.quality for obj in contract.schema) or any(one.quality for one in told),
        deprecated=deprecated_in(contract),
    )


def labels_of(contract: Contract) -> tuple[str, ...]:
    """Return the classifications of a contract's fields, sorted."""
    fields = (found for obj in contract.schema for _, found in every_field(obj, step(obj.name)))
    return tuple(sorted({one.classification for one in fields if one.classification}))


def deprecated_in(contract: Contract) -> dict[str, str]:
    """Return the kind of each element that is deprecated by its path, of two with one the first."""
    found: dict[str, str] = {}
    seen: set[str] = set()
    for obj in contract.schema:
        top = step(obj.name)
        told: list[tuple[str, SchemaObject | Field, NodeKind]] = [(top, obj, NodeKind.OBJECT)]
        told += [(path, one, NodeKind.FIELD) for path, one in every_field(obj, top)]
        for path, element, kind in told:
            if path not in seen and element.deprecation.flagged:
                found[path] = kind
            seen.add(path)
    return found


def plain(found: Brief | ProductBrief) -> dict[str, object]:
    """Return a document in brief as JSON."""
    names = asdict(found.names)
    if isinstance(found, ProductBrief):
        return {"product": packed(found.head.node), "names": names}
    return {
        "contract": packed(found.head.node),
        "declared": found.head.declared,
        "shape": asdict(found.shape),
        "names": names,
    }


def from_plain(told: object, file: str, content: str) -> Brief | ProductBrief | None:
    """Return what was told of the document in a file; None for what makes no sense."""
    try:
        return _from_plain(told, file, content)  # type: ignore[arg-type]  # JSON
    except (KeyError, ValueError, TypeError, AttributeError):
        return None


def _from_plain(
    told: dict[str, dict[str, object]], file: str, content: str
) -> Brief | ProductBrief:
    names = Names(**_tuples(told["names"]))  # type: ignore[arg-type]  # JSON
    if "product" in told:
        product = Document(file, "", _map(told["product"]))
        return ProductBrief(content=content, head=build_product(product), names=names)
    return Brief(
        content=content,
        head=_head(_map(told["contract"]), file, str(told["declared"])),
        shape=Shape(**_tuples(told["shape"])),  # type: ignore[arg-type]  # as above
        names=names,
    )


def _map(told: object) -> MapNode:
    found = unpacked(told)  # type: ignore[arg-type]  # as above
    if not isinstance(found, MapNode):
        raise TypeError(told)
    return found


def _tuples(told: dict[str, object]) -> dict[str, object]:
    return {key: tuple(one) if isinstance(one, list) else one for key, one in told.items()}
