"""Contracts that cannot be read at the base of a review, as they were when they last could be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.app.states import states
from bot.core.contract.model import Contract, DataProduct
from bot.core.errors import Fault, StewardError
from bot.core.records import replace
from bot.ports import FileChange, History, ReadDocument, SourceFile, Tree

Document = tuple[SourceFile, Contract | DataProduct]
"""A file and what it says."""


def last_readable(
    changes: Iterable[FileChange],
    faults: Iterable[Fault],
    after: Iterable[Document],
    base: tuple[History, Tree],
    read: ReadDocument,
) -> Iterator[Document]:
    """Yield the newest readable state of each contract that the base has, but broken.

    `faults` are those of the base, `after` what the head has in its place. Without this a change
    that mends a file would hide everything else that it does: the contract would look new. A
    contract that never could be read, or whose history is not at hand, has promised nothing that
    anybody could check: it stays away.
    """
    broken = {fault.where.file for fault in faults if fault.where}
    mended = {file.path: found for file, found in after if isinstance(found, Contract)}
    for change in changes:
        if change.old is None or change.new is None or change.old.path not in broken:
            continue
        new = mended.get(change.new.path)
        old = new and _newest(base, new.id, change.old.path, read)
        if old:
            yield change.old, replace(old, file=change.old.path)


def _newest(
    base: tuple[History, Tree], identity: str, path: str, read: ReadDocument
) -> Contract | None:
    try:
        return next((found for _, found in states(*base, identity, path, read)), None)
    except StewardError:  # a shallow clone ends before the walk does
        return None
