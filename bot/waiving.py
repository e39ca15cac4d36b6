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
    """What a range does to waivers, and the contracts of which it changes nothing else."""

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
        changes=changed_waivers(old.told, new.told),
        untouched=tuple(
            found
            for path in paths
            if stem(path) not in known
            for found in _contracts_beside(head, path, readers.document)
        ),
    )


def excuse(
    entries: Sequence[ContractReview], head: Tree, read: ReadWaivers | None, judging: Judging
) -> tuple[tuple[ContractReview, ...], tuple[Fault, ...]]:
    """Return the reviews under the waivers of the head, and the faults of the waivers' files."""
    if read is None or not entries:
        return tuple(entries), ()
    names = [_file(entry) for entry in entries]
    found = read_all(head, head.waivers(names), read)
    told = [
        excused(entry, found.beside(name), judging)
        for entry, name in zip(entries, names, strict=True)
    ]
    return tuple(told), found.faults


def excuse_elsewhere(
    findings: Sequence[Finding], head: Tree, read: ReadWaivers | None, judging: Judging
) -> tuple[Finding, ...]:
    """Return findings on other files under the waivers of the head beside those files.

    These contracts are not under review: nothing is said about their waivers.
    """
    files = dict.fromkeys(finding.head.file for finding in findings if finding.head)
    if read is None or judging.today is None or not files:
        return tuple(findings)
    found = read_all(head, head.waivers(tuple(files)), read)
    limits = judging.settings.waivers
    return tuple(
        told
        for finding in findings
        for told in apply(
            found.beside(finding.head.file) if finding.head else (),
            [finding],
            judging.today,
            limits,
        ).findings
    )


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
