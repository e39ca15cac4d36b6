"""Opens the documents of a tree for a review: from the index, unless the user wants none."""

from __future__ import annotations

from pathlib import Path

from bot.adapters.git import Repository
from bot.app.documents import Progress
from bot.core.lineage.shelf import Shelf
from bot.ports import OpenShelf, Tree

_INDEX = Path("contract-steward", "lineage-index")
"""Within the folder of Git: never among the tracked files, and gone with the clone.

Or within the folder that STEWARD_CACHE_DIR names.
"""


def shelves(repository: Repository, progress: Progress | None, *, cached: bool) -> OpenShelf:
    """Return what opens the documents of a tree by their names."""

    def opened(tree: Tree) -> Shelf:
        from bot.adapters.index import Shelves  # noqa: PLC0415  # many reviews hurt nobody
        from bot.adapters.settings import cache_folder, caching  # noqa: PLC0415  # as above

        folder = cache_folder() or repository.folder
        file = folder / _INDEX if cached and caching() else None
        return Shelves(file, progress).open(tree)

    return opened
