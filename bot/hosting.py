"""What a host of pull requests is asked to show, in our own words. Adapters bring it about.

Each of these is a state that is wanted, not a deed: bringing it about again changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Protocol

from bot.core.approvals.pull_request import Collaborators, PullRequest, Status, Teams
from bot.core.records import dataclass


class Conclusion(StrEnum):
    """How a check ends (GitHub REST API, `checks/create`, `conclusion`)."""

    SUCCESS = "success"
    FAILURE = "failure"
    ACTION_REQUIRED = "action_required"
    NEUTRAL = "neutral"


class Level(StrEnum):
    """How an annotation is shown."""

    NOTICE = "notice"
    WARNING = "warning"
    FAILURE = "failure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """A note on a line of a file at the head."""

    path: str
    line: int
    level: Level
    title: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A check on a commit. `summary` is Markdown."""

    name: str
    head: str
    conclusion: Conclusion
    title: str
    summary: str
    annotations: tuple[Annotation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A line of a file that a click may replace. `line` counts from 1, at the head."""

    path: str
    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """The one comment on a pull request. `run` grows with each run: the newest one wins.

    `body` None: nothing has to be said, so no comment is begun.
    """

    number: int
    head: str
    run: tuple[int, int]
    body: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A file beside a release."""

    name: str
    data: bytes
    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """A released version: an annotated tag of a commit, and its notes with files beside them."""

    tag: str
    commit: str
    message: str
    title: str
    notes: str
    preliminary: bool
    latest: bool
    assets: tuple[Asset, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """The one issue about a contract: open as long as `body` is not None."""

    key: str
    title: str
    body: str | None


class Host(Protocol):
    """A repository on a host. Every failure is a StewardError.

    What a token may not write is refused with the host's own word; whoever publishes goes on.
    """

    def pull_request(self, number: int) -> PullRequest:
        """Return a pull request with commits and reviews; its teams are still unknown."""
        ...

    def head(self, number: int) -> str:
        """Return the commit that the head of a pull request is now."""
        ...

    def base_branch(self, number: int) -> str:
        """Return the name of the branch that a pull request goes to."""
        ...

    def found_by_head(self, owner: str, branch: str, head: str) -> int | None:
        """Return the number of the open pull request with this head, None where there is none."""
        ...

    def merged_by(self, commit: str) -> int | None:
        """Return the pull request that brought a commit to its branch; None where none did."""
        ...

    def open_numbers(self) -> tuple[int, ...]:
        """Return the numbers of all open pull requests."""
        ...

    def calls_left(self) -> int | None:
        """Return how many calls are left for this hour; None where the host does not limit them."""
        ...

    def teams(self, names: Iterable[str]) -> Teams:
        """Return who is in these teams, as far as the token may know."""
        ...

    def collaborators(self) -> Collaborators | None:
        """Return whom a review can be requested of; None where that cannot be known."""
        ...

    def taken_back(self, number: int) -> frozenset[str]:
        """Return who was asked for a review until somebody took that back, in small letters."""
        ...

    def statuses(self, commit: str) -> tuple[Status, ...]:
        """Return the checks and statuses on a commit."""
        ...

    def comment(self, comment: Comment) -> int | None:
        """Bring the one comment up to date and return its id."""
        ...

    def check(self, check: Check) -> None:
        """Bring the check on a commit up to date."""
        ...

    def label(self, number: int, there: Iterable[str], wanted: Iterable[str]) -> None:
        """Set our own labels, `contracts: …`, and take those of them away that are not wanted."""
        ...

    def request(self, number: int, people: Iterable[str], teams: Iterable[str]) -> tuple[str, ...]:
        """Ask for reviews, one by one, and return those whom the host does not accept."""
        ...

    def suggest(self, number: int, head: str, suggestions: Iterable[Suggestion]) -> None:
        """Offer changes of single lines, each once; take away those not wanted any more."""
        ...

    def unpublished(self, tags: Sequence[str]) -> frozenset[str]:
        """Return those of these tags, the newest first, that have no published release yet."""
        ...

    def release(self, release: Release) -> bool:
        """Make what is missing of a release; return whether anything was."""
        ...

    def issues(self, wanted: Iterable[Issue]) -> None:
        """Open, update and close our own issues."""
        ...
