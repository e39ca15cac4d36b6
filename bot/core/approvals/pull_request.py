"""A pull request as values: who made it, who reviewed it, what each review saw. All handed in.

There are no times in it: the order of pushes cannot be proven by dates. Logins compare without
regard to case, as on GitHub.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from bot.core.records import dataclass, field

MOST_FILES = 3000
"""GitHub lists no more files of a pull request."""
MOST_COMMITS = 250
"""GitHub lists no more commits of a pull request."""
WEB = "web-flow"
"""The committer of what is made on GitHub's pages; nobody can have this login."""


class Kind(StrEnum):
    """What an account is."""

    USER = "user"
    BOT = "bot"


class ReviewState(StrEnum):
    """What a review says now (GitHub REST API, `pulls/reviews`, `state`)."""

    APPROVED = "APPROVED"
    CHANGES_REQUESTED = "CHANGES_REQUESTED"
    COMMENTED = "COMMENTED"
    DISMISSED = "DISMISSED"


@dataclass(frozen=True, slots=True)
class Blobs:
    """A file's content by its blob ids: at the merge base, and at the head; None: not there."""

    base: str | None
    head: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One review. `order` counts the reviews of the pull request, the first one lowest.

    `commit` is the head that was reviewed. `seen` has what the files were there and at its merge
    base; None where nobody knows any more, a file that is missing in it is unknown too.
    """

    id: int
    login: str
    state: ReviewState
    commit: str
    order: int
    kind: Kind = Kind.USER
    seen: Mapping[str, Blobs] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Commit:
    """A commit of the pull request: every one, not only those along first parents.

    `author` and `committer` are logins, None where GitHub knows no account for the e-mail address.
    `verified`: GitHub confirms its signature. `paths`: the files that differ from the first parent,
    None where unknown.
    """

    id: str
    author: str | None
    committer: str | None
    parents: tuple[str, ...] = ()
    verified: bool = False
    paths: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Status:
    """One run of a status or check on the head, and how it ended."""

    name: str
    conclusion: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Teams:
    """Who is in which team, by name in lower case, without `@`.

    A team that is neither in `members` nor in `missing` is unknown. `missing`: there is no such
    team, or it may not write, so that GitHub ignores it as an owner.
    """

    members: Mapping[str, frozenset[str]] = field(default_factory=dict)
    missing: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Collaborators:
    """Whom a review can be requested of: logins and teams in lower case, with direct access.

    `inherited`: who may do everything, as an owner of the organisation, and works with others.
    """

    people: frozenset[str] = frozenset()
    teams: frozenset[str] = frozenset()
    inherited: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Counts:
    """How many files and commits the host says that there are, listed or not."""

    files: int = 0
    commits: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PullRequest:
    """A pull request and its reviews. Commits are in the order of the host, the oldest first.

    `head_owner` is who owns the repository that the head is in, `owner` who owns the base's. None
    for `author` or `head_owner`: the account is gone. `collaborators` None: unknown. `requested`:
    logins and teams that are asked already.
    """

    number: int
    author: str | None
    base: str
    head: str
    owner: str = ""
    head_owner: str | None = ""
    head_branch: str = ""
    draft: bool = False
    labels: frozenset[str] = frozenset()
    statuses: tuple[Status, ...] = ()
    commits: tuple[Commit, ...] = ()
    reviews: tuple[Review, ...] = ()
    teams: Teams = field(default_factory=Teams)
    collaborators: Collaborators | None = None
    requested: frozenset[str] = frozenset()
    counts: Counts | None = None

    @property
    def head_name(self) -> str:
        """The head branch; that of a fork is `owner:branch`, so that it passes for no other."""
        if self.head_owner is not None and same(self.head_owner, self.owner):
            return self.head_branch
        return f"{self.head_owner or ''}:{self.head_branch}"


def same(first: str, second: str) -> bool:
    """Tell whether two logins are one."""
    return first.lower() == second.lower()


def is_bot(login: str, kind: Kind = Kind.USER) -> bool:
    """Tell whether an account is an app's: GitHub lets no person's login end in `[bot]`."""
    return kind is Kind.BOT or login.lower().endswith("[bot]")


def succeeded(pull_request: PullRequest, name: str) -> bool:
    """Tell whether a status is there and every run of it succeeded."""
    runs = [status.conclusion for status in pull_request.statuses if status.name == name]
    return bool(runs) and all(conclusion == "success" for conclusion in runs)
