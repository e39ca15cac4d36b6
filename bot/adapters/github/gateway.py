"""The door to GitHub: what `bot.hosting.Host` asks for, brought about through its REST API."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from bot.adapters.github.answers import text
from bot.adapters.github.asking import Asking
from bot.adapters.github.checks import Checks
from bot.adapters.github.client import Client
from bot.adapters.github.comments import Comments
from bot.adapters.github.issues import Issues
from bot.adapters.github.pull_requests import PullRequests
from bot.adapters.github.refusals import ForbiddenError, MissingError
from bot.adapters.github.releases import Releases
from bot.core.approvals.pull_request import Collaborators, PullRequest, Status, Teams
from bot.hosting import Check, Comment, Issue, Release, Suggestion

WORKFLOW_LOGIN = "github-actions[bot]"
"""Who writes with the token of a workflow; GitHub does not tell such a token its own name."""


class Gateway:
    """One repository on GitHub. `members` reads the teams of the organisation, where it may.

    `login` is the name that we write under, where it is known; else GitHub is asked, and the
    token of a workflow is taken to be one.
    """

    def __init__(
        self, client: Client, members: Client | None = None, login: str | None = None
    ) -> None:
        self._client = client
        self._members = members
        self._login = login
        self._pulls = PullRequests(client, members)

    @cached_property
    def own(self) -> str:
        """The login that we write under."""
        if self._login:
            return self._login
        try:
            found = self._client.get("/user")
        except (ForbiddenError, MissingError):
            return WORKFLOW_LOGIN
        return text(found.get("login")) or WORKFLOW_LOGIN

    @property
    def calls(self) -> int:
        """How many calls were made."""
        return self._client.calls + (self._members.calls if self._members else 0)

    def pull_request(self, number: int) -> PullRequest:
        """Return a pull request with commits and reviews; its teams are still unknown."""
        return self._pulls.read(number)

    def head(self, number: int) -> str:
        """Return the commit that the head of a pull request is now."""
        return self._pulls.head(number)

    def default_branch(self) -> str:
        """Return the default branch of the repository."""
        found = self._client.get(f"/repos/{self._client.repository}")
        return text(found.get("default_branch")) or "main"

    def base_branch(self, number: int) -> str:
        """Return the branch that a pull request goes to."""
        return self._pulls.base_branch(number)

    def merged_by(self, commit: str) -> int | None:
        """Return the pull request that brought a commit to its branch, if any did."""
        return self._pulls.merged_by(commit)

    def found_by_head(self, owner: str, branch: str, head: str) -> int | None:
        """Return the number of the open pull request with this head, None where there is none."""
        return self._pulls.found_by_head(owner, branch, head)

    def open_numbers(self) -> tuple[int, ...]:
        """Return the numbers of all open pull requests."""
        return self._pulls.open_numbers()

    def calls_left(self) -> int | None:
        """Return how many calls the token has left for this hour; None where it has no limit."""
        return self._client.left

    def teams(self, names: Iterable[str]) -> Teams:
        """Return who is in these teams, as far as the token may know."""
        return self._pulls.teams(names)

    def collaborators(self) -> Collaborators | None:
        """Return whom a review can be requested of; None where that cannot be known."""
        return self._pulls.collaborators()

    def taken_back(self, number: int) -> frozenset[str]:
        """Return who was asked for a review until somebody took that back, in small letters."""
        return self._pulls.taken_back(number)

    def statuses(self, commit: str) -> tuple[Status, ...]:
        """Return the checks and statuses on a commit."""
        return self._pulls.statuses(commit)

    def comment(self, comment: Comment) -> int | None:
        """Bring the one comment up to date and return its id."""
        return Comments(self._client, self.own).bring(comment)

    def check(self, check: Check) -> None:
        """Bring the check on a commit up to date."""
        Checks(self._client).bring(check)

    def label(self, number: int, there: Iterable[str], wanted: Iterable[str]) -> None:
        """Set our own labels and take those of them away that are not wanted."""
        Asking(self._client, self.own).label(number, there, wanted)

    def request(self, number: int, people: Iterable[str], teams: Iterable[str]) -> tuple[str, ...]:
        """Ask for reviews, one by one, and return those whom GitHub does not accept."""
        return Asking(self._members or self._client, self.own).request(number, people, teams)

    def suggest(self, number: int, head: str, suggestions: Iterable[Suggestion]) -> None:
        """Offer changes of single lines, each once; take away those not wanted any more."""
        Asking(self._client, self.own).suggest(number, head, suggestions)

    def unpublished(self, tags: Sequence[str]) -> frozenset[str]:
        """Return those of these tags, the newest first, that have no published release yet."""
        return Releases(self._client).unpublished(tags)

    def release(self, release: Release) -> bool:
        """Make what is missing of a release; return whether anything was."""
        return Releases(self._client).bring(release)

    def issues(self, wanted: Iterable[Issue]) -> None:
        """Open, update and close our own issues."""
        Issues(self._client, self.own).bring(wanted)
