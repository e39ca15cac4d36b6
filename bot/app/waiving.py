"""Reads the waivers beside contracts, and says what became of them in a range."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.core.contract.model import Contract
from bot.core.errors import ErrorCode, Fault, StewardError
from bot.core.excusing import excused
from bot.core.finding import Finding
from bot.core.policy.waivers import WaiverChange, apply, changed_waivers
from bot.core.records import dataclass
from bot.core.review import ContractReview, Judging
from bot.core.waiver import Waiver, contract_files, stem
from bot.ports import History, ReadDocument, ReadWaivers, SourceFile, Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Waivers:
    """The waivers that could be read, and the faults of the files that could not."""

    told: tuple[Waiver, ...] = ()
    faults: tuple[Fault, ...] = ()

    def beside(self, file: str) -> tuple[Waiver, ...]:
        """Return the waivers that stand beside a contract's file."""
        name = stem(file)
        return tuple(waiver for waiver in self.told if stem(waiver.where.file) == name)


def read_all(tree: Tree, files: Iterable[SourceFile], read: ReadWaivers) -> Waivers:
    """Return the waivers in these files; one broken file never hides the others."""
    told: list[Waiver] = []
    faults: list[Fault] = []
    for file in files:
        try:
            told.extend(read(tree.read(file), file.path))
        except StewardError as error:
            faults.extend(error.faults)
    return Waivers(told=tuple(told), faults=tuple(faults))


@dataclass(frozen=True, slots=True, kw_only=True)
class Turned:
    """What a range does to waivers: the files that differ, and what differs in them.

    `untouched` are the contracts of which it changes nothing else.
    """

    files: frozenset[str] = frozenset()
    changes: tuple[WaiverChange, ...] = ()
    untouched: tuple[Contract, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Readers:
    """How contracts are read, and their waivers; None where there are none to be read."""

    document: ReadDocument
    waivers: ReadWaivers | None


def turned(
    history: History, base: Tree, head: Tree, readers: Readers, reviewed: Iterable[str]
) -> Turned:
    """Return what a range does to waivers; `reviewed` are the files under review anyway.

    A file that cannot be read has no waivers here: its faults are told where it is read.
    """
    if readers.waivers is None:
        return Turned()
    changes = tuple(history.waiver_changes(base, head))
    old = read_all(base, [change.old for change in changes if change.old], readers.waivers)
    new = read_all(head, [change.new for change in changes if change.new], readers.waivers)
    known = {stem(file) for file in reviewed}
    paths = [change.new.path for change in changes if change.new]
    return Turned(
        files=frozenset(paths),
        changes=changed_waivers(old.told, new.told),
        untouched=tuple(
            found
            for path in paths
            if stem(path) not in known
            for found in _contracts_beside(head, path, readers.document)
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Excusing:
    """Lays the waivers of the head over what was found; `turn` is what the range does to them.

    What was agreed to for one contract excuses no other that takes its place: a contract that is
    new in its place is covered only by waivers that the range brings.
    """

    head: Tree
    read: ReadWaivers | None
    judging: Judging
    turn: Turned

    def reviews(
        self, entries: Sequence[ContractReview]
    ) -> tuple[tuple[ContractReview, ...], tuple[Fault, ...]]:
        """Return the reviews under the waivers, and the faults of the waivers' files."""
        if self.read is None or not entries:
            return tuple(entries), ()
        found = read_all(self.head, self.head.waivers(list(map(_file, entries))), self.read)
        told = [
            excused(entry, self._agreed(found, _file(entry), new=_is_new(entry)), self.judging)
            for entry in entries
        ]
        return tuple(told), found.faults

    def elsewhere(
        self, findings: Sequence[Finding], entries: Sequence[ContractReview]
    ) -> tuple[Finding, ...]:
        """Return findings that span contracts under the waivers beside the files they stand in.

        Nothing is said about these waivers: not all that they may cover was looked for.
        """
        files = dict.fromkeys(finding.head.file for finding in findings if finding.head)
        if self.read is None or self.judging.today is None or not files:
            return tuple(findings)
        found = read_all(self.head, self.head.waivers(tuple(files)), self.read)
        new = {_file(entry) for entry in entries if _is_new(entry)}
        told: list[Finding] = []
        for finding in findings:
            file = finding.head.file if finding.head else ""
            waivers = self._agreed(found, file, new=file in new)
            limits = self.judging.settings.waivers
            told += apply(waivers, [finding], self.judging.today, limits).findings
        return tuple(told)

    def _agreed(self, found: Waivers, file: str, *, new: bool) -> tuple[Waiver, ...]:
        """Return the waivers that were written for a contract, as far as files can tell."""
        beside = found.beside(file)
        return tuple(one for one in beside if not new or one.where.file in self.turn.files)


def _is_new(entry: ContractReview) -> bool:
    """Tell whether a contract was not in its place before."""
    return entry.old is None or stem(entry.old.file) != stem(_file(entry))


def _file(entry: ContractReview) -> str:
    contract = entry.new or entry.old
    return contract.file if contract else ""


def _contracts_beside(tree: Tree, waivers_file: str, read: ReadDocument) -> Iterator[Contract]:
    """Yield the contract that a file of waivers stands beside, if it is there and can be read."""
    for path in contract_files(waivers_file):
        try:
            found = read(tree.read(SourceFile(path, "")), path)
        except StewardError as error:
            if error.faults[0].code is ErrorCode.NO_SUCH_PATH:
                continue
            return
        if isinstance(found, Contract):
            yield found
        return
