"""Lists are read to their end, or it is said; an answer is what it should be, or a fault."""

from __future__ import annotations

import pytest

from bot.adapters.github.client import Client
from bot.adapters.github.gateway import Gateway
from bot.adapters.github.releases import NEWEST, Releases
from bot.core.errors import StewardError
from bot.hosting import Comment
from tests.adapters.github.conftest import connection
from tests.adapters.github.test_releases import release
from tests.github.faults import Empty, Fails, Html, Redirects, Shifts, Truncated
from tests.github.server import StandIn
from tests.github.state import Pull, TokenKind

BEYOND = "lists more than 100 entries at `/repos/acme/contracts/issues/1/comments`"


def comments(hub: StandIn, pull: Pull, number: int) -> str:
    for word in range(number):
        hub.comment(pull, "bob", f"word {word}")
    return f"/repos/{hub.repo.full_name}/issues/{pull.number}/comments"


@pytest.mark.parametrize("number", [0, 1, 99, 100, 101, 200])
def test_a_list_is_read_to_its_end(hub: StandIn, pull: Pull, client: Client, number: int) -> None:
    path = comments(hub, pull, number)

    assert len({raw["id"] for raw in client.every(path)}) == number


@pytest.mark.parametrize(("number", "told"), [(100, 100), (101, None)])
def test_a_list_that_is_too_long_is_a_fault_and_never_cut_in_silence(
    hub: StandIn, pull: Pull, client: Client, number: int, told: int | None
) -> None:
    path = comments(hub, pull, number)
    if told is not None:
        assert len(list(client.every(path, most=100))) == told
        return

    with pytest.raises(StewardError, match=BEYOND) as raised:
        list(client.every(path, most=100))

    assert [fault.code for fault in raised.value.faults] == ["E606"]


@pytest.mark.parametrize(
    ("number", "most", "read", "whole"),
    [
        pytest.param(30, 100, 30, True, id="all there is"),
        pytest.param(130, 100, 100, False, id="the first page of two"),
        pytest.param(130, 200, 130, True, id="two pages"),
    ],
)
def test_whoever_reads_only_the_first_entries_knows_it(  # noqa: PLR0913, PLR0917  # a row
    hub: StandIn, pull: Pull, client: Client, number: int, most: int, read: int, whole: bool
) -> None:
    found, all_of_it = client.first(comments(hub, pull, number), most)

    assert (len(found), all_of_it) == (read, whole)


def test_a_list_that_shifts_between_two_pages_leads_to_no_second_comment(
    hub: StandIn, pull: Pull, gateway: Gateway
) -> None:
    comments(hub, pull, 100)
    said = Comment(number=pull.number, head=pull.head_sha, run=(1, 1), body="one")
    gateway.comment(said)
    hub.faults.plan("GET", r"/comments$", Shifts(), skip=1)
    gateway.comment(Comment(number=pull.number, head=pull.head_sha, run=(2, 1), body="two"))

    assert [one.body.partition("\n")[0] for one in pull.comments[100:]] == ["two"]


def test_a_list_of_a_renamed_repository_is_read_to_its_end_or_not_at_all(
    hub: StandIn, pull: Pull, client: Client, gateway: Gateway
) -> None:
    path = comments(hub, pull, 101)
    hub.world.rename(hub.repo, "data-contracts")
    with pytest.raises(StewardError, match="may have a new name"):
        list(client.every(path))

    gateway.head(pull.number)
    assert len(list(client.every(client.path("issues/1/comments")))) == 101


def test_a_host_that_leads_to_another_one_is_not_followed(hub: StandIn, client: Client) -> None:
    hub.faults.plan("GET", r"/pulls/1$", Redirects(301, "http://elsewhere.example/pulls/1"))

    with pytest.raises(StewardError) as raised:
        client.get(client.path("pulls/1"))

    assert [fault.code for fault in raised.value.faults] == ["E601"]


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(Html(201), id="a page for people"),
        pytest.param(Truncated(), id="half an answer"),
        pytest.param(Empty(), id="an empty answer"),
        pytest.param(Fails(500), id="a failure"),
    ],
)
def test_what_is_made_but_answered_with_nonsense_is_a_fault_with_a_next_step(
    hub: StandIn, client: Client, fault: Html | Truncated | Empty | Fails
) -> None:
    hub.faults.plan("POST", r"/git/tags$", fault)
    with pytest.raises(StewardError) as raised:
        Releases(client).bring(release(hub))

    assert [fault.code for fault in raised.value.faults] == ["E601"]


def test_a_token_says_what_is_left_of_its_limit(hub: StandIn, pull: Pull) -> None:
    token = connection(hub, TokenKind.ACTIONS)
    assert token.left is None

    token.get(token.path(f"pulls/{pull.number}"))

    assert token.left == 999


def test_of_very_many_releases_only_the_newest_tags_are_asked_for(
    hub: StandIn, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.adapters.github.releases.MOST_READ", 100)
    for number in range(120):
        hub.release(f"old/v{number}", target="main")
    hub.forget_calls()
    tags = ["half-done", *(f"old/v{number}" for number in reversed(range(120)))]

    assert Releases(client).unpublished(tags) == {"half-done"}
    assert len(hub.calls) <= 1 + NEWEST
