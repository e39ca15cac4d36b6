"""Everything that exists on the stand-in: people, teams, tokens, repositories."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal

from tests.github.answers import Refusal, not_found
from tests.github.clock import Clock
from tests.github.state import App, Limits, Permission, Repository, Team, Token, User
from tests.github.store import Store, Who

GITHUB = Who("GitHub", "noreply@github.com")
GHOST = User(10137, "ghost")
WEB_FLOW = User(19864447, "web-flow")

Scopes = Mapping[str, Literal["read", "write"]]
WORKFLOW: Scopes = {
    "actions": "read",
    "checks": "write",
    "contents": "write",
    "issues": "write",
    "metadata": "read",
    "pages": "write",
    "pull_requests": "write",
    "security_events": "write",
    "statuses": "write",
}
"""What a workflow's token may do when a workflow narrows nothing; organisations are never in it."""


class World:
    def __init__(self, folder: Path, clock: Clock) -> None:
        self.folder = folder
        self.clock = clock
        self.api = ""
        self.uploads = ""
        self.git_host = ""
        self.web = "https://github.com"
        self.users: dict[str, User] = {}
        self.teams: list[Team] = []
        self.tokens: dict[str, Token] = {}
        self.repositories: list[Repository] = []
        self.moved: dict[str, int] = {}
        self.limits: dict[str, Limits] = {}
        self.sarif: list[dict[str, object]] = []
        self.dispatches: list[dict[str, object]] = []
        self._last = 1000
        for user in (GHOST, WEB_FLOW):
            self.users[user.login] = user
        owner = self.add_user("github", kind="Organization")
        self.actions = App(15368, "github-actions", owner)
        self.apps = [self.actions]
        self.add_user("github-actions[bot]", kind="Bot")

    def next_id(self) -> int:
        self._last += 1
        return self._last

    # People.

    def add_user(self, login: str, kind: Literal["User", "Bot", "Organization"] = "User") -> User:
        user = User(self.next_id(), login, kind)
        user.email = None if kind == "Organization" else f"{login}@example.com"
        self.users[login] = user
        return user

    def user(self, login: str) -> User:
        """Return a user. Raises the 404 of an unknown or deleted one."""
        for known, user in self.users.items():
            if known.lower() == login.lower() and not user.deleted:
                return user
        raise not_found()

    def by_email(self, email: str) -> User | None:
        """Return whom GitHub takes a commit's e-mail address for."""
        if email == GITHUB.email:
            return WEB_FLOW
        return next((u for u in self.users.values() if u.email == email and not u.deleted), None)

    def who(self, user: User) -> Who:
        """Return the name and address in the commits that a user makes on the site."""
        return Who(user.login, user.email or f"{user.id}+{user.login}@users.noreply.github.com")

    def add_team(self, organisation: User, slug: str, members: Iterable[str]) -> Team:
        team = Team(self.next_id(), slug, organisation, dict.fromkeys(members, "member"))
        self.teams.append(team)
        return team

    def team(self, organisation: str, slug: str) -> Team:
        """Return a team. Raises a 404."""
        for team in self.teams:
            if team.organisation.login == organisation and team.slug == slug:
                return team
        raise not_found()

    def is_member(self, organisation: User, user: User) -> bool:
        return any(user.login in t.members for t in self.teams if t.organisation is organisation)

    def add_token(self, token: Token) -> Token:
        self.tokens[token.value] = token
        return token

    # Repositories.

    def add_repository(
        self, owner: User, name: str, parent: Repository | None = None
    ) -> Repository:
        number = self.next_id()
        like = parent.store if parent else None
        store = Store(self.folder / f"{number}.git", like=like)
        made = Repository(
            id=number, owner=owner, name=name, store=store, created=self.clock.tick(), parent=parent
        )
        self.repositories.append(made)
        return made

    def repository(self, owner: str, name: str) -> Repository:
        """Return a repository by its present name. Raises a 404, or a redirect from an old name."""
        full = f"{owner}/{name}".lower()
        for repository in self.repositories:
            if repository.full_name.lower() == full:
                return repository
        if full in self.moved:
            raise Moved(self.moved[full])
        raise not_found()

    def repository_by_id(self, number: int) -> Repository:
        for repository in self.repositories:
            if repository.id == number:
                return repository
        raise not_found()

    def rename(self, repository: Repository, name: str) -> None:
        """Give a repository another name; the old one redirects from now on."""
        self.moved[repository.full_name.lower()] = repository.id
        repository.name = name

    def permission(self, repository: Repository, user: User) -> Permission:
        """Return the most that a user may do, by whichever way."""
        if user is repository.owner:
            return Permission.ADMIN
        found = [Permission.NONE if repository.private else Permission.READ]
        found.append(repository.collaborators.get(user.login, Permission.NONE))
        found += [
            repository.teams[team.slug]
            for team in self.teams
            if team.organisation is repository.owner
            and team.slug in repository.teams
            and user.login in team.members
        ]
        return max(found)

    def is_collaborator(self, repository: Repository, user: User) -> bool:
        """Tell whether GitHub would accept the user as a reviewer: by name or by a team."""
        if user is repository.owner or user.login in repository.collaborators:
            return True
        return any(
            team.slug in repository.teams and user.login in team.members
            for team in self.teams
            if team.organisation is repository.owner
        )


class Moved(Exception):  # noqa: N818 - an answer, not an error of ours
    """The name is an old one of the repository with this id."""

    def __init__(self, repository: int) -> None:
        super().__init__(str(repository))
        self.repository = repository


def check_reference(name: str) -> None:
    """Refuse what Git would not take as a full reference, as GitHub words it."""
    parts = name.split("/")
    bad = (
        len(parts) < 3
        or parts[0] != "refs"
        or any(not p or p.startswith(".") or p.endswith((".lock", ".")) for p in parts)
        or ".." in name
        or "@{" in name
        or any(c in " ~^:?*[\\\x7f" or c < " " for c in name)
    )
    if bad:
        raise Refusal(422, f"{name} is not a valid ref name.")
