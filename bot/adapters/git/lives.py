"""Follows many contracts at once back through the first-parent line, each by its id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic

import pygit2

from bot.adapters.git.history import Link, changes_between
from bot.adapters.git.objects import ObjectStore, plain_commit
from bot.adapters.git.trees import Scope
from bot.adapters.git.watching import Watched
from bot.core.errors import ErrorCode, StewardError
from bot.core.history.life import Bare, K, Know, Met, Named
from bot.core.history.snapshot import Blob
from bot.core.records import dataclass


@dataclass(slots=True)
class _Track(Generic[K]):
    """One contract on its way back: what it is known by, and where it lies now."""

    key: K
    who: Named
    blob: Blob


class _Search:
    """Finds where contracts lay before one commit, among the files that it changed."""

    def __init__(self, store: ObjectStore, know: Know, scope: Scope, link: Link) -> None:
        self._store = store
        self._know = know
        self._scope = scope
        self._link = link
        self._left: dict[str, list[tuple[Named, Blob]]] | None = None

    def left(self, who: Named) -> tuple[Named, Blob] | None:
        """Return the file that was this contract before, and is it no longer.

        Of several with its id the one of its release line comes first.
        """
        if self._left is None:
            self._left = self._gone()
        found = self._left.get(who.id, [])
        return min(found, key=lambda each: each[0].line != who.line, default=None)

    def _gone(self) -> dict[str, list[tuple[Named, Blob]]]:
        gone: dict[str, list[tuple[Named, Blob]]] = {}
        for change in changes_between(self._store, *self._link, self._scope):
            before = None if change.old is None else self._know(change.old)
            if change.old is None or not isinstance(before, Named):
                continue
            if change.new is None or self._know(change.new) != before:
                gone.setdefault(before.id, []).append((before, change.old))
        return gone


class Lives(Generic[K]):
    """The states of contracts, newest first; of each back to where it was not there."""

    def __init__(self, store: ObjectStore, know: Know, scope: Scope) -> None:
        self._store = store
        self._know = know
        self._scope = scope
        self._watched = Watched(store)
        self._tracks: dict[K, _Track[K]] = {}
        self._at: dict[str, list[_Track[K]]] = {}

    def follow(self, tip: pygit2.Commit, starts: Iterable[tuple[K, Blob]]) -> Iterator[Met[K]]:
        """Yield the states of the contracts that lie in these blobs at the tip.

        A state is told when the commit that brought it is reached. Where a shallow clone ends,
        each contract that is still followed is told once more, at the edge.
        """
        for key, blob in starts:
            who = self._know(blob)
            if isinstance(who, Named):
                self._put(_Track(key, who, blob))
            else:
                yield Met(key, plain_commit(tip), None)
        for _ in self._watched.show(tip.tree_id):
            pass
        child = tip
        while self._tracks:
            try:
                parent = self._store.parent(child)
            except StewardError as error:
                if any(fault.code is not ErrorCode.SHALLOW_CLONE for fault in error.faults):
                    raise
                yield from self._edge(child)
                return
            yield from self._step((child, parent))
            if parent is None:
                return
            child = parent

    def _step(self, link: Link) -> Iterator[Met[K]]:
        """Yield what each contract was that the commit changed."""
        child, parent = link
        changed = list(self._watched.show(None if parent is None else parent.tree_id))
        if not changed:
            return
        commit = plain_commit(child)
        search = _Search(self._store, self._know, self._scope, link)
        for path, before in changed:
            for track in tuple(self._at.get(path, ())):
                if before == track.blob or track.blob.path != path:
                    continue
                blob = track.blob
                goes_on = self._back(track, before, search)
                yield Met(track.key, commit, blob)
                if not goes_on:
                    yield Met(track.key, commit, None)

    def _back(self, track: _Track[K], before: Blob | None, search: _Search) -> bool:
        """Go on where the contract lay before; tell whether that is anywhere.

        A file that nobody can read may be the contract: its path is followed on.
        """
        who = None if before is None else self._know(before)
        if isinstance(who, Named) and who.id == track.who.id and before is not None:
            track.who, track.blob = who, before
            return True
        found = None if isinstance(who, Bare) else search.left(track.who)
        if found is None and who is None and before is not None:
            track.blob = before
            return True
        self._drop(track)
        if found is not None:
            self._put(_Track(track.key, *found))
        return found is not None

    def _edge(self, last: pygit2.Commit) -> Iterator[Met[K]]:
        commit = plain_commit(last)
        for track in tuple(self._tracks.values()):
            yield Met(track.key, commit, track.blob, edge=True)

    def _put(self, track: _Track[K]) -> None:
        self._tracks[track.key] = track
        tracks = self._at.setdefault(track.blob.path, [])
        if not tracks:
            self._watched.add(track.blob.path)
        tracks.append(track)

    def _drop(self, track: _Track[K]) -> None:
        del self._tracks[track.key]
        path = track.blob.path
        self._at[path] = [other for other in self._at[path] if other is not track]
        if not self._at[path]:
            del self._at[path]
            self._watched.remove(path)
