"""A pull request as values: unknown people stay unknown, and what cannot be read is said."""

from __future__ import annotations

import pytest

from bot.adapters.github.client import Client
from bot.adapters.github.gateway import Gateway
from bot.core.approvals.pull_request import Kind, ReviewState, Teams
from bot.core.errors import StewardError
from tests.adapters.github.conftest import connection
from tests.github.faults import Empty, Fails, Html, Truncated
from tests.github.server import StandIn
from tests.github.state import Permission, Pull, TokenKind
from tests.github.store import Who


def test_people_commits_and_reviews_are_read(hub: StandIn, pull: Pull, gateway: Gateway) -> None:
    hub.review(pull, "alice")
    found = gateway.pull_request(pull.number)

    assert (found.author, found.head, found.base) == ("bob", pull.head_sha, pull.base_sha)
    assert [(commit.author, commit.committer) for commit in found.commits] == [("bob", "bob")]
    assert [(review.login, review.state, review.commit) for review in found.reviews] == [
        ("alice", ReviewState.APPROVED, pull.head_sha)
    ]
    assert found.head_name == "feature"
    assert found.counts is not None
    assert (found.counts.files, found.counts.commits) == (1, 1)


def test_an_address_that_github_does_not_know_is_nobody(hub: StandIn, gateway: Gateway) -> None:
    stranger = Who("Nobody", "nobody@nowhere.example")
    hub.commit({"contracts/orders.yaml": "a\n"}, branch="feature", author=stranger)
    pull = hub.open_pull("feature", author="bob")

    (commit,) = gateway.pull_request(pull.number).commits

    assert (commit.author, commit.committer) == (None, None)


def test_who_left_github_is_nobody(hub: StandIn, pull: Pull, gateway: Gateway) -> None:
    hub.delete_user("bob")

    assert gateway.pull_request(pull.number).author is None


def test_a_fork_is_told_from_the_repository(hub: StandIn, gateway: Gateway) -> None:
    fork = hub.fork("mallory")
    hub.commit({"contracts/orders.yaml": "a\n"}, branch="main", author="mallory", repo=fork)
    pull = hub.open_pull("main", author="mallory", fork=fork)

    assert gateway.pull_request(pull.number).head_name == "mallory:main"

    hub.delete_fork(fork)

    assert gateway.pull_request(pull.number).head_owner is None


def test_a_review_of_a_bot_says_so(hub: StandIn, pull: Pull, gateway: Gateway) -> None:
    hub.user("helper[bot]", Permission.WRITE, bot=True)
    hub.review(pull, "helper[bot]")

    (review,) = gateway.pull_request(pull.number).reviews

    assert review.kind is Kind.BOT


def test_teams_are_known_to_an_apps_token_alone(hub: StandIn, gateway: Gateway) -> None:
    hub.team("data", "Carol")
    app = connection(hub, TokenKind.APP)

    names = ["acme/data", "acme/gone", "people"]
    assert gateway.teams(names) == Teams()
    assert Gateway(connection(hub), app).teams(names) == Teams(
        members={"acme/data": frozenset({"carol"})}, missing=frozenset({"acme/gone"})
    )


def test_a_pull_request_is_found_by_its_head(pull: Pull, gateway: Gateway) -> None:
    assert gateway.found_by_head("acme", "feature", pull.head_sha) == pull.number
    assert gateway.found_by_head("acme", "feature", "0" * 40) is None
    assert gateway.found_by_head("acme", "other", pull.head_sha) is None


def test_a_renamed_repository_is_followed(hub: StandIn, pull: Pull, gateway: Gateway) -> None:
    hub.world.rename(hub.repo, "data-contracts")

    assert gateway.pull_request(pull.number).author == "bob"


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_a_passing_failure_is_waited_out(
    hub: StandIn, pull: Pull, gateway: Gateway, status: int
) -> None:
    hub.faults.plan("GET", r"/pulls/1$", Fails(status))

    assert gateway.pull_request(pull.number).author == "bob"


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        pytest.param(Fails(401, "Bad credentials"), "E602", id="a token that is not valid"),
        pytest.param(Fails(403, "Resource not accessible by integration"), "E602", id="no right"),
        pytest.param(Fails(404, "Not Found"), "E603", id="nothing there"),
        pytest.param(
            Fails(403, "You have exceeded a secondary rate limit", retry_after=3600),
            "E604",
            id="a limit for longer than we wait",
        ),
        pytest.param(Fails(429, "Too many requests"), "E604", id="too many calls, for ever"),
        pytest.param(Html(200), "E601", id="a page for people"),
        pytest.param(Empty(), "E601", id="an empty answer"),
        pytest.param(Truncated(), "E601", id="half an answer"),
    ],
)
def test_a_refusal_has_a_code_and_a_next_step(
    hub: StandIn, pull: Pull, gateway: Gateway, fault: Fails | Html | Empty | Truncated, code: str
) -> None:
    hub.faults.plan("GET", r"/pulls/1$", fault, times=-1)

    with pytest.raises(StewardError) as raised:
        gateway.pull_request(pull.number)

    (told,) = raised.value.faults
    assert told.code == code
    assert told.hint


def test_a_host_that_is_not_there_is_told() -> None:
    nowhere = "http://127.0.0.1:9"
    client = Client(url=nowhere, repository="acme/contracts", token="-", wait=0, backoff=0)  # noqa: S106  # nobody asks for it

    with pytest.raises(StewardError) as raised:
        Gateway(client).pull_request(1)

    assert raised.value.faults[0].code == "E601"
