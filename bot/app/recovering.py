"""Contracts that cannot be read at the base of a review, as they were when they last could be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from bot.app.states import read_states, states
from bot.core.contract.model import Contract, DataProduct
from bot.core.deprecation.evidence import Unproven
from bot.core.deprecation.proof import UNSHALLOW
from bot.core.errors import ErrorCode, Fault, StewardError
from bot.core.records import dataclass, replace
from bot.ports import FileChange, History, ReadDocument, SourceFile, Tree

Document = tuple[SourceFile, Contract | DataProduct]
"""A file and what it says."""
_ANYWHERE = ""
"""Stands for whatever is new: a file that could not be read went, and may have become it."""
_NO_CONTRACT = (ErrorCode.NOT_A_CONTRACT, ErrorCode.EMPTY_DOCUMENT, ErrorCode.NOT_A_MAPPING)
"""Faults of what never was a contract: a file of another kind is lost to nobody."""
_COMPARE = (
    "Let somebody compare it by hand with what it was meant to say, and excuse this by a waiver"
    " of `base-unreadable` beside the contract."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovered:
    """What broken files of the base said; `lost` tells by the new path why that is not known."""

    documents: tuple[Document, ...]
    lost: Mapping[str, Unproven]


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """The base of a review: its tree and history, how it is read, and which ids it has at all."""

    history: History
    tree: Tree
    read: ReadDocument
    has: Callable[[str], bool]


def recovered(
    changes: Iterable[FileChange], faults: Iterable[Fault], after: Iterable[Document], base: Base
) -> Recovered:
    """Return the newest readable state of each contract that the base has, but broken.

    `faults` are those of the base, `after` what the head has. Without this a change that mends or
    deletes a file would hide everything else that it does: the contract would look new, or as if
    it had never been. What never could be read is not guessed: that it is lost is told.
    """
    broken = {fault.where.file: fault for fault in reversed(tuple(faults)) if fault.where}
    mended = {file.path: found for file, found in after}
    documents: list[Document] = []
    lost: dict[str, Unproven] = {}
    for change in changes:
        if change.old is None or change.old.path not in broken:
            continue
        new = mended.get(change.new.path) if change.new else None
        if change.new is not None and not isinstance(new, Contract):
            continue
        old = _newest(base, change.old.path, None if new is None else new.id)
        if isinstance(old, Contract):
            documents.append((change.old, replace(old, file=change.old.path)))
            continue
        fault = broken[change.old.path]
        if old is not None or fault.code not in _NO_CONTRACT:
            lost[change.new.path if change.new else _ANYWHERE] = old or _never(fault)
    return Recovered(documents=tuple(documents), lost=lost)


def _never(fault: Fault) -> Unproven:
    why = f"`{fault.where}` cannot be read at the base ({fault.message}), nor at any time before"
    return Unproven(why, _COMPARE)


def _newest(base: Base, path: str, identity: str | None) -> Contract | Unproven | None:
    """Return what a file last said; else what the contract of that id did, wherever it was.

    A contract that lies elsewhere by now has left the file before it broke.
    """
    try:
        for found in _told(base, path, identity):
            if found.id == identity or not base.has(found.id):
                return found
    except StewardError:  # a shallow clone ends before the walk does
        why = f"`{path}` cannot be read at the base, and the clone ends before it could be"
        return Unproven(why, UNSHALLOW)
    return None


def _told(base: Base, path: str, identity: str | None) -> Iterator[Contract]:
    versions = base.history.texts(base.tree, path)
    found = next(read_states(base.history, versions, base.read), None)
    if found is not None:
        yield found[1]
    if identity is not None:
        known = states(base.history, base.tree, identity, path, base.read)
        yield from (contract for _, contract in known)
