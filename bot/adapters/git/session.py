"""An opened repository: everything that needs pygit2, put together once."""

from __future__ import annotations

from pathlib import Path

from bot.adapters.git.contents import Contents
from bot.adapters.git.histories import Histories
from bot.adapters.git.objects import ObjectStore
from bot.adapters.git.opening import common_folder, open_repository
from bot.adapters.git.references import References
from bot.adapters.git.revisions import Revisions


class Session:
    """The parts of one opened repository."""

    def __init__(self, start: Path) -> None:
        repo = open_repository(start)
        self.top = Path(repo.workdir) if repo.workdir else None
        self.folder = common_folder(repo)
        self.store = ObjectStore(repo)
        self.references = References(repo)
        self.revisions = Revisions(self.store)
        self.contents = Contents(self.store, self.revisions)
        self.histories = Histories(self.store, self.revisions)
