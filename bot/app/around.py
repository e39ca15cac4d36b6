"""Looks at the documents around those that differ: only where they may matter, and only once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from bot.core.consequences import (
    Difference,
    Found,
    hurt_by,
    lineage_around,
    newly_broken,
    with_impact,
)
from bot.core.errors import Fault
from bot.core.finding import Finding
from bot.core.lineage.graph import Lineage
from bot.core.lineage.shelf import Shelf
from bot.core.review import ContractReview, Judging
from bot.ports import FileChange, OpenShelf, SourceFile, Tree


class Around:
    """The documents of the base, beside what differs between it and the head."""

    def __init__(self, base: Tree, open_shelf: OpenShelf, difference: Difference) -> None:
        self._base = base
        self._open = open_shelf
        self._difference = difference

    @cached_property
    def _shelf(self) -> Shelf:
        return self._open(self._base)

    def lineage(self, entries: Iterable[ContractReview]) -> Lineage:
        """Return the lineage of the base around what hurts somebody."""
        return lineage_around(entries, self._shelf)

    def newly_broken(self, judging: Judging) -> tuple[Finding, ...]:
        """Return what no longer fits across documents, and did at the base."""
        files = self._difference.speaking()
        if not files:
            return ()
        return newly_broken(self._difference, files, self._shelf, judging)


def reaching(
    entries: Sequence[ContractReview], around: Around
) -> tuple[tuple[ContractReview, ...], Lineage | None]:
    """Return the reviews with whom they reach, and the lineage that tells; None if unneeded."""
    if not any(hurt_by(entry) for entry in entries):
        return tuple(entries), None
    lineage = around.lineage(entries)
    return with_impact(entries, lineage), lineage


def difference(
    changes: Iterable[FileChange],
    before: Iterable[tuple[SourceFile, Found]],
    after: Iterable[tuple[SourceFile, Found]],
    faults: Iterable[Fault],
) -> Difference:
    """Return the documents that differ; what cannot be read any more stays as it was."""
    broken = {fault.where.file for fault in faults if fault.where}
    went = {change.old.path for change in changes if change.old and change.new is None}
    return Difference(
        before={file.path: found for file, found in before if file.path not in broken},
        after={file.path: found for file, found in after},
        gone=frozenset(went),
    )
