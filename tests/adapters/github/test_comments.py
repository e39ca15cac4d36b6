"""The one comment: whatever happens, there is one, it is ours, and the newest run's."""

from __future__ import annotations

import threading

import pytest

from bot.adapters.github.comments import written
from bot.adapters.github.gateway import Gateway
from bot.core.errors import StewardError
from bot.hosting import Comment
from tests.adapters.github.conftest import connection
from tests.github.faults import DropsAfter, Fails, Stale
from tests.github.server import StandIn
from tests.github.state import Pull, TokenKind

HEAD = "a" * 40


def said(body: str | None, *, run: int = 1, number: int = 1, head: str = HEAD) -> Comment:
    return Comment(number=number, head=head, run=(run, 1), body=body)


def shown(pull: Pull) -> list[tuple[str, str]]:
    return [
        (comment.author.login, comment.body.partition("\n\n<!--")[0]) for comment in pull.comments
    ]


OURS = "github-actions[bot]"


def test_the_first_report_is_written_once(hub: StandIn, pull: Pull, gateway: Gateway) -> None:
    first = gateway.comment(said("one"))
    hub.forget_calls()
    again = gateway.comment(said("one", run=2))

    assert shown(pull) == [(OURS, "one")]
    assert first == again == pull.comments[0].id
    assert hub.writes == ()


def test_a_new_report_takes_the_place_of_the_old_one(pull: Pull, gateway: Gateway) -> None:
    gateway.comment(said("one"))
    gateway.comment(said("two", run=2))

    assert shown(pull) == [(OURS, "two")]


def test_a_report_on_another_head_is_new_even_if_it_reads_the_same(
    pull: Pull, gateway: Gateway
) -> None:
    gateway.comment(said("one"))
    gateway.comment(said("one", run=2, head="b" * 40))

    assert f"head={'b' * 40}" in pull.comments[0].body


def test_an_older_run_never_overwrites_a_newer_one(pull: Pull, gateway: Gateway) -> None:
    gateway.comment(said("new", run=2))
    gateway.comment(said("old", run=1))

    assert shown(pull) == [(OURS, "new")]


def test_nothing_is_begun_where_nothing_is_to_be_said(
    hub: StandIn, pull: Pull, gateway: Gateway
) -> None:
    assert gateway.comment(said(None)) is None
    assert pull.comments == []
    assert hub.writes == ()


def test_a_pull_request_that_leaves_the_contracts_alone_says_so(
    pull: Pull, gateway: Gateway
) -> None:
    gateway.comment(said("one"))
    gateway.comment(said(None, run=2))

    assert shown(pull) == [(OURS, "### Data contracts: no contract changes any more")]


def test_our_marker_in_someone_elses_comment_makes_it_not_ours(
    hub: StandIn, pull: Pull, gateway: Gateway
) -> None:
    forged = written(said("forged", run=99))
    hub.comment(pull, "mallory", forged)
    gateway.comment(said("true"))

    assert shown(pull) == [("mallory", "forged"), (OURS, "true")]


def test_our_marker_inside_a_report_is_not_the_marker(pull: Pull, gateway: Gateway) -> None:
    gateway.comment(said(f"a contract says {written(said('x', run=99))} and more"))
    gateway.comment(said("two", run=2))

    assert shown(pull) == [(OURS, "two")]


def test_a_quotation_of_our_report_is_not_our_report(
    hub: StandIn, pull: Pull, gateway: Gateway
) -> None:
    quoted = "\n".join(f"> {line}" for line in written(said("one", run=99)).splitlines())
    hub.comment(pull, OURS, f"Another workflow says:\n{quoted}")
    gateway.comment(said("two", run=2))

    assert [body for _, body in shown(pull)[1:]] == ["two"]


def test_of_several_comments_the_oldest_stays(hub: StandIn, pull: Pull, gateway: Gateway) -> None:
    for run in (1, 2, 3):
        hub.comment(pull, OURS, written(said(f"{run}", run=run)))
    gateway.comment(said("new", run=4))

    assert shown(pull) == [(OURS, "new")]


def test_a_comment_on_the_second_page_is_found(hub: StandIn, pull: Pull, gateway: Gateway) -> None:
    for number in range(105):
        hub.comment(pull, "bob", f"word {number}")
    gateway.comment(said("one"))
    gateway.comment(said("two", run=2))

    assert shown(pull)[105:] == [(OURS, "two")]


def test_a_lost_answer_leads_to_no_second_comment(
    hub: StandIn, pull: Pull, gateway: Gateway
) -> None:
    hub.faults.plan("POST", r"/comments$", DropsAfter())

    gateway.comment(said("one"))

    assert shown(pull) == [(OURS, "one")]


def test_a_list_that_lags_leads_to_no_second_comment_for_long(
    hub: StandIn, pull: Pull, gateway: Gateway
) -> None:
    gateway.comment(said("one"))
    hub.faults.plan("GET", r"/comments$", Stale())
    gateway.comment(said("two", run=2))
    gateway.comment(said("three", run=3))

    assert shown(pull) == [(OURS, "three")]


def test_a_comment_that_went_meanwhile_is_written_again(
    hub: StandIn, pull: Pull, gateway: Gateway
) -> None:
    gateway.comment(said("one"))
    hub.faults.plan("PATCH", r"/comments/", Fails(404, "Not Found"))

    gateway.comment(said("two", run=2))

    assert len([login for login, _ in shown(pull) if login == OURS]) == 1


def test_four_runs_at_once_end_with_one_comment(hub: StandIn, pull: Pull) -> None:
    gateways = [Gateway(connection(hub)) for _ in range(4)]
    threads = [
        threading.Thread(target=door.comment, args=(said(f"{run}", run=run),))
        for run, door in enumerate(gateways, 1)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    # The last one to run sees what the race left, whoever won it.
    gateways[3].comment(said("4", run=4))

    assert shown(pull) == [(OURS, "4")]


@pytest.mark.parametrize(
    ("kind", "login"),
    [
        pytest.param(TokenKind.FORK, None, id="with the token of a run for a fork"),
        pytest.param(TokenKind.PERSON, "reader", id="in a locked conversation"),
    ],
)
def test_what_may_not_be_written_is_told(
    hub: StandIn, pull: Pull, kind: TokenKind, login: str | None
) -> None:
    hub.user("reader")
    hub.lock(pull)

    with pytest.raises(StewardError) as told:
        Gateway(connection(hub, kind, login=login)).comment(said("one"))

    assert told.value.faults[0].code == "E602"
