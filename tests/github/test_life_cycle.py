"""A pull request's whole life as PyGithub sees it, each call judged by GitHub's description."""

from __future__ import annotations

from io import BytesIO

from github.ContentFile import ContentFile
from github.Repository import Repository as Remote

from tests.github.conftest import client
from tests.github.server import StandIn
from tests.github.state import Permission, TokenKind

OLD = "version: 1.0.0\n"
NEW = "version: 2.0.0\n"


def _remote(hub: StandIn, kind: TokenKind = TokenKind.ACTIONS, login: str | None = None) -> Remote:
    return client(hub, kind, login=login).get_repo(hub.repo.full_name)


def _opened(hub: StandIn) -> None:
    hub.user("alice", Permission.WRITE)
    hub.team("data", "carol")
    hub.commit({"contracts/orders.yaml": NEW}, branch="feature", author="bob")
    hub.open_pull("feature", author="bob", title="Change orders")


def test_a_pull_request_is_read(hub: StandIn) -> None:
    _opened(hub)
    hub.review(hub.repo.pulls()[0], "alice")
    remote = _remote(hub)

    pull = remote.get_pull(1)

    assert (pull.title, pull.user.login, pull.mergeable) == ("Change orders", "bob", True)
    assert [(f.filename, f.status, f.additions) for f in pull.get_files()] == [
        ("contracts/orders.yaml", "modified", 1)
    ]
    assert [c.author.login for c in pull.get_commits()] == ["bob"]
    assert [(r.user.login, r.state, r.commit_id) for r in pull.get_reviews()] == [
        ("alice", "APPROVED", pull.head.sha)
    ]
    assert [p.number for p in remote.get_pulls(base="main")] == [1]
    assert remote.compare("main", "feature").ahead_by == 1
    file = remote.get_contents("contracts/orders.yaml", ref="feature")
    assert isinstance(file, ContentFile)
    assert file.decoded_content == NEW.encode()
    assert [e.path for e in remote.get_git_tree("main", recursive=True).tree] == [
        "contracts",
        "contracts/orders.yaml",
    ]
    assert remote.get_collaborator_permission("alice") == "write"
    assert hub.writes == ()


def test_what_a_bot_writes_is_there(hub: StandIn) -> None:
    _opened(hub)
    remote = _remote(hub)
    pull = remote.get_pull(1)

    comment = pull.create_issue_comment("first")
    comment.edit("second")
    pull.add_to_labels("contract: breaking")
    pull.create_review_request(reviewers=["alice"])
    pull.create_review(
        body="See below",
        event="COMMENT",
        comments=[{"path": "contracts/orders.yaml", "line": 1, "body": "```suggestion\n```"}],
    )
    run = remote.create_check_run(
        name="contracts",
        head_sha=pull.head.sha,
        status="completed",
        conclusion="failure",
        output={
            "title": "Broken",
            "summary": "One change breaks",
            "annotations": [
                {
                    "path": "contracts/orders.yaml",
                    "start_line": 1,
                    "end_line": 1,
                    "annotation_level": "failure",
                    "message": "gone",
                }
            ],
        },
    )
    run.edit(conclusion="success", output={"title": "Well", "summary": "Nothing breaks"})
    remote.get_commit(pull.head.sha).create_status("success", context="contracts")

    assert [(c.user.login, c.body) for c in pull.get_issue_comments()] == [
        ("github-actions[bot]", "second")
    ]
    assert [label.name for label in pull.get_labels()] == ["contract: breaking"]
    assert [user.login for user in pull.get_review_requests()[0]] == ["alice"]
    assert [c.line for c in pull.get_review_comments()] == [1]
    assert [(a.path, a.message) for a in run.get_annotations()] == [
        ("contracts/orders.yaml", "gone")
    ]
    assert [(r.name, r.conclusion) for r in remote.get_commit(pull.head.sha).get_check_runs()] == [
        ("contracts", "success")
    ]
    assert remote.get_commit(pull.head.sha).get_combined_status().state == "success"
    assert [str(call).removeprefix("POST /repos/acme/contracts/") for call in hub.writes][:1] == [
        "issues/1/comments 201"
    ]
    assert len(hub.writes) == 8


def test_a_merged_version_is_tagged_and_released(hub: StandIn) -> None:
    _opened(hub)
    remote = _remote(hub)
    pull = remote.get_pull(1)

    merged = pull.merge(merge_method="squash")
    tag = remote.create_git_tag("orders/v2.0.0", "Orders 2.0.0", merged.sha, "commit")
    remote.create_git_ref("refs/tags/orders/v2.0.0", tag.sha)
    release = remote.create_git_release("orders/v2.0.0", "Orders 2.0.0", "notes", draft=True)
    release.upload_asset_from_memory(
        BytesIO(b"{}"), 2, "orders.json", content_type="application/json"
    )
    release.update_release("Orders 2.0.0", "notes", draft=False)

    assert pull.is_merged()
    assert remote.get_branch("main").commit.sha == merged.sha
    assert remote.get_git_ref("tags/orders/v2.0.0").object.type == "tag"
    assert remote.get_git_tag(tag.sha).message.strip() == "Orders 2.0.0"
    assert [t.name for t in remote.get_tags()] == ["orders/v2.0.0"]
    assert [a.name for a in remote.get_release("orders/v2.0.0").get_assets()] == ["orders.json"]
    assert remote.get_latest_release().tag_name == "orders/v2.0.0"


def test_issues_are_opened_changed_and_closed(hub: StandIn) -> None:
    remote = _remote(hub)
    remote.create_label("sunset", "ededed", "A contract ends")

    issue = remote.create_issue("Orders 1 ends", body="soon", labels=["sunset"])
    issue.edit(body="very soon")
    issue.edit(state="closed")

    assert [(i.title, i.body) for i in remote.get_issues(state="closed", labels=["sunset"])] == [
        ("Orders 1 ends", "very soon")
    ]


def test_an_app_reads_the_members_of_a_team(hub: StandIn) -> None:
    _opened(hub)
    github = client(hub, TokenKind.APP)

    team = github.get_organization("acme").get_team_by_slug("data")

    assert [member.login for member in team.get_members()] == ["carol"]
    assert team.get_team_membership("carol").state == "active"
