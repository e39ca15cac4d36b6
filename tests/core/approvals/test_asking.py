from __future__ import annotations

import pytest

from bot.app.asking import Asking, Wanted, approvals
from bot.core.approvals.answer import State
from bot.core.approvals.policy import ApprovalPolicy, Ask, Board, ExtraRule, Givers, When
from bot.core.approvals.pull_request import PullRequest, Teams
from bot.core.approvals.scene import ChangedFile
from bot.core.policy.settings import SETTINGS_FILE, Settings
from bot.core.records import replace
from tests.core.approvals.making import approvals as given
from tests.core.approvals.making import pull

CHANGED = (ChangedFile(old=SETTINGS_FILE, new=SETTINGS_FILE, base="1", head="2"),)
POLICY = ApprovalPolicy(
    board=Board(givers=Givers(teams=("acme/board",))),
    objectors=Givers(teams=("acme/privacy",)),
    rules=(
        ExtraRule(
            name="audit",
            when=When(author_in=Givers(teams=("acme/robots",))),
            ask=Ask(count=0, statuses=("audit",)),
        ),
    ),
)
KNOWN = {
    "acme/board": frozenset({"hilda"}),
    "acme/privacy": frozenset[str](),
    "acme/robots": frozenset[str](),
}


def _never(_paths: frozenset[str]) -> PullRequest:
    pytest.fail("no review is needed")


def test_a01_reviews_are_not_fetched_where_nothing_needs_one() -> None:
    asking = Asking(files=(), codeowners=None, pull_request=_never)

    tree = approvals((), (), Settings(file=SETTINGS_FILE), asking, pytest.fail)

    assert tree is not None
    assert (tree.state, tree.judged) == (State.SKIPPED, True)


def test_the_host_is_asked_for_what_may_matter_and_for_no_more() -> None:
    told: list[frozenset[str] | Wanted] = []

    def fetched(paths: frozenset[str]) -> PullRequest:
        told.append(paths)
        return pull(*given("hilda"))

    def complete(pull_request: PullRequest, wanted: Wanted) -> PullRequest:
        told.append(wanted)
        return replace(pull_request, teams=Teams(members=KNOWN))

    asking = Asking(files=CHANGED, codeowners=None, pull_request=fetched, complete=complete)
    settings = Settings(file=SETTINGS_FILE, approvals=POLICY)

    tree = approvals((), (), settings, asking, pytest.fail)

    assert tree is not None
    assert tree.state is State.APPROVED
    assert told == [
        frozenset({SETTINGS_FILE}),
        Wanted(teams=frozenset(KNOWN), statuses=True),
    ]


def test_without_reviews_nothing_is_judged() -> None:
    asking = Asking(files=CHANGED, codeowners=None)

    tree = approvals((), (), Settings(file=SETTINGS_FILE), asking, pytest.fail)

    assert tree is not None
    assert (tree.judged, [answer.need.key for answer in tree.leaves()]) == (False, ["board"])
