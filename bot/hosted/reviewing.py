"""The use case of reviewing a pull request: read it, judge it, see that it stands, show it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Protocol, TypeVar

from bot.app.asking import Wanted
from bot.core.approvals.pull_request import PullRequest, Teams
from bot.core.errors import ErrorCode, StewardError
from bot.core.policy.settings import Settings
from bot.core.records import dataclass, replace
from bot.core.review import Review
from bot.hosted.publishing import Shown, check_name, not_judged, shown, to_ask
from bot.hosting import Comment, Host

_T = TypeVar("_T")
Complete = Callable[[PullRequest, Wanted], PullRequest]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """What is judged: a head against the tip of the branch that it goes to.

    `exact`: the base is the very commit that it is added to, as in a merge queue; else what counts
    is what the head did since it left the base.
    """

    base: str
    head: str
    exact: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A review, the policy it was judged by, and the pull request as far as it had to be known."""

    review: Review
    settings: Settings
    pull_request: PullRequest


class Source(Protocol):
    """The repository in which pull requests are judged. Raises StewardError."""

    def fetch(self, number: int, branch: str) -> Span:
        """Bring the head of a pull request and the branch it goes to; nothing is checked out."""
        ...

    def fetch_queued(self, base: str, head: str) -> Span:
        """Bring two commits of a merge queue."""
        ...

    def judge(
        self, span: Span, branch: str, pull_request: PullRequest, complete: Complete
    ) -> Judged:
        """Return the review, with what each approval saw."""
        ...

    def version_line(
        self, span: Span, paths: tuple[str, str], version: str
    ) -> tuple[int, str] | None:
        """Return the line of a file's version, and how it reads with another version.

        `paths` are where the file was and is. None where the host does not show that line.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How to show it: what is wanted, and which run shows it.

    `advisory`: what does not pass keeps nobody from merging.
    """

    run: tuple[int, int]
    default_branch: str
    comment: bool = True
    request: bool = True
    advisory: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of it. `refused` says what the token may not write; `stopped` why nothing was.

    `unasked` names those whom the host does not take as reviewers.
    """

    review: Review
    comment: int | None = None
    refused: tuple[str, ...] = ()
    stopped: str = ""
    unasked: tuple[str, ...] = ()

    @property
    def shown(self) -> bool:
        """Whether everything is shown on the host."""
        return not self.refused and not self.stopped


def review_pull_request(number: int, host: Host, source: Source, manner: Manner) -> Outcome:
    """Review a pull request and show it.

    Before anything is shown the head is read again: whatever was found about another head is kept
    back, since the run for the new one tells it. A second run writes nothing.
    """
    pull = host.pull_request(number)
    branch = host.base_branch(number)
    span = source.fetch(number, branch)
    if span.head != pull.head:
        pull = host.pull_request(number)
    name = check_name(branch, manner.default_branch)
    judged = _judged(span, branch, pull, name, host, source)
    now = host.head(number)
    if now != span.head:
        told = f"the head moved from {span.head[:10]} to {now[:10]} meanwhile"
        return Outcome(review=judged.review, stopped=told)
    return _show(judged, span, name, host, source, manner)


@dataclass(frozen=True, slots=True, kw_only=True)
class Queued:
    """What a merge queue asks about: its commit `head` on `base`, for one pull request."""

    number: int
    branch: str
    base: str
    head: str


def review_queued(queued: Queued, host: Host, source: Source, manner: Manner) -> Outcome:
    """Review what a merge queue is about to merge; only the check on its commit is shown.

    Other pull requests merge before this one: an approval counts only if the contract that it saw
    is the one that is merged.
    """
    pull = host.pull_request(queued.number)
    span = source.fetch_queued(queued.base, queued.head)
    name = check_name(queued.branch, manner.default_branch)
    judged = _judged(span, queued.branch, pull, name, host, source)
    showing = _shown(judged, span, name, source, manner)
    writing = _Writing()
    writing.bring("the check", lambda: host.check(showing.check))
    return Outcome(review=judged.review, refused=tuple(writing.refused))


def _judged(  # noqa: PLR0913, PLR0917  # what is judged, and where all of it comes from
    span: Span, branch: str, pull: PullRequest, name: str, host: Host, source: Source
) -> Judged:
    """Return the review. Where nothing can be judged the check turns red: an older one may not."""
    try:
        return source.judge(
            span, branch, pull, lambda known, wanted: completed(known, wanted, host)
        )
    except StewardError as error:
        with suppress(StewardError):
            host.check(not_judged(error.faults, check=name, head=span.head))
        raise


def completed(pull_request: PullRequest, wanted: Wanted, host: Host) -> PullRequest:
    """Return the pull request with the teams and statuses that the policy asks for."""
    return replace(
        pull_request,
        teams=host.teams(wanted.teams) if wanted.teams else Teams(),
        statuses=host.statuses(pull_request.head) if wanted.statuses else (),
    )


def _shown(judged: Judged, span: Span, name: str, source: Source, manner: Manner) -> Shown:
    return shown(
        judged.review,
        check=name,
        head=span.head,
        version_line=lambda paths, version: source.version_line(span, paths, version),
        advisory=manner.advisory,
    )


def _show(  # noqa: PLR0913, PLR0917  # what was judged, and where it is shown
    judged: Judged, span: Span, name: str, host: Host, source: Source, manner: Manner
) -> Outcome:
    """Show everything, the check first: it is what keeps the change from being merged."""
    showing = _shown(judged, span, name, source, manner)
    pull = judged.pull_request
    writing = _Writing()
    writing.bring("the check", lambda: host.check(showing.check))
    comment = None
    if manner.comment:
        wanted = Comment(number=pull.number, head=span.head, run=manner.run, body=showing.comment)
        comment = writing.bring("the comment", lambda: host.comment(wanted))
    writing.bring("labels", lambda: host.label(pull.number, pull.labels, showing.labels))
    if manner.comment and (comment is not None or showing.suggestions):
        writing.bring(
            "suggestions", lambda: host.suggest(pull.number, span.head, showing.suggestions)
        )
    unasked = _ask(judged, host, writing) if manner.request and not pull.draft else ()
    return Outcome(
        review=judged.review,
        comment=comment,
        refused=tuple(writing.refused),
        unasked=unasked,
    )


def _ask(judged: Judged, host: Host, writing: _Writing) -> tuple[str, ...]:
    """Ask for reviews, and return whom the host does not take.

    Nobody is asked again after somebody took the request back. Both are looked up only where there
    is somebody to ask.
    """
    if not to_ask(judged.review, judged.pull_request, judged.settings):
        return ()
    pull = replace(judged.pull_request, collaborators=host.collaborators())
    back = host.taken_back(pull.number)
    asked = [
        one for one in to_ask(judged.review, pull, judged.settings) if one.name.lower() not in back
    ]
    people = [one.name for one in asked if not one.is_team]
    teams = [one.name for one in asked if one.is_team and pull.collaborators is not None]
    if not people and not teams:
        return ()
    asking = writing.bring("requests for reviews", lambda: host.request(pull.number, people, teams))
    return asking or ()


class _Writing:
    """Writes one thing after the other, and goes on where the token may not write one."""

    def __init__(self) -> None:
        self.refused: list[str] = []

    def bring(self, what: str, write: Callable[[], _T]) -> _T | None:
        """Write something; None where it was refused. Raises what is no refusal."""
        try:
            return write()
        except StewardError as error:
            if error.faults[0].code not in {ErrorCode.HOST_REFUSED, ErrorCode.HOST_MISSING}:
                raise
            self.refused.append(f"{what}: {error.faults[0].message}")
            return None
