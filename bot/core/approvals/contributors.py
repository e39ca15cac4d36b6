"""Who made a pull request, and so may not approve it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bot.core.approvals.policy import ApprovalPolicy
from bot.core.approvals.pull_request import (
    MOST_COMMITS,
    MOST_FILES,
    WEB,
    Commit,
    PullRequest,
    is_bot,
)
from bot.core.records import dataclass

SHORT = 10
"""So much of a commit's id is told."""


@dataclass(frozen=True, slots=True)
class Contributors:
    """Who may not approve, by login in lower case, with the reason in words; and what is unclear.

    `troubles` says why nobody can know who made the pull request. Where it says anything, no
    approval can be judged.
    """

    barred: Mapping[str, str]
    troubles: tuple[str, ...]


def contributors(pull_request: PullRequest, policy: ApprovalPolicy) -> Contributors:
    """Return who may not approve under a policy, and why that may be unclear.

    Every commit counts, with its author and its committer. What a commit's message says of other
    authors does not: anyone may write it.
    """
    made = dict(_made(pull_request, policy))
    author = (pull_request.author or "").lower()
    barred: dict[str, str] = {}
    if not policy.contributors:
        barred = {login: why for login, why in made.items() if login != author}
    if not policy.author and author:
        barred[author] = "opened the pull request"
    return Contributors(barred, tuple(_troubles(pull_request, policy)))


def everyone(pull_request: PullRequest, policy: ApprovalPolicy) -> frozenset[str] | None:
    """Return who contributed, the author included; None where that cannot be known."""
    if pull_request.author is None or any(_unknown(pull_request, policy)):
        return None
    made = (login for login, _ in _made(pull_request, policy))
    return frozenset((pull_request.author.lower(), *made))


def after_all(pull_request: PullRequest, policy: ApprovalPolicy, reviewed: str) -> bool:
    """Tell whether no commit that counts came after the one that was reviewed."""
    if reviewed == pull_request.head:
        return True
    ids = [commit.id for commit in pull_request.commits]
    if reviewed not in ids:
        return False
    later = pull_request.commits[ids.index(reviewed) + 1 :]
    return all(
        _ignored(commit, policy) or _is_update(commit, pull_request, policy) for commit in later
    )


def _made(pull_request: PullRequest, policy: ApprovalPolicy) -> Iterator[tuple[str, str]]:
    """Yield each login with what it did; of several commits the last one is told."""
    for commit in _counting(pull_request, policy):
        if _is_person(commit.committer):
            yield str(commit.committer).lower(), f"committed {commit.id[:SHORT]}"
    for commit in _counting(pull_request, policy):
        if _is_person(commit.author):
            yield str(commit.author).lower(), f"wrote {commit.id[:SHORT]}"


def _counting(pull_request: PullRequest, policy: ApprovalPolicy) -> Iterable[Commit]:
    return (
        commit
        for commit in pull_request.commits
        if not _ignored(commit, policy) and not _is_update(commit, pull_request, policy)
    )


def _is_person(login: str | None) -> bool:
    return login is not None and login.lower() != WEB and not is_bot(login)


def _ignored(commit: Commit, policy: ApprovalPolicy) -> bool:
    """Tell whether both who wrote and who committed are ignored: one of two is not enough."""
    ignored = {login.lower() for login in policy.ignore_commits_by}
    names = (commit.author, commit.committer)
    return all(name is not None and name.lower() in ignored for name in names)


def _is_update(commit: Commit, pull_request: PullRequest, policy: ApprovalPolicy) -> bool:
    """Tell whether a commit is a merge of the base branch made on GitHub's own pages.

    Its first parent is in the pull request, its second is not. The committer's name alone proves
    nothing, anyone may write it: GitHub's signature has to confirm it.
    """
    if not policy.ignore_update_merges or not commit.verified or len(commit.parents) != 2:  # noqa: PLR2004  # a merge of two
        return False
    ids = {found.id for found in pull_request.commits}
    first, second = commit.parents
    return (commit.committer or "").lower() == WEB and first in ids and second not in ids


def _troubles(pull_request: PullRequest, policy: ApprovalPolicy) -> Iterator[str]:
    yield from _cut_short(pull_request)
    known = {commit.id for commit in pull_request.commits}
    if pull_request.head not in known and known:
        yield (
            f"the commit {pull_request.head[:SHORT]} that is judged is not among the commits that"
            " are known, so nobody knows who may approve: tell of all of them"
        )
    if pull_request.author is None and not policy.author:
        yield "the account that opened the pull request is gone, so nobody knows who may approve"
    if not policy.contributors:
        yield from _unknown(pull_request, policy)


def _cut_short(pull_request: PullRequest) -> Iterator[str]:
    counts = pull_request.counts
    if counts is None:
        return
    for number, most, what in (
        (counts.files, MOST_FILES, "files"),
        (counts.commits, MOST_COMMITS, "commits"),
    ):
        if number >= most:
            yield (
                f"the pull request has {number:,} {what}, and GitHub lists fewer than {most:,}:"
                " split it"
            )
    listed = len(pull_request.commits)
    if counts.commits < MOST_COMMITS and counts.commits != listed:
        told = f"of the {counts.commits:,} commits of the pull request {listed:,} are known"
        yield f"{told}: try again"


def _unknown(pull_request: PullRequest, policy: ApprovalPolicy) -> Iterator[str]:
    for commit in _counting(pull_request, policy):
        for login, what in ((commit.author, "author"), (commit.committer, "committer")):
            if login is None:
                yield (
                    f"the {what} of commit {commit.id[:SHORT]} has no account on GitHub, so nobody"
                    " knows who may approve: add the e-mail address to an account, or write the"
                    " commit anew"
                )
