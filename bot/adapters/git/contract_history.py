"""Follows contracts through the history by their ids, wherever their files went."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pygit2

from bot.adapters.files import MAX_FILE_BYTES
from bot.adapters.git.history import Link, PathWatch, changes_between, links
from bot.adapters.git.objects import ObjectStore, plain_commit
from bot.adapters.git.trees import Scope, leaf
from bot.core.errors import ErrorCode, StewardError
from bot.core.history.snapshot import Blob, FileMode, Version

Identify = Callable[[bytes], str | None]
"""Returns the id that the text of a contract declares, as written; None where it has none."""

_READABLE = {FileMode.FILE, FileMode.EXECUTABLE}
_LITERAL = re.compile(r"[A-Za-z0-9._/@-]+")


class Identities:
    """The contract ids of blobs, each read once."""

    def __init__(self, store: ObjectStore, identify: Identify) -> None:
        self._store = store
        self._identify = identify
        self._texts: dict[str, str | None] = {}

    def of(self, blob: Blob | None) -> str | None:
        """Return the id the blob declares; None for links, for what is too large, or unreadable."""
        if blob is None or blob.mode not in _READABLE:
            return None
        if blob.id not in self._texts:
            content = self._content(blob)
            self._texts[blob.id] = None if content is None else self._identify(content)
        return self._texts[blob.id]

    def is_of(self, blob: Blob | None, contract_id: str) -> bool:
        """Return whether the blob declares this id, without parsing most of those that do not."""
        if blob is None or blob.mode not in _READABLE:
            return False
        if blob.id not in self._texts and _LITERAL.fullmatch(contract_id):
            content = self._content(blob)
            # YAML can write such a word in no other way than literally or with a backslash.
            if content is not None and contract_id.encode() not in content and b"\\" not in content:
                return False
        return self.of(blob) == contract_id

    def _content(self, blob: Blob) -> bytes | None:
        try:
            return self._store.content(pygit2.Oid(hex=blob.id), blob.path, MAX_FILE_BYTES)
        except StewardError as error:
            if all(fault.code is ErrorCode.TOO_LARGE for fault in error.faults):
                return None
            raise


class Trail:
    """One contract on its way back through the first-parent line."""

    def __init__(
        self, store: ObjectStore, contract_id: str, identities: Identities, scope: Scope
    ) -> None:
        self._store = store
        self._id = contract_id
        self._identities = identities
        self._scope = scope
        self._watch = PathWatch(store, "")
        self._seen: pygit2.Object | None = None

    def versions(self, tip: pygit2.Commit, path: str) -> Iterator[Version]:
        """Yield the versions of the contract that lies at the path, newest first.

        Raises E303 when a shallow clone ends before the walk does: whoever stops early because
        the newest versions were enough does not meet it.
        """
        here = self._at(tip, path)
        if not self._is_mine(here):
            here = None
        for child, parent in links(self._store, tip):
            if parent is not None and self._stays(child, parent, here):
                continue
            begun, here = self._back((child, parent), here)
            if begun is not None:
                yield begun

    def _stays(self, child: pygit2.Commit, parent: pygit2.Commit, here: Blob | None) -> bool:
        """Return whether it is plain at once that the commit left the contract alone."""
        if parent.tree_id == child.tree_id:
            return True
        if here is None or self._seen is None or self._watch.path != here.path:
            return False
        return self._watch.at(parent) is self._seen

    def _back(self, link: Link, here: Blob | None) -> tuple[Version | None, Blob | None]:
        """Return the version that the commit began, if any, and where the contract lay before."""
        child, parent = link
        if here is None:
            here = self._arrived(link)
        if here is None:
            gone = self._left(link)
            return (Version(plain_commit(child), None) if gone else None), gone
        before = None if parent is None else self._at(parent, here.path)
        if not self._is_mine(before):
            # Moved, swapped with another contract, or not there: the id alone decides.
            before = self._left(link)
        elif before is not None and before.id == here.id:
            return None, before
        return Version(plain_commit(child), here), before

    def _arrived(self, link: Link) -> Blob | None:
        """Return the first file the commit wrote that is this contract."""
        sides = changes_between(self._store, *link, self._scope)
        return next((change.new for change in sides if self._is_mine(change.new)), None)

    def _left(self, link: Link) -> Blob | None:
        """Return the first file that was this contract before the commit, and no longer is."""
        self._seen = None
        for change in changes_between(self._store, *link, self._scope):
            if self._is_mine(change.old) and not self._is_mine(change.new):
                return change.old
        return None

    def _at(self, commit: pygit2.Commit, path: str) -> Blob | None:
        if self._watch.path != path:
            self._watch = PathWatch(self._store, path)
        self._seen = self._watch.at(commit)
        return leaf(path, self._seen)

    def _is_mine(self, blob: Blob | None) -> bool:
        return self._identities.is_of(blob, self._id)
