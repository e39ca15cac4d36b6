"""What GitHub enforces and its description does not tell."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from github import GithubException
from github.Repository import Repository as Remote

from tests.github.conftest import client
from tests.github.server import StandIn
from tests.github.state import Permission, TokenKind

Deed = Callable[[Remote], object]
LINE = {"path": "contracts/orders.yaml", "start_line": 1, "end_line": 1, "message": "x"}


def _annotations(count: int) -> list[dict[str, object]]:
    return [{**LINE, "annotation_level": "notice"} for _ in range(count)]


def _check(remote: Remote, **output: object) -> object:
    sha = remote.get_branch("main").commit.sha
    whole = {"title": "t", "summary": "s", **output}
    return remote.create_check_run("contracts", sha, output=whole)  # type: ignore[arg-type]


def _release(remote: Remote, tag: str, *, body: str = "", draft: bool = False) -> object:
    return remote.create_git_release(tag, tag, body, draft=draft)


def _refused(
    hub: StandIn, deed: Deed, kind: TokenKind = TokenKind.ACTIONS, login: str | None = None
) -> tuple[int, str]:
    """Return status and words of the refusal; nothing may have been written by the last call."""
    remote = client(hub, kind, login=login).get_repo(hub.repo.full_name)
    with pytest.raises(GithubException) as caught:
        deed(remote)
    assert not hub.calls[-1].wrote
    return caught.value.status, str(caught.value)


@pytest.fixture
def opened(hub: StandIn) -> StandIn:
    hub.user("alice", Permission.WRITE)
    hub.user("bob", Permission.WRITE)
    hub.team("data", "carol")
    hub.commit({"contracts/orders.yaml": "version: 2.0.0\n"}, branch="feature", author="bob")
    hub.open_pull("feature", author="bob")
    return hub


@pytest.mark.parametrize(
    ("deed", "status", "words"),
    [
        pytest.param(
            lambda r: r.get_issue(1).create_comment("x" * 65_537),
            422,
            "Body is too long",
            id="a comment of 65,537 characters",
        ),
        pytest.param(
            lambda r: r.get_issue(1).create_comment("x").edit("x" * 65_537),
            422,
            "Body is too long",
            id="a comment that grows to 65,537 characters",
        ),
        pytest.param(
            lambda r: r.get_issue(1).create_comment(" \n"),
            422,
            "Body cannot be blank",
            id="a blank comment",
        ),
        pytest.param(
            lambda r: _check(r, annotations=_annotations(51)),
            422,
            "No more than 50 items",
            id="51 annotations at once",
        ),
        pytest.param(
            lambda r: _check(r, summary="x" * 65_536),
            422,
            "65535 characters",
            id="a summary of 65,536 characters",
        ),
        pytest.param(
            lambda r: _check(r, annotations=[{**LINE, "annotation_level": "error"}]),
            422,
            "Validation Failed",
            id="an annotation of a level that is none",
        ),
        pytest.param(
            lambda r: r.create_check_run("c", "0" * 40), 422, "No commit", id="a check on nothing"
        ),
        pytest.param(
            lambda r: _release(r, "v1", body="x" * 125_001),
            422,
            "125000 characters",
            id="notes of 125,001 characters",
        ),
        pytest.param(
            lambda r: (_release(r, "v1"), _release(r, "v1")),
            422,
            "already_exists",
            id="two releases of one tag",
        ),
        pytest.param(
            lambda r: r.create_git_ref("refs/heads/main", r.get_branch("main").commit.sha),
            422,
            "Reference already exists",
            id="a reference that is there",
        ),
        pytest.param(
            lambda r: r.create_git_ref("refs/tags/a..b", r.get_branch("main").commit.sha),
            422,
            "not a valid ref name",
            id="a reference that Git does not take",
        ),
        pytest.param(
            lambda r: r.create_label("x" * 51, "ededed"), 422, "50 characters", id="a long label"
        ),
        pytest.param(
            lambda r: r.create_label("x", "ededed", "y" * 101),
            422,
            "100 characters",
            id="a label with a long description",
        ),
        pytest.param(
            lambda r: (r.create_label("One", "ededed"), r.create_label("one", "ededed")),
            422,
            "already_exists",
            id="a label that is there in other letters",
        ),
        pytest.param(
            lambda r: r.get_pull(1).remove_from_labels("none"),
            404,
            "Label does not exist",
            id="a label that is not there",
        ),
        pytest.param(
            lambda r: r.get_pull(1).create_review_request(reviewers=["alice", "bob"]),
            422,
            "author",
            id="the author is asked for a review",
        ),
        pytest.param(
            lambda r: r.get_pull(1).create_review_request(team_reviewers=["data"]),
            422,
            "Could not resolve to a node",
            id="a team is asked by a workflow's token",
        ),
        pytest.param(
            lambda r: r.get_pull(1).create_review(event="APPROVE"),
            422,
            "not permitted to approve",
            id="a workflow approves",
        ),
        pytest.param(
            lambda r: r.get_pull(1).create_review(
                body="x",
                event="COMMENT",
                comments=[{"path": "contracts/orders.yaml", "line": 9, "body": "x"}],
            ),
            422,
            "Line could not be resolved",
            id="a comment on a line that is not shown",
        ),
        pytest.param(
            lambda r: r.get_pull(1).create_review_comment(
                "x", r.get_commit("feature"), "contracts/orders.yaml", line=9
            ),
            422,
            "must be part of the diff",
            id="a comment of its own on a line that is not shown",
        ),
        pytest.param(
            lambda r: (r.get_pull(1).merge(), r.get_pull(1).merge()),
            405,
            "not mergeable",
            id="a second merge",
        ),
        pytest.param(
            lambda r: r.get_pull(1).merge(sha="0" * 40),
            409,
            "Head branch was modified",
            id="a merge of another head",
        ),
        pytest.param(
            lambda r: r.create_pull(base="main", head="feature", title="x"),
            422,
            "already exists for acme:feature",
            id="a second pull request of a branch",
        ),
        pytest.param(
            lambda r: r.create_pull(base="main", head="main", title="x"),
            422,
            "No commits between",
            id="a pull request without a commit",
        ),
        pytest.param(
            lambda r: r.get_issue(99),
            404,
            "Not Found",
            id="an issue that is not there",
        ),
    ],
)
def test_a_workflow_is_told_no(opened: StandIn, deed: Deed, status: int, words: str) -> None:
    told, text = _refused(opened, deed)

    assert told == status
    assert words in text


@pytest.mark.parametrize("event", ["APPROVE", "REQUEST_CHANGES"])
def test_nobody_reviews_their_own(opened: StandIn, event: str) -> None:
    told = _refused(
        opened,
        lambda r: r.get_pull(1).create_review(body="x", event=event),
        TokenKind.PERSON,
        "bob",
    )

    assert told[0] == 422
    assert "your own pull request" in told[1]


def test_one_stranger_spoils_a_request_for_reviews(opened: StandIn) -> None:
    opened.user("mallory")

    told = _refused(
        opened, lambda r: r.get_pull(1).create_review_request(reviewers=["alice", "mallory"])
    )

    assert told[0] == 422
    assert opened.repo.pulls()[0].asked == []


def test_an_app_may_ask_a_team(opened: StandIn) -> None:
    remote = client(opened, TokenKind.APP).get_repo(opened.repo.full_name)

    remote.get_pull(1).create_review_request(team_reviewers=["data"])

    assert [team.slug for team in remote.get_pull(1).get_review_requests()[1]] == ["data"]


def test_an_issue_takes_2500_comments_and_no_more(opened: StandIn) -> None:
    issue = opened.open_issue("An issue")
    first = opened.comment(issue, "alice", "x")
    issue.comments += [first] * 2499

    told = _refused(opened, lambda r: r.get_issue(issue.number).create_comment("one more"))

    assert told[0] == 403


def test_a_locked_conversation_takes_no_comment_of_a_bot(opened: StandIn) -> None:
    opened.lock(opened.repo.issues[1])

    told = _refused(opened, lambda r: r.get_issue(1).create_comment("x"))

    assert told == (403, told[1])
    assert "locked" in told[1]


@pytest.mark.parametrize(
    "deed",
    [
        pytest.param(lambda r: r.get_issue(1).create_comment("x"), id="comment"),
        pytest.param(_check, id="check run"),
        pytest.param(lambda r: r.get_pull(1).add_to_labels("x"), id="label"),
        pytest.param(
            lambda r: r.get_pull(1).create_review_request(reviewers=["alice"]), id="request"
        ),
        pytest.param(lambda r: _release(r, "v1"), id="release"),
        pytest.param(lambda r: r.create_issue("x"), id="issue"),
    ],
)
def test_a_run_for_a_fork_writes_nothing(opened: StandIn, deed: Deed) -> None:
    told = _refused(opened, deed, TokenKind.FORK)

    assert told[0] == 403
    assert "Resource not accessible by integration" in told[1]


@pytest.mark.parametrize("kind", [TokenKind.ACTIONS, TokenKind.FORK], ids=["own", "fork"])
def test_a_workflow_reads_no_team(opened: StandIn, kind: TokenKind) -> None:
    github = client(opened, kind)

    with pytest.raises(GithubException) as caught:
        github.get_organization("acme").get_team_by_slug("data")

    assert caught.value.status == 404


def test_a_token_that_nobody_made_is_refused(opened: StandIn) -> None:
    github = client(opened)
    opened.world.tokens.clear()

    with pytest.raises(GithubException) as caught:
        github.get_repo(opened.repo.full_name)

    assert (caught.value.status, "Bad credentials" in str(caught.value)) == (401, True)


def test_a_workflow_that_narrowed_its_token_is_held_to_it(opened: StandIn) -> None:
    github = client(opened, scopes={"contents": "read", "checks": "write"})
    remote = github.get_repo(opened.repo.full_name)
    _check(remote)

    with pytest.raises(GithubException) as caught:
        remote.get_issue(1).create_comment("x")

    assert caught.value.status == 403


def test_a_check_run_is_changed_by_the_app_that_made_it_only(opened: StandIn) -> None:
    remote = client(opened, TokenKind.APP).get_repo(opened.repo.full_name)
    _check(remote)
    number = opened.repo.checks[0].id

    told = _refused(opened, lambda r: r.get_check_run(number).edit(conclusion="success"))

    assert told[0] == 403


def test_annotations_add_up(opened: StandIn) -> None:
    remote = client(opened).get_repo(opened.repo.full_name)
    run = remote.create_check_run(
        "contracts",
        remote.get_branch("main").commit.sha,
        output={"title": "t", "summary": "s", "annotations": _annotations(50)},  # type: ignore[dict-item]
    )

    run.edit(output={"title": "t", "summary": "s", "annotations": _annotations(7)})

    assert run.get_annotations().totalCount == 57


def test_a_release_at_a_changed_workflow_is_not_found(opened: StandIn) -> None:
    sha = opened.commit({".github/workflows/a.yml": "on: push\n"}, branch="other")

    told = _refused(opened, lambda r: r.create_git_release("v1", "v1", "", target_commitish=sha))

    assert told[0] == 404


def test_an_immutable_release_keeps_its_tag_and_files(opened: StandIn) -> None:
    opened.repo.immutable_releases = True
    release = opened.release("v1")

    tag = _refused(opened, lambda r: r.get_git_ref("tags/v1").delete())
    other = opened.commit({"a": "1"})
    moved = _refused(opened, lambda r: r.get_git_ref("tags/v1").edit(other, force=True))

    late = _refused(
        opened,
        lambda r: r.get_release("v1").upload_asset_from_memory(
            BytesIO(b"1"), 1, "late.txt", content_type="text/plain"
        ),
    )

    assert (tag[0], moved[0], late[0]) == (422, 422, 422)
    assert release.assets == []


def test_a_protected_tag_is_not_made_by_hand(opened: StandIn) -> None:
    opened.repo.protected_tags.append("orders/*")

    told = _refused(
        opened,
        lambda r: r.create_git_ref("refs/tags/orders/v1", r.get_branch("main").commit.sha),
    )

    assert (told[0], "Repository rule violations" in told[1]) == (422, True)


def test_files_end_at_3000_and_commits_at_250(opened: StandIn) -> None:
    opened.commit({f"a/{number}": "x" for number in range(3001)}, branch="large")
    for number in range(251):
        opened.commit({"b": str(number)}, branch="large")
    pull = opened.open_pull("large")
    remote = client(opened, per_page=100).get_repo(opened.repo.full_name)

    seen = remote.get_pull(pull.number)

    assert (seen.changed_files, seen.commits) == (3002, 252)
    assert len({file.filename for file in seen.get_files()}) == 3000
    assert len({commit.sha for commit in seen.get_commits()}) == 250


def test_a_page_holds_100_at_most(opened: StandIn) -> None:
    for number in range(101):
        opened.comment(opened.repo.issues[1], "alice", str(number))

    listed = [*client(opened, per_page=1000).get_repo("acme/contracts").get_issue(1).get_comments()]

    assert len(listed) == 101
    assert [call.query["per_page"] for call in opened.calls if "comments" in call.path] == [
        "1000",
        "1000",
    ]
