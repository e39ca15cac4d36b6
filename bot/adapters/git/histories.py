"""Tells the first-parent line of a revision, as a whole or contract by contract."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.adapters.git.contract_history import Identify, Identities, Trail
from bot.adapters.git.faults import checked_path
from bot.adapters.git.history import first_parents, steps
from bot.adapters.git.lives import Lives
from bot.adapters.git.objects import ObjectStore
from bot.adapters.git.revisions import Revisions
from bot.adapters.git.trees import Scope
from bot.core.history.file_paths import normal
from bot.core.history.life import K, Know, Met
from bot.core.history.snapshot import Blob, Commit, Step, Version

Where = tuple[Sequence[str], Sequence[str]]
"""Folders to look under, and the ends of file names."""


class Histories:
    """The history of one repository."""

    def __init__(self, store: ObjectStore, revisions: Revisions) -> None:
        self._store = store
        self._revisions = revisions

    def first_parent(self, tip: str, under: Sequence[str]) -> Iterator[Commit]:
        """Yield the commits that touched the paths, newest first."""
        return first_parents(self._store, self._revisions.commit(tip), under)

    def steps(self, tip: str, under: Sequence[str], suffixes: Sequence[str]) -> Iterator[Step]:
        """Yield those commits with what each changed."""
        return steps(self._store, self._revisions.commit(tip), Scope.of(under, suffixes))

    def of_one(
        self, tip: str, contract_id: str, path: str, identify: Identify, where: Where
    ) -> Iterator[Version]:
        """Yield the versions of one contract, newest first."""
        identities = Identities(self._store, identify)
        trail = Trail(self._store, contract_id, identities, Scope.of(*where))
        return trail.versions(self._revisions.commit(tip), normal(checked_path(path)))

    def lives(
        self, tip: str, starts: Iterable[tuple[K, Blob]], know: Know, where: Where
    ) -> Iterator[Met[K]]:
        """Yield the states of the contracts that lie in these blobs at the tip, newest first."""
        lives: Lives[K] = Lives(self._store, know, Scope.of(*where))
        return lives.follow(self._revisions.commit(tip), starts)
