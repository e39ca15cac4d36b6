"""Git's trees and history in the shapes that the use cases ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path

from bot.adapters.git import Repository
from bot.adapters.living import Living
from bot.adapters.published import Published, by_contract
from bot.adapters.reading import identify
from bot.adapters.standings import Standings
from bot.core.contract.model import Contract
from bot.core.deprecation.calendar import Dated
from bot.core.deprecation.proof import Lived
from bot.core.errors import Fault
from bot.core.history.snapshot import WORKTREE, Blob, Commit, PathChange
from bot.core.history.snapshot import SourceFile as Stored
from bot.core.history.snapshot import Version as Stand
from bot.core.waiver import contract_files, is_waivers_file, waivers_files
from bot.ports import FileChange, SourceFile, Tree, Version

_WILD = frozenset("*?[")
SUFFIXES = (".yaml", ".yml")


class Places:
    """Where contracts are: folders, files, and glob patterns, from the top of the repository."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._patterns = tuple(pattern.strip("/") for pattern in patterns)

    @property
    def under(self) -> tuple[str, ...]:
        """The folders and files under which Git looks; a pattern's part before its first `*`."""
        return tuple(dict.fromkeys(_fixed_part(pattern) for pattern in self._patterns))

    @property
    def around(self) -> tuple[str, ...]:
        """The folders under which the waivers of the contracts lie, each beside its contract."""
        return tuple(
            dict.fromkeys(
                place.rpartition("/")[0] if place.lower().endswith(SUFFIXES) else place
                for place in self.under
            )
        )

    def cover(self, path: str) -> bool:
        """Tell whether a path is one of those places or below one, and holds no waivers."""
        return not is_waivers_file(path) and self._covers(path)

    def reach(self, folder: str) -> bool:
        """Tell whether a folder is in one of those places, or one of them in it.

        A pattern that begins with a wildcard says nothing of any folder.
        """
        return any(
            place and (_below(folder, place) or _below(place, folder)) for place in self.under
        )

    def cover_waivers(self, path: str) -> bool:
        """Tell whether a path holds waivers of a contract that may be at one of those places."""
        return is_waivers_file(path) and any(map(self._covers, contract_files(path)))

    def _covers(self, path: str) -> bool:
        return any(
            _matches(path, pattern) if _WILD & set(pattern) else _below(path, pattern)
            for pattern in self._patterns
        )


def _matches(path: str, pattern: str) -> bool:
    """Tell whether a glob pattern covers a path, or a folder that the path is in.

    `**/` also stands for no folder at all.
    """
    patterns = (pattern, pattern.removeprefix("**/"))
    return any(fnmatchcase(path, told) or fnmatchcase(path, f"{told}/*") for told in patterns)


def _fixed_part(pattern: str) -> str:
    steps = pattern.split("/")
    wild = next((index for index, step in enumerate(steps) if _WILD & set(step)), len(steps))
    return "/".join(steps[:wild])


def _below(path: str, place: str) -> bool:
    return place in ("", ".") or path == place or path.startswith(f"{place}/")


class GitTree:
    """The contract files of a revision, or of the files on disk."""

    def __init__(self, repository: Repository, revision: str, places: Places, label: str) -> None:
        self._repository = repository
        self.revision = revision
        self.places = places
        self.label = label
        self._listed: dict[str, Blob] = {}
        self._disk: Sequence[SourceFile] | None = None

    def submodules(self) -> tuple[str, ...]:
        """Return the submodules in the places: nothing in them is looked at."""
        found = self._repository.submodules(self.revision)
        return tuple(path for path in found if self.places.reach(path))

    def files(self) -> Iterable[SourceFile]:
        """Return the YAML files at the places. What cannot be read at all fails in `read`."""
        if self.revision != WORKTREE:
            blobs = self._repository.blobs(self.revision, self.places.under)
            covered = {blob.path: blob for blob in blobs if self.places.cover(blob.path)}
            self._listed |= covered
            return [_file(blob) for blob in covered.values()]
        return [
            file
            for file in self._on_disk()
            if self.places.cover(file.path) or (not file.id and not is_waivers_file(file.path))
        ]

    def waivers(self, beside: Sequence[str] | None = None) -> Iterable[SourceFile]:
        """Return the files of waivers beside these contract files; without any, all of them."""
        named = None if beside is None else beside_of(beside)
        under = self.places.around if named is None else named
        if not under:
            return []
        if self.revision == WORKTREE and named is None:
            return [file for file in self._on_disk() if self.places.cover_waivers(file.path)]
        if self.revision == WORKTREE:
            entries = self._repository.files(WORKTREE, under)
            return [file for file in map(_shown, entries) if file.path in under]
        blobs = self._repository.blobs(self.revision, under)
        found = {blob.path: blob for blob in blobs if self._waives(blob.path, named)}
        self._listed |= found
        return [_file(blob) for blob in found.values()]

    def _waives(self, path: str, named: Sequence[str] | None) -> bool:
        return self.places.cover_waivers(path) if named is None else path in named

    def _on_disk(self) -> Sequence[SourceFile]:
        """Return the files on disk around the places, listed once."""
        if self._disk is None:
            entries = self._repository.files(WORKTREE, self.places.around)
            self._disk = tuple(map(_shown, entries))
        return self._disk

    def read(self, file: SourceFile) -> bytes:
        """Return a file's bytes. Raises StewardError where it may not or cannot be read.

        A file that `files` listed is not looked up again: that costs as much as its folder is
        large.
        """
        blob = self._listed.get(file.path)
        if blob is not None:
            return self._repository.read(blob)
        return self._repository.file_at(self.revision, file.path)


class GitHistory:
    """What a repository knows of its contracts.

    `kept_in` is a file for what was read of their clocks, which need not exist.
    """

    def __init__(self, repository: Repository, places: Places, kept_in: Path | None = None) -> None:
        self._repository = repository
        self._places = places
        self._kept_in = kept_in
        self._standings = Standings(repository)
        self._lives: dict[str, Living] = {}
        self._known: dict[tuple[str, str, tuple[str, ...]], Sequence[PathChange]] = {}

    def changes(self, base: Tree, head: Tree) -> Iterator[FileChange]:
        """Yield the contract files that differ between two trees."""
        return self._changes(base, head, self._places.under, self._places.cover)

    def waiver_changes(self, base: Tree, head: Tree) -> Iterator[FileChange]:
        """Yield the files of waivers that differ between two trees."""
        return self._changes(base, head, self._places.around, self._places.cover_waivers)

    def _differing(self, base: str, head: str, under: tuple[str, ...]) -> Sequence[PathChange]:
        """Return what differs, found once: of files on disk that costs a look at each."""
        asked = (base, head, under)
        if asked not in self._known:
            self._known[asked] = tuple(self._repository.changes(base, head, under))
        return self._known[asked]

    def _changes(
        self, base: Tree, head: Tree, under: Sequence[str], covers: Callable[[str], bool]
    ) -> Iterator[FileChange]:
        if not isinstance(base, GitTree) or not isinstance(head, GitTree):
            return
        for change in self._differing(base.revision, head.revision, tuple(under)):
            if covers(change.path) and change.touches_content:
                yield FileChange(
                    None if change.old is None else _file(change.old),
                    None if change.new is None else _file(change.new),
                )

    def versions(self, tip: Tree, contract_id: str, path: str) -> Iterator[Version]:
        """Yield the states of a contract along the first-parent line, newest first."""
        if isinstance(tip, GitTree):
            found = self._repository.file_history(
                self._tip(tip), contract_id, path, identify, under=self._places.under
            )
            yield from (_version(one, one.blob) for one in found if one.blob is not None)

    def texts(self, tip: Tree, path: str) -> Iterator[Version]:
        """Yield the states of the file at a path, newest first, whatever contract it held."""
        if isinstance(tip, GitTree):
            found = self._repository.file_history(
                self._tip(tip), "", path, lambda _text: "", under=(path,)
            )
            yield from (_version(one, one.blob) for one in found if one.blob is not None)

    def lived(self, line: Tree, contract: Contract) -> Lived:
        """Return what the first-parent line of a revision tells of a contract, read when asked."""
        living = self._living(line)
        return Lived(past=lambda: living.past(contract), line=living.line)

    def expect(self, line: Tree, contracts: Sequence[Contract]) -> None:
        """Prepare for questions about the past of these contracts: one walk serves them all."""
        self._living(line).expect(contracts)

    def deprecated(self, line: Tree) -> Iterable[Dated]:
        """Return what is deprecated at the tip of a line, and how far back it has been.

        A tree that names places of its own is looked at there alone; its history is everywhere.
        """
        from bot.adapters.clocks import dated  # noqa: PLC0415  # one command's only
        from bot.adapters.records import Records  # noqa: PLC0415  # as above

        tip, places = self._tip(line), line.places if isinstance(line, GitTree) else self._places
        records = Records(self._repository, self._kept_in)
        return dated(self._repository, tip, places.cover, self._places.under, records)

    def commits(self, line: Tree) -> Sequence[Commit]:
        """Return the commits of a first-parent line that are at hand, newest first."""
        return self._living(line).line()

    @staticmethod
    def _tip(line: Tree) -> str:
        revision = line.revision if isinstance(line, GitTree) else WORKTREE
        return "HEAD" if revision == WORKTREE else revision

    def published(
        self, line: Tree, contract: Contract, versions: Sequence[str]
    ) -> Mapping[str, str] | None:
        """Return the versions of a contract that were released, with hashes of these contents."""
        return Published(self._repository, self._living(line), self._tagged).of(contract, versions)

    def _living(self, line: Tree) -> Living:
        tip = self._tip(line)
        known = self._lives.get(tip)
        if known is None:
            known = Living(self._repository, tip, self._places.under, self._standings)
            self._lives[tip] = known
        return known

    @cached_property
    def _tagged(self) -> Mapping[str, Mapping[str, str]]:
        return by_contract(self._repository.tags())

    def at(self, commit: str) -> GitTree:
        """Return the tree of a commit."""
        return GitTree(self._repository, commit, self._places, commit[:10])

    def released(self) -> Mapping[str, str]:
        """Return the commit of each tag."""
        return self._repository.tags()


def beside_of(files: Iterable[str]) -> tuple[str, ...]:
    """Return where the waivers beside these contract files may be."""
    return tuple(dict.fromkeys(path for file in files for path in waivers_files(file)))


def _shown(entry: Stored | Fault) -> SourceFile:
    """Return a file that Git listed; what cannot be read at all fails in `read`."""
    if isinstance(entry, Fault):
        return SourceFile(entry.where.file if entry.where else "", "")
    return SourceFile(entry.path, entry.id)


def _version(found: Stand, blob: Blob) -> Version:
    return Version(
        commit=found.commit.id,
        time=found.commit.time,
        summary=found.commit.summary,
        file=_file(blob),
    )


def _file(blob: Blob) -> SourceFile:
    return SourceFile(blob.path, blob.id)
