"""The one door to Git. It hands out plain values, and every failure is a StewardError."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from bot.adapters.files import MAX_FILE_BYTES
from bot.core.errors import Fault
from bot.core.history.life import K, Know, Met
from bot.core.history.snapshot import (
    Blob,
    Commit,
    PathChange,
    SourceFile,
    Step,
    Version,
)

YAML = (".yaml", ".yml")


class Repository:
    """One Git repository, opened where it stands; nothing is ever written to it.

    A revision is whatever `git rev-parse` takes for a commit; where a method says so, WORKTREE
    stands for the files on disk. `under` names files and folders from the top of the repository
    (none: all of it), `suffixes` the ends of file names, in upper or lower case (none: any).

    Any method may raise E302 for an unknown revision, E303 where a shallow clone ends too early,
    E304 where there is no commit yet, E309 for an unsafe path, E104 or E105 for trees made to
    unfold without end, and E311 for a broken repository.
    """

    def __init__(self, start: Path) -> None:
        # pygit2 takes longer to import than all the rest together: whoever asks nothing of Git
        # shall not wait for it.
        from bot.adapters.git.session import Session  # noqa: PLC0415 - see above

        self._git = Session(start)

    @classmethod
    def discover(cls, start: Path) -> Repository:
        """Return the repository around a file or folder: a checkout, a worktree, or a bare one.

        Raises E301 where there is none, E307 where it belongs to another user, E311 where it is
        broken.
        """
        return cls(start)

    @property
    def top(self) -> Path | None:
        """The folder in which paths begin on disk; None for a bare repository."""
        return self._git.top

    @property
    def folder(self) -> Path:
        """The folder with what Git itself keeps, shared by all worktrees of the repository."""
        return self._git.folder

    def is_shallow(self) -> bool:
        """Return whether the history was cut short when cloning."""
        return self._git.store.is_shallow()

    def resolve(self, revision: str) -> Commit:
        """Return the commit of a revision, through tags.

        A name that leads a tag and a branch apart is refused too: Git would quietly take the tag.
        """
        return self._git.revisions.resolve(revision)

    def merge_base(self, base: str, head: str) -> Commit | None:
        """Return the best common ancestor; None where the two share no history."""
        return self._git.revisions.merge_base(base, head)

    def default_branch(self) -> str | None:
        """Return the full name of the default branch, such as `refs/remotes/origin/main`.

        The remote's choice comes first, then `init.defaultBranch`, `main`, `master`, and the only
        branch there is; None where none of these tells.
        """
        return self._git.references.default_branch()

    def tags(self) -> Mapping[str, str]:
        """Return the commit id of each tag, through annotations; tags of other things are left."""
        return self._git.references.tags()

    def annotations(self) -> Mapping[str, str]:
        """Return the message of each annotated tag; a plain tag has none."""
        return self._git.references.annotations()

    def blobs(
        self, revision: str, under: Sequence[str] = (), suffixes: Sequence[str] = YAML
    ) -> Iterator[Blob]:
        r"""Yield what lies there at a commit: links and submodules too, and nothing is read.

        A name that is not UTF-8 is shown with `\x` escapes; `read` refuses it.
        """
        return self._git.contents.blobs(revision, under, suffixes)

    def read(self, blob: Blob, limit: int = MAX_FILE_BYTES) -> bytes:
        """Return the bytes of a blob, after a look at its size.

        Raises E104 beyond the limit, E306 for a link or a submodule, E309 for a name that no
        checkout should hold, E117 for a pointer to Git LFS.
        """
        return self._git.contents.read(blob, limit)

    def file_at(
        self, revision: str, path: str, limit: int = MAX_FILE_BYTES, *, near: bool = True
    ) -> bytes:
        """Return the bytes at a path of a revision, or of WORKTREE.

        Raises what `read` raises, E305 with near paths where nothing lies there, and E306 for a
        folder. On disk no link is followed, in no part of the path. `near` False spares the
        search for near paths: in a large tree it takes a while.
        """
        return self._git.contents.file_at(revision, path, limit, near=near)

    def files(
        self,
        revision: str,
        under: Sequence[str] = (),
        suffixes: Sequence[str] = YAML,
        limit: int = MAX_FILE_BYTES,
    ) -> Iterator[SourceFile | Fault]:
        """Yield each file of a revision or of WORKTREE, or the fault that keeps it from being read.

        On disk, what Git ignores is left out, unless it is tracked.
        """
        return self._git.contents.files(revision, under, suffixes, limit)

    def submodules(self, revision: str) -> tuple[str, ...]:
        """Return the paths of the submodules of a revision, or of WORKTREE."""
        return self._git.contents.submodules(revision, MAX_FILE_BYTES)

    def changes(
        self, base: str, head: str, under: Sequence[str] = (), suffixes: Sequence[str] = YAML
    ) -> Iterator[PathChange]:
        """Yield what differs between two commits, or a commit and WORKTREE, sorted by path.

        Folders that are equal on both sides are never opened. New files of WORKTREE are not in
        Git yet: `file_at` reads them, `read` cannot.
        """
        return self._git.contents.changes(base, head, under, suffixes)

    def first_parent(self, tip: str, under: Sequence[str] = ()) -> Iterator[Commit]:
        """Yield the commits of the first-parent line that touched these paths, newest first.

        Without paths, every commit. Where a shallow clone ends, E303 comes after the last commit
        that can be told.
        """
        return self._git.histories.first_parent(tip, under)

    def steps(
        self, tip: str, under: Sequence[str] = (), suffixes: Sequence[str] = YAML
    ) -> Iterator[Step]:
        """Yield the same commits with what each changed; those that changed nothing are left."""
        return self._git.histories.steps(tip, under, suffixes)

    def file_history(  # noqa: PLR0913 - what to follow, and where to look for it
        self,
        tip: str,
        contract_id: str,
        path: str,
        identify: Callable[[bytes], str | None],
        *,
        under: Sequence[str] = (),
        suffixes: Sequence[str] = YAML,
    ) -> Iterator[Version]:
        """Yield the versions of one contract along the first-parent line, newest first.

        It is followed by its id: where its file vanishes or becomes another contract, the files
        that the same commit changed are searched for it. `identify` returns the id that a text
        declares, as written, and None for a text without one. A version without a blob says that
        from there on no readable file had the id. E303 comes only when the walk gets that far.
        """
        return self._git.histories.of_one(tip, contract_id, path, identify, (under, suffixes))

    def lives(
        self,
        tip: str,
        starts: Iterable[tuple[K, Blob]],
        know: Know,
        under: Sequence[str] = (),
        suffixes: Sequence[str] = YAML,
    ) -> Iterator[Met[K]]:
        """Yield the states of the contracts that lie in these blobs at the tip, newest first.

        One walk serves all, and opens only folders on the way to them. Each is told by its key:
        what it was from a commit on, a last time without a blob where it was not there before,
        and at the edge of a shallow clone what it is there. A file that moved is found by its id.
        """
        return self._git.histories.lives(tip, starts, know, (under, suffixes))
