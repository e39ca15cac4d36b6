"""The events that are made agree with GitHub's own schemas of its webhooks."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

import jsonschema_rs
import pytest

from tests.github import events
from tests.github.description import Json, components
from tests.github.events import Payload
from tests.github.npm import package
from tests.github.recorded import keys
from tests.github.server import StandIn
from tests.github.state import Permission, Pull


@cache
def _schemas() -> Json:
    file = package("@octokit/openapi-webhooks") / "generated/api.github.com.json"
    described: Json = json.loads(file.read_text("utf-8"))
    return described


@cache
def _validator(name: str) -> jsonschema_rs.Draft202012Validator:
    schema: Json = {"$ref": f"#/components/schemas/{name}"}
    schema |= {"components": components(_schemas(), schema)}
    return jsonschema_rs.Draft202012Validator(schema)


def _faults(name: str, payload: Payload) -> list[str]:
    found = _validator(name).iter_errors(payload)
    return sorted(f"{'/'.join(map(str, each.instance_path))}: {each.message}" for each in found)


@pytest.fixture
def hub(hub: StandIn) -> StandIn:
    hub.user("alice", Permission.WRITE)
    hub.commit({"contracts/orders.yaml": "version: 2.0.0\n"}, branch="feature", author="bob")
    return hub


def _own(hub: StandIn) -> Pull:
    return hub.open_pull("feature", author="bob", title='x"; touch PWNED; echo "$(id)')


def _of_fork(hub: StandIn) -> Pull:
    fork = hub.fork("mallory")
    hub.commit({"contracts/orders.yaml": "version: 3.0.0\n"}, branch="main", repo=fork)
    return hub.open_pull("main", author="mallory", fork=fork)


def _of_deleted_fork(hub: StandIn) -> Pull:
    pull = _of_fork(hub)
    assert pull.head_repo is not None
    hub.delete_fork(pull.head_repo)
    return pull


def _of_deleted_author(hub: StandIn) -> Pull:
    pull = _own(hub)
    hub.delete_user("bob")
    return pull


def _opened(stage: Callable[[StandIn], Pull]) -> Callable[[StandIn], Payload]:
    return lambda hub: events.pull_request(hub, stage(hub), "opened", sender="octocat")


def _merged(method: str) -> Callable[[StandIn], Payload]:
    def make(hub: StandIn) -> Payload:
        pull = _own(hub)
        hub.merge(pull, method, by="alice")  # type: ignore[arg-type]
        payload = events.pull_request(hub, pull, "closed", sender="alice")
        shape = payload["pull_request"]
        assert isinstance(shape, dict)
        assert (shape["merged"], shape["merge_commit_sha"]) == (True, hub.repo.store.tip("main"))
        return payload

    return make


def _closed(hub: StandIn) -> Payload:
    pull = _own(hub)
    hub.close(pull)
    payload = events.pull_request(hub, pull, "closed")
    shape = payload["pull_request"]
    assert isinstance(shape, dict)
    # GitHub leaves the trial merge in: a commit there does not mean that it was merged.
    assert (shape["merged"], shape["merge_commit_sha"] is None) == (False, False)
    return payload


def _draft(hub: StandIn) -> Payload:
    return events.pull_request(hub, hub.open_pull("feature", draft=True), "opened")


def _synchronized(hub: StandIn) -> Payload:
    pull = _own(hub)
    before = pull.head_sha
    hub.commit({"contracts/orders.yaml": "version: 2.0.1\n"}, branch="feature", author="bob")
    return events.synchronized(hub, pull, before)


def _force_pushed(hub: StandIn) -> Payload:
    pull = _own(hub)
    return events.synchronized(hub, pull, "1" * 40)


def _retargeted(hub: StandIn) -> Payload:
    pull, old = _own(hub), str(hub.repo.store.tip("main"))
    hub.point("stable", old)
    hub.retarget(pull, "stable")
    return events.retargeted(hub, pull, "main", old)


def _labeled(stage: Callable[[StandIn], Pull]) -> Callable[[StandIn], Payload]:
    def make(hub: StandIn) -> Payload:
        pull = stage(hub)
        hub.label("contracts: recheck", "Judge again")
        hub.put_labels(pull, "contracts: recheck")
        return events.labeled(hub, pull, "contracts: recheck", sender="alice")

    return make


def _reviewed(hub: StandIn) -> Payload:
    pull = _own(hub)
    return events.pull_request_review(hub, pull, hub.review(pull, "alice"))


def _dismissed(hub: StandIn) -> Payload:
    pull = _own(hub)
    review = hub.review(pull, "alice")
    hub.dismiss(pull, review)
    return events.pull_request_review(hub, pull, review, "dismissed")


def _commented(hub: StandIn) -> Payload:
    pull = _own(hub)
    return events.issue_comment(hub, pull, hub.comment(pull, "alice", "/contracts recheck"))


def _pushed(hub: StandIn) -> Payload:
    before = str(hub.repo.store.tip("main"))
    hub.merge(_own(hub))
    return events.push(hub, before, str(hub.repo.store.tip("main")))


def _force_pushed_branch(hub: StandIn) -> Payload:
    sha = str(hub.repo.store.tip("main"))
    return events.push(hub, sha, sha, forced=True)


def _tagged(hub: StandIn) -> Payload:
    sha = str(hub.repo.store.tip("main"))
    return events.push(hub, events.NOTHING, sha, ref="refs/tags/orders/v1.0.0")


def _deleted_branch(hub: StandIn) -> Payload:
    sha = str(hub.repo.store.tip("main"))
    return events.push(hub, sha, events.NOTHING, ref="refs/heads/gone")


def _run_of(stage: Callable[[StandIn], Pull]) -> Callable[[StandIn], Payload]:
    return lambda hub: events.workflow_run(hub, stage(hub))


@pytest.mark.parametrize(
    ("schema", "make"),
    [
        pytest.param("webhook-pull-request-opened", _opened(_own), id="opened"),
        pytest.param("webhook-pull-request-opened", _opened(_of_fork), id="opened from a fork"),
        pytest.param("webhook-pull-request-labeled", _labeled(_of_deleted_fork), id="of no fork"),
        pytest.param(
            "webhook-pull-request-labeled", _labeled(_of_deleted_author), id="of no author"
        ),
        pytest.param("webhook-pull-request-opened", _draft, id="opened as a draft"),
        pytest.param("webhook-pull-request-synchronize", _synchronized, id="pushed to"),
        pytest.param("webhook-pull-request-synchronize", _force_pushed, id="forced"),
        pytest.param("webhook-pull-request-edited", _retargeted, id="retargeted"),
        pytest.param("webhook-pull-request-labeled", _labeled(_own), id="labeled"),
        pytest.param("webhook-pull-request-closed", _closed, id="closed, not merged"),
        pytest.param("webhook-pull-request-closed", _merged("merge"), id="merged"),
        pytest.param("webhook-pull-request-closed", _merged("squash"), id="squashed"),
        pytest.param("webhook-pull-request-closed", _merged("rebase"), id="rebased"),
        pytest.param("webhook-pull-request-review-submitted", _reviewed, id="reviewed"),
        pytest.param("webhook-pull-request-review-dismissed", _dismissed, id="a review dismissed"),
        pytest.param("webhook-issue-comment-created", _commented, id="commented"),
        pytest.param("webhook-push", _pushed, id="a push of a merge"),
        pytest.param("webhook-push", _force_pushed_branch, id="a forced push"),
        pytest.param("webhook-push", _tagged, id="a push of a tag"),
        pytest.param("webhook-push", _deleted_branch, id="a deleted branch"),
        pytest.param(
            "webhook-merge-group-checks-requested",
            lambda hub: events.merge_group(hub, _own(hub)),
            id="a merge queue",
        ),
        pytest.param(
            "webhook-workflow-dispatch",
            lambda hub: events.workflow_dispatch(hub, {"dry-run": "true"}),
            id="started by hand",
        ),
        pytest.param("webhook-workflow-run-completed", _run_of(_own), id="a run"),
        pytest.param("webhook-workflow-run-completed", _run_of(_of_fork), id="a run for a fork"),
    ],
)
def test_an_event_is_as_github_describes_it(
    hub: StandIn, schema: str, make: Callable[[StandIn], Payload]
) -> None:
    assert _faults(schema, make(hub)) == []


@cache
def _examples(event: str) -> list[Payload]:
    """Return what was seen of an event at the live service."""
    file = package("@octokit/webhooks-examples") / "api.github.com/index.json"
    seen = {each["name"]: each["examples"] for each in json.loads(file.read_text("utf-8"))}
    examples: list[Payload] = seen[event]
    return examples


def _lacking(payload: Payload, example: Payload) -> set[str]:
    """Return the keys of an example that a payload lacks, but within what is empty here."""
    own = {*keys(payload)}
    return {
        place
        for place in {*keys(example)} - own
        if place.split(".")[0] not in ELSEWHERE
        and any(known.startswith("".join(place.rpartition(".")[:2])) for known in own)
    }


ELSEWHERE = {"enterprise", "installation", "organization"}
"""Who else is told of depends on where the example was seen."""


@pytest.mark.parametrize(
    ("event", "action", "make"),
    [
        pytest.param("pull_request", "opened", _opened(_own), id="opened"),
        pytest.param("pull_request", "closed", _closed, id="closed"),
        pytest.param("pull_request_review", "submitted", _reviewed, id="reviewed"),
        pytest.param("issue_comment", "created", _commented, id="commented"),
        pytest.param("push", None, _pushed, id="pushed"),
        pytest.param(
            "merge_group",
            "checks_requested",
            lambda hub: events.merge_group(hub, _own(hub)),
            id="a merge queue",
        ),
        pytest.param("workflow_run", "completed", _run_of(_own), id="a run"),
        pytest.param("workflow_dispatch", None, events.workflow_dispatch, id="by hand"),
    ],
)
def test_an_event_has_what_was_seen_in_real_ones(
    hub: StandIn, event: str, action: str | None, make: Callable[[StandIn], Payload]
) -> None:
    payload = make(hub)
    seen = [each for each in _examples(event) if each.get("action") == action]

    assert seen != []
    assert [_lacking(payload, example) for example in seen] == [set()] * len(seen)


def test_a_run_for_a_fork_names_no_pull_request(hub: StandIn) -> None:
    own, fork = (events.workflow_run(hub, stage(hub)) for stage in (_own, _of_fork))

    told = [run["workflow_run"]["pull_requests"] for run in (own, fork)]  # type: ignore[index]

    assert [len(pulls) for pulls in told] == [1, 0]


def test_the_clock_tells_nothing_but_its_line() -> None:
    assert events.schedule("0 6 * * 1") == {"schedule": "0 6 * * 1"}


def test_an_event_is_read_back_from_its_file(hub: StandIn, tmp_path: Path) -> None:
    payload = _reviewed(hub)

    assert json.loads(events.write(tmp_path, payload).read_bytes()) == payload


def test_the_schemas_find_what_is_wrong(hub: StandIn) -> None:
    payload = _reviewed(hub)
    del payload["review"]

    assert _faults("webhook-pull-request-review-submitted", payload) == [
        ': "review" is a required property'
    ]
