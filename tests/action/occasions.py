"""Every event that starts the action: what is there then, and what the event tells of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from bot.adapters.clock import now
from tests.action.contracts import contract
from tests.github import events
from tests.github.server import StandIn
from tests.github.state import Pull

ORDERS = "contracts/orders.odcs.yaml"
WAIVERS = "contracts/orders.waivers.yaml"
Stage = Callable[[StandIn], Mapping[str, object]]


def opened(hub: StandIn, text: str) -> Pull:
    """Return a pull request of bob's that leaves the contract as this text."""
    hub.commit({ORDERS: text}, branch="feature", author="bob")
    return hub.open_pull("feature", author="bob")


def a_break(hub: StandIn) -> Mapping[str, object]:
    """A field goes, and the version among the changed lines is too low."""
    pull = opened(hub, contract(fields=("id",), domain="shop"))
    return events.pull_request(hub, pull, "opened")


def an_announced_break(hub: StandIn) -> Mapping[str, object]:
    """A field goes with the version for it: the owner has to approve."""
    pull = opened(hub, contract("2.0.0", ("id",)))
    return events.pull_request(hub, pull, "opened")


def an_approval(hub: StandIn) -> Mapping[str, object]:
    """The owner approves."""
    pull = opened(hub, contract("2.0.0", ("id",)))
    review = hub.review(pull, "alice")
    return events.pull_request_review(hub, pull, review)


def the_run_after_a_forks(hub: StandIn) -> Mapping[str, object]:
    """A run for a fork's pull request has ended."""
    fork = hub.fork("mallory")
    hub.commit({ORDERS: contract("2.0.0", ("id",))}, branch="c", author="mallory", repo=fork)
    return events.workflow_run(hub, hub.open_pull("c", author="mallory", fork=fork))


def a_merge_queue(hub: StandIn) -> Mapping[str, object]:
    """A merge queue asks for checks on its own commit."""
    pull = opened(hub, contract("2.0.0", ("id",)))
    hub.review(pull, "alice")
    return events.merge_group(hub, pull)


def a_push(hub: StandIn) -> Mapping[str, object]:
    """The default branch has a version that is not released."""
    tip = hub.repo.store.tip("main") or ""
    return events.push(hub, events.NOTHING, tip)


def the_clock(hub: StandIn) -> Mapping[str, object]:
    """A waiver ends soon, and a pull request is open that nobody judged."""
    hub.commit({WAIVERS: waiver()})
    opened(hub, contract(fields=("id",), domain="shop"))
    return events.schedule()


def a_person_who_names_a_pull_request(hub: StandIn) -> Mapping[str, object]:
    """Somebody starts the workflow by hand, for a pull request."""
    pull = opened(hub, contract(fields=("id",), domain="shop"))
    return events.workflow_dispatch(hub, {"pull-request": str(pull.number)})


def a_person_who_names_nothing(hub: StandIn) -> Mapping[str, object]:
    """Somebody starts the workflow by hand: the sweep runs."""
    hub.commit({WAIVERS: waiver()})
    return events.workflow_dispatch(hub)


def waiver() -> str:
    """Return a waiver that ends within the month."""
    return (
        "waivers:\n  - rule: element-removed-early\n    reason: The team agreed\n"
        f"    owner: alice\n    expires: {now().date() + timedelta(days=10)}\n"
    )


OCCASIONS: tuple[tuple[str, Stage], ...] = (
    ("pull_request", a_break),
    ("pull_request_target", an_announced_break),
    ("pull_request_review", an_approval),
    ("workflow_run", the_run_after_a_forks),
    ("merge_group", a_merge_queue),
    ("push", a_push),
    ("schedule", the_clock),
    ("workflow_dispatch", a_person_who_names_a_pull_request),
    ("workflow_dispatch", a_person_who_names_nothing),
)
"""The name of each event, and what stages it and returns its payload."""
