"""What a test plans to go wrong goes wrong, once, and nothing else does."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from tests.github import faults
from tests.github.server import StandIn, stand_in
from tests.github.state import TokenKind

COMMENTS = "/repos/acme/contracts/issues/1/comments"


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[StandIn]:
    with stand_in(tmp_path) as hub:
        hub.commit({"a.yaml": "1"})
        hub.open_issue("An issue")
        yield hub


def _call(hub: StandIn, method: str, path: str, **body: str) -> requests.Response:
    token = hub.token(TokenKind.ACTIONS)
    return requests.request(
        method,
        path if "://" in path else hub.url + path,
        json=body or None,
        headers={"Authorization": f"Bearer {token}"},
        timeout=10,
    )


@pytest.mark.parametrize("wait", [None, 7], ids=["without a time to wait", "with one"])
def test_a_call_fails_and_changes_nothing(hub: StandIn, wait: int | None) -> None:
    fault = faults.Fails(403, "You have exceeded a secondary rate limit.", retry_after=wait)
    planned = hub.faults.plan("POST", "/comments$", fault)

    first = _call(hub, "POST", COMMENTS, body="one")
    second = _call(hub, "POST", COMMENTS, body="two")

    assert (first.status_code, second.status_code, planned.struck) == (403, 201, 1)
    assert first.headers.get("Retry-After") == (None if wait is None else "7")
    assert [comment.body for comment in hub.repo.issues[1].comments] == ["two"]
    assert [str(call) for call in hub.writes] == [f"POST {COMMENTS} 201"]


def test_an_answer_is_lost_after_the_deed(hub: StandIn) -> None:
    hub.faults.plan("POST", "/comments$", faults.DropsAfter())

    with pytest.raises(requests.ConnectionError):
        _call(hub, "POST", COMMENTS, body="one")

    assert [comment.body for comment in hub.repo.issues[1].comments] == ["one"]
    assert [(call.status, call.dropped) for call in hub.writes] == [(201, True)]


def test_a_call_is_lost_before_the_deed(hub: StandIn) -> None:
    hub.faults.plan("POST", "/comments$", faults.DropsBefore())

    with pytest.raises(requests.ConnectionError):
        _call(hub, "POST", COMMENTS, body="one")

    assert (hub.repo.issues[1].comments, hub.writes) == ([], ())


def test_a_fresh_comment_is_not_listed_yet(hub: StandIn) -> None:
    hub.faults.plan("GET", "/comments$", faults.Stale(missing=1))
    _call(hub, "POST", COMMENTS, body="one")

    listed = [len(_call(hub, "GET", COMMENTS).json()) for _ in range(2)]

    assert listed == [0, 1]


def test_a_later_page_begins_further_on(hub: StandIn) -> None:
    for number in range(4):
        hub.comment(hub.repo.issues[1], "alice", str(number))
    hub.faults.plan("GET", "/comments$", faults.Shifts(by=1), skip=1)

    first = _call(hub, "GET", f"{COMMENTS}?per_page=2")
    second = _call(hub, "GET", first.links["next"]["url"])

    assert [comment["body"] for comment in first.json() + second.json()] == ["0", "1", "3"]


def test_something_happens_meanwhile(hub: StandIn) -> None:
    issue = hub.repo.issues[1]
    deed = faults.Meanwhile(lambda: hub.comment(issue, "alice", "first"))
    hub.faults.plan("POST", "/comments$", deed)

    _call(hub, "POST", COMMENTS, body="second")

    assert [comment.body for comment in issue.comments] == ["first", "second"]


@pytest.mark.parametrize(
    ("fault", "status", "text"),
    [
        pytest.param(faults.Html(502), 502, "<!DOCTYPE html>", id="a page for people"),
        pytest.param(faults.Html(200), 200, "<!DOCTYPE html>", id="a page that says all is well"),
        pytest.param(faults.Empty(), 200, "", id="no body"),
        pytest.param(faults.Truncated(), 200, '{"total', id="half a body"),
    ],
)
def test_an_answer_is_no_whole_json(
    hub: StandIn, fault: faults.Fault, status: int, text: str
) -> None:
    hub.faults.plan("GET", "/check-runs$", fault)

    answer = _call(hub, "GET", "/repos/acme/contracts/commits/main/check-runs")

    assert (answer.status_code, answer.text[: len(text)]) == (status, text)
    with pytest.raises(requests.JSONDecodeError):
        answer.json()


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(faults.Delays(0.2), id="late"),
        pytest.param(faults.Drips(pieces=4, pause=0.05), id="drop by drop"),
    ],
)
def test_an_answer_is_slow_but_whole(hub: StandIn, fault: faults.Fault) -> None:
    hub.faults.plan("GET", "/issues/1$", fault)
    before = time.monotonic()

    answer = _call(hub, "GET", "/repos/acme/contracts/issues/1")

    assert answer.json()["number"] == 1
    assert time.monotonic() - before >= 0.2


def test_an_answer_leads_elsewhere(hub: StandIn) -> None:
    fault = faults.Redirects(301, "/repos/acme/contracts/issues/1")
    hub.faults.plan("GET", "/issues/2$", fault)

    assert _call(hub, "GET", "/repos/acme/contracts/issues/2").json()["number"] == 1


def test_a_renamed_repository_is_found_by_its_old_name(hub: StandIn) -> None:
    hub.world.rename(hub.repo, "data-contracts")

    read = _call(hub, "GET", COMMENTS)
    written = _call(hub, "POST", COMMENTS, body="one")

    assert (read.status_code, [r.status_code for r in read.history]) == (200, [301])
    assert (written.status_code, [r.status_code for r in written.history]) == (201, [307])


def test_a_fault_strikes_for_ever_until_it_is_cleared(hub: StandIn) -> None:
    hub.faults.plan("*", "/issues/1$", faults.Fails(500), times=-1)

    statuses = [_call(hub, "GET", "/repos/acme/contracts/issues/1").status_code for _ in range(3)]
    hub.faults.clear()

    assert statuses == [500, 500, 500]
    assert _call(hub, "GET", "/repos/acme/contracts/issues/1").status_code == 200


def test_a_token_runs_out_of_calls(hub: StandIn) -> None:
    token = hub.token(TokenKind.ACTIONS)
    hub.use_up(token, leaving=1)
    headers = {"Authorization": f"Bearer {token}"}
    url = f"{hub.url}/repos/acme/contracts/issues/1"

    answers = [requests.get(url, headers=headers, timeout=10) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [200, 403]
    assert [answer.headers["X-RateLimit-Remaining"] for answer in answers] == ["0", "0"]
    assert answers[1].json()["message"].startswith("API rate limit exceeded for")


def test_nothing_is_written_after_some_writes(hub: StandIn) -> None:
    hub.faults.plan("writes", "", faults.DropsBefore(), times=-1, skip=1)

    _call(hub, "POST", COMMENTS, body="one")
    for text in ("two", "three"):
        with pytest.raises(requests.ConnectionError):
            _call(hub, "POST", COMMENTS, body=text)

    assert len(_call(hub, "GET", COMMENTS).json()) == len(hub.writes) == 1
