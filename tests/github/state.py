"""What a GitHub keeps, beside Git itself: plain values that the deeds change."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Literal

from tests.github.store import Store


class Permission(IntEnum):
    """What a person may do in a repository; the larger includes the smaller."""

    NONE = 0
    READ = 1
    TRIAGE = 2
    WRITE = 3
    MAINTAIN = 4
    ADMIN = 5


@dataclass(slots=True, eq=False)
class User:
    """A person, a bot or an organisation. A deleted one is shown as null where it stood."""

    id: int
    login: str
    kind: Literal["User", "Bot", "Organization"] = "User"
    email: str | None = None
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class App:
    """A GitHub App; a check run belongs to the one that made it."""

    id: int
    slug: str
    owner: User


class TokenKind(StrEnum):
    """Which sort of token a caller holds."""

    ACTIONS = "GITHUB_TOKEN"
    FORK = "GITHUB_TOKEN of a run for a fork"
    APP = "installation of an App"
    PERSON = "personal access token"


@dataclass(frozen=True, slots=True)
class Token:
    """A token; `scopes` names what an App's or a workflow's token may read or write."""

    value: str
    kind: TokenKind
    user: User
    app: App | None
    scopes: dict[str, Literal["read", "write"]]


@dataclass(slots=True)
class Limits:
    """`reset` is in real seconds, since clients compare it with their own clock."""

    limit: int
    remaining: int
    reset: int

    def headers(self) -> dict[str, str]:
        return {
            "X-RateLimit-Limit": str(self.limit),
            "X-RateLimit-Remaining": str(self.remaining),
            "X-RateLimit-Reset": str(self.reset),
            "X-RateLimit-Used": str(self.limit - self.remaining),
            "X-RateLimit-Resource": "core",
        }


@dataclass(slots=True, eq=False)
class Team:
    """A team of an organisation; its members by login."""

    id: int
    slug: str
    organisation: User
    members: dict[str, Literal["member", "maintainer"]]
    secret: bool = False


@dataclass(slots=True, eq=False)
class Label:
    id: int
    name: str
    color: str = "ededed"
    description: str | None = None


@dataclass(slots=True, eq=False)
class Comment:
    id: int
    author: User
    body: str
    created: datetime
    updated: datetime
    app: App | None = None


@dataclass(slots=True, eq=False, kw_only=True)
class Issue:
    id: int
    number: int
    title: str
    body: str | None
    author: User
    created: datetime
    updated: datetime
    state: Literal["open", "closed"] = "open"
    reason: str | None = None
    closed: datetime | None = None
    locked: bool = False
    labels: list[Label] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    assignees: list[User] = field(default_factory=list)


@dataclass(slots=True, eq=False, kw_only=True)
class ReviewComment:
    """A comment on a line of the difference."""

    id: int
    author: User
    body: str
    path: str
    line: int | None
    start_line: int | None
    side: str
    commit: str
    hunk: str
    created: datetime
    updated: datetime
    review: int
    reply_to: int | None = None


@dataclass(slots=True, eq=False, kw_only=True)
class Review:
    id: int
    author: User
    state: Literal["PENDING", "COMMENTED", "APPROVED", "CHANGES_REQUESTED", "DISMISSED"]
    body: str
    commit: str
    submitted: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request for a review, or one that was taken back; of a person or of a team."""

    id: int
    event: Literal["review_requested", "review_request_removed"]
    actor: User
    whom: User | Team
    created: datetime


@dataclass(slots=True, eq=False, kw_only=True)
class Pull(Issue):
    """A pull request, which is an issue too. `head_repo` is None once the fork is gone."""

    head_repo: Repository | None
    head_owner: User
    head_ref: str
    head_sha: str
    base_ref: str
    base_sha: str
    draft: bool = False
    merged: datetime | None = None
    merged_by: User | None = None
    merge_sha: str | None = None
    reviews: list[Review] = field(default_factory=list)
    review_comments: list[ReviewComment] = field(default_factory=list)
    asked: list[User] = field(default_factory=list)
    asked_teams: list[Team] = field(default_factory=list)
    events: list[Asked] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    path: str
    start_line: int
    end_line: int
    level: str
    message: str
    title: str | None = None
    raw_details: str | None = None
    start_column: int | None = None
    end_column: int | None = None


@dataclass(slots=True, eq=False, kw_only=True)
class CheckRun:
    id: int
    name: str
    sha: str
    app: App
    status: str = "queued"
    conclusion: str | None = None
    title: str | None = None
    summary: str | None = None
    text: str | None = None
    external_id: str = ""
    details_url: str | None = None
    started: datetime | None = None
    completed: datetime | None = None
    annotations: list[Annotation] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    id: int
    sha: str
    context: str
    state: str
    description: str | None
    target_url: str | None
    creator: User
    created: datetime


@dataclass(slots=True, eq=False, kw_only=True)
class Asset:
    id: int
    name: str
    content_type: str
    content: bytes
    label: str | None
    uploader: User
    created: datetime
    updated: datetime


@dataclass(slots=True, eq=False, kw_only=True)
class Release:
    id: int
    tag: str
    target: str
    name: str | None
    body: str | None
    draft: bool
    prerelease: bool
    author: User
    created: datetime
    published: datetime | None
    immutable: bool = False
    assets: list[Asset] = field(default_factory=list)


@dataclass(slots=True, eq=False, kw_only=True)
class Repository:
    """A repository: what is not in `store`, its bare Git repository."""

    id: int
    owner: User
    name: str
    store: Store
    created: datetime
    parent: Repository | None = None
    private: bool = False
    collaborators: dict[str, Permission] = field(default_factory=dict)
    teams: dict[str, Permission] = field(default_factory=dict)
    issues: dict[int, Issue] = field(default_factory=dict)
    labels: list[Label] = field(default_factory=list)
    checks: list[CheckRun] = field(default_factory=list)
    statuses: list[Status] = field(default_factory=list)
    releases: list[Release] = field(default_factory=list)
    protected: dict[str, tuple[str, ...]] = field(default_factory=dict)
    immutable_releases: bool = False
    protected_tags: list[str] = field(default_factory=list)

    @property
    def full_name(self) -> str:
        return f"{self.owner.login}/{self.name}"

    @property
    def default_branch(self) -> str:
        return self.store.default_branch

    def pulls(self) -> list[Pull]:
        """Return the pull requests, the oldest first."""
        return [issue for issue in self.issues.values() if isinstance(issue, Pull)]
