"""Wires the ports for the command that runs: which repository, which policy, which files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from os.path import relpath
from pathlib import Path

from bot.adapters.disk import DiskTree
from bot.adapters.files import read_file, write_atomically
from bot.adapters.reading import read_contract, read_document
from bot.adapters.registry import GitHistory, GitTree, Places
from bot.app.asking import Asking
from bot.app.comparing import Text, diff_texts
from bot.app.documents import Progress
from bot.app.endings import Past
from bot.app.ranges import Range, review_range
from bot.app.states import released_versions
from bot.cli.desk import Desk
from bot.cli.shelving import shelves
from bot.core.contract.migration import migrate
from bot.core.contract.model import Contract
from bot.core.contract.node import Document
from bot.core.errors import ErrorCode, Fault, StewardError, failure
from bot.core.history.snapshot import WORKTREE
from bot.core.mode import Mode
from bot.core.policy.settings import (
    Settings,
)
from bot.core.policy.step import PolicyStep
from bot.core.policy.telling import Row, contract_rows, policy_rows
from bot.core.release.entries import Released, ReleaseEntry, release_entries
from bot.core.review import ContractReview, Judging, Review
from bot.core.rules import CATALOGUE
from bot.core.waiver import Waiver
from bot.core.witness.search import find
from bot.ports import Tree

_NO_BASE = frozenset(
    (
        ErrorCode.NO_REPOSITORY,
        ErrorCode.NO_SUCH_REVISION,
        ErrorCode.UNBORN_BRANCH,
        ErrorCode.NO_SUCH_PATH,
    )
)
"""What says that a contract is new, or that nothing is known of what it was."""


class Workspace(Desk):
    """The folder in which the command was called, and the repository around it, if any."""

    def read_waivers(self, data: bytes, file: str) -> tuple[Waiver, ...]:
        """Return the waivers in the bytes. Raises StewardError with every fault."""
        from bot.adapters.waivers import read_waivers  # noqa: PLC0415  # most contracts have none

        return read_waivers(data, file, CATALOGUE.names())

    def document(self, text: Text) -> Document:
        """Return the YAML document in a text, valid under its standard."""
        return read_document(text.data, text.name)

    def newest(self, text: Text) -> Document:
        """Return the document in a text in the newest form of its standard."""
        document = read_document(text.data, text.name)
        return document if document.root.get("kind") == "DataProduct" else migrate(document)

    def releases(self, path: Path, revision: str) -> tuple[ReleaseEntry, ...]:
        """Return the releases of a contract along the first-parent line, newest first."""
        places = self.places(self.settings())
        history = GitHistory(self.repository, places)
        tree = GitTree(self.repository, revision, places, revision)
        contract = self.contract(path, revision)
        states = [
            Released(version.commit, version.time, version.summary, found)
            for version, found in released_versions(history, tree, contract, self.read)
        ]
        return release_entries(states, self.judging())

    def places(self, settings: Settings) -> Places:
        """Return where the contracts are."""
        return Places(settings.contracts)

    def tree(self, revision: str | None, paths: tuple[Path, ...] = ()) -> Tree:
        """Return the files to look at: those named, else the policy's places."""
        settings = self.settings(revision)
        if revision is None and paths:
            return DiskTree(paths)
        if revision is None and self.checkout is None:
            return DiskTree((Path(relpath(self.folder)),), self.places(settings))
        places = Places([self.inside(path) for path in paths]) if paths else self.places(settings)
        return GitTree(self.repository, revision or WORKTREE, places, _name(revision or WORKTREE))

    def unowned(self, revision: str | None) -> tuple[Fault, ...]:
        """Return what is wrong with CODEOWNERS; nothing where no policy asks for owners."""
        from bot.adapters.sights import codeowners_at  # noqa: PLC0415  # one command's only

        if self.checkout is None or self.settings(revision).file is None:
            return ()
        owners = codeowners_at(self.repository, revision or WORKTREE)
        return owners.faults if owners else ()

    def range(self, text: str) -> tuple[str, str]:
        """Return the two revisions of `A..B`; of `A...B`, the merge base and B."""
        base, three, head = text.partition("...")
        if three:
            base, head = base or "HEAD", head or "HEAD"
            return self.fork(base, head), head
        base, _, head = text.partition("..")
        return base or "HEAD", head or "HEAD"

    def fork(self, base: str, head: str) -> str:
        """Return where the head left the base. Raises E302 where they share no history."""
        commit = self.repository.merge_base(base, "HEAD" if head == WORKTREE else head)
        if commit is None:
            raise failure(
                ErrorCode.NO_SUCH_REVISION,
                f"`{base}` and `{head}` share no history",
                hint="give another base: steward review --base REVISION",
            )
        return commit.id

    def default_base(self) -> str:
        """Return the default branch, else HEAD."""
        name = self.repository.default_branch()
        return name.removeprefix("refs/heads/").removeprefix("refs/") if name else "HEAD"

    def review(  # noqa: PLR0913  # what is compared, and what it is judged by
        self,
        base: str,
        head: str,
        *,
        mode: Mode | None = None,
        label: str | None = None,
        policy: str | None = None,
        today: date | None = None,
        asking: Callable[[str, str], Asking] | None = None,
        progress: Progress | None = None,
        cached: bool = True,
    ) -> Review:
        """Return the review of a range, under the policy of its base.

        `policy` is another revision to take the policy from: a branch that left the base long ago
        is judged as of today, not by what it left.
        `label` is the branch that the base was taken from. Windows are judged on its line, and as
        on the day `today`; without one they are not, and no waiver holds.
        Where there is a policy, `asking` says how approvals are asked for. `cached` False: what
        other files say is read anew.
        """
        settings = self.settings(policy or base)
        turn, policy_faults = (None, ()) if today is None else self._turn(base, head, settings)
        places = self.places(settings)
        line = GitTree(self.repository, label or base, places, label or base)
        tip = GitTree(self.repository, head, places, _name(head))
        asked = None if asking is None or settings.file is None else asking(base, head)
        span = Range(
            history=GitHistory(self.repository, places),
            base=GitTree(self.repository, base, places, label or base),
            head=tip,
            read=self.read,
            asking=asked,
            read_waivers=self.read_waivers,
            policy=turn,
            policy_faults=policy_faults,
            shelf=None if today is None else shelves(self.repository, progress, cached=cached),
            past=None
            if today is None
            else Past(
                line=line,
                today=today,
                readers=lambda ended: self._readers(ended, tip, cached=cached),
            ),
        )
        judging = Judging(rules=CATALOGUE, settings=settings, witnesses=find, today=today)
        return review_range(span, judging, mode, progress)

    def _turn(
        self, base: str, head: str, holding: Settings
    ) -> tuple[PolicyStep | None, tuple[Fault, ...]]:
        """Return what a range does to the policy, if anything, and why that cannot be read.

        It is compared with where the head began: what came to the policy that holds since then is
        none of its doing.
        """
        try:
            if self._policy_text(base) == self._policy_text(head):
                return None, ()
            new = self.settings(head)
        except StewardError as error:
            return None, error.faults
        try:
            return PolicyStep(old=self.settings(base), new=new), ()
        except StewardError:
            return PolicyStep(old=holding, new=new), ()

    def _policy_text(self, revision: str) -> bytes | None:
        try:
            return self._policy_file(revision)
        except StewardError as error:
            if error.faults[0].code is ErrorCode.NO_SUCH_PATH:
                return None
            raise

    def _readers(self, ended: Contract, tip: Tree, *, cached: bool) -> tuple[str, ...]:
        """Return who still reads a contract that ends, among the files of a tree."""
        from bot.core.lineage.remaining import readers_left  # noqa: PLC0415  # few reviews ask

        return readers_left(ended, shelves(self.repository, None, cached=cached)(tip))

    def honest_version(self, text: Text, against: str | None, mode: Mode | None) -> str | None:
        """Return the smallest honest version of a contract, compared with its base.

        The version already written where it is high enough; None where the base's is no semver.
        """
        from bot.core.versions import is_honest, next_version  # noqa: PLC0415

        entry = self._since_base(text, against, mode)
        if entry.old is None or entry.new is None:
            return None
        if is_honest(entry.old.version, entry.new.version, entry.required):
            return entry.new.version
        return next_version(entry.old.version, entry.required)

    def version_instead(
        self, text: Text, wanted: str, against: str | None, mode: Mode | None
    ) -> str | None:
        """Return the smallest honest version where the wanted one is lower than that.

        None where it is high enough, and where there is no base to compare with.
        """
        from bot.core.versions import is_honest, next_version  # noqa: PLC0415

        try:
            entry = self._since_base(text, against, mode)
        except StewardError as error:
            if against is None and {fault.code for fault in error.faults} <= _NO_BASE:
                return None
            raise
        if entry.old is None or is_honest(entry.old.version, wanted, entry.required):
            return None
        return next_version(entry.old.version, entry.required)

    def _since_base(self, text: Text, against: str | None, mode: Mode | None) -> ContractReview:
        base = branch = against or self.default_base()
        if against is None and base != "HEAD":
            base = self.fork(base, "HEAD")
        path = self.inside(Path(text.name))
        old = Text(name=f"{base}:{path}", data=self.repository.file_at(base, path))
        return diff_texts(
            old, text, self.judging(branch), read_contract, mode, self.earlier(old.name)
        ).contracts[0]

    def write(self, path: Path, data: bytes) -> None:
        """Write a file, whole or not at all."""
        write_atomically(self.folder / path, data)

    def policy(self, contract: Path | None, revision: str | None) -> tuple[Row, ...]:
        """Return the settings that hold, for the whole repository or for one contract."""
        settings = self.settings(revision)
        if contract is None:
            return tuple(policy_rows(settings))
        return tuple(contract_rows(settings, self.contract(contract, revision)))

    def contract(self, path: Path, revision: str | None) -> Contract:
        """Return the contract in a file, on disk or of a revision. Raises StewardError."""
        name = self.inside(path) if self.checkout else str(path)
        data = self.repository.file_at(revision, name) if revision else read_file(path)
        return read_contract(data, name)


def _name(revision: str) -> str:
    return "files on disk" if revision == WORKTREE else revision
