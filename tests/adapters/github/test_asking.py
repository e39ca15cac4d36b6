"""Labels, requests for reviews, and suggestions: each once, and never in the way of the rest."""

from __future__ import annotations

from bot.adapters.github.gateway import Gateway
from bot.hosting import Suggestion
from tests.adapters.github.conftest import connection
from tests.github.faults import Stale
from tests.github.server import StandIn
from tests.github.state import Permission, Pull, TokenKind

LINE = Suggestion(
    path="contracts/orders.yaml", line=1, text="version: 3.0.0", reason="A field went."
)


def labels(pull: Pull) -> list[str]:
    return sorted(label.name for label in pull.labels)


def test_our_labels_follow_the_answer_and_others_stay(
    hub: StandIn, pull: Pull, gateway: Gateway
) -> None:
    hub.put_labels(pull, "bug", "contracts: compatible")

    gateway.label(pull.number, labels(pull), ["contracts: breaking"])

    assert labels(pull) == ["bug", "contracts: breaking"]


def test_labels_that_are_right_are_not_written(hub: StandIn, pull: Pull, gateway: Gateway) -> None:
    hub.put_labels(pull, "contracts: breaking")

    gateway.label(pull.number, labels(pull), ["contracts: breaking"])

    assert hub.writes == ()


def test_people_are_asked_one_by_one_and_strangers_are_named(
    hub: StandIn, pull: Pull, gateway: Gateway
) -> None:
    hub.user("carol", Permission.WRITE)
    hub.user("stranger")

    refused = gateway.request(pull.number, ["alice", "stranger", "carol"], [])

    assert refused == ("stranger",)
    assert sorted(user.login for user in pull.asked) == ["alice", "carol"]


def test_a_workflows_token_can_ask_no_team(hub: StandIn, pull: Pull, gateway: Gateway) -> None:
    hub.team("data", "carol")

    assert gateway.request(pull.number, [], ["acme/data"]) == ("acme/data",)
    assert pull.asked_teams == []


def test_an_apps_token_can_ask_a_team(hub: StandIn, pull: Pull) -> None:
    hub.team("data", "carol")
    door = Gateway(connection(hub, TokenKind.APP))

    assert door.request(pull.number, [], ["acme/data"]) == ()
    assert [team.slug for team in pull.asked_teams] == ["data"]


def test_a_suggestion_is_made_once(hub: StandIn, pull: Pull, gateway: Gateway) -> None:
    gateway.suggest(pull.number, pull.head_sha, [LINE])
    hub.forget_calls()
    gateway.suggest(pull.number, pull.head_sha, [LINE])

    (comment,) = pull.review_comments
    assert comment.body.startswith("A field went.\n\n```suggestion\nversion: 3.0.0\n```\n")
    assert (comment.path, comment.line) == ("contracts/orders.yaml", 1)
    assert hub.writes == ()


def test_a_suggestion_that_no_one_needs_any_more_goes(pull: Pull, gateway: Gateway) -> None:
    gateway.suggest(pull.number, pull.head_sha, [LINE])
    gateway.suggest(pull.number, pull.head_sha, [])

    assert pull.review_comments == []


def test_a_line_that_the_pull_request_does_not_show_takes_no_suggestion(
    pull: Pull, gateway: Gateway
) -> None:
    far = Suggestion(path="contracts/other.yaml", line=900, text="x", reason="y")

    gateway.suggest(pull.number, pull.head_sha, [far])

    assert pull.review_comments == []


def test_of_suggestions_that_two_runs_made_at_once_the_oldest_stays(
    hub: StandIn, pull: Pull, gateway: Gateway
) -> None:
    gateway.suggest(pull.number, pull.head_sha, [LINE])
    (first,) = pull.review_comments
    hub.faults.plan("GET", r"/comments$", Stale())
    gateway.suggest(pull.number, pull.head_sha, [LINE])
    assert len(pull.review_comments) == 2

    gateway.suggest(pull.number, pull.head_sha, [LINE])

    assert pull.review_comments == [first]
