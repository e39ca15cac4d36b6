"""The behaviours of other engines, by their ids: who counts, and what requirements are together."""

from __future__ import annotations

import pytest

from bot.core.approvals.answer import State
from bot.core.approvals.contributors import everyone
from bot.core.approvals.evaluate import wants_reviews
from bot.core.approvals.need import Need, Skipped
from bot.core.approvals.policy import ApprovalPolicy, Binding, Givers
from bot.core.approvals.pull_request import (
    WEB,
    Blobs,
    Commit,
    Counts,
    Kind,
    PullRequest,
    ReviewState,
    Status,
)
from bot.core.approvals.steps import pending_steps
from bot.core.records import replace
from tests.core.approvals.making import (
    AUTHOR,
    COMMITS,
    COMMITTER,
    EVERYONE,
    FILE,
    OTHER,
    WRITER,
    approvals,
    counted,
    either,
    every,
    judged,
    need,
    passed_over,
    pull,
    review,
)

SEEN = {FILE: Blobs("old", "new")}
OTHER_SEEN = {FILE: Blobs("old", "newer")}
REQUESTED = ReviewState.CHANGES_REQUESTED
UPDATE = Commit(
    id="c4",
    author="comment-approver",
    committer=WEB,
    parents=("c3", "m1"),
    verified=True,
    paths=(OTHER,),
)
IGNORED = tuple(
    Commit(id=name, author="renovate", committer="renovate", paths=(OTHER,))
    for name in ("c4", "c5")
)
BARE = ApprovalPolicy()


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        pytest.param(ApprovalPolicy(author=True), [AUTHOR], id="A04: only the author is let in"),
        pytest.param(
            ApprovalPolicy(contributors=True),
            sorted([WRITER, COMMITTER]),
            id="A05: contributors are let in, and the author is not one of them",
        ),
        pytest.param(
            ApprovalPolicy(author=True, contributors=True),
            sorted([AUTHOR, WRITER, COMMITTER]),
            id="A07: both are let in",
        ),
        pytest.param(BARE, [], id="A08: who only committed may not approve either"),
    ],
)
def test_who_made_the_change_counts_only_where_the_policy_lets_them(
    policy: ApprovalPolicy, expected: list[str]
) -> None:
    makers = need(AUTHOR, WRITER, COMMITTER, count=3)

    tree = judged(makers, pull(*approvals(*EVERYONE)), policy)

    assert counted(tree) == {"owner:orders": expected}


@pytest.mark.parametrize(
    ("needed", "pull_request", "state", "told"),
    [
        pytest.param(
            need(count=0),
            pull(),
            State.APPROVED,
            ["no approval required"],
            id="A01: nothing is required",
        ),
        pytest.param(
            need(),
            pull(*approvals(*EVERYONE)),
            State.PENDING,
            ["0/1 required approvals"],
            id="A02: nobody is named, so nobody can approve",
        ),
        pytest.param(
            need("review-approver", teams=("cool-org",), count=2),
            pull(*approvals(*EVERYONE)),
            State.APPROVED,
            ["2/2 required approvals"],
            id="A10: people and teams are a union",
        ),
        pytest.param(
            need(count=0, statuses=("deploy",)),
            replace(pull(), statuses=(Status("deploy", "pending"),)),
            State.PENDING,
            ["0/1 required conditions"],
            id="A19: a required status is not there yet",
        ),
        pytest.param(
            need(count=0, statuses=("build",)),
            replace(pull(), statuses=(Status("build", "success"),)),
            State.APPROVED,
            ["1/1 required conditions"],
            id="A19: a required status succeeded",
        ),
        pytest.param(
            need("nobody-here", statuses=("build",)),
            replace(pull(*approvals(*EVERYONE)), statuses=(Status("build", "success"),)),
            State.PENDING,
            ["0/1 required approvals and 1/1 required conditions"],
            id="A20: a condition does not stand in for an approval",
        ),
        pytest.param(
            need("review-approver", count=2),
            pull(*approvals("review-approver", "Review-Approver")),
            State.PENDING,
            ["1/2 required approvals"],
            id="A22: a person counts once",
        ),
        pytest.param(
            need(count=0, labels=("foo", "bar")),
            replace(pull(), labels=frozenset({"foo"})),
            State.PENDING,
            ["1/2 required conditions"],
            id="D07: one of two labels is not enough",
        ),
        pytest.param(
            need(count=0, labels=("foo", "bar")),
            replace(pull(), labels=frozenset({"foo", "bar"})),
            State.APPROVED,
            ["2/2 required conditions"],
            id="D07: both labels are",
        ),
        pytest.param(
            need(count=0, statuses=("build",)),
            replace(pull(), statuses=(Status("build", "success"), Status("build", "failure"))),
            State.PENDING,
            ["0/1 required conditions"],
            id="D09: of two runs one failed",
        ),
        pytest.param(
            every(need("comment-approver", key="owner:a"), need("review-approver", key="owner:b")),
            pull(*approvals("comment-approver")),
            State.PENDING,
            ["1/1 required approvals", "0/1 required approvals"],
            id="G01: each contract needs an owner of its own",
        ),
        pytest.param(
            need("review-approver"),
            replace(pull(), labels=frozenset({"approved", "lgtm"})),
            State.PENDING,
            ["0/1 required approvals"],
            id="G04: a label is never an approval",
        ),
        pytest.param(
            need("trusty[bot]", "helper"),
            pull(review("trusty[bot]"), review("helper", kind=Kind.BOT, order=2)),
            State.PENDING,
            ["0/1 required approvals"],
            id="G05: an app does not approve",
        ),
    ],
)
def test_a_requirement_says_how_far_it_is_met(
    needed: Need, pull_request: PullRequest, state: State, told: list[str]
) -> None:
    tree = judged(needed, pull_request)

    assert (tree.state, [answer.told for answer in tree.leaves()]) == (state, told)


def test_a01_reviews_are_not_even_fetched_where_none_is_needed() -> None:
    assert not wants_reviews(every(need(count=0)))


def test_a08_who_made_the_change_is_not_asked_to_approve_it() -> None:
    tree = judged(need(AUTHOR, "ada"), pull())

    (answer,) = tree.leaves()
    (step,) = pending_steps(tree)

    assert (answer.people, answer.barred) == (("ada",), (AUTHOR,))
    assert step.startswith("Ask for the approval of `ada` as ")


@pytest.mark.parametrize(
    ("roles", "told"),
    [
        pytest.param(
            (("ada", "a"), ("eve", "b"), ("ada", "c")),
            [
                "Ask for the approval of `ada` as the a and the c (`orders` changes).",
                "Ask for the approval of `eve` as the b (`orders` changes).",
            ],
            id="in two roles",
        ),
        pytest.param(
            tuple(("ada", letter) for letter in "abcdefgh"),
            [
                (
                    "Ask for the approval of `ada` as the a, the b, the c, the d, the e and 3 more"
                    " (`orders` changes)."
                )
            ],
            id="in very many",
        ),
    ],
)
def test_who_is_needed_is_asked_once(roles: tuple[tuple[str, str], ...], told: list[str]) -> None:
    tree = judged(every(*(need(login, key=key) for login, key in roles)), pull())

    assert list(pending_steps(tree)) == told


def test_where_all_who_are_named_made_the_change_that_is_told() -> None:
    (step,) = pending_steps(judged(need(AUTHOR), pull()))

    assert step.endswith(f"`{AUTHOR}` made the change; name somebody else as well.")


def test_a02_everyone_is_told_why_they_do_not_count() -> None:
    (answer,) = judged(need(), pull(*approvals(*EVERYONE))).leaves()

    assert sorted(passed_over(answer)) == sorted(EVERYONE)


_LATER = Commit(id="c4", author=AUTHOR, committer=AUTHOR, paths=(OTHER,))


@pytest.mark.parametrize(
    ("policy", "commits", "seen", "state"),
    [
        pytest.param(
            BARE, (*COMMITS, _LATER), SEEN, State.APPROVED, id="A11: bound to content, it survives"
        ),
        pytest.param(
            ApprovalPolicy(bound_to=Binding.HEAD),
            (*COMMITS, _LATER),
            SEEN,
            State.PENDING,
            id="A11: bound to the head, it does not",
        ),
        pytest.param(
            ApprovalPolicy(bound_to=Binding.HEAD, ignore_update_merges=True),
            (*COMMITS, UPDATE),
            SEEN,
            State.APPROVED,
            id="A13: an update merge is passed over",
        ),
        pytest.param(
            ApprovalPolicy(bound_to=Binding.HEAD),
            (*COMMITS, UPDATE),
            SEEN,
            State.PENDING,
            id="A13: an update merge counts where the policy does not pass it over",
        ),
        pytest.param(
            ApprovalPolicy(ignore_update_merges=True),
            (*COMMITS, UPDATE),
            OTHER_SEEN,
            State.PENDING,
            id="A13: a conflict edited in the merge changes the contract, and that is seen",
        ),
        pytest.param(
            ApprovalPolicy(bound_to=Binding.HEAD, ignore_update_merges=True),
            (*COMMITS, replace(UPDATE, verified=False)),
            SEEN,
            State.PENDING,
            id="A13: a merge that only says that the web made it is no update merge",
        ),
        pytest.param(
            ApprovalPolicy(bound_to=Binding.HEAD, ignore_update_merges=True),
            (*COMMITS, replace(UPDATE, parents=("c3", "c2"))),
            SEEN,
            State.PENDING,
            id="A13: a merge of two commits of the pull request is no update merge",
        ),
        pytest.param(
            ApprovalPolicy(bound_to=Binding.HEAD, ignore_commits_by=("Renovate",)),
            (*COMMITS, *IGNORED),
            SEEN,
            State.APPROVED,
            id="A17: commits of ignored users come after it",
        ),
        pytest.param(
            ApprovalPolicy(bound_to=Binding.HEAD, ignore_commits_by=("renovate",)),
            (*COMMITS, IGNORED[0], replace(IGNORED[1], committer=AUTHOR)),
            SEEN,
            State.PENDING,
            id="A16: of a commit both who wrote it and who committed it must be ignored",
        ),
        pytest.param(
            ApprovalPolicy(bound_to=Binding.HEAD, ignore_commits_by=("renovate",)),
            (*COMMITS, *IGNORED),
            OTHER_SEEN,
            State.PENDING,
            id="A17: an ignored user who changes the contract is not passed over",
        ),
        pytest.param(
            BARE, (*COMMITS, _LATER), OTHER_SEEN, State.PENDING, id="I01: other content, stale"
        ),
        pytest.param(
            BARE, (*COMMITS, _LATER), None, State.PENDING, id="I01: unknown content, stale"
        ),
        pytest.param(
            BARE,
            (*COMMITS, _LATER),
            {FILE: Blobs("older", "new")},
            State.PENDING,
            id="H06: what it is compared with changed",
        ),
        pytest.param(
            BARE,
            (*COMMITS, Commit(id="queue", author=AUTHOR, committer=WEB)),
            SEEN,
            State.APPROVED,
            id="F06: in the merge queue, what was approved is as it was",
        ),
        pytest.param(
            BARE,
            (*COMMITS, Commit(id="queue", author=AUTHOR, committer=WEB)),
            OTHER_SEEN,
            State.PENDING,
            id="F06: in the merge queue, another change altered the contract",
        ),
    ],
)
def test_an_approval_holds_as_long_as_what_it_is_bound_to(
    policy: ApprovalPolicy,
    commits: tuple[Commit, ...],
    seen: dict[str, Blobs] | None,
    state: State,
) -> None:
    bound = need("review-approver", head=policy.bound_to is Binding.HEAD)
    given = review("review-approver", commit="c3", seen=seen)

    assert judged(bound, pull(given, commits=commits), policy).state is state


@pytest.mark.parametrize(
    ("ignoring", "expected"),
    [
        pytest.param(True, ["comment-approver"], id="A14: passed over, may approve"),
        pytest.param(False, [], id="A14: counted, may not"),
    ],
)
def test_who_only_updated_the_branch(ignoring: bool, expected: list[str]) -> None:
    policy = ApprovalPolicy(ignore_update_merges=ignoring)
    given = review("comment-approver", commit="c4")

    tree = judged(need("comment-approver"), pull(given, commits=(*COMMITS, UPDATE)), policy)

    assert counted(tree) == {"owner:orders": expected}


def test_a16_who_commits_for_an_ignored_user_is_a_contributor() -> None:
    commit = Commit(id="c4", author="renovate", committer="comment-approver")
    policy = ApprovalPolicy(ignore_commits_by=("renovate",))

    made = everyone(pull(commits=(*COMMITS, commit)), policy)

    assert made == frozenset({AUTHOR, WRITER, COMMITTER, "renovate", "comment-approver"})


_YES = need("review-approver", key="yes")
_NO = need("disapprover", key="no")
_BROKEN = need("review-approver", key="broken", trouble="a team is unknown")
_LEFT = Skipped(key="left", title="left", why="`labels` does not hold")


@pytest.mark.parametrize(
    ("needed", "expected"),
    [
        pytest.param(every(_YES, _NO), State.PENDING, id="B01: all of approved and pending"),
        pytest.param(every(_YES, _LEFT), State.APPROVED, id="B02: all of approved and skipped"),
        pytest.param(every(_LEFT), State.SKIPPED, id="B02: nothing but skipped"),
        pytest.param(every(_YES, _BROKEN), State.UNDECIDED, id="B04: all with an unclear one"),
        pytest.param(every(_NO, _BROKEN), State.UNDECIDED, id="B04: pending and unclear"),
        pytest.param(either(_YES, _BROKEN), State.APPROVED, id="B05: any of approved and unclear"),
        pytest.param(either(_NO, _BROKEN), State.UNDECIDED, id="B05: any of pending and unclear"),
        pytest.param(either(_NO, _YES), State.APPROVED, id="B05: any of pending and approved"),
        pytest.param(either(_LEFT), State.SKIPPED, id="B05: any of skipped alone"),
    ],
)
def test_what_requirements_are_together(needed: Need, expected: State) -> None:
    assert judged(needed, pull(*approvals("review-approver"))).state is expected


@pytest.mark.parametrize(
    ("needed", "policy", "reviews", "expected"),
    [
        pytest.param(
            _BROKEN,
            ApprovalPolicy(objectors=Givers(people=("disapprover",))),
            (review("disapprover", REQUESTED),),
            (State.UNDECIDED, "disapprover"),
            id="B10: an unclear requirement is not covered up by an objection",
        ),
        pytest.param(
            _YES,
            BARE,
            (review("review-approver"), review("disapprover", REQUESTED, order=2)),
            (State.APPROVED, None),
            id="C01: nobody may object, so nobody does",
        ),
        pytest.param(
            _YES,
            ApprovalPolicy(objectors=Givers(people=("disapprover",))),
            (
                review("review-approver"),
                review("disapprover", REQUESTED, order=2),
                review("disapprover", order=3),
            ),
            (State.APPROVED, None),
            id="C02: an objection is taken back by an approval",
        ),
        pytest.param(
            _YES,
            ApprovalPolicy(objectors=Givers(people=("disapprover",), teams=("cool-org",))),
            (
                review("review-approver"),
                review("comment-approver", REQUESTED, order=5),
                review("disapprover", REQUESTED, order=2),
            ),
            (State.PENDING, "comment-approver"),
            id="C04: of several objections the newest is named",
        ),
        pytest.param(
            _YES,
            ApprovalPolicy(objectors=Givers(people=("disapprover",), teams=("cool-org",))),
            (
                review("review-approver"),
                review("comment-approver", REQUESTED, order=2),
                review("disapprover", REQUESTED, order=5),
            ),
            (State.PENDING, "disapprover"),
            id="C04: whoever that is",
        ),
        pytest.param(
            _YES,
            ApprovalPolicy(objectors=Givers(teams=("acme/unknown",))),
            (review("review-approver"), review("disapprover", REQUESTED, order=2)),
            (State.UNDECIDED, "disapprover"),
            id="whether somebody may object can be unknown",
        ),
    ],
)
def test_an_objection_holds_the_change_up_where_the_policy_lets_it(
    needed: Need,
    policy: ApprovalPolicy,
    reviews: tuple[object, ...],
    expected: tuple[State, str | None],
) -> None:
    tree = judged(needed, pull(*reviews), policy)  # type: ignore[arg-type]  # a table of reviews

    assert (tree.state, tree.objection and tree.objection.login) == expected


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        pytest.param(("APPROVED", "CHANGES_REQUESTED"), [], id="G02: approved, then took it back"),
        pytest.param(
            ("CHANGES_REQUESTED", "APPROVED"),
            ["review-approver"],
            id="G02: asked for changes, then approved",
        ),
        pytest.param(("APPROVED", "DISMISSED"), [], id="G02: approved, then was dismissed"),
        pytest.param(
            ("APPROVED", "COMMENTED"), ["review-approver"], id="G02: a comment takes nothing back"
        ),
    ],
)
def test_the_order_of_one_persons_reviews_decides(
    states: tuple[str, ...], expected: list[str]
) -> None:
    reviews = tuple(
        review("review-approver", ReviewState(state), order=order)
        for order, state in enumerate(states)
    )

    assert counted(judged(need("review-approver"), pull(*reviews))) == {"owner:orders": expected}


@pytest.mark.parametrize(
    ("counts", "trouble"),
    [
        pytest.param(Counts(3000, 3), "3,000 files", id="D04: as many files as GitHub lists"),
        pytest.param(Counts(2, 250), "250 commits", id="D04: as many commits as GitHub lists"),
        pytest.param(Counts(2, 4), "of the 4 commits", id="D04: a commit is missing"),
    ],
)
def test_what_is_cut_short_is_never_judged(counts: Counts, trouble: str) -> None:
    cut = replace(pull(*approvals(*EVERYONE)), counts=counts)

    tree = judged(need("review-approver"), cut)

    assert (tree.state, trouble in tree.troubles[0]) == (State.UNDECIDED, True)


def test_d04_what_is_whole_is_judged() -> None:
    whole = replace(pull(*approvals("review-approver")), counts=Counts(2999, 3))

    assert judged(need("review-approver"), whole).state is State.APPROVED


def test_a_commit_that_is_judged_and_not_known_makes_it_undecided() -> None:
    moved = replace(pull(*approvals("review-approver")), head="c9")

    tree = judged(need("review-approver"), moved)

    assert (tree.state, tree.troubles[0].startswith("the commit c9 ")) == (State.UNDECIDED, True)


def test_a_status_that_never_ran_did_not_succeed() -> None:
    assert judged(need(count=0, statuses=("build",)), pull()).state is State.PENDING


@pytest.mark.parametrize(
    ("head_owner", "expected"),
    [
        pytest.param("acme", "feature/amount", id="D06: a branch of the repository"),
        pytest.param("Acme", "feature/amount", id="D06: its owner in another case"),
        pytest.param("mallory", "mallory:feature/amount", id="D06: a branch of a fork"),
        pytest.param(None, ":feature/amount", id="D06: a branch of a fork that is gone"),
    ],
)
def test_a_fork_cannot_pretend_to_be_an_internal_branch(
    head_owner: str | None, expected: str
) -> None:
    assert replace(pull(), head_owner=head_owner).head_name == expected


def test_f02_a_trailer_makes_nobody_a_contributor() -> None:
    # A commit as values has no message: what anyone may write there is not even handed in.
    assert "message" not in Commit.__slots__


@pytest.mark.parametrize(
    "value",
    [
        pytest.param("body", id="A23: no text of a review is matched against a pattern"),
        pytest.param("editor", id="F03: a text that somebody else edited approves nothing"),
        pytest.param("submitted_at", id="I01: there are no times to go by"),
    ],
)
def test_only_the_state_of_a_review_counts(value: str) -> None:
    given = review("review-approver", ReviewState.COMMENTED)

    assert not hasattr(given, value)
    assert judged(need("review-approver"), pull(given)).state is State.PENDING


def test_f05_one_review_may_hold_for_one_requirement_and_be_stale_for_another() -> None:
    given = review("review-approver", commit="c1", seen=SEEN)
    one, other = need("review-approver", key="a"), need("review-approver", key="b", head=True)

    tree = judged(every(one, other), pull(given), ApprovalPolicy(several_roles=True))
    first, second = tree.leaves()

    assert (tree.state, first.state, second.state) == (
        State.PENDING,
        State.APPROVED,
        State.PENDING,
    )
    assert [(stale.login, stale.commit, stale.why) for stale in second.stale] == [
        ("review-approver", "c1", "commits came after it")
    ]


def test_people_are_placed_so_that_only_unknown_members_are_left_to_tell() -> None:
    owner = need("ada", teams=("acme/unknown",), count=2, key="owner:x", side="owner")
    board = need("ada", "hilda", key="board", side="board")

    tree = judged(every(owner, board), pull(*approvals("ada", "bob", "hilda")))

    assert (tree.state, counted(tree)) == (
        State.UNDECIDED,
        {"owner:x": ["ada"], "board": ["hilda"]},
    )


_OWNER = need("ada", key="owner:x", side="owner")
_CONSUMER = need("ada", key="consumer:y", side="consumer")
_BOARD = need("ada", "bob", key="board", side="board")


@pytest.mark.parametrize(
    ("needed", "people", "several", "expected"),
    [
        pytest.param(
            every(_OWNER, _CONSUMER, _BOARD),
            ("ada",),
            False,
            (State.PENDING, 1),
            id="I06: one person fills one role",
        ),
        pytest.param(
            every(_OWNER, _CONSUMER, _BOARD),
            ("ada",),
            True,
            (State.APPROVED, 3),
            id="I06: one person fills several where the policy says so",
        ),
        pytest.param(
            every(_OWNER, _BOARD),
            ("ada", "bob"),
            False,
            (State.APPROVED, 2),
            id="I06: people count where they help most",
        ),
        pytest.param(
            every(_BOARD, _OWNER),
            ("bob", "ada"),
            False,
            (State.APPROVED, 2),
            id="I06: whatever the order",
        ),
        pytest.param(
            every(need("ada", "bob", count=2, side="board", key="board"), _OWNER),
            ("ada", "bob"),
            False,
            (State.PENDING, 1),
            id="I06: two of two are two people",
        ),
        pytest.param(
            every(_OWNER, need("ada", key="owner:z", side="owner")),
            ("ada",),
            False,
            (State.APPROVED, 2),
            id="I06: an owner of two contracts is an owner",
        ),
    ],
)
def test_roles_of_one_person(
    needed: Need, people: tuple[str, ...], several: bool, expected: tuple[State, int]
) -> None:
    tree = judged(needed, pull(*approvals(*people)), ApprovalPolicy(several_roles=several))
    met = sum(answer.state is State.APPROVED for answer in tree.leaves())

    assert (tree.state, met) == expected
