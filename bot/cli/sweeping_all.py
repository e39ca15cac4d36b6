"""Wires the sweep: what is on the default branch today, the issues about it, and the webhook."""

from __future__ import annotations

from bot.adapters.clock import now
from bot.adapters.git.fetching import Fetching, place
from bot.adapters.registry import GitHistory, GitTree, Places
from bot.adapters.sights import codeowners_at
from bot.app.endings import calendar
from bot.app.waiving import read_all
from bot.cli.shelving import shelves
from bot.cli.workspace import Workspace
from bot.core.contract.model import Contract
from bot.core.deprecation.calendar import Notice
from bot.core.errors import StewardError
from bot.core.lineage.remaining import Remaining
from bot.core.policy.settings import Settings
from bot.core.review import Judging
from bot.hosted.sweeping import Item, There, items


class Sweeping:
    """Looks at the default branch as it is on the host."""

    def __init__(self, workspace: Workspace, fetching: Fetching) -> None:
        self._workspace = workspace
        self._fetching = fetching

    def items(self, branch: str) -> tuple[Item, ...]:
        """Return what has to be looked after. Raises E303 on a shallow clone."""
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
