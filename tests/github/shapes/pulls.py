"""How GitHub writes down issues, pull requests, comments, labels and reviews."""

from __future__ import annotations

from tests.github.clock import stamp
from tests.github.deeds.pulls import commits, fork_point, mergeable
from tests.github.shapes.people import Shape, app, node, simple_user, team
from tests.github.shapes.repositories import MERGES, api, repository, web
from tests.github.state import (
    Comment,
    Issue,
    Label,
    Permission,
    Pull,
    Repository,
    Review,
    ReviewComment,
    User,
)
from tests.github.world import GHOST, World


def association(world: World, repo: Repository, user: User) -> str:
    if user is repo.owner:
        return "OWNER"
    if user.kind == "Bot" or user.deleted:
        return "NONE"
    if world.is_member(repo.owner, user):
        return "MEMBER"
    return "COLLABORATOR" if repo.collaborators.get(user.login, Permission.NONE) else "NONE"


def label(world: World, repo: Repository, found: Label) -> Shape:
    return {
        "id": found.id,
        "node_id": node("LA", found.id),
        "url": f"{api(world, repo)}/labels/{found.name.replace(' ', '%20')}",
        "name": found.name,
        "color": found.color,
        "default": False,
        "description": found.description,
    }


def comment(world: World, repo: Repository, issue: Issue, found: Comment) -> Shape:
    number = issue.number
    kind = "pull" if isinstance(issue, Pull) else "issues"
    shape: Shape = {
        "url": f"{api(world, repo)}/issues/comments/{found.id}",
        "html_url": f"{web(world, repo)}/{kind}/{number}#issuecomment-{found.id}",
        "issue_url": f"{api(world, repo)}/issues/{number}",
        "id": found.id,
        "node_id": node("IC", found.id),
        "user": simple_user(world, found.author) or simple_user(world, GHOST),
        "created_at": stamp(found.created),
        "updated_at": stamp(found.updated),
        "body": found.body,
        "author_association": association(world, repo, found.author),
        "reactions": reactions(f"{api(world, repo)}/issues/comments/{found.id}/reactions"),
        "performed_via_github_app": app(world, found.app) if found.app else None,
    }
    return shape


def reactions(url: str) -> Shape:
    kinds = ("+1", "-1", "laugh", "hooray", "confused", "heart", "rocket", "eyes")
    return {"url": url, "total_count": 0, **dict.fromkeys(kinds, 0)}


def issue(world: World, repo: Repository, found: Issue) -> Shape:
    url = f"{api(world, repo)}/issues/{found.number}"
    kind = "pull" if isinstance(found, Pull) else "issues"
    html = f"{web(world, repo)}/{kind}/{found.number}"
    shape: Shape = {
        "url": url,
        "repository_url": api(world, repo),
        "labels_url": f"{url}/labels{{/name}}",
        "comments_url": f"{url}/comments",
        "events_url": f"{url}/events",
        "html_url": html,
        "id": found.id,
        "node_id": node("I", found.id),
        "number": found.number,
        "title": found.title,
        "user": simple_user(world, found.author) or simple_user(world, GHOST),
        "labels": [label(world, repo, each) for each in found.labels],
        "state": found.state,
        "state_reason": found.reason,
        "locked": found.locked,
        "active_lock_reason": None,
        "assignee": None,
        "assignees": [simple_user(world, user) for user in found.assignees],
        "milestone": None,
        "comments": len(found.comments),
        "created_at": stamp(found.created),
        "updated_at": stamp(found.updated),
        "closed_at": stamp(found.closed),
        "closed_by": None,
        "author_association": association(world, repo, found.author),
        "body": found.body,
        "reactions": reactions(f"{url}/reactions"),
        "timeline_url": f"{url}/timeline",
        "performed_via_github_app": None,
    }
    if isinstance(found, Pull):
        shape["draft"] = found.draft
        shape["pull_request"] = {
            "url": f"{api(world, repo)}/pulls/{found.number}",
            "html_url": html,
            "diff_url": f"{html}.diff",
            "patch_url": f"{html}.patch",
            "merged_at": stamp(found.merged),
        }
    return shape


def branch(world: World, owner: User, repo: Repository | None, name: str, sha: str) -> Shape:
    return {
        "label": f"{owner.login}:{name}",
        "ref": name,
        "sha": sha,
        "user": simple_user(world, owner),
        "repo": repository(world, repo) if repo else None,
    }


def links(world: World, repo: Repository, found: Pull) -> Shape:
    url = f"{api(world, repo)}/pulls/{found.number}"
    issue_url = f"{api(world, repo)}/issues/{found.number}"
    places = {
        "self": url,
        "html": f"{web(world, repo)}/pull/{found.number}",
        "issue": issue_url,
        "comments": f"{issue_url}/comments",
        "review_comments": f"{url}/comments",
        "review_comment": f"{api(world, repo)}/pulls/comments{{/number}}",
        "commits": f"{url}/commits",
        "statuses": f"{api(world, repo)}/statuses/{found.head_sha}",
    }
    return {name: {"href": place} for name, place in places.items()}


def simple(world: World, repo: Repository, found: Pull) -> Shape:
    """Return a pull request as it stands in a list."""
    url = f"{api(world, repo)}/pulls/{found.number}"
    issue_url = f"{api(world, repo)}/issues/{found.number}"
    html = f"{web(world, repo)}/pull/{found.number}"
    head = found.head_repo
    return {
        "url": url,
        "id": found.id,
        "node_id": node("PR", found.id),
        "html_url": html,
        "diff_url": f"{html}.diff",
        "patch_url": f"{html}.patch",
        "issue_url": issue_url,
        "number": found.number,
        "state": found.state,
        "locked": found.locked,
        "title": found.title,
        "user": simple_user(world, found.author) or simple_user(world, GHOST),
        "body": found.body,
        "created_at": stamp(found.created),
        "updated_at": stamp(found.updated),
        "closed_at": stamp(found.closed),
        "merged_at": stamp(found.merged),
        "merge_commit_sha": found.merge_sha,
        "assignee": None,
        "assignees": [],
        "requested_reviewers": [simple_user(world, user) for user in found.asked],
        "requested_teams": [team(world, each) for each in found.asked_teams],
        "labels": [label(world, repo, each) for each in found.labels],
        "milestone": None,
        "draft": found.draft,
        "commits_url": f"{url}/commits",
        "review_comments_url": f"{url}/comments",
        "review_comment_url": f"{api(world, repo)}/pulls/comments{{/number}}",
        "comments_url": f"{issue_url}/comments",
        "statuses_url": f"{api(world, repo)}/statuses/{found.head_sha}",
        "head": branch(world, found.head_owner, head, found.head_ref, found.head_sha),
        "base": branch(world, repo.owner, repo, found.base_ref, found.base_sha),
        "_links": links(world, repo, found),
        "author_association": association(world, repo, found.author),
        "auto_merge": None,
        "active_lock_reason": None,
    }


def brief(world: World, repo: Repository, found: Pull) -> Shape:
    """Return a pull request as a run of a workflow or a check run names it."""
    place = {"id": repo.id, "url": api(world, repo), "name": repo.name}
    return {
        "id": found.id,
        "number": found.number,
        "url": f"{api(world, repo)}/pulls/{found.number}",
        "head": {"ref": found.head_ref, "sha": found.head_sha, "repo": place},
        "base": {"ref": found.base_ref, "sha": found.base_sha, "repo": place},
    }


def event_simple(world: World, repo: Repository, found: Pull) -> Shape:
    """Return a pull request as the event of a review has it; a deleted author is null."""
    return _told(world, found, simple(world, repo, found))


def event(world: World, repo: Repository, found: Pull) -> Shape:
    """Return a pull request as its own events have it; a deleted author is null."""
    return _told(world, found, full(world, repo, found))


def _told(world: World, found: Pull, shape: Shape) -> Shape:
    shape["user"] = simple_user(world, found.author)
    for side in (shape["base"], shape["head"]):
        if isinstance(side, dict) and isinstance(side["repo"], dict):
            side["repo"] |= {**MERGES, "custom_properties": {}}
    return shape


def full(world: World, repo: Repository, found: Pull) -> Shape:
    """Return what /pulls/{number} tells."""
    diff = repo.store.diff(fork_point(repo, found), found.head_sha)
    fits = mergeable(repo, found) if found.state == "open" else None
    states = {True: "clean", False: "dirty", None: "unknown"}
    return simple(world, repo, found) | {
        "merged": found.merged is not None,
        "mergeable": fits,
        "rebaseable": fits,
        "mergeable_state": "draft" if found.draft else states[fits],
        "merged_by": simple_user(world, found.merged_by),
        "comments": len(found.comments),
        "review_comments": len(found.review_comments),
        "maintainer_can_modify": False,
        "commits": len(commits(repo, found)),
        "additions": diff.stats.insertions,
        "deletions": diff.stats.deletions,
        "changed_files": len(diff),
    }


def review(world: World, repo: Repository, pull: Pull, found: Review) -> Shape:
    html = f"{web(world, repo)}/pull/{pull.number}#pullrequestreview-{found.id}"
    url = f"{api(world, repo)}/pulls/{pull.number}"
    shape: Shape = {
        "id": found.id,
        "node_id": node("PRR", found.id),
        "user": simple_user(world, found.author),
        "body": found.body,
        "state": found.state,
        "html_url": html,
        "pull_request_url": url,
        "author_association": association(world, repo, found.author),
        "_links": {"html": {"href": html}, "pull_request": {"href": url}},
        "commit_id": found.commit,
    }
    if found.submitted is not None:
        shape["submitted_at"] = stamp(found.submitted)
    return shape


def review_comment(world: World, repo: Repository, pull: Pull, found: ReviewComment) -> Shape:
    html = f"{web(world, repo)}/pull/{pull.number}#discussion_r{found.id}"
    url = f"{api(world, repo)}/pulls/comments/{found.id}"
    pull_url = f"{api(world, repo)}/pulls/{pull.number}"
    shape: Shape = {
        "url": url,
        "pull_request_review_id": found.review,
        "id": found.id,
        "node_id": node("PRRC", found.id),
        "diff_hunk": found.hunk,
        "path": found.path,
        "commit_id": pull.head_sha,
        "original_commit_id": found.commit,
        "user": simple_user(world, found.author) or simple_user(world, GHOST),
        "body": found.body,
        "created_at": stamp(found.created),
        "updated_at": stamp(found.updated),
        "html_url": html,
        "pull_request_url": pull_url,
        "author_association": association(world, repo, found.author),
        "_links": {
            "self": {"href": url},
            "html": {"href": html},
            "pull_request": {"href": pull_url},
        },
        "reactions": reactions(f"{url}/reactions"),
        "start_line": found.start_line,
        "original_start_line": found.start_line,
        "start_side": found.side if found.start_line else None,
        "line": found.line,
        "original_line": found.line,
        "side": found.side,
        "subject_type": "line" if found.line else "file",
    }
    if found.reply_to is not None:
        shape["in_reply_to_id"] = found.reply_to
    return shape
