"""What `steward init` is to write: one value that flags or answers make, and the files of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot.adapters.first_files import Beginning, contract_file, first_files, folder_of
from bot.adapters.site_settings import portal_files
from bot.adapters.surroundings import Surroundings
from bot.core.records import dataclass

WORKFLOW = ".github/workflows/contracts.yml"
"""The workflow that runs the action; with it there, there are workflows."""
TEMPLATES = ("event", "table", "reference")

There = Callable[[str], bool]
"""Tells whether something is at a path already, which is then kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a repository is to begin with.

    `template` is what the first contract is made from; None for no contract. `portal` False leaves
    the site alone.
    """

    beginning: Beginning
    template: str | None
    domain: str
    name: str
    portal: bool

    @property
    def contract(self) -> tuple[str, str] | None:
        """The path and the text of the first contract. Raises StewardError for a bad name."""
        if self.template is None:
            return None
        folder = folder_of(self.beginning.places)
        return contract_file(self.template, self.domain, self.name, folder)


def files_of(plan: Plan, found: Surroundings) -> Iterator[tuple[str, str]]:
    """Yield (path, text) of each file; whether it is there already is for the caller to see.

    Raises StewardError where a name or the action cannot be written.
    """
    contract = plan.contract
    yield from first_files(plan.beginning)
    if contract is not None:
        yield contract
    if plan.portal and found.site is None:
        yield from portal_files()
