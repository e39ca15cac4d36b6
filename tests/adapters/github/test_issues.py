"""The issues of the sweep: one for each contract, updated, and closed when all is done."""

from __future__ import annotations

from bot.adapters.github.gateway import Gateway
from bot.hosting import Issue
from tests.github.faults import Stale
from tests.github.server import StandIn


def wanted(body: str | None = "Two fields may go.") -> Issue:
    return Issue(key="orders", title="orders: 2 things to do", body=body)


def told(hub: StandIn) -> list[tuple[str, str]]:
    return [(issue.title, issue.state) for issue in hub.repo.issues.values()]


def test_an_issue_is_opened_once(hub: StandIn, gateway: Gateway) -> None:
    gateway.issues([wanted()])
    hub.forget_calls()
    gateway.issues([wanted()])

    assert told(hub) == [("orders: 2 things to do", "open")]
    assert hub.writes == ()


def test_it_is_updated_and_closed_when_done(hub: StandIn, gateway: Gateway) -> None:
    gateway.issues([wanted()])
    gateway.issues([wanted("One field may go.")])
    (issue,) = hub.repo.issues.values()
    assert (issue.body or "").startswith("One field may go.")

    gateway.issues([])

    assert told(hub) == [("orders: 2 things to do", "closed")]


def test_nothing_is_opened_where_nothing_is_to_be_done(hub: StandIn, gateway: Gateway) -> None:
    gateway.issues([wanted(None)])

    assert hub.writes == ()


def test_issues_of_others_are_left_alone(hub: StandIn, gateway: Gateway) -> None:
    gateway.issues([wanted()])
    (ours,) = hub.repo.issues.values()
    theirs = hub.open_issue("mine", author="mallory", body=ours.body)
    hub.put_labels(theirs, "contracts: sweep")

    gateway.issues([])

    assert dict(told(hub)) == {"orders: 2 things to do": "closed", "mine": "open"}


def test_what_somebody_closed_stays_closed_until_there_is_something_new(
    hub: StandIn, gateway: Gateway
) -> None:
    gateway.issues([wanted()])
    (issue,) = hub.repo.issues.values()
    hub.close(issue)
    hub.forget_calls()
    gateway.issues([wanted()])
    assert (told(hub), hub.writes) == ([("orders: 2 things to do", "closed")], ())

    gateway.issues([wanted("Three fields may go.")])
    assert told(hub) == [("orders: 2 things to do", "open")]
    assert (issue.body or "").startswith("Three fields may go.")


def test_what_was_done_and_comes_again_opens_the_same_issue(hub: StandIn, gateway: Gateway) -> None:
    gateway.issues([wanted()])
    gateway.issues([])
    gateway.issues([wanted()])

    assert told(hub) == [("orders: 2 things to do", "open")]


def test_of_two_issues_that_raced_the_older_one_stays(hub: StandIn, gateway: Gateway) -> None:
    gateway.issues([wanted()])
    (first,) = hub.repo.issues.values()
    hub.faults.plan("GET", r"/issues$", Stale())
    gateway.issues([wanted()])
    gateway.issues([wanted("Three fields may go.")])

    assert [issue for issue in hub.repo.issues.values() if issue.state == "open"] == [first]
