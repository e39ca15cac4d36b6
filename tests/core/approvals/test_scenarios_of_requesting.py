"""The behaviours of other engines, by their ids: who is asked for a review."""

from __future__ import annotations

import pytest

from bot.core.approvals.need import Need, Needs
from bot.core.approvals.policy import ApprovalPolicy, Requesting
from bot.core.approvals.pull_request import Collaborators, PullRequest, ReviewState, Teams
from bot.core.approvals.requesting import Reviewer, to_request
from bot.core.records import replace
from tests.core.approvals.making import (
    AUTHOR,
    COMMITTER,
    NOW,
    approvals,
    either,
    every,
    judged,
    need,
    pull,
    review,
)

TRIO = need(AUTHOR, "review-approver", COMMITTER, count=2)
ACCESS = Collaborators(
    people=frozenset({AUTHOR, "review-approver", COMMITTER, "orla"}),
    teams=frozenset({"acme/data"}),
    inherited=frozenset({"orla"}),
)
COMMENTED = review("review-approver", ReviewState.COMMENTED)
EARLIER = replace(COMMENTED, commit="c1")
TEAMS = need("ada", teams=("acme/data", "acme/strangers"))
BARE = ApprovalPolicy()


@pytest.mark.parametrize(
    ("needed", "pull_request", "policy", "expected"),
    [
        pytest.param(
            TRIO,
            pull(),
            BARE,
            ["review-approver"],
            id="E01: neither the author nor who committed",
        ),
        pytest.param(
            TRIO,
            pull(),
            ApprovalPolicy(contributors=True),
            [COMMITTER, "review-approver"],
            id="E01: the author never, who committed where their approval counts",
        ),
        pytest.param(
            need("outsider", "review-approver"),
            replace(pull(), collaborators=ACCESS),
            BARE,
            ["review-approver"],
            id="E01: nobody without access",
        ),
        pytest.param(
            need("orla", "review-approver"),
            replace(pull(), collaborators=ACCESS),
            BARE,
            ["review-approver"],
            id="E01: no owner of the organisation, who only inherits access",
        ),
        pytest.param(
            TEAMS,
            replace(pull(), collaborators=ACCESS),
            ApprovalPolicy(request=Requesting.TEAMS),
            ["@acme/data"],
            id="E02: of two teams the one with access",
        ),
        pytest.param(
            need(teams=("acme/gone", "roster-only")),
            replace(pull(), teams=Teams(missing=frozenset({"acme/gone"}))),
            BARE,
            [],
            id="E02: neither a team that is gone nor one that only the roster knows",
        ),
        pytest.param(
            need("review-approver"),
            pull(COMMENTED),
            BARE,
            [],
            id="E04: who reviewed the head is not asked again",
        ),
        pytest.param(
            need("review-approver"),
            pull(EARLIER),
            BARE,
            ["review-approver"],
            id="E04: once the head changed, they are",
        ),
        pytest.param(
            need("review-approver"),
            replace(pull(), draft=True),
            BARE,
            [],
            id="E05: nobody for a draft",
        ),
        pytest.param(
            every(need("review-approver"), need("ada", key="b", trouble="unclear")),
            pull(*approvals("review-approver")),
            BARE,
            [],
            id="E05: nobody for what is approved or unclear",
        ),
        pytest.param(
            either(need("review-approver"), need("ada", key="b")),
            pull(*approvals("review-approver")),
            BARE,
            [],
            id="E05: nobody for what is no longer needed",
        ),
        pytest.param(
            every(need("review-approver", "ada"), need("Review-Approver", key="b")),
            pull(),
            BARE,
            ["ada", "review-approver"],
            id="E07: who is needed twice is asked once",
        ),
        pytest.param(
            need("review-approver"),
            replace(pull(), requested=frozenset({"Review-Approver"})),
            BARE,
            [],
            id="E07: who is asked already is not asked again",
        ),
        pytest.param(
            need("outsider", "stranger"),
            replace(pull(), collaborators=ACCESS),
            BARE,
            [],
            id="E08: names that GitHub would refuse are left out, nothing fails",
        ),
        pytest.param(
            need("ada", "review-approver", count=2),
            pull(review("ada", commit="c1", seen=NOW)),
            BARE,
            ["review-approver"],
            id="who approved already is not asked again",
        ),
        pytest.param(
            need(teams=("acme/gone",)),
            replace(pull(), teams=Teams(missing=frozenset({"acme/gone"}))),
            ApprovalPolicy(teams={"acme/gone": ("ada",)}),
            [],
            id="E08: nor a team that only the roster still has",
        ),
        pytest.param(need("trusty[bot]"), pull(), BARE, [], id="an app is never asked"),
        pytest.param(
            need(teams=("cool-org",)),
            pull(),
            ApprovalPolicy(request=Requesting.PEOPLE),
            ["comment-approver"],
            id="the members of a team, where the policy says so",
        ),
        pytest.param(
            need("review-approver"),
            pull(),
            ApprovalPolicy(request=Requesting.NOBODY),
            [],
            id="nobody, where the policy says so",
        ),
    ],
)
def test_who_is_asked_for_a_review(
    needed: Need, pull_request: PullRequest, policy: ApprovalPolicy, expected: list[str]
) -> None:
    root = needed if isinstance(needed, Needs) else every(needed)
    tree = judged(root, pull_request, policy)

    assert [_name(found) for found in to_request(tree, pull_request, policy)] == expected


def _name(found: Reviewer) -> str:
    return f"@{found.name}" if found.is_team else found.name
