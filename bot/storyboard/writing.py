"""Writes commits, branches and tags into a new Git repository.

Names, addresses and times are handed in, and no command is run: neither the user's settings and
hooks nor the clock have a say, so that the same story has the same commit ids everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pygit2
from pygit2.enums import CheckoutStrategy, FileMode, ObjectType

from bot.core.errors import ErrorCode, StewardError, failure
from bot.storyboard.edits import Tree
from bot.storyboard.model import Stamp

_MAIN = "refs/heads/main"


class Writer:
    """A repository that is being told. Each call writes at once."""

    def __init__(self, path: Path) -> None:
        """Make an empty repository. Raises StewardError where the folder is not empty."""
        self._repository = _new_repository(path)
        self._index = pygit2.Index()
        self._there: dict[str, str] = {}
        self._blobs: dict[str, pygit2.Oid] = {}

    def commit(
        self, tree: Tree, parents: Sequence[str], message: str, author: Stamp, committer: Stamp
    ) -> str:
        """Write a commit of the whole tree, on no branch yet, and return its id."""
        oid = self._repository.create_commit(
            None,
            _signature(author),
            _signature(committer),
            f"{message.rstrip()}\n",
            self._tree(tree),
            [pygit2.Oid(hex=parent) for parent in parents],
        )
        return str(oid)

    def branch(self, name: str, commit: str) -> None:
        """Let a new branch begin at the commit."""
        self._repository.references.create(f"refs/heads/{name}", pygit2.Oid(hex=commit))

    def tag(self, name: str, commit: str, message: str, tagger: Stamp) -> None:
        """Write an annotated tag of the commit."""
        target = pygit2.Oid(hex=commit)
        self._repository.create_tag(
            name, target, ObjectType.COMMIT, _signature(tagger), f"{message}\n"
        )

    def finish(self, head: str) -> None:
        """Let the default branch be at the commit, and put its files into the folder."""
        self._repository.references.create(_MAIN, pygit2.Oid(hex=head))
        self._repository.checkout(_MAIN, strategy=CheckoutStrategy.FORCE)

    def _tree(self, tree: Tree) -> pygit2.Oid:
        for path in self._there.keys() - tree.keys():
            self._index.remove(path)
        for path, text in tree.items():
            if self._there.get(path) != text:
                self._index.add(pygit2.IndexEntry(path, self._blob(text), FileMode.BLOB))
        self._there = dict(tree)
        return self._index.write_tree(self._repository)

    def _blob(self, text: str) -> pygit2.Oid:
        if text not in self._blobs:
            self._blobs[text] = self._repository.create_blob(text.encode())
        return self._blobs[text]


def _new_repository(path: Path) -> pygit2.Repository:
    path.mkdir(parents=True, exist_ok=True)
    if any(path.iterdir()):
        raise failure(
            ErrorCode.CANNOT_WRITE,
            f"{path} is not empty",
            hint="name a folder that does not exist yet, or an empty one",
        )
    repository = pygit2.init_repository(str(path), initial_head="main")
    # A user who lets Git change line ends would otherwise see every file as modified.
    repository.config["core.autocrlf"] = False
    return repository


def unwritable(path: Path, error: Exception) -> StewardError:
    """Return the error for a folder into which no repository can be written."""
    return failure(
        ErrorCode.CANNOT_WRITE,
        f"no repository can be written to {path}: {error}",
        hint="name a new folder in a place where you may write",
    )


def _signature(stamp: Stamp) -> pygit2.Signature:
    moment = datetime.fromisoformat(stamp.when)
    offset = moment.utcoffset()
    minutes = int(offset.total_seconds()) // 60 if offset is not None else 0
    seconds = int(moment.timestamp())
    return pygit2.Signature(stamp.who.name, stamp.who.email, seconds, minutes, "utf-8")
