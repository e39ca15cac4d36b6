"""Reads the documents of a tree: one broken file never hides the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from bot.core.contract.model import Contract, DataProduct
from bot.core.errors import ErrorCode, Fault, Location, StewardError
from bot.core.history.file_paths import twins
from bot.core.records import dataclass
from bot.ports import ReadDocument, SourceFile, Tree

Progress = Callable[[str, int, int], None]
"""Told what is being done, how many are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The documents that could be read, and the faults of those that could not."""

    documents: tuple[tuple[SourceFile, Contract | DataProduct], ...]
    faults: tuple[Fault, ...]


def load(
    tree: Tree, files: Sequence[SourceFile], read: ReadDocument, progress: Progress | None
) -> Loaded:
    """Return the documents in some files of a tree, and the faults of those that are broken."""
    documents: list[tuple[SourceFile, Contract | DataProduct]] = []
    faults: list[Fault] = []
    for done, file in enumerate(files):
        if progress is not None:
            progress("Reading contracts", done, len(files))
        try:
            documents.append((file, read(tree.read(file), file.path)))
        except StewardError as error:
            faults.extend(error.faults)
    return Loaded(tuple(documents), tuple(faults))


def twin_faults(files: Sequence[SourceFile]) -> Iterator[Fault]:
    """Yield the fault of each file that a clone on a Mac or on Windows would lose."""
    for first, *others in twins(file.path for file in files):
        for path in others:
            yield Fault(
                ErrorCode.UNSAFE_PATH,
                f"the path differs from {first} in upper and lower case, or in how an accent is"
                " encoded, and in nothing else",
                "rename one of the two: macOS and Windows can hold only one",
                Location(path),
            )
