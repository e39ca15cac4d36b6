"""Reads a pull request: who made it, who reviewed it, and what those reviews said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.adapters.github.answers import Json, count, entries, entry, identity, login, sha, text
from bot.adapters.github.client import Client
from bot.adapters.github.refusals import ForbiddenError, MissingError
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
        return sha(self._raw(number).get("head"))

    def read(self, number: int) -> PullRequest:
        """Return a pull request with its commits and reviews. Teams are left for `teams`."""
        raw = self._raw(number)
        head = entry(raw.get("head"))
        base = entry(raw.get("base"))
        head_repository = entry(head.get("repo"))
        return PullRequest(
            number=number,
            author=login(raw.get("user")),
            base=sha(base),
            head=sha(head),
            owner=self._client.owner,
            head_owner=login(head_repository.get("owner")) if head_repository else None,
            head_branch=text(head.get("ref")),
            draft=bool(raw.get("draft")),
            labels=frozenset(text(label.get("name")) for label in entries(raw.get("labels"))),
            commits=tuple(self._commits(number)),
            reviews=tuple(self._reviews(number)),
            requested=frozenset(self._requested(raw)),
            counts=Counts(files=count(raw.get("changed_files")), commits=count(raw.get("commits"))),
        )

    def base_branch(self, number: int) -> str:
        """Return the name of the branch that the pull request goes to, as it was last read."""
        if number not in self._branches:
            self._raw(number)
        return self._branches[number]

    def merged_by(self, commit: str) -> int | None:
        """Return the number of the pull request that brought a commit to its branch, if any did."""
        for raw in self._client.every(self._client.path(f"commits/{commit}/pulls")):
            if raw.get("merged_at"):
                return identity(raw, "number")
        return None

    def _raw(self, number: int) -> Json:
        found = self._client.get(self._client.path(f"pulls/{number}"))
        base = entry(found.get("base"))
        self._client.moved_to(text(entry(base.get("repo")).get("full_name")))
        self._branches[number] = text(base.get("ref"))
        return found

    def _commits(self, number: int) -> Iterator[Commit]:
        for raw in self._client.every(self._client.path(f"pulls/{number}/commits")):
            verification = entry(entry(raw.get("commit")).get("verification"))
            yield Commit(
                id=sha(raw),
                author=login(raw.get("author")),
                committer=login(raw.get("committer")),
                parents=tuple(sha(parent) for parent in entries(raw.get("parents"))),
                verified=verification.get("verified") is True,
            )

    def _reviews(self, number: int) -> Iterator[Review]:
        # GitHub lists reviews in the order in which they were submitted.
        found = self._client.every(self._client.path(f"pulls/{number}/reviews"))
        for order, raw in enumerate(found):
            state = _STATES.get(text(raw.get("state")))
            author = login(raw.get("user"))
            if state is None or author is None:
                continue
            yield Review(
                id=count(raw.get("id")),
                login=author,
                state=state,
                commit=text(raw.get("commit_id")),
                order=order,
                kind=_kind(raw.get("user")),
            )

    def _requested(self, raw: Json) -> Iterator[str]:
        for user in entries(raw.get("requested_reviewers")):
            yield text(user.get("login")).lower()
        owner = self._client.owner
        for team in entries(raw.get("requested_teams")):
            yield f"{owner}/{text(team.get('slug'))}".lower()

    def statuses(self, commit: str) -> tuple[Status, ...]:
        """Return the runs of checks and the statuses on a commit, and how each ended."""
        path = self._client.path(f"commits/{commit}")
        runs = self._client.every(f"{path}/check-runs", key="check_runs")
        found = [
            Status(text(run.get("name")), text(run.get("conclusion")) or text(run.get("status")))
            for run in runs
        ]
        combined = entry(self._client.get(f"{path}/status"))
        return (
            *found,
            *(
                Status(text(status.get("context")), text(status.get("state")))
                for status in entries(combined.get("statuses"))
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
                members[name.lower()] = frozenset(text(user.get("login")).lower() for user in found)
        return Teams(members=members, missing=frozenset(missing))

    def collaborators(self) -> Collaborators | None:
        """Return whom a review can be requested of; None where the token may not know.

        No teams where it may not list them: then it may not ask them either.
        """
        owner = self._client.owner
        asking = self._members or self._client
        teams: list[Json] = []
        try:
            people = list(asking.every(asking.path("collaborators"), {"affiliation": "all"}))
            if self._members is not None:
                teams = list(asking.every(asking.path("teams")))
        except (ForbiddenError, MissingError):
            return None
        return Collaborators(
            people=frozenset(text(user.get("login")).lower() for user in people),
            teams=frozenset(f"{owner}/{text(team.get('slug'))}".lower() for team in teams),
        )

    def taken_back(self, number: int) -> frozenset[str]:
        """Return the logins and teams that were asked for a review until somebody took that back.

        Nobody where the token may not know: asking once more than wanted is better than never.
        """
        found: set[str] = set()
        try:
            for raw in self._client.every(self._client.path(f"issues/{number}/events")):
                slug = text(entry(raw.get("requested_team")).get("slug"))
                person = login(raw.get("requested_reviewer")) or ""
                who = f"{self._client.owner}/{slug}" if slug else person
                if raw.get("event") == "review_requested":
                    found.discard(who.lower())
                elif raw.get("event") == "review_request_removed":
                    found.add(who.lower())
        except (ForbiddenError, MissingError):
            return frozenset()
        return frozenset(found)

    def found_by_head(self, owner: str, branch: str, head: str) -> int | None:
        """Return the number of the open pull request with this head, None where there is none.

        By owner, branch and commit: what a fork's run says of itself is only a hint.
        """
        asked = {"state": "open", "head": f"{owner}:{branch}"}
        for raw in self._client.every(self._client.path("pulls"), asked):
            if sha(raw.get("head")) == head:
                return identity(raw, "number")
        return None

    def open_numbers(self) -> tuple[int, ...]:
        """Return the numbers of all open pull requests."""
        found = self._client.every(self._client.path("pulls"), {"state": "open"})
        return tuple(identity(raw, "number") for raw in found)


def _kind(user: object) -> Kind:
    bot = entry(user).get("type") == "Bot"
    return Kind.BOT if bot else Kind.USER
