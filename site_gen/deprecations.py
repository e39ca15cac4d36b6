"""What is deprecated, since when, and the first day on which each may go: as Git proves it.

Days count from the commit that the portal is made at, never from today, so that one commit always
gives one portal.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.adapters.git import Repository
from bot.adapters.reading import read
from bot.core.contract.model import Contract
from bot.core.deprecation.clock import Clock, State, Stretch, read_clock, stretches
from bot.core.deprecation.days import declared_day
from bot.core.deprecation.elements import Flag, entries
from bot.core.deprecation.standing import standing
from bot.core.deprecation.timeline import proven_days
from bot.core.errors import StewardError
from bot.core.policy.settings import effective
from bot.core.policy.window import Window
from bot.core.versions import release_line
from site_gen.catalogue import Catalogue, Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """An element that is deprecated: its clock, and the policy's window."""

    entry: Entry
    contract: Contract
    clock: Clock
    window: Window

    @property
    def path(self) -> str:
        """The element's path; "" is the contract itself."""
        return self.clock.path

    @property
    def day(self) -> date:
        """The first day on which the element may go, or a later one that was declared."""
        declared = declared_day(self.clock.told.removal)
        return max(self.clock.first_day, declared) if declared else self.clock.first_day


def endings(repository: Repository, catalogue: Catalogue) -> tuple[Ending, ...]:
    """Return everything deprecated in the documents of the newest commit, the first to go first."""
    today = catalogue.time.date()
    days = proven_days(repository.first_parent(catalogue.commit), today)
    found: list[Ending] = []
    for entry in catalogue.entries:
        for contract in () if entry.gone else entry.documents:
            window = effective(catalogue.settings, contract).window
            for one, stretch in _stretches(repository, entry, contract):
                clock = read_clock(one, stretch, window, days, today)
                if clock is not None:
                    found.append(Ending(entry=entry, contract=contract, clock=clock, window=window))
    return tuple(sorted(found, key=lambda one: (one.day, one.contract.id, one.path)))


def _stretches(
    repository: Repository, entry: Entry, contract: Contract
) -> Iterator[tuple[Flag, Stretch]]:
    """Yield what is deprecated in a document, and how far back."""
    wanted = [one.flag for one in entries(contract) if one.flag.told.flagged]
    past = tuple(_past(repository, entry, contract)) if wanted else ()
    yield from zip(wanted, stretches(wanted, past), strict=True)


def _past(repository: Repository, entry: Entry, contract: Contract) -> Iterator[State]:
    """Yield what the release line of a contract was, the newest state first."""
    line = release_line(contract.version)
    for state in entry.states:
        try:
            document = read(repository.read(state.blob), state.blob.path)
        except StewardError:
            continue
        if isinstance(document, Contract) and release_line(document.version) == line:
            yield State(state.commit, standing(document))


def of_contract(found: Sequence[Ending], contract: Contract) -> dict[str, Ending]:
    """Return the endings in one document, by path."""
    return {one.path: one for one in found if one.contract is contract}
