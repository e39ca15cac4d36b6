"""GitHub's own description judges: it finds what is wrong, and every waiver has its use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO

import pytest
import requests

from tests.github.answers import Answer
from tests.github.call import Call
from tests.github.conftest import client
from tests.github.front import route_of
from tests.github.judge import FALSE_ALARMS, Finding, judge_of, unexplained
from tests.github.routing import ROUTES
from tests.github.server import StandIn
from tests.github.state import Permission, TokenKind
from tests.github.wire import encode

JSON = {"Content-Type": "application/json; charset=utf-8"}
RUN = "/repos/acme/contracts/check-runs"
SHA = "1" * 40


def _findings(
    method: str, path: str, sent: object = None, *, status: int, answered: object = None
) -> list[Finding]:
    kind = {"content-type": "application/json"} if sent else {}
    call = Call(method, path, "", kind, encode(sent))
    found = route_of(call)
    assert found is not None
    answer = Answer(status, answered, JSON)
    return [*judge_of("2022-11-28").judge(found, call, answer, encode(answered))]


@pytest.mark.parametrize(
    ("path", "body", "words"),
    [
        pytest.param(
            "/repos/acme/contracts/issues/1/comments",
            {"text": "x"},
            "'body' is a required property",
            id="a comment without a body",
        ),
        pytest.param(
            RUN,
            {"name": "c", "head_sha": SHA, "status": "completed", "conclusion": "banana"},
            "'banana' is not one of",
            id="a conclusion that is none",
        ),
        pytest.param(
            RUN,
            {"name": "c", "head_sha": SHA, "output": {"title": "t", "summary": "x" * 65_536}},
            "is too long",
            id="a long summary",
        ),
    ],
)
def test_a_wrong_call_is_found(path: str, body: Mapping[str, object], words: str) -> None:
    found = [f for f in _findings("POST", path, body, status=201) if f.side == "call"]

    assert len(found) == 1
    assert words in found[0].text


def test_a_wrong_call_that_is_refused_needs_no_finding() -> None:
    path = "/repos/acme/contracts/issues/1/comments"
    told = {"message": "Validation Failed", "documentation_url": "https://docs.github.com"}

    assert _findings("POST", path, {"text": "x"}, status=422, answered=told) == []


@pytest.mark.parametrize(
    ("status", "answered", "words"),
    [
        pytest.param(200, {"id": 1}, "required property", id="an answer that lacks most"),
        pytest.param(200, [], "is not of type 'object'", id="a list for an object"),
        pytest.param(418, {"message": "tea"}, "418 is not described", id="a strange status"),
        pytest.param(403, {"error": "no"}, "no message", id="a refusal without a message"),
    ],
)
def test_a_wrong_answer_is_found(status: int, answered: object, words: str) -> None:
    found = _findings("GET", "/repos/acme/contracts/pulls/1", status=status, answered=answered)

    assert any(words in finding.text for finding in found)


def test_an_answer_of_the_stand_in_without_one_key_is_found(hub: StandIn) -> None:
    token = hub.token()
    url = f"{hub.url}/repos/acme/contracts"
    shape = requests.get(url, headers={"Authorization": f"Bearer {token}"}, timeout=10).json()
    call = replace(hub.calls[-1], status=0)
    found = route_of(call)
    assert found is not None
    judge = judge_of("2022-11-28")

    told = {
        key: [*judge.judge(found, call, Answer(200, short, JSON), encode(short))]
        for key in ("id", "full_name", "owner", "default_branch")
        for short in [{name: part for name, part in shape.items() if name != key}]
    }

    assert {key for key, findings in told.items() if findings} == told.keys()


def test_a_reference_with_slashes_is_one_parameter(hub: StandIn) -> None:
    hub.commit({"a": "1"}, branch="feature/one")
    remote = client(hub).get_repo("acme/contracts")

    assert remote.get_git_ref("heads/feature/one").ref == "refs/heads/feature/one"
    assert hub.calls[-1].template == "/repos/{owner}/{repo}/git/ref/{ref}"


def test_the_new_version_of_the_api_tells_no_merge_commit(hub: StandIn) -> None:
    hub.commit({"a": "1"}, branch="feature")
    hub.open_pull("feature")
    headers = {
        "Authorization": f"Bearer {hub.token()}",
        "X-GitHub-Api-Version": "2026-03-10",
    }

    answer = requests.get(f"{hub.url}/repos/acme/contracts/pulls/1", headers=headers, timeout=10)

    assert answer.status_code == 200
    assert {"merge_commit_sha", "assignee"} & answer.json().keys() == set()


def test_a_version_that_is_none_is_refused(hub: StandIn) -> None:
    headers = {"X-GitHub-Api-Version": "2000-01-01"}

    answer = requests.get(f"{hub.url}/repos/acme/contracts", headers=headers, timeout=10)

    assert answer.status_code == 400


def test_every_false_alarm_is_still_one(hub: StandIn) -> None:
    hub.user("alice", Permission.WRITE)
    hub.label("plain")
    hub.commit({"a": "1"}, branch="feature")
    pull = hub.open_pull("feature")
    remote = client(hub).get_repo("acme/contracts")
    remote.get_pull(pull.number).add_to_labels("plain")
    remote.get_pull(pull.number).create_review_request(reviewers=["alice"])
    release = remote.create_git_release("v1", "v1", "")
    release.upload_asset_from_memory(BytesIO(b"1"), 1, "one.txt", content_type="text/plain")
    raw = {"Accept": "application/vnd.github.raw", "Authorization": f"Bearer {hub.token()}"}
    requests.get(f"{hub.url}/repos/acme/contracts/contents/a", headers=raw, timeout=10)
    requests.get(f"{hub.url}/repos/acme/contracts/contents/a?ref=feature", headers=raw, timeout=10)

    hub.commit({"b": "1"}, repo=(fork := hub.fork("mallory")))
    hub.open_pull("main", author="mallory", fork=fork)
    hub.delete_fork(fork)
    remote.get_pull(2)

    used = {
        alarm for alarm in FALSE_ALARMS for finding in hub.all_findings if alarm.explains(finding)
    }

    assert used == {*FALSE_ALARMS}
    assert unexplained(hub.all_findings) == ()


def test_every_path_with_a_number_or_a_name_is_known_once() -> None:
    known = [(route.method, route.template) for route in ROUTES]

    assert len(known) == len({*known})


def test_what_github_does_not_describe_is_listed() -> None:
    assert sorted({route.template for route in ROUTES if not route.described}) == [
        "/organizations/{org_id}/team/{team_id}",
        "/organizations/{org_id}/team/{team_id}/members",
        "/organizations/{org_id}/team/{team_id}/memberships/{username}",
        "/repos/{owner}/{repo}/contents",
        "/repos/{owner}/{repo}/git/refs",
        "/repos/{owner}/{repo}/git/refs/{ref}",
    ]


def test_a_person_reads_what_may_be_read(hub: StandIn) -> None:
    hub.user("alice", Permission.READ)
    github = client(hub, TokenKind.PERSON, login="alice")

    assert github.get_user().login == "alice"
    assert github.get_rate_limit().rate.limit == 5000
