"""Wires what approvals are asked with: the changed files, CODEOWNERS, and the reviews."""

from __future__ import annotations

from pathlib import Path

from bot.adapters.files import read_file
from bot.adapters.git import Repository
from bot.adapters.registry import Places
from bot.adapters.reviews_file import LARGEST, read_reviews
from bot.adapters.sights import Sights, changed_files, codeowners_at, proposed_owners
from bot.app.asking import Asking
from bot.core.approvals.pull_request import PullRequest
from bot.core.policy.settings import Settings
from bot.core.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the user says: the branch that the base is of, the reviews, whether it is exact."""

    branch: str
    reviews: Path | None = None
    exact: bool = False


def asking(repository: Repository, span: tuple[str, str], policy: Settings, asked: Asked) -> Asking:
    """Return how approvals are asked for between a base and a head.

    Who owns what is read at the tip of the branch, as the policy is.

    Raises StewardError where the file of reviews is wrong, before anything is judged.
    """
    base, head = span
    places = None if _asks_for_files(policy) else Places(policy.contracts).around
    files = changed_files(repository, base, head, places)
    owners = codeowners_at(repository, asked.branch)
    proposed = proposed_owners(repository, head, files)
    if asked.reviews is None:
        return Asking(files=files, codeowners=owners, proposed=proposed)
    told = read_reviews(read_file(asked.reviews, limit=LARGEST + 1), str(asked.reviews))
    sights = Sights(repository, asked.branch, exact=asked.exact)

    def pull_request(paths: frozenset[str]) -> PullRequest:
        return sights.completed(told, head, paths)

    return Asking(files=files, codeowners=owners, proposed=proposed, pull_request=pull_request)


def _asks_for_files(policy: Settings) -> bool:
    """Tell whether a rule of approvals asks for files that need not be contracts."""
    conditions = [rule.when for rule in policy.approvals.rules]
    return any(when.changed_files or when.no_changed_files for when in conditions)
