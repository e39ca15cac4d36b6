"""A bare Git repository: what commits, trees, differences and merges are, Git itself decides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pygit2
from pygit2.enums import DiffOption, FileMode, MergeFavor, ObjectType, SortMode

Content = str | bytes | None
"""What a file holds from now on; None removes it."""


@dataclass(frozen=True, slots=True)
class Symlink:
    target: str


@dataclass(frozen=True, slots=True)
class Executable:
    content: str | bytes


@dataclass(frozen=True, slots=True)
class Submodule:
    sha: str


GitObject = pygit2.Object | pygit2.Commit
Entry = Content | Symlink | Executable | Submodule


@dataclass(frozen=True, slots=True)
class Who:
    """The name and e-mail address that a commit carries."""

    name: str
    email: str


class Conflict(Exception):  # noqa: N818 - the word Git uses
    """Two sides cannot be merged."""


class Store:
    def __init__(self, path: Path, *, like: Store | None = None) -> None:
        """Make a bare repository at `path`; a fork shares the objects of the one it is `like`."""
        self.path = path
        self._diffs: dict[tuple[str | None, str], pygit2.Diff] = {}
        self.git = pygit2.init_repository(str(path), bare=True, initial_head="main")
        self.git.config["http.receivepack"] = "true"
        self.git.config["uploadpack.allowAnySHA1InWant"] = "true"
        self.git.config["gc.auto"] = "0"
        if like is not None:
            self._share(like)

    def _share(self, other: Store) -> None:
        objects = self.path / "objects"
        objects.rename(self.path / "objects-unused")
        objects.symlink_to(other.path.resolve() / "objects", target_is_directory=True)
        self.git = pygit2.Repository(str(self.path))
        for name in other.references("refs/heads/"):
            self.git.references.create(name, other.git.references[name].target)
        self.default_branch = other.default_branch

    @property
    def default_branch(self) -> str:
        return str(self.git.references["HEAD"].target).removeprefix("refs/heads/")

    @default_branch.setter
    def default_branch(self, name: str) -> None:
        self.git.references["HEAD"].set_target(f"refs/heads/{name}")

    def references(self, prefix: str = "refs/") -> list[str]:
        return sorted(name for name in self.git.references if name.startswith(prefix))

    def target(self, reference: str) -> str | None:
        """Return the object that a full reference names, a tag object included."""
        if reference not in self.git.references:
            return None
        return str(self.git.references[reference].target)

    def tip(self, branch: str) -> str | None:
        return self.target(f"refs/heads/{branch}")

    def point(self, reference: str, sha: str) -> None:
        """Create or move a reference."""
        self.git.references.create(reference, sha, force=True)

    def forget(self, reference: str) -> None:
        self.git.references.delete(reference)

    def find(self, sha: str) -> GitObject | None:
        """Return the object of a full id."""
        if len(sha) != 40 or sha not in self.git:
            return None
        return self.git[sha]

    def resolve(self, name: str) -> str | None:
        """Return the commit that a branch, a tag, a full reference or an id names."""
        for reference in (f"refs/heads/{name}", f"refs/tags/{name}", f"refs/{name}", name):
            if reference.startswith("refs/") and reference in self.git.references:
                return str(self.git.references[reference].peel(pygit2.Commit).id)
        if name == "HEAD":
            return self.tip(self.default_branch)
        found = self.find(name)
        return str(found.peel(pygit2.Commit).id) if found and _peels(found) else None

    def commit_of(self, sha: str) -> pygit2.Commit:
        return self.git[sha].peel(pygit2.Commit)

    def write_blob(self, content: str | bytes) -> pygit2.Oid:
        return self.git.create_blob(content.encode() if isinstance(content, str) else content)

    def write_tree(self, base: str | None, files: Mapping[str, Entry]) -> pygit2.Oid:
        """Return the tree of commit `base` with these files put in or taken out."""
        index = pygit2.Index()
        if base is not None:
            index.read_tree(self.commit_of(base).tree)
        for path, entry in files.items():
            if entry is None:
                index.remove(path)
            else:
                index.add(self._index_entry(path, entry))
        return index.write_tree(self.git)

    def _index_entry(
        self, path: str, entry: str | bytes | Symlink | Executable | Submodule
    ) -> pygit2.IndexEntry:
        match entry:
            case Symlink(target):
                return pygit2.IndexEntry(path, self.write_blob(target), FileMode.LINK)
            case Executable(content):
                return pygit2.IndexEntry(path, self.write_blob(content), FileMode.BLOB_EXECUTABLE)
            case Submodule(sha):
                return pygit2.IndexEntry(path, pygit2.Oid(hex=sha), FileMode.COMMIT)
            case _:
                return pygit2.IndexEntry(path, self.write_blob(entry), FileMode.BLOB)

    def commit(  # noqa: PLR0913 - what a commit consists of
        self,
        tree: pygit2.Oid,
        parents: list[str],
        message: str,
        *,
        author: Who,
        committer: Who,
        when: datetime,
    ) -> str:
        """Write a commit and return its id; no reference moves."""
        seconds = int(when.timestamp())
        made = self.git.create_commit(
            None,
            pygit2.Signature(author.name, author.email, seconds, 0),
            pygit2.Signature(committer.name, committer.email, seconds, 0),
            message,
            tree,
            parents,
        )
        return str(made)

    def tag(self, name: str, target: str, message: str, tagger: Who, when: datetime) -> str:
        """Write an annotated tag's object and return its id; no reference is made."""
        found = self.git[target]
        kind = {"commit": ObjectType.COMMIT, "tree": ObjectType.TREE, "blob": ObjectType.BLOB}
        signature = pygit2.Signature(tagger.name, tagger.email, int(when.timestamp()), 0)
        lines = [
            f"object {target}",
            f"type {found.type_str}",
            f"tag {name}",
            f"tagger {signature.name} <{signature.email}> {signature.time} +0000",
            "",
            message.rstrip("\n") + "\n",
        ]
        assert found.type_str in {*kind, "tag"}
        return str(self.git.write(ObjectType.TAG, "\n".join(lines).encode()))

    def merge_base(self, one: str, other: str) -> str | None:
        # The stubs forget that two lines of history may have nothing in common.
        base: pygit2.Oid | None = self.git.merge_base(one, other)
        return None if base is None else str(base)

    def between(self, base: str, head: str) -> list[pygit2.Commit]:
        """Return the commits of head that base does not have, the oldest first."""
        walk = self.git.walk(head, SortMode.TOPOLOGICAL | SortMode.TIME | SortMode.REVERSE)
        walk.hide(base)
        return list(walk)

    def log(self, head: str) -> Iterator[pygit2.Commit]:
        return iter(self.git.walk(head, SortMode.TOPOLOGICAL | SortMode.TIME))

    def diff(self, base: str | None, head: str) -> pygit2.Diff:
        """Return what head changes against base, with renames found."""
        if (base, head) not in self._diffs:
            self._diffs[base, head] = self._diff(base, head)
        return self._diffs[base, head]

    def _diff(self, base: str | None, head: str) -> pygit2.Diff:
        new = self.commit_of(head).tree
        if base is None:
            diff = new.diff_to_tree(swap=True)
        else:
            old = self.commit_of(base).tree
            diff = old.diff_to_tree(new, flags=DiffOption.INCLUDE_TYPECHANGE)
        diff.find_similar()
        return diff

    def merge_trees(self, ours: str, theirs: str) -> pygit2.Oid:
        """Return the tree of both sides together. Raises Conflict."""
        index = self.git.merge_commits(ours, theirs, favor=MergeFavor.NORMAL)
        return self._settled(index)

    def replay(self, commit: pygit2.Commit, onto: str) -> pygit2.Oid:
        """Return the tree of one commit's change on top of another commit. Raises Conflict."""
        index = self.git.merge_trees(commit.parents[0].tree, self.commit_of(onto).tree, commit.tree)
        return self._settled(index)

    def _settled(self, index: pygit2.Index) -> pygit2.Oid:
        if [*(index.conflicts or ())]:
            raise Conflict
        return index.write_tree(self.git)


def patches(diff: pygit2.Diff) -> Iterator[pygit2.Patch]:
    """Yield a difference file by file."""
    return (patch for patch in diff if patch is not None)


def _peels(found: GitObject) -> bool:
    try:
        found.peel(pygit2.Commit)
    except pygit2.InvalidSpecError:
        return False
    return True
