"""Two repositories look alike exactly when a visitor would see the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.github.conftest import client
from tests.github.server import StandIn
from tests.github.state import Permission


def _acted(hub: StandIn) -> None:
    """Do the things that a bot does, in its usual order."""
    remote = client(hub).get_repo("acme/contracts")
    pull = remote.get_pull(1)
    pull.create_issue_comment("verdict")
    pull.add_to_labels("breaking")
    remote.create_check_run(
        "contracts", pull.head.sha, conclusion="failure", output={"title": "t", "summary": "s"}
    )
    remote.create_git_release("v1", "v1", "notes", target_commitish="main")


@pytest.fixture
def opened(hub: StandIn) -> StandIn:
    hub.user("alice", Permission.WRITE)
    hub.commit({"b": "1"}, branch="feature", author="bob")
    hub.open_pull("feature", author="bob")
    return hub


def test_numbers_and_times_do_not_show(opened: StandIn) -> None:
    _acted(opened)
    before = opened.snapshot()
    pull = opened.repo.pulls()[0]

    opened.clock.advance(days=1)
    again = opened.comment(pull, "github-actions[bot]", "verdict")
    opened.delete_comment(pull, pull.comments[0])

    assert (pull.comments, opened.snapshot()) == ([again], before)


@pytest.mark.parametrize(
    "deed",
    [
        pytest.param(lambda h: h.comment(h.repo.issues[1], "alice", "x"), id="comment"),
        pytest.param(lambda h: h.review(h.repo.issues[1], "alice"), id="review"),
        pytest.param(lambda h: h.ask(h.repo.issues[1], "alice"), id="request"),
        pytest.param(lambda h: h.put_labels(h.repo.issues[1], "x"), id="label"),
        pytest.param(lambda h: h.close(h.repo.issues[1]), id="close"),
        pytest.param(lambda h: h.tag("v2", h.repo.store.tip("main"), "x"), id="tag"),
        pytest.param(lambda h: h.release("v2"), id="release"),
        pytest.param(lambda h: h.asset(h.repo.releases[0], "a", b"1"), id="file"),
        pytest.param(lambda h: h.commit({"z": "1"}), id="commit"),
        pytest.param(lambda h: h.open_issue("x"), id="issue"),
    ],
)
def test_every_deed_shows(opened: StandIn, deed: Callable[[StandIn], object]) -> None:
    _acted(opened)
    before = opened.snapshot()

    deed(opened)

    assert opened.snapshot() != before
