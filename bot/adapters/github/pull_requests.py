"""Reads a pull request: who made it, who reviewed it, and what those reviews said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from bot.adapters.github.client import Client, ForbiddenError, Json, MissingError
from bot.core.approvals.pull_request import (
    Collaborators,
    Commit,
    Counts,
    Kind,
    PullRequest,
    Review,
    ReviewState,
    Status,
    Teams,
)

_STATES = {state.value: state for state in ReviewState}


class PullRequests:
    """The pull requests of one repository, as values."""

    def __init__(self, client: Client, members: Client | None = None) -> None:
        self._client = client
        self._members = members
        self._branches: dict[int, str] = {}

    def head(self, number: int) -> str:
        """Return the commit that the pull request's head is now."""
        return _sha(self._raw(number).get("head"))

    def read(self, number: int) -> PullRequest:
        """Return a pull request with its commits and reviews. Teams are left for `teams`."""
        raw = self._raw(number)
        head = _object(raw.get("head"))
        base = _object(raw.get("base"))
        head_repository = _object(head.get("repo"))
        return PullRequest(
            number=number,
            author=_login(raw.get("user")),
            base=_sha(base),
            head=_sha(head),
            owner=self._client.repository.partition("/")[0],
            head_owner=_login(head_repository.get("owner")) if head_repository else None,
            head_branch=str(head.get("ref", "")),
            draft=bool(raw.get("draft")),
            labels=frozenset(str(label.get("name", "")) for label in _list(raw.get("labels"))),
            commits=tuple(self._commits(number)),
            reviews=tuple(self._reviews(number)),
            requested=frozenset(self._requested(raw)),
            counts=Counts(
                files=int(raw.get("changed_files") or 0), commits=int(raw.get("commits") or 0)
            ),
        )

    def base_branch(self, number: int) -> str:
        """Return the name of the branch that the pull request goes to, as it was last read."""
        if number not in self._branches:
            self._raw(number)
        return self._branches[number]

    def merged_by(self, commit: str) -> int | None:
        """Return the number of the pull request that brought a commit to its branch, if any did."""
        for raw in self._client.every(self._client.path(f"commits/{commit}/pulls")):
            if raw.get("merged_at") and isinstance(raw.get("number"), int):
                return int(raw["number"])
        return None

    def _raw(self, number: int) -> Json:
        found = _object(self._client.get(self._client.path(f"pulls/{number}")))
        self._branches[number] = str(_object(found.get("base")).get("ref", ""))
        return found

    def _commits(self, number: int) -> Iterator[Commit]:
        for raw in self._client.every(self._client.path(f"pulls/{number}/commits")):
            verification = _object(_object(raw.get("commit")).get("verification"))
            yield Commit(
                id=_sha(raw),
                author=_login(raw.get("author")),
                committer=_login(raw.get("committer")),
                parents=tuple(_sha(parent) for parent in _list(raw.get("parents"))),
                verified=verification.get("verified") is True,
            )

    def _reviews(self, number: int) -> Iterator[Review]:
        # GitHub lists reviews in the order in which they were submitted.
        found = self._client.every(self._client.path(f"pulls/{number}/reviews"))
        for order, raw in enumerate(found):
            state = _STATES.get(str(raw.get("state")))
            login = _login(raw.get("user"))
            if state is None or login is None:
                continue
            yield Review(
                id=int(raw.get("id") or 0),
                login=login,
                state=state,
                commit=str(raw.get("commit_id") or ""),
                order=order,
                kind=_kind(raw.get("user")),
            )

    def _requested(self, raw: Json) -> Iterator[str]:
        for user in _list(raw.get("requested_reviewers")):
            yield str(user.get("login", "")).lower()
        owner = self._client.repository.partition("/")[0]
        for team in _list(raw.get("requested_teams")):
            yield f"{owner}/{team.get('slug', '')}".lower()

    def statuses(self, commit: str) -> tuple[Status, ...]:
        """Return the runs of checks and the statuses on a commit, and how each ended."""
        path = self._client.path(f"commits/{commit}")
        runs = self._client.every(f"{path}/check-runs", key="check_runs")
        found = [
            Status(str(run.get("name", "")), str(run.get("conclusion") or run.get("status") or ""))
            for run in runs
        ]
        combined = _object(self._client.get(f"{path}/status"))
        return (
            *found,
            *(
                Status(str(status.get("context", "")), str(status.get("state", "")))
                for status in _list(combined.get("statuses"))
            ),
        )

    def teams(self, names: Iterable[str]) -> Teams:
        """Return who is in these teams, `owner/slug` each.

        Without a token that may read the organisation, every team stays unknown: GitHub answers
        404 both for a team that is not there and for one that it does not show.
        """
        members: dict[str, frozenset[str]] = {}
        missing: set[str] = set()
        if self._members is None:
            return Teams()
        for name in sorted(set(names)):
            organisation, slash, slug = name.partition("/")
            if not slash:
                continue
            try:
                found = list(self._members.every(f"/orgs/{organisation}/teams/{slug}/members"))
            except MissingError:
                missing.add(name.lower())
            except ForbiddenError:
                continue
            else:
                members[name.lower()] = frozenset(
                    str(user.get("login", "")).lower() for user in found
                )
        return Teams(members=members, missing=frozenset(missing))

    def collaborators(self) -> Collaborators | None:
        """Return whom a review can be requested of; None where the token may not know.

        No teams where it may not list them: then it may not ask them either.
        """
        owner = self._client.repository.partition("/")[0]
        asking = self._members or self._client
        teams: list[Json] = []
        try:
            people = list(asking.every(asking.path("collaborators"), {"affiliation": "all"}))
            if self._members is not None:
                teams = list(asking.every(asking.path("teams")))
        except (ForbiddenError, MissingError):
            return None
        return Collaborators(
            people=frozenset(str(user.get("login", "")).lower() for user in people),
            teams=frozenset(f"{owner}/{team.get('slug', '')}".lower() for team in teams),
        )

    def found_by_head(self, owner: str, branch: str, head: str) -> int | None:
        """Return the number of the open pull request with this head, None where there is none.

        By owner, branch and commit: what a fork's run says of itself is only a hint.
        """
        asked = {"state": "open", "head": f"{owner}:{branch}"}
        for raw in self._client.every(self._client.path("pulls"), asked):
            if _sha(raw.get("head")) == head:
                return int(raw["number"])
        return None

    def open_numbers(self) -> tuple[int, ...]:
        """Return the numbers of all open pull requests."""
        found = self._client.every(self._client.path("pulls"), {"state": "open"})
        return tuple(int(raw["number"]) for raw in found)


def _object(value: object) -> Json:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Json]:
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def _sha(value: object) -> str:
    return str(_object(value).get("sha", ""))


def _login(user: Any) -> str | None:  # noqa: ANN401  # JSON
    """Return the login; None for an account that is gone, which GitHub shows as null or a ghost."""
    login = _object(user).get("login")
    return None if login in (None, "", "ghost") else str(login)


def _kind(user: Any) -> Kind:  # noqa: ANN401  # JSON
    bot = _object(user).get("type") == "Bot"
    return Kind.BOT if bot else Kind.USER
