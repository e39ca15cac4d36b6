"""What the default branch tells of a contract's life: its states, and the line they stand on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.adapters.git import Repository
from bot.adapters.standings import Standings
from bot.core.contract.model import Contract
from bot.core.deprecation.clock import Edge, Past, State
from bot.core.errors import ErrorCode, StewardError
from bot.core.history.life import Met
from bot.core.history.snapshot import Blob, Commit
from bot.core.versions import release_line


class Living:
    """The history of one default branch, as the clocks of deprecations ask for it."""

    def __init__(
        self, repository: Repository, tip: str, under: tuple[str, ...], standings: Standings
    ) -> None:
        self._repository = repository
        self._tip = tip
        self._under = under
        self._standings = standings
        self._line: tuple[Commit, ...] | None = None
        self._expected: dict[str, Blob] = {}
        self._walked: dict[str, list[Met[str]]] | None = None

    def line(self) -> tuple[Commit, ...]:
        """Return the commits of the first-parent line that are at hand, newest first."""
        if self._line is None:
            self._line = tuple(self._walk())
        return self._line

    def expect(self, contracts: Iterable[Contract]) -> None:
        """Prepare for questions about the past of these contracts: one walk serves them all."""
        found = (self.find(contract, self._tip) for contract in contracts)
        self._expected = {blob.path: blob for blob in found if blob is not None}
        self._walked = None

    def past(self, contract: Contract) -> Iterator[Past]:
        """Yield the states of a contract, newest first, wherever its file went.

        The state at the tip is told at once, and once more with the commit that brought it.
        """
        start = self.find(contract, self._tip)
        tip = self._repository.resolve(self._tip)
        yield State(tip, self._standings.of(start))
        if start is None:
            return
        for met in self._all().get(start.path) or self._met(start):
            yield told(met, self._standings)

    def blobs(self, contract: Contract) -> Iterator[Blob]:
        """Yield the files that were the contract, newest first."""
        start = self.find(contract, self._tip)
        for met in () if start is None else self._met(start):
            if met.blob is not None:
                yield met.blob

    def _all(self) -> Mapping[str, Sequence[Met[str]]]:
        """Return the states of the contracts that were expected, by their paths at the tip."""
        if self._walked is None:
            self._walked = {path: [] for path in self._expected}
            starts = self._expected.items() if len(self._expected) > 1 else ()
            for met in self._repository.lives(self._tip, starts, self._standings.know, self._under):
                self._walked[met.key].append(met)
        return self._walked

    def _met(self, start: Blob) -> Iterator[Met[str]]:
        return self._repository.lives(self._tip, [("", start)], self._standings.know, self._under)

    def find(self, contract: Contract, revision: str) -> Blob | None:
        """Return the file that is a contract at a revision: at its path, else where its id is."""
        at_path = self._repository.blobs(revision, (contract.file,))
        found = [blob for blob in at_path if self._is(blob, contract)]
        if not found:
            word = contract.id.encode("utf-8", "surrogatepass")
            every = self._repository.blobs(revision, self._under)
            found = [
                blob
                for blob in every
                if self._standings.may_hold(blob, word) and self._is(blob, contract)
            ]
        line = release_line(contract.version)
        return min(found, key=lambda blob: self._line_of(blob) != line, default=None)

    def _is(self, blob: Blob, contract: Contract) -> bool:
        found = self._standings.of(blob)
        return found is not None and found.id == contract.id

    def _line_of(self, blob: Blob) -> int | None:
        found = self._standings.of(blob)
        return None if found is None else release_line(found.version)

    def _walk(self) -> Iterator[Commit]:
        try:
            yield from self._repository.first_parent(self._tip)
        except StewardError as error:
            if any(fault.code is not ErrorCode.SHALLOW_CLONE for fault in error.faults):
                raise


def told(met: Met[str], standings: Standings) -> Past:
    """Return a state that the walk met as the clocks take it."""
    kind = Edge if met.edge else State
    return kind(met.commit, standings.of(met.blob))
