"""Events as GitHub writes them: what is taken from a payload, and what is not believed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.adapters.github.event import (
    LARGEST,
    Occasion,
    OnClock,
    OnNothing,
    OnPullRequest,
    OnPush,
    OnQueue,
    OnRun,
    read_event,
)
from bot.core.errors import ErrorCode, StewardError

A, B = "a" * 40, "b" * 40
REPOSITORY = {"default_branch": "main"}
RUN = {
    "event": "pull_request",
    "head_branch": "feature",
    "head_sha": A,
    "head_repository": {"owner": {"login": "mallory"}},
    "pull_requests": [],
}
QUEUE = {
    "head_ref": f"refs/heads/gh-readonly-queue/main/pr-7-{B}",
    "base_ref": "refs/heads/main",
    "head_sha": A,
    "base_sha": B,
}


def variables(tmp_path: Path, name: str, payload: object) -> dict[str, str]:
    file = tmp_path / "event.json"
    file.write_text(json.dumps(payload), "utf-8")
    return {
        "GITHUB_EVENT_NAME": name,
        "GITHUB_EVENT_PATH": str(file),
        "GITHUB_REPOSITORY": "acme/contracts",
        "GITHUB_RUN_ID": "12",
        "GITHUB_RUN_ATTEMPT": "3",
    }


@pytest.mark.parametrize(
    ("name", "payload", "occasion"),
    [
        pytest.param(
            "pull_request_target",
            {"action": "opened", "number": 7, "pull_request": {"number": 7, "state": "open"}},
            OnPullRequest(7),
            id="a pull request",
        ),
        pytest.param(
            "pull_request_target",
            {"number": 7, "pull_request": {"number": 7, "head": {"repo": None}, "user": None}},
            OnPullRequest(7),
            id="a pull request whose fork and author are gone",
        ),
        pytest.param(
            "pull_request",
            {
                "action": "edited",
                "number": 7,
                "pull_request": {"number": 7},
                "changes": {"base": {"ref": {"from": "main"}}},
            },
            OnPullRequest(7),
            id="a pull request that goes elsewhere now",
        ),
        pytest.param(
            "pull_request",
            {"action": "synchronize", "pull_request": {"number": 7}},
            OnPullRequest(7),
            id="a force push without `before`",
        ),
        pytest.param(
            "pull_request",
            {"number": 7, "pull_request": {"title": '"; touch x; `id` $(id)\n::add-mask::a'}},
            OnPullRequest(7),
            id="a title with orders",
        ),
        pytest.param(
            "pull_request",
            {"number": 7, "pull_request": {"labels": [{"name": str(n)} for n in range(150)]}},
            OnPullRequest(7),
            id="more labels than GitHub lists",
        ),
        pytest.param(
            "pull_request_review",
            {"action": "submitted", "review": {"user": None}, "pull_request": {"number": 7}},
            OnPullRequest(7),
            id="a review by an account that is gone",
        ),
        pytest.param(
            "push",
            {"ref": "refs/heads/main", "after": A, "repository": REPOSITORY},
            OnPush(A),
            id="a push to the default branch",
        ),
        pytest.param(
            "merge_group",
            {"action": "checks_requested", "merge_group": QUEUE},
            OnQueue(number=7, branch="main", base=B, head=A),
            id="a merge queue",
        ),
        pytest.param(
            "workflow_run",
            {"workflow_run": RUN},
            OnRun(owner="mallory", branch="feature", head=A),
            id="the run of a fork, which names no pull request",
        ),
        pytest.param("schedule", {"schedule": "17 5 * * *"}, OnClock(), id="the clock"),
        pytest.param("workflow_dispatch", {"inputs": None}, OnClock(), id="a person"),
        pytest.param(
            "workflow_dispatch",
            {"inputs": {"pull-request": "7"}},
            OnPullRequest(7),
            id="a person who names a pull request",
        ),
    ],
)
def test_an_event_tells_what_to_look_at(
    tmp_path: Path, name: str, payload: object, occasion: Occasion
) -> None:
    assert read_event(variables(tmp_path, name, payload)).occasion == occasion


@pytest.mark.parametrize(
    ("name", "payload"),
    [
        pytest.param(
            "pull_request",
            {"action": "closed", "number": 7, "pull_request": {"merge_commit_sha": A}},
            id="a pull request that was closed, with a commit as if it were merged",
        ),
        pytest.param(
            "push",
            {"ref": "refs/heads/refs/heads/main", "after": A, "repository": REPOSITORY},
            id="a push to a branch that is called like the default one",
        ),
        pytest.param(
            "push",
            {"ref": "refs/tags/main", "after": A, "repository": REPOSITORY},
            id="a tag that is called like the default branch",
        ),
        pytest.param(
            "push",
            {"ref": "refs/heads/main", "after": "0" * 40, "repository": REPOSITORY},
            id="a branch that was deleted",
        ),
        pytest.param(
            "push",
            {"ref": "refs/heads/main", "after": "-rf", "repository": REPOSITORY},
            id="a commit that is none",
        ),
        pytest.param(
            "merge_group", {"action": "destroyed", "merge_group": QUEUE}, id="a queue that gave up"
        ),
        pytest.param(
            "workflow_run",
            {"workflow_run": {**RUN, "head_repository": None}},
            id="a run of a fork that is gone",
        ),
        pytest.param("workflow_run", {"workflow_run": {**RUN, "event": "push"}}, id="another run"),
        pytest.param("issues", {"action": "opened"}, id="an event of no concern"),
    ],
)
def test_some_events_ask_for_nothing(tmp_path: Path, name: str, payload: object) -> None:
    assert isinstance(read_event(variables(tmp_path, name, payload)).occasion, OnNothing)


@pytest.mark.parametrize(
    ("name", "payload", "changed"),
    [
        pytest.param("pull_request", {}, {}, id="no number"),
        pytest.param("pull_request", {"number": True}, {}, id="a number that is none"),
        pytest.param("pull_request", [], {}, id="a list"),
        pytest.param("merge_group", {"merge_group": {**QUEUE, "head_ref": "x"}}, {}, id="no queue"),
        pytest.param("workflow_dispatch", {"inputs": {"pull-request": "7; id"}}, {}, id="an order"),
        pytest.param("schedule", {}, {"GITHUB_EVENT_PATH": "/nowhere"}, id="no file"),
        pytest.param("schedule", {}, {"GITHUB_EVENT_PATH": ""}, id="no name of a file"),
        pytest.param("schedule", {}, {"GITHUB_EVENT_NAME": ""}, id="no name of an event"),
        pytest.param("schedule", {}, {"GITHUB_REPOSITORY": "../x"}, id="no repository"),
        pytest.param("schedule", {}, {"GITHUB_API_URL": "file:///etc"}, id="no address"),
        pytest.param("schedule", {"x": "y" * LARGEST}, {}, id="more than GitHub sends"),
    ],
)
def test_what_is_no_event_is_told_with_e605(
    tmp_path: Path, name: str, payload: object, changed: Mapping[str, str]
) -> None:
    with pytest.raises(StewardError) as error:
        read_event({**variables(tmp_path, name, payload), **changed})

    assert [fault.code for fault in error.value.faults] == [ErrorCode.NO_EVENT]


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        pytest.param("main", True, id="a usual name"),
        pytest.param("größe/" + "ü" * 200, True, id="a long name in Unicode"),
        pytest.param(A, True, id="a name like a commit"),
        pytest.param("-rf", False, id="a name like an option"),
        pytest.param("a:refs/heads/main", False, id="a name that would be two"),
        pytest.param("a b", False, id="a name with a space"),
        pytest.param("a..b", False, id="a range"),
        pytest.param("a\n::add-mask::b", False, id="a name with an order"),
    ],
)
def test_a_branch_is_believed_only_where_git_allows_its_name(
    tmp_path: Path, name: str, kept: bool
) -> None:
    payload = {"repository": {"default_branch": name}}
    found = read_event(variables(tmp_path, "schedule", payload))

    assert found.default_branch == (name if kept else "")


def test_addresses_and_the_number_of_the_run_come_from_the_environment(tmp_path: Path) -> None:
    told = variables(tmp_path, "schedule", {})
    told |= {
        "GITHUB_API_URL": "https://ghe.example/api/v3/",
        "GITHUB_SERVER_URL": "https://ghe.example",
    }
    found = read_event(told)

    assert (found.api, found.server) == ("https://ghe.example/api/v3", "https://ghe.example")
    assert found.run == (12, 3)
