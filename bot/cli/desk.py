"""Wires what a comparison of two texts needs, and no more: it is the commonest call."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from os.path import realpath
from pathlib import Path
from typing import Self

from bot.adapters.files import exists, read_file
from bot.adapters.git import Repository
from bot.adapters.reading import read
from bot.app.comparing import Earlier, Text
from bot.core.contract.model import Contract, DataProduct
from bot.core.errors import ErrorCode, StewardError, failure
from bot.core.policy.settings import (
    DEFAULT_SETTINGS,
    SETTINGS_FILE,
    Settings,
)
from bot.core.records import replace
from bot.core.review import Judging
from bot.core.rules import CATALOGUE
from bot.core.witness.search import find


class Desk:
    """The folder in which the command was called, and what two texts are compared by there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def find(cls) -> Self:
        """Return the desk in the current folder."""
        return cls(Path.cwd())

    @cached_property
    def checkout(self) -> Path | None:
        """The top of the checkout around the folder, None outside Git.

        Looked up on disk: Git itself is asked only for revisions, since loading it takes longer
        than comparing two files.
        """
        places = (self.folder, *self.folder.parents)
        return next((place for place in places if (place / ".git").exists()), None)

    @cached_property
    def repository(self) -> Repository:
        """The repository. Raises StewardError where there is none, or it may not be used."""
        return Repository.discover(self.folder)

    @property
    def top(self) -> Path:
        """The folder from which the repository's paths count; the current one outside Git."""
        return self.checkout or self.folder

    def settings(self, revision: str | None = None) -> Settings:
        """Return the policy on disk, or of a revision; the defaults where there is none."""
        try:
            data = self._policy_file(revision)
        except StewardError as error:
            if error.faults[0].code is ErrorCode.NO_SUCH_PATH:
                return DEFAULT_SETTINGS
            raise
        from bot.adapters.settings import read_settings  # noqa: PLC0415  # many have no policy

        return read_settings(data, SETTINGS_FILE, CATALOGUE.names())

    def _policy_file(self, revision: str | None) -> bytes:
        if revision is None:
            return read_file(self.top / SETTINGS_FILE)
        return self.repository.file_at(revision, SETTINGS_FILE, near=False)

    def judging(self, revision: str | None = None, today: date | None = None) -> Judging:
        """Return what to judge by: the whole catalogue under the policy of a revision.

        Waivers are judged as on the day `today`; without one no waiver holds.
        """
        settings = self.settings(revision)
        return Judging(rules=CATALOGUE, settings=settings, witnesses=find, today=today)

    def read(self, data: bytes, file: str) -> Contract | DataProduct:
        """Return the document in the bytes. Raises StewardError with every fault."""
        return read(data, file)

    def text(self, spec: str, beside: str | None = None) -> Text:
        """Return the contract that FILE or REVISION:PATH names.

        A path in REVISION:PATH counts from the top of the repository, as in Git; with `./` it
        counts from the current folder. Raises StewardError where there is none; `beside` is what
        else the command names, and tells what may have been meant.
        """
        named = self._revision_and_path(spec)
        if named is not None:
            return Text(name=spec, data=self.repository.file_at(*named))
        try:
            return Text(name=spec, data=read_file(Path(spec)))
        except StewardError as error:
            fault = error.faults[0]
            hint = self._meant(spec, beside) if fault.code is ErrorCode.NO_SUCH_PATH else None
            raise StewardError(replace(fault, hint=hint or fault.hint)) from error

    def earlier(self, spec: str) -> Earlier:
        """Return what finds the earlier releases of the contract that FILE or REVISION:PATH names.

        They are those on the first-parent line of the revision; of a file alone nobody knows any.
        """

        def found(old: Contract, new: Contract) -> tuple[Contract, ...] | None:
            named = self._revision_and_path(spec)
            return None if named is None else self._released(named, old, new)

        return found

    def _released(
        self, named: tuple[str, str], old: Contract, new: Contract
    ) -> tuple[Contract, ...]:
        from bot.adapters.registry import GitHistory, GitTree, Places  # noqa: PLC0415  # one mode's
        from bot.app.states import earlier_releases  # noqa: PLC0415  # as above

        revision, path = named
        places = Places((*self.settings().contracts, path))
        tip = GitTree(self.repository, revision, places, revision)
        history = GitHistory(self.repository, places)
        return earlier_releases(history, tip, replace(old, file=path), new, self.read)

    def _revision_and_path(self, spec: str) -> tuple[str, str] | None:
        """Return both halves of REVISION:PATH; None for a file."""
        revision, mark, path = spec.partition(":")
        if not mark or exists(Path(spec)) or len(revision) == 1:
            return None
        return revision or "HEAD", self.inside(Path(path)) if path.startswith("./") else path

    def _meant(self, spec: str, beside: str | None) -> str | None:
        from bot.cli.meant import meant  # noqa: PLC0415  # only for what went wrong

        if self.checkout is None:
            return None
        paths = [self._path(name) if name else None for name in (spec, beside)]
        try:
            return meant(self.repository, spec, *paths)
        except StewardError:
            return None

    def _path(self, spec: str) -> str | None:
        """Return the path of FILE or REVISION:PATH in the repository; None where it has none."""
        try:
            named = self._revision_and_path(spec)
            return self.inside(Path(spec)) if named is None else named[1]
        except StewardError:
            return None

    def inside(self, path: Path) -> str:
        """Return a path as the repository knows it. Raises E309 where it lies outside."""
        try:
            return Path(realpath(self.folder / path)).relative_to(realpath(self.top)).as_posix()
        except ValueError:
            raise failure(
                ErrorCode.UNSAFE_PATH,
                f"{path} is not inside the repository at {self.top}",
                hint="name a file of this repository",
            ) from None
