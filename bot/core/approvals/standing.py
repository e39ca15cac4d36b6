"""What each reviewer's reviews are worth for one requirement."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.approvals.answer import Given, PassedOver, Stale
from bot.core.approvals.contributors import SHORT, Contributors, after_all
from bot.core.approvals.need import Requirement
from bot.core.approvals.people import Membership, membership
from bot.core.approvals.policy import ApprovalPolicy
from bot.core.approvals.pull_request import (
    Blobs,
    PullRequest,
    Review,
    ReviewState,
    Teams,
    is_bot,
)
from bot.core.records import dataclass, field


@dataclass(slots=True)
class Standing:
    """The reviews for one requirement: by login those that hold, then stale and others."""

    fresh: dict[str, Given] = field(default_factory=dict)
    unsure: dict[str, Given] = field(default_factory=dict)
    stale: list[Stale] = field(default_factory=list)
    passed_over: list[PassedOver] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judging:
    """What all requirements are judged with."""

    pull_request: PullRequest
    policy: ApprovalPolicy
    teams: Teams
    contributors: Contributors


def opinions(pull_request: PullRequest) -> Iterator[tuple[str, tuple[Review, ...]]]:
    """Yield each reviewer's reviews that say yes or no, the first one first; by login.

    A review that only comments says neither.
    """
    found: dict[str, list[Review]] = {}
    for review in pull_request.reviews:
        if review.state is not ReviewState.COMMENTED:
            found.setdefault(review.login.lower(), []).append(review)
    for login in sorted(found):
        yield login, tuple(sorted(found[login], key=lambda review: (review.order, review.id)))


def standing(need: Requirement, judging: Judging) -> Standing:
    """Return what the reviews of a pull request are worth for a requirement."""
    result = Standing()
    for login, reviews in opinions(judging.pull_request):
        _judge(login, reviews, need, judging, result)
    return result


def _judge(
    login: str, reviews: tuple[Review, ...], need: Requirement, judging: Judging, result: Standing
) -> None:
    """Add what one person's reviews are worth."""
    last = reviews[-1]
    is_member = membership(need.who, login, judging.teams)
    why = _disqualified(login, last, is_member, judging)
    approvals = _standing_approvals(reviews)
    if why is None and not approvals:
        why = _withdrawn(reviews)
    if why is not None:
        result.passed_over.append(PassedOver(login=last.login, review=last.id, why=why))
        return
    told = [(review, _staleness(review, need, judging)) for review in approvals]
    holding = [review for review, stale in told if stale is None]
    if not holding:
        if is_member is Membership.YES:
            result.stale += [stale for _, stale in told[-1:] if stale is not None]
        return
    found = holding[-1]
    target = result.fresh if is_member is Membership.YES else result.unsure
    target[login] = Given(login=found.login, review=found.id, commit=found.commit)


def _disqualified(login: str, last: Review, is_member: Membership, judging: Judging) -> str | None:
    """Return why nothing that this account says counts, None where it may."""
    if is_bot(login, last.kind):
        return "is an app"
    if login in judging.contributors.barred:
        return judging.contributors.barred[login]
    return "is not one of them" if is_member is Membership.NO else None


def _withdrawn(reviews: tuple[Review, ...]) -> str:
    """Return why somebody's reviews leave no approval."""
    if reviews[-1].state is ReviewState.DISMISSED:
        return "the review was dismissed"
    approved = any(review.state is ReviewState.APPROVED for review in reviews)
    return "asked for changes afterwards" if approved else "asked for changes"


def _standing_approvals(reviews: tuple[Review, ...]) -> tuple[Review, ...]:
    """Return the approvals after the last review that took approval away."""
    start = 0
    for index, review in enumerate(reviews, 1):
        if review.state is not ReviewState.APPROVED:
            start = index
    return reviews[start:]


def _staleness(review: Review, need: Requirement, judging: Judging) -> Stale | None:
    """Return why an approval no longer holds; None where all that it was given for is as it was."""
    pull_request = judging.pull_request
    for path, now in need.content.items():
        seen = _seen(review, path, now, pull_request.head)
        if seen is None:
            why = f"nobody knows any more what `{path}` was when it was approved"
            return _stale(review, why)
        if seen != now:
            since = _since(review, path, pull_request)
            told = f"`{path}` changed in {since[:SHORT]}" if since else f"`{path}` changed"
            if seen.head == now.head:
                told, since = f"what `{path}` is compared with changed", None
            return _stale(review, told, path, since)
    if need.head and not after_all(pull_request, judging.policy, review.commit):
        return _stale(review, "commits came after it")
    return None


def _seen(review: Review, path: str, now: Blobs, head: str) -> Blobs | None:
    """Return what a review saw of a file; at the head itself it saw what is there."""
    found = None if review.seen is None else review.seen.get(path)
    return now if found is None and review.commit == head else found


def _stale(review: Review, why: str, path: str | None = None, since: str | None = None) -> Stale:
    return Stale(
        login=review.login,
        review=review.id,
        commit=review.commit,
        why=why,
        path=path,
        since=since,
    )


def _since(review: Review, path: str, pull_request: PullRequest) -> str | None:
    """Return the first commit after the review that changes a file; where unknown, the head."""
    ids = [commit.id for commit in pull_request.commits]
    if review.commit in ids:
        for commit in pull_request.commits[ids.index(review.commit) + 1 :]:
            if commit.paths is not None and path in commit.paths:
                return commit.id
    return pull_request.head or None
