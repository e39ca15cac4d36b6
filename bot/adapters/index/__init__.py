"""The lineage of every contract, kept by the content of its file: what did not change is not read.

Nothing here is needed: where it is missing, broken or of another version, files are read anew.
"""

from bot.adapters.index.shelves import Shelves

__all__ = ["Shelves"]
