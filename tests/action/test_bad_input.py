"""What strangers call things, and what GitHub answers on a bad day: the action end to end."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable

import pytest

from tests.action.conftest import Runner
from tests.action.contracts import contract
from tests.action.occasions import ORDERS
from tests.github import events
from tests.github.faults import Drips, DropsAfter, Empty, Fails, Fault, Html, Truncated
from tests.github.server import StandIn
from tests.github.state import Pull
from tests.github.store import Who

ANNOUNCED = contract("2.0.0", ("id",))
NAMES = [
    pytest.param("`id`", id="a command in backticks"),
    pytest.param("$(id)", id="a command in brackets"),
    pytest.param('";curl', id="the end of a quotation"),
    pytest.param("%0Aset-output", id="an encoded line break"),
    pytest.param("ü" * 100, id="a long name in Unicode"),
    pytest.param("-rf", id="an option"),
    pytest.param("refs/heads/x", id="a full name of a branch"),
    pytest.param("a" * 40, id="a name like a commit"),
    pytest.param("@acme/team", id="a name like a team"),
    pytest.param("a|b<!--", id="signs of Markdown"),
]
TITLES = [
    *NAMES,
    pytest.param("%0A::set-output", id="an encoded order to the runner"),
    pytest.param("one\n::add-mask::a\n::error::b", id="orders on lines of their own"),
]


def opened(hub: StandIn, branch: str = "feature", *, title: str = "Change") -> Pull:
    hub.commit({ORDERS: ANNOUNCED}, branch=branch, author="bob")
    return hub.open_pull(branch, author="bob", title=title)


def first_push(hub: StandIn) -> events.Payload:
    return events.push(hub, events.NOTHING, hub.repo.store.tip("main") or "")


def orders(text: str) -> list[str]:
    """Return the orders that a runner takes from a log: those not within stopped ones."""
    kept = re.sub(r"(?ms)^::stop-commands::(\w+)$.*?^::\1::$", "", text)
    return [line for line in kept.splitlines() if line.startswith(("::", "##["))]


@pytest.mark.parametrize("title", TITLES)
def test_no_title_is_an_order(
    hub: StandIn, runner: Runner, capsys: pytest.CaptureFixture[str], title: str
) -> None:
    ran = runner.review(opened(hub, title=title))

    assert ran.outputs["verdict"] == "pending"
    assert orders(capsys.readouterr().out) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_branch_of_any_name_is_reviewed(
    hub: StandIn, runner: Runner, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    pull = opened(hub, name)
    ran = runner.review(pull)
    after = runner.run("workflow_run", events.workflow_run(hub, pull))

    assert (ran.outputs["verdict"], after.outputs["verdict"]) == ("pending", "pending")
    assert orders(capsys.readouterr().out) == []
    assert len(pull.comments) == 1


@pytest.mark.parametrize("name", NAMES)
def test_a_pull_request_into_a_branch_of_any_name_is_judged(
    hub: StandIn, runner: Runner, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    hub.point(name, hub.repo.store.tip("main") or "")
    hub.commit({ORDERS: ANNOUNCED}, branch="feature", author="bob")
    ran = runner.review(hub.open_pull("feature", author="bob", base=name))

    assert ran.outputs["verdict"] == "pending"
    assert orders(capsys.readouterr().out) == []


def test_a_branch_main_of_a_fork_is_not_the_repositorys(hub: StandIn, runner: Runner) -> None:
    fork = hub.fork("mallory")
    hub.commit({ORDERS: ANNOUNCED}, branch="main", author="mallory", repo=fork)
    pull = hub.open_pull("main", author="mallory", fork=fork)
    ran = runner.run("workflow_run", events.workflow_run(hub, pull))

    assert ran.outputs["verdict"] == "pending"
    assert [run.sha for run in hub.repo.checks] == [pull.head_sha]


def test_a_pull_request_that_goes_elsewhere_now_is_judged_by_that_branch(
    hub: StandIn, runner: Runner
) -> None:
    hub.point("next", hub.repo.store.tip("main") or "")
    pull = opened(hub)
    runner.review(pull)
    pull.base_ref, old = "next", pull.base_ref
    runner.run("pull_request_target", events.retargeted(hub, pull, old, pull.base_sha))

    assert [run.name for run in hub.repo.checks] == ["Data contracts", "Data contracts for next"]


def test_a_pull_request_of_a_bot_is_reviewed(hub: StandIn, runner: Runner) -> None:
    hub.user("dependabot[bot]", bot=True)
    hub.commit({ORDERS: ANNOUNCED}, branch="feature", author="dependabot[bot]")
    pull = hub.open_pull("feature", author="dependabot[bot]")
    hub.review(pull, "alice")

    assert runner.review(pull).outputs["verdict"] == "passed"


def test_an_account_that_github_does_not_know_keeps_a_change_undecided(
    hub: StandIn, runner: Runner
) -> None:
    hub.commit({ORDERS: ANNOUNCED}, branch="feature", author=Who("Nobody", "no@where.example"))
    pull = hub.open_pull("feature", author="bob")
    hub.review(pull, "alice")

    assert runner.review(pull).outputs["verdict"] == "undecided"


def test_a_commit_behind_a_merge_makes_its_author_a_contributor(
    hub: StandIn, runner: Runner
) -> None:
    hub.commit({ORDERS: ANNOUNCED}, branch="side", author="alice")
    hub.commit({"README.md": "Read"}, branch="feature", author="bob")
    hub.merge_commit("feature", "side", author="bob")
    pull = hub.open_pull("feature", author="bob")
    hub.review(pull, "alice")

    assert runner.review(pull).outputs["verdict"] != "passed"


def test_a_label_put_on_by_hand_approves_nothing(hub: StandIn, runner: Runner) -> None:
    pull = opened(hub)
    for name in ("approved", "contracts: compatible", "lgtm"):
        hub.put_labels(pull, name)
    ran = runner.review(pull, "labeled")

    assert ran.outputs["verdict"] == "pending"
    assert "contracts: compatible" not in {label.name for label in pull.labels}


def test_a_comment_approves_nothing(hub: StandIn, runner: Runner) -> None:
    pull = opened(hub)
    for word in ("/approve", "LGTM", "👍"):
        hub.comment(pull, "alice", word)
    hub.review(pull, "alice", "COMMENT", body="/approve")

    assert runner.review(pull).outputs["verdict"] == "pending"


def test_the_steward_itself_reviews_nothing(hub: StandIn, runner: Runner) -> None:
    pull = opened(hub)
    runner.review(pull)
    hub.review(pull, "alice")
    runner.review(pull)

    assert [review.author.login for review in pull.reviews] == ["alice"]
    assert not any("/reviews" in call.path for call in hub.writes)


def test_a_contract_that_moves_out_of_the_watched_folder_is_a_contract_that_goes(
    hub: StandIn, runner: Runner
) -> None:
    moved = {ORDERS: None, "elsewhere/orders.yaml": contract()}
    hub.commit(moved, branch="feature", author="bob")
    ran = runner.review(hub.open_pull("feature", author="bob"))

    assert ran.outputs["verdict"] not in {"passed", "none"}


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, id=word)
        for name, word in {
            "sales/orders": "a slash", "the orders": "a space", "a..b": "two dots",
            "a~b^c:d?e*f[g": "signs of Git", "a@{b": "a brace", "a.lock": "a lock",
            ".a": "a dot first", "a/": "a slash last", "größe": "letters beyond ASCII",
            "-rf": "an option", "v1": "a version",
        }.items()
    ],
)  # fmt: skip
def test_a_contract_of_any_id_is_released_once(hub: StandIn, runner: Runner, name: str) -> None:
    hub.commit({ORDERS: contract(name=f'"{name}"')})
    push = first_push(hub)
    runner.run("push", push)
    hub.forget_calls()
    again = runner.run("push", push)

    assert [one.draft for one in hub.repo.releases] == [False]
    assert (again.code, again.outputs["released"], hub.writes) == (0, "", ())


def test_a_protected_tag_is_told_and_released_once_that_is_mended(
    hub: StandIn, runner: Runner
) -> None:
    hub.repo.protected_tags.append("orders/*")
    push = first_push(hub)
    ran = runner.run("push", push)

    assert ran.code == 2
    assert "git/refs" in ran.summary

    hub.repo.protected_tags.clear()
    assert runner.run("push", push).outputs["released"] == "orders/v1.0.0"


def test_releases_that_nobody_may_change_are_made(hub: StandIn, runner: Runner) -> None:
    hub.repo.immutable_releases = True
    push = first_push(hub)
    runner.run("push", push)

    assert [(one.tag, len(one.assets)) for one in hub.repo.releases] == [("orders/v1.0.0", 2)]


def test_a_tag_that_went_from_its_release_comes_back(hub: StandIn, runner: Runner) -> None:
    push = first_push(hub)
    runner.run("push", push)
    hub.repo.store.forget("refs/tags/orders/v1.0.0")
    subprocess.run(["git", "tag", "--delete", "orders/v1.0.0"], cwd=runner.checkout, check=True)
    runner.run("push", push)

    assert [(one.tag, one.draft) for one in hub.repo.releases] == [("orders/v1.0.0", False)]
    assert hub.repo.store.target("refs/tags/orders/v1.0.0")


def test_notes_that_are_too_long_for_github_are_cut(hub: StandIn, runner: Runner) -> None:
    fields = tuple(f"field_{number}_{'x' * 100}" for number in range(1_500))
    hub.commit({ORDERS: contract("1.1.0", ("id", *fields))})
    hub.commit({ORDERS: contract("2.0.0", ("id",))})
    ran = runner.run("push", first_push(hub))

    assert ran.outputs["released"].splitlines()[-1] == "orders/v2.0.0"
    body = hub.repo.releases[-1].body or ""
    assert len(body) <= 125_000
    assert re.search(r"(?m)^\* and [0-9,]+ more$", body)


def test_a_conversation_that_takes_no_comment_any_more_still_has_its_check(
    hub: StandIn, runner: Runner
) -> None:
    pull = opened(hub)
    full = "Commenting is disabled on issues with more than 2500 comments"
    hub.faults.plan("POST", r"/issues/[0-9]+/comments$", Fails(403, full), times=-1)
    ran = runner.review(pull)

    assert (ran.code, ran.outputs["verdict"]) == (1, "pending")
    assert full in ran.summary
    assert [run.conclusion for run in hub.repo.checks] == ["action_required"]


HOUR = 3600
SECONDARY = "You have exceeded a secondary rate limit"
BAD_DAYS: dict[str, tuple[Fault, int]] = {
    "a secondary limit with a time": (Fails(403, SECONDARY, 1), 1),
    "a secondary limit without one": (Fails(403, SECONDARY), 1),
    "too many calls, with a time": (Fails(429, "Too many requests", 1), 1),
    "too many calls, without one": (Fails(429, "Too many requests"), 1),
    "a failure": (Fails(500), 1),
    "a bad gateway": (Html(502), 1),
    "nobody there": (Fails(503), 1),
    "too late": (Fails(504), 1),
    "a slow drip": (Drips(20, 0.01), 1),
    "a secondary limit of an hour": (Fails(403, SECONDARY, HOUR), 2),
    "a token that is not valid": (Fails(401, "Bad credentials"), 2),
    "no right": (Fails(403, "Resource not accessible by integration"), 2),
    "nothing there": (Fails(404, "Not Found"), 2),
    "a page for people": (Html(200), 2),
    "an empty answer": (Empty(), 2),
    "half an answer": (Truncated(), 2),
}
"""What strikes the first look at a pull request, and how the job ends: 1 is the verdict's own."""


@pytest.mark.parametrize(
    ("fault", "code"), [pytest.param(*row, id=name) for name, row in BAD_DAYS.items()]
)
def test_a_bad_answer_is_waited_out_or_told(
    hub: StandIn, runner: Runner, fault: Fault, code: int
) -> None:
    hub.faults.plan("GET", r"/pulls/1$", fault, times=1 if code == 1 else -1)
    ran = runner.review(opened(hub))

    assert ran.code == code
    assert ran.outputs["verdict"] == ("pending" if code == 1 else "undecided")
    assert ran.summary


@pytest.mark.parametrize(
    ("resets_in", "code"),
    [
        pytest.param(-5, 1, id="that was set back already"),
        pytest.param(HOUR, 2, id="for another hour"),
    ],
)
def test_a_limit_that_is_used_up_is_waited_out_or_told(
    hub: StandIn, runner: Runner, resets_in: float, code: int
) -> None:
    token = hub.token()
    pull = opened(hub)
    hub.use_up(token, resets_in=resets_in)
    ran = runner.review(pull, token=token)

    assert ran.code == code
    assert ("E604" in ran.summary) == (code == 2)


WRITES: dict[str, Callable[[], Fault]] = {
    "a lost answer": DropsAfter,
    "a conflict": lambda: Fails(409, "Conflict"),
    "a refusal": lambda: Fails(422, "Validation Failed"),
    "something that is there already": lambda: Fails(422, "already_exists"),
    "a failure": lambda: Fails(500),
    "a secondary limit": lambda: Fails(403, SECONDARY),
}


@pytest.mark.parametrize("fault", [pytest.param(made, id=name) for name, made in WRITES.items()])
def test_whatever_one_write_is_answered_the_next_run_ends_whole(
    hub: StandIn, runner: Runner, fault: Callable[[], Fault]
) -> None:
    pull = opened(hub)
    for survived in range(3):
        hub.faults.plan("writes", "^/repos", fault(), skip=survived)
        assert runner.review(pull).code in {1, 2}
        hub.faults.clear()
    runner.review(pull)

    assert len(pull.comments) == 1
    assert [user.login for user in pull.asked] == ["alice"]
    assert {run.conclusion for run in hub.repo.checks} == {"action_required"}
    assert sorted(one.name for one in pull.labels) == [
        "contracts: breaking", "contracts: waiting for approval",
    ]  # fmt: skip


def test_a_repository_that_was_renamed_meanwhile_is_reviewed(hub: StandIn, runner: Runner) -> None:
    pull = opened(hub)
    payload = events.pull_request(hub, pull, "opened")
    told, variables = runner.called("pull_request_target", payload)
    hub.world.rename(hub.repo, "data-contracts")
    ran = runner.again(told, variables)

    assert (ran.code, ran.outputs["verdict"]) == (1, "pending")
    assert len(pull.comments) == 1
