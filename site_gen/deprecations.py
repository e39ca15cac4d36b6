"""What is deprecated, since when, and the first day on which each may go: as Git proves it.

Days count from the commit that the portal is made at, never from today, so that one commit always
gives one portal.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.adapters.git import Repository
from bot.adapters.registry import GitHistory, GitTree
from bot.core.contract.model import Contract
from bot.core.deprecation.calendar import Notice, in_order, notices
from bot.core.deprecation.clock import Clock
from bot.core.deprecation.timeline import proven_days
from bot.core.policy.window import Window
from site_gen.catalogue import Catalogue, Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """An element that is deprecated, with its contract, its clock and the policy's window."""

    entry: Entry
    contract: Contract
    notice: Notice

    @property
    def path(self) -> str:
        """The element's path; "" is the contract itself."""
        return self.notice.clock.path

    @property
    def clock(self) -> Clock:
        """Since when it is deprecated, and what was declared about its end."""
        return self.notice.clock

    @property
    def window(self) -> Window:
        """What the policy asks for it."""
        return self.notice.window

    @property
    def day(self) -> date:
        """The first day on which the element may go, or a later one that was declared."""
        return self.notice.first_day


def endings(repository: Repository, catalogue: Catalogue) -> tuple[Ending, ...]:
    """Return everything deprecated at the newest commit, the first to go first."""
    today = catalogue.time.date()
    line = GitTree(repository, catalogue.commit, catalogue.places, catalogue.commit)
    history = GitHistory(repository, catalogue.places)
    dated = tuple(history.deprecated(line))
    days = proven_days(history.commits(line), today) if dated else {}
    found = notices(dated, catalogue.judging.window, days, today, catalogue.majors)
    by_file = {
        document.file: (entry, document)
        for entry in catalogue.entries
        if not entry.gone
        for document in entry.heads
    }
    return tuple(
        Ending(entry=by_file[one.file][0], contract=by_file[one.file][1], notice=one)
        for one in in_order(tuple(found))
        if one.file in by_file
    )


def by_contract(found: Sequence[Ending]) -> Mapping[str, tuple[Ending, ...]]:
    """Return the endings of each contract id, in their order."""
    told: defaultdict[str, list[Ending]] = defaultdict(list)
    for one in found:
        told[one.entry.id].append(one)
    return {name: tuple(those) for name, those in told.items()}


def of_document(found: Sequence[Ending], document: Contract) -> dict[str, Ending]:
    """Return the endings in one document, by path; `found` has those of its contract."""
    place = (document.file, document.version)
    return {one.path: one for one in found if (one.contract.file, one.contract.version) == place}
