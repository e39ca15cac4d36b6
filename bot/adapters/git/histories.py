"""Tells the first-parent line of a revision, as a whole or contract by contract."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.adapters.git.contract_history import Identify, Identities, Trail
from bot.adapters.git.faults import checked_path
from bot.adapters.git.history import first_parents, steps
from bot.adapters.git.lives import Lives
from bot.adapters.git.objects import ObjectStore
from bot.adapters.git.revisions import Revisions
from bot.adapters.git.trees import Scope
from bot.core.history.file_paths import normal
from bot.core.history.life import K, Know, Met
from bot.core.history.snapshot import Blob, Commit, PathChange, Step, Version

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

    def of_all(
        self, tip: str, identify: Identify, where: Where
    ) -> Mapping[str, tuple[Version, ...]]:
        """Return the versions of every contract, newest first, by id."""
        identities = Identities(self._store, identify)
        holders: dict[str, dict[str, Blob]] = {}
        found: dict[str, list[Version]] = {}
        line = steps(self._store, self._revisions.commit(tip), Scope.of(*where))
        for step in reversed(list(line)):
            for contract_id in _carried(step.changes, identities, holders):
                known = found.setdefault(contract_id, [])
                last = known[-1].blob if known else None
                now = _holder(holders[contract_id], last)
                if (now and (now.path, now.id)) != (last and (last.path, last.id)):
                    known.append(Version(step.commit, now))
        return {contract_id: tuple(reversed(known)) for contract_id, known in found.items()}


def _carried(
    changed: Iterable[PathChange], identities: Identities, holders: dict[str, dict[str, Blob]]
) -> list[str]:
    """Bring the holders of each id up to date, and return the ids that were touched."""
    touched = set()
    for change in changed:
        before, after = identities.of(change.old), identities.of(change.new)
        if before is not None:
            holders.get(before, {}).pop(change.path, None)
            touched.add(before)
        if after is not None and change.new is not None:
            holders.setdefault(after, {})[change.path] = change.new
            touched.add(after)
    return sorted(touched & holders.keys())


def _holder(held: Mapping[str, Blob], last: Blob | None) -> Blob | None:
    """Return the file that is the contract; where two claim its id, the one it was before."""
    if last is not None and last.path in held:
        return held[last.path]
    return held[min(held)] if held else None
