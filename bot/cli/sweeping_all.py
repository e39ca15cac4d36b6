"""Wires the sweep: what is on the default branch today, its issues, the webhook, open changes."""

from __future__ import annotations

from collections.abc import Callable

from bot.adapters.clock import now
from bot.adapters.git.fetching import Fetching, place
from bot.adapters.registry import GitHistory, GitTree, Places
from bot.adapters.sights import codeowners_at
from bot.adapters.webhook import tell
from bot.app.endings import calendar
from bot.app.waiving import read_all
from bot.cli.shelving import shelves
from bot.cli.workspace import Workspace
from bot.core.contract.model import Contract
from bot.core.deprecation.calendar import Notice
from bot.core.errors import Fault, StewardError
from bot.core.lineage.remaining import Remaining
from bot.core.policy.settings import Settings
from bot.core.records import dataclass
from bot.core.review import Judging
from bot.hosted.rejudging import Again, judge_again
from bot.hosted.sweeping import Item, There, issues, items, news
from bot.hosting import Host


@dataclass(frozen=True, slots=True, kw_only=True)
class Swept:
    """What has to be looked after, how open pull requests fared, and what could not be done."""

    items: tuple[Item, ...]
    again: Again
    faults: tuple[Fault, ...]


class Sweeping:
    """Looks at the default branch as it is on the host. `webhook` empty: nobody else is told."""

    def __init__(
        self, workspace: Workspace, fetching: Fetching, host: Host, webhook: str = ""
    ) -> None:
        self._workspace = workspace
        self._fetching = fetching
        self._host = host
        self._webhook = webhook

    def sweep(self, branch: str, judge: Callable[[int], object]) -> Swept:
        """Look after everything, and judge open pull requests again; one never hides another.

        Raises E303 on a shallow clone.
        """
        found = self._items(branch)
        today = now().date()
        told = news(found, today)
        faults = list(_fails(lambda: self._host.issues(issues(found))))
        if told and self._webhook:
            faults += _fails(lambda: tell(self._webhook, told))
        again = judge_again(self._host, judge, today)
        return Swept(items=found, again=again, faults=(*faults, *again.faults))

    def _items(self, branch: str) -> tuple[Item, ...]:
        self._fetching.fetch({f"refs/heads/{branch}": "base"})
        workspace = self._workspace
        tip = workspace.repository.resolve(place("base")).id
        settings = workspace.settings(tip)
        places = workspace.places(settings)
        tree = GitTree(workspace.repository, tip, places, branch)
        waivers = read_all(tree, tree.waivers(), workspace.read_waivers)
        there = There(
            contracts=self._contracts(tree),
            notices=self._notices(tree, settings, places),
            waivers=waivers.told,
            settings=settings,
            codeowners=codeowners_at(workspace.repository, tip),
        )
        return items(there, now().date())

    def _notices(self, tree: GitTree, settings: Settings, places: Places) -> tuple[Notice, ...]:
        workspace = self._workspace
        shelf = shelves(workspace.repository, None, cached=True)
        return calendar(
            GitHistory(workspace.repository, places),
            tree,
            now().date(),
            Judging(rules=(), settings=settings),
            lambda files: Remaining(shelf(tree), files),
        )

    def _contracts(self, tree: GitTree) -> tuple[Contract, ...]:
        found = []
        for file in tree.files():
            try:
                document = self._workspace.read(tree.read(file), file.path)
            except StewardError:
                continue  # reviews tell of it
            if isinstance(document, Contract):
                found.append(document)
        return tuple(found)


def _fails(deed: Callable[[], None]) -> tuple[Fault, ...]:
    """Do something and return what went wrong."""
    try:
        deed()
    except StewardError as error:
        return error.faults
    return ()
