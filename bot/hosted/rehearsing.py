"""A host that is read, and to which nothing is written: what would be is told instead."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from bot.core.approvals.pull_request import Collaborators, PullRequest, Status, Teams
from bot.hosting import Check, Comment, Host, Issue, Release, Suggestion


class Rehearsal:
    """Stands before a host and tells every write, a line each."""

    def __init__(self, host: Host, tell: Callable[[str], None]) -> None:
        self._host = host
        self._tell = tell

    def pull_request(self, number: int) -> PullRequest:
        """Return a pull request."""
        return self._host.pull_request(number)

    def head(self, number: int) -> str:
        """Return the head of a pull request."""
        return self._host.head(number)

    def base_branch(self, number: int) -> str:
        """Return the branch that a pull request goes to."""
        return self._host.base_branch(number)

    def found_by_head(self, owner: str, branch: str, head: str) -> int | None:
        """Return the open pull request with this head."""
        return self._host.found_by_head(owner, branch, head)

    def merged_by(self, commit: str) -> int | None:
        """Return the pull request that brought a commit."""
        return self._host.merged_by(commit)

    def open_numbers(self) -> tuple[int, ...]:
        """Return the numbers of all open pull requests."""
        return self._host.open_numbers()

    def calls_left(self) -> int | None:
        """Return how many calls are left."""
        return self._host.calls_left()

    def teams(self, names: Iterable[str]) -> Teams:
        """Return who is in these teams."""
        return self._host.teams(names)

    def collaborators(self) -> Collaborators | None:
        """Return whom a review can be requested of."""
        return self._host.collaborators()

    def taken_back(self, number: int) -> frozenset[str]:
        """Return who is no longer asked for a review, since somebody took that back."""
        return self._host.taken_back(number)

    def statuses(self, commit: str) -> tuple[Status, ...]:
        """Return the checks and statuses on a commit."""
        return self._host.statuses(commit)

    def unpublished(self, tags: Sequence[str]) -> frozenset[str]:
        """Return those of these tags that have no published release yet."""
        return self._host.unpublished(tags)

    def comment(self, comment: Comment) -> int | None:
        """Tell the comment."""
        if comment.body is not None:
            self._tell(f"would keep a comment of {len(comment.body)} characters")
        return None

    def check(self, check: Check) -> None:
        """Tell the check."""
        self._tell(f"would set the check `{check.name}` to {check.conclusion}: {check.title}")

    def label(self, number: int, there: Iterable[str], wanted: Iterable[str]) -> None:
        """Tell the labels."""
        _ = (number, there)
        for name in sorted(wanted):
            self._tell(f"would set the label `{name}`")

    def request(self, number: int, people: Iterable[str], teams: Iterable[str]) -> tuple[str, ...]:
        """Tell whom would be asked."""
        _ = number
        for name in (*people, *teams):
            self._tell(f"would ask {name} for a review")
        return ()

    def suggest(self, number: int, head: str, suggestions: Iterable[Suggestion]) -> None:
        """Tell the suggestions."""
        _ = (number, head)
        for one in suggestions:
            self._tell(f"would suggest a change of {one.path}, line {one.line}")

    def release(self, release: Release) -> bool:
        """Tell the release."""
        self._tell(f"would release {release.tag} at {release.commit[:10]}")
        return True

    def issues(self, wanted: Iterable[Issue]) -> None:
        """Tell the issues."""
        for issue in wanted:
            if issue.body is not None:
                self._tell(f"would keep an issue: {issue.title}")
