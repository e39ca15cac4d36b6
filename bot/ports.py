"""What the use cases need from outside, in their own words. Adapters fit these shapes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.core.contract.model import Contract, DataProduct
from bot.core.deprecation.calendar import Dated
from bot.core.deprecation.proof import Lived
from bot.core.history.snapshot import Commit
from bot.core.lineage.shelf import Shelf
from bot.core.records import dataclass
from bot.core.waiver import Waiver


class ReadDocument(Protocol):
    """Turns the bytes of a file into a contract or data product; raises StewardError."""

    def __call__(self, data: bytes, file: str) -> Contract | DataProduct:
        """Return the document; `file` serves for places only."""
        ...


class ReadWaivers(Protocol):
    """Turns the bytes of a file of waivers into waivers; raises StewardError."""

    def __call__(self, data: bytes, file: str) -> tuple[Waiver, ...]:
        """Return the waivers; `file` serves for places, and tells which contract they concern."""
        ...


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the repository: its path, and an id that is equal exactly for equal content."""

    path: str
    id: str


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file that differs between two trees; one side is None where it was added or removed."""

    old: SourceFile | None
    new: SourceFile | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A state of a contract's file on the first-parent line: the commit that brought it."""

    commit: str
    time: datetime
    summary: str
    file: SourceFile


class Tree(Protocol):
    """The contract files of one revision, or of the working tree."""

    @property
    def label(self) -> str:
        """How people call it: a revision as given, or `working tree`."""
        ...

    def files(self) -> Iterable[SourceFile]:
        """Return the YAML files under the contract paths."""
        ...

    def waivers(self, beside: Sequence[str] | None = None) -> Iterable[SourceFile]:
        """Return the files of waivers beside these contract files; without any, all of them."""
        ...

    def read(self, file: SourceFile) -> bytes:
        """Return a file's bytes. Raises StewardError where it is too large or unreadable."""
        ...


OpenShelf = Callable[[Tree], Shelf]
"""Returns the documents of a tree by the names that they have and use."""


class History(Protocol):
    """What Git knows."""

    def changes(self, base: Tree, head: Tree) -> Iterator[FileChange]:
        """Yield the contract files that differ; the cost follows the difference, not the tree."""
        ...

    def waiver_changes(self, base: Tree, head: Tree) -> Iterator[FileChange]:
        """Yield the files of waivers that differ."""
        ...

    def versions(self, tip: Tree, contract_id: str, path: str) -> Iterator[Version]:
        """Yield the states of a contract's file along the first-parent line, newest first.

        Renamed files are followed by contract id. Raises StewardError on a shallow clone.
        """
        ...

    def texts(self, tip: Tree, path: str) -> Iterator[Version]:
        """Yield the states of the file at a path, newest first, whatever contract it held.

        Raises StewardError on a shallow clone.
        """
        ...

    def lived(self, line: Tree, contract: Contract) -> Lived:
        """Return what the first-parent line of a revision tells of a contract, read when asked."""
        ...

    def expect(self, line: Tree, contracts: Sequence[Contract]) -> None:
        """Prepare for questions about the past of these contracts: one walk serves them all."""
        ...

    def deprecated(self, line: Tree) -> Iterable[Dated]:
        """Return what is deprecated at the tip of a line, and how far back it has been."""
        ...

    def commits(self, line: Tree) -> Sequence[Commit]:
        """Return the commits of a first-parent line that are at hand, newest first."""
        ...

    def published(
        self, line: Tree, contract: Contract, versions: Sequence[str]
    ) -> Mapping[str, str] | None:
        """Return the versions of a contract that were released, with hashes of these contents.

        The hash of any other version is empty; None where none was ever released.
        """
        ...

    def at(self, commit: str) -> Tree:
        """Return the tree of a commit."""
        ...

    def released(self) -> Mapping[str, str]:
        """Return the commit of each tag."""
        ...
