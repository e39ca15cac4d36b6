"""The sweep: what ends is told in an issue for each contract; open changes are judged again."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.adapters.clock import now
from bot.hosted.rejudging import RESERVE
from bot.hosted.sweeping import Item, issues, news
from tests.action.conftest import Ran, Runner
from tests.action.contracts import contract
from tests.github import events
from tests.github.server import StandIn

ORDERS = "contracts/orders.odcs.yaml"


def swept(runner: Runner, **inputs: object) -> Ran:
    return runner.run("schedule", events.schedule(), **inputs)  # type: ignore[arg-type]


def waiver(last_day: date) -> str:
    return (
        "waivers:\n  - rule: element-removed-early\n    reason: The team agreed\n"
        f"    owner: alice\n    expires: {last_day}\n"
    )


def told(hub: StandIn) -> list[tuple[str, str]]:
    return [(issue.title, issue.state) for issue in hub.repo.issues.values()]


def test_a_waiver_that_ends_soon_has_an_issue_until_it_is_gone(
    hub: StandIn, runner: Runner
) -> None:
    hub.commit({"contracts/orders.waivers.yaml": waiver(now().date() + timedelta(days=10))})
    ran = swept(runner)

    assert ran.code == 0, ran.summary
    assert told(hub) == [("Look after the data contract orders", "open")]

    hub.forget_calls()
    swept(runner)
    assert hub.writes == ()

    hub.commit({"contracts/orders.waivers.yaml": None})
    swept(runner)
    assert told(hub) == [("Look after the data contract orders", "closed")]


def test_what_may_go_is_told(hub: StandIn, runner: Runner) -> None:
    text = contract(fields=("id", "total")) + "        deprecated: true\n"
    hub.commit({ORDERS: re.sub("v3.1.0", "v3.2.0", text)})
    ran = swept(runner)

    assert ran.code == 0, ran.summary
    assert "orders.orders.total" in ran.summary


def test_a_contract_that_nobody_answers_for_is_told(hub: StandIn, runner: Runner) -> None:
    ownerless = contract().replace('"@alice"', "somebody").replace("role: owner", "role: reader")
    hub.commit({ORDERS: ownerless, ".github/CODEOWNERS": None})

    assert "names no owner" in swept(runner).summary


def test_an_approval_on_a_fork_is_found_by_the_sweep(hub: StandIn, runner: Runner) -> None:
    fork = hub.fork("mallory")
    hub.commit({ORDERS: contract("2.0.0", ("id",))}, branch="c", author="mallory", repo=fork)
    pull = hub.open_pull("c", author="mallory", fork=fork)
    runner.review(pull)
    hub.review(pull, "alice")
    swept(runner)

    assert hub.repo.checks[-1].conclusion == "success"


def test_a_sweep_that_uses_up_its_calls_says_how_far_it_came(hub: StandIn, runner: Runner) -> None:
    for number in range(3):
        hub.commit({ORDERS: contract("2.0.0", ("id",))}, branch=f"c{number}", author="bob")
        hub.open_pull(f"c{number}", author="bob")
    token = hub.token()
    hub.use_up(token, leaving=RESERVE + 6)
    ran = swept(runner, token=token)

    assert ran.code == 0, ran.summary
    assert "1 of 3 open pull requests were judged again" in ran.summary
    assert "the next sweeps begin with others" in ran.summary.lower()


def test_a_commit_of_tomorrow_is_no_fault_of_the_sweep(hub: StandIn, runner: Runner) -> None:
    hub.clock.advance(days=3_650)
    hub.commit({ORDERS: contract("1.1.0")}, message="By a clock that is years ahead")

    assert swept(runner).code == 0


def test_people_are_told_a_month_a_week_and_the_day_before() -> None:
    today = date(2026, 5, 1)
    found = [
        Item(contract="a", day=today + timedelta(days=days), words=f"in {days}", markdown="")
        for days in (31, 30, 8, 7, 1, 0, -1)
    ]

    assert news(found, today) == "Data contracts:\nin 30\nin 7\nin 0"


def test_an_issue_is_no_longer_than_github_takes() -> None:
    found = [
        Item(contract="a", day=None, words="", markdown=f"`{'x' * 160}` reads {'y' * 700} {number}")
        for number in range(300)
    ]
    (issue,) = issues(found)
    body = issue.body or ""

    assert len(body) < 65_000
    told = body.count("\n* `") + 1
    assert f"\n* and {300 - told} more\n" in body
