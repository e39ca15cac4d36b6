"""The use case of weaving the lineage that the files of a tree tell together."""

from __future__ import annotations

from bot.app.documents import Progress, load
from bot.core.contract.model import Contract, DataProduct
from bot.core.errors import Fault
from bot.core.lineage.graph import Lineage
from bot.core.records import dataclass
from bot.core.rule import Registry
from bot.ports import ReadDocument, Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Woven:
    """The lineage of the documents that could be read, and the faults of those that could not."""

    lineage: Lineage
    faults: tuple[Fault, ...]


def weave_tree(tree: Tree, read: ReadDocument, progress: Progress | None = None) -> Woven:
    """Return the lineage that the files of a tree tell together."""
    from bot.core.lineage.weaving import weave  # noqa: PLC0415  # other use cases need it not

    loaded = load(tree, tuple(tree.files()), read, progress)
    contracts = tuple(found for _, found in loaded.documents if isinstance(found, Contract))
    products = tuple(found for _, found in loaded.documents if isinstance(found, DataProduct))
    return Woven(
        lineage=weave(Registry(contracts=contracts, products=products)), faults=loaded.faults
    )
