"""Pull requests, requirements and policies as plain values, with the names of policy-bot's tests.

The author opened the pull request and made its first commit; `contributor-author` wrote the second
one, `contributor-committer` committed the third.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.core.approvals.answer import Answer, ApprovalTree
from bot.core.approvals.evaluate import evaluate
from bot.core.approvals.need import Need, Needs, Requirement, Role
from bot.core.approvals.policy import ApprovalPolicy
from bot.core.approvals.pull_request import (
    Blobs,
    Commit,
    Kind,
    PullRequest,
    Review,
    ReviewState,
    Teams,
)
from bot.core.approvals.who import Who

AUTHOR = "mhaypenny"
WRITER = "contributor-author"
COMMITTER = "contributor-committer"
FILE = "contracts/orders.odcs.yaml"
OTHER = "README.md"
EVERYONE = (
    AUTHOR,
    WRITER,
    COMMITTER,
    "comment-approver",
    "comment-editor",
    "review-approver",
    "review-comment-editor",
)
COMMITS = (
    Commit(id="c1", author=AUTHOR, committer=AUTHOR, paths=(FILE,)),
    Commit(id="c2", author=WRITER, committer=AUTHOR, parents=("c1",), paths=(OTHER,)),
    Commit(id="c3", author=AUTHOR, committer=COMMITTER, parents=("c2",), paths=(OTHER,)),
)
TEAMS = Teams(
    members={
        "everyone": frozenset({AUTHOR, WRITER, COMMITTER, "comment-approver", "review-approver"}),
        "cool-org": frozenset({"comment-approver"}),
        "even-cooler-org": frozenset({"review-approver"}),
    }
)
NOW: Mapping[str, Blobs] = {FILE: Blobs("old", "new")}


def review(  # noqa: PLR0913  # a review with all that it can have
    login: str,
    state: ReviewState = ReviewState.APPROVED,
    *,
    order: int = 1,
    commit: str = "c3",
    seen: Mapping[str, Blobs] | None = None,
    kind: Kind = Kind.USER,
) -> Review:
    return Review(
        id=order * 100 + len(login),
        login=login,
        state=state,
        commit=commit,
        order=order,
        kind=kind,
        seen=seen,
    )


def approvals(*logins: str) -> tuple[Review, ...]:
    return tuple(review(login, order=order) for order, login in enumerate(logins, 1))


def pull(*reviews: Review, commits: tuple[Commit, ...] = COMMITS) -> PullRequest:
    return PullRequest(
        number=7,
        author=AUTHOR,
        base="b0",
        head=commits[-1].id if commits else "b0",
        owner="acme",
        head_owner="acme",
        head_branch="feature/amount",
        commits=commits,
        reviews=reviews,
        teams=TEAMS,
    )


def need(  # noqa: PLR0913  # a requirement with all that it can have
    *people: str,
    count: int = 1,
    teams: tuple[str, ...] = (),
    key: str = "owner:orders",
    side: str | None = None,
    content: Mapping[str, Blobs] = NOW,
    head: bool = False,
    trouble: str | None = None,
    statuses: tuple[str, ...] = (),
    labels: tuple[str, ...] = (),
) -> Requirement:
    return Requirement(
        key=key,
        role=Role.OWNER,
        side=side or key,
        title=f"the {key}",
        count=count,
        who=Who(people=tuple(sorted(people)), teams=teams),
        reasons=("`orders` changes",),
        content=content,
        head=head,
        trouble=trouble,
        statuses=statuses,
        labels=labels,
    )


def every(*parts: Need) -> Needs:
    return Needs(title="everything", every=True, parts=parts)


def either(*parts: Need) -> Needs:
    return Needs(title="one of these", every=False, parts=parts)


def judged(
    needed: Need, pull_request: PullRequest, policy: ApprovalPolicy | None = None
) -> ApprovalTree:
    root = needed if isinstance(needed, Needs) and needed.every else every(needed)
    return evaluate(root, pull_request, policy or ApprovalPolicy())


def counted(tree: ApprovalTree) -> dict[str, list[str]]:
    """Return who was counted, by requirement."""
    return {
        answer.need.key: sorted(approval.login for approval in answer.given)
        for answer in tree.leaves()
    }


def passed_over(answer: Answer) -> dict[str, str]:
    return {found.login: found.why for found in answer.passed_over}
