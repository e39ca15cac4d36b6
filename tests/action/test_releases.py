"""Releases on a push: what is merged is tagged and published once, whatever came in between."""

from __future__ import annotations

import json
import subprocess
import threading

import pytest

from bot.render.machine.audit import TRAILER, read_audit
from tests.action.conftest import Ran, Runner
from tests.action.contracts import contract
from tests.github import events
from tests.github.deeds.pulls import MergeMethod
from tests.github.faults import DropsAfter, DropsBefore
from tests.github.server import StandIn
from tests.github.state import Pull

ORDERS = "contracts/orders.odcs.yaml"


def pushed(hub: StandIn, runner: Runner, **inputs: object) -> Ran:
    tip = hub.repo.store.tip("main") or ""
    payload = events.push(hub, str(hub.repo.store.resolve(f"{tip}^") or events.NOTHING), tip)
    return runner.run("push", payload, **inputs)  # type: ignore[arg-type]


def merged(hub: StandIn, method: MergeMethod = "merge") -> Pull:
    text = contract("2.0.0", ("id",))
    hub.commit({"README.md": "Read"}, branch="feature", author="bob", message="Tell of it")
    hub.commit({ORDERS: text}, branch="feature", author="bob", message="Drop the total")
    pull = hub.open_pull("feature", author="bob")
    hub.review(pull, "alice")
    hub.merge(pull, method)
    return pull


def message(hub: StandIn, tag: str) -> str:
    done = subprocess.run(
        ["git", "-C", str(hub.repo.store.path), "tag", "--list", tag, "--format=%(contents)"],
        capture_output=True, check=True,
    )  # fmt: skip
    return done.stdout.decode()


def state(hub: StandIn) -> object:
    return {
        found.tag: (found.draft, found.body, sorted(asset.name for asset in found.assets))
        for found in hub.repo.releases
    }


def test_the_first_push_releases_what_is_there(hub: StandIn, runner: Runner) -> None:
    ran = pushed(hub, runner)

    assert (ran.code, ran.outputs["released"]) == (0, "orders/v1.0.0")
    assert [(one.tag, one.draft) for one in hub.repo.releases] == [("orders/v1.0.0", False)]
    assert [asset.name for asset in hub.repo.releases[0].assets] == [
        "orders.odcs.yaml",
        "orders.odcs.json",
    ]
    assert hub.repo.releases[0].assets[0].content == contract().encode()
    assert json.loads(hub.repo.releases[0].assets[1].content)["version"] == "1.0.0"


@pytest.mark.parametrize("method", ["merge", "squash", "rebase"])
def test_a_release_tells_who_approved_however_it_was_merged(
    hub: StandIn, runner: Runner, method: MergeMethod
) -> None:
    pushed(hub, runner)
    pull = merged(hub, method)
    ran = pushed(hub, runner)
    audit = read_audit(message(hub, "orders/v2.0.0")) or {}
    approvals = audit["approvals"]
    assert isinstance(approvals, dict)

    assert ran.outputs["released"] == "orders/v2.0.0"
    assert "Approved by `alice`" in str(hub.repo.releases[-1].body)
    assert "compare/orders%2Fv1.0.0...orders%2Fv2.0.0" in str(hub.repo.releases[-1].body)
    assert audit["verdict"] == {"word": "passed", "steps": []}
    assert audit["pull_request"] == {"number": pull.number, "author": "bob", "head": pull.head_sha}
    assert [
        (given["login"], given["commit"])
        for need in approvals["requirements"]
        for given in need["given"]
    ] == [("alice", pull.head_sha)]
    assert [list(need["content"]) for need in approvals["requirements"]] == [[ORDERS]]


def test_git_itself_finds_the_audit(hub: StandIn, runner: Runner) -> None:
    pushed(hub, runner)
    form = f"--format=%(contents:trailers:key={TRAILER},valueonly)"
    done = subprocess.run(
        ["git", "-C", str(hub.repo.store.path), "tag", "--list", form],
        capture_output=True, check=True,
    )  # fmt: skip

    assert json.loads(done.stdout)["contract"] == "orders"


def test_a_second_push_releases_nothing_again(hub: StandIn, runner: Runner) -> None:
    pushed(hub, runner)
    hub.forget_calls()
    ran = pushed(hub, runner)

    assert hub.writes == ()
    assert ran.outputs["released"] == ""


@pytest.mark.parametrize(
    "fault", [pytest.param(DropsBefore(), id="before"), pytest.param(DropsAfter(), id="after")]
)
def test_wherever_a_run_dies_the_next_one_finishes(
    hub: StandIn, runner: Runner, fault: DropsBefore | DropsAfter
) -> None:
    pushed(hub, runner)
    number = len(hub.writes)
    hub.commit({ORDERS: contract("1.1.0", ("id", "total"))}, message="1.1.0")
    for survived in range(number):
        hub.faults.plan(
            "writes", "^/repos|^/api/uploads", DropsBefore(), times=-1, skip=survived + 1
        )
        hub.faults.plan("writes", "^/repos|^/api/uploads", fault, skip=survived)
        assert pushed(hub, runner).code in {0, 2}
        hub.faults.clear()
        pushed(hub, runner)
        published = [one for one in hub.repo.releases if not one.draft]
        assert len(published) == len(hub.repo.releases) == survived + 2
        assert all(len(one.assets) == 2 for one in published)
        hub.commit({ORDERS: contract(f"1.{survived + 2}.0", ("id", "total"))}, message="Next")


def test_a_tag_that_somebody_moved_is_loud_and_keeps_nothing_else_back(
    hub: StandIn, runner: Runner
) -> None:
    first = hub.repo.store.tip("main") or ""
    hub.commit({ORDERS: contract("1.1.0"), "contracts/x.odcs.yaml": contract(name="x")})
    hub.tag("orders/v1.1.0", first, "mine")
    ran = pushed(hub, runner)

    assert ran.code == 1
    assert ran.outputs["released"] == "x/v1.0.0"
    assert "Not released" in ran.summary


def test_racing_runs_end_with_one_release(hub: StandIn, runner: Runner) -> None:
    threads = [threading.Thread(target=pushed, args=(hub, runner)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    pushed(hub, runner)

    assert [(one.tag, one.draft) for one in hub.repo.releases] == [("orders/v1.0.0", False)]


def test_what_is_closed_unmerged_releases_nothing(hub: StandIn, runner: Runner) -> None:
    hub.commit({ORDERS: contract("2.0.0", ("id",))}, branch="feature", author="bob")
    pull = hub.open_pull("feature", author="bob")
    payload = events.pull_request(hub, pull, "closed")
    ran = runner.run("pull_request_target", payload)

    assert (ran.code, ran.outputs["verdict"]) == (0, "none")
    assert hub.writes == ()


def test_a_dry_run_says_what_would_be_released(
    hub: StandIn, runner: Runner, capsys: pytest.CaptureFixture[str]
) -> None:
    pushed(hub, runner, dry_run=True)

    assert hub.writes == ()
    assert "would release orders/v1.0.0" in capsys.readouterr().out
