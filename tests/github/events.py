"""The events that start a workflow, as GitHub writes them into the file of a run.

Each payload tells of the stand-in as it is now: stage first, then make the event.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import pygit2

from tests.github.clock import stamp
from tests.github.server import StandIn
from tests.github.shapes import commits, people, pulls, repositories
from tests.github.state import Comment, Issue, Pull, Repository, Review, User
from tests.github.store import patches

Payload = dict[str, object]
NOTHING = "0" * 40
"""What stands for a commit before a branch was, or after it is gone."""


def write(folder: Path, payload: Mapping[str, object]) -> Path:
    """Write the file that GITHUB_EVENT_PATH names."""
    file = folder / "event.json"
    file.write_text(json.dumps(payload), "utf-8")
    return file


def _common(hub: StandIn, sender: str | User) -> Payload:
    user = sender if isinstance(sender, User) else hub.user(sender)
    return {
        "repository": repositories.event(hub.world, hub.repo),
        "organization": people.event_organisation(hub.world, hub.organisation),
        "sender": people.present_user(hub.world, user),
    }


def pull_request(
    hub: StandIn, pull: Pull, action: str, *, sender: str | User | None = None, **more: object
) -> Payload:
    """Return an event of a pull request; `more` is what only some actions tell.

    `synchronize` wants before and after, `edited` changes, `labeled` label.
    """
    return {
        "action": action,
        "number": pull.number,
        "pull_request": pulls.event(hub.world, hub.repo, pull),
        **_common(hub, sender or pull.author),
        **more,
    }


def synchronized(hub: StandIn, pull: Pull, before: str) -> Payload:
    """Return the event of a push to a pull request; `before` need not exist any more."""
    return pull_request(hub, pull, "synchronize", before=before, after=pull.head_sha)


def retargeted(hub: StandIn, pull: Pull, old_base: str, old_sha: str) -> Payload:
    """Return the event of a pull request that asks to be merged elsewhere now."""
    base = {"ref": {"from": old_base}, "sha": {"from": old_sha}}
    return pull_request(hub, pull, "edited", changes={"base": base})


def labeled(hub: StandIn, pull: Pull, name: str, *, sender: str) -> Payload:
    """Return the event of a label that was put on."""
    label = next(label for label in hub.repo.labels if label.name == name)
    shape = pulls.label(hub.world, hub.repo, label)
    return pull_request(hub, pull, "labeled", sender=sender, label=shape)


def pull_request_review(
    hub: StandIn, pull: Pull, review: Review, action: str = "submitted"
) -> Payload:
    """Return the event of a review; its state is written in small letters."""
    shape = pulls.review(hub.world, hub.repo, pull, review)
    shape |= {"state": review.state.lower(), "submitted_at": stamp(review.submitted)}
    return {
        "action": action,
        "review": shape,
        "pull_request": pulls.event_simple(hub.world, hub.repo, pull),
        **_common(hub, review.author),
    }


def issue_comment(hub: StandIn, issue: Issue, comment: Comment, action: str = "created") -> Payload:
    """Return the event of a comment on an issue or a pull request."""
    return {
        "action": action,
        "issue": pulls.issue(hub.world, hub.repo, issue) | {"active_lock_reason": None},
        "comment": pulls.comment(hub.world, hub.repo, issue, comment),
        **_common(hub, comment.author),
    }


def push(  # noqa: PLR0913 - what a push consists of
    hub: StandIn,
    before: str,
    after: str,
    *,
    ref: str = "refs/heads/main",
    forced: bool = False,
    sender: str = "octocat",
) -> Payload:
    """Return the event of a push; NOTHING stands for what was not or is no more."""
    store, world = hub.repo.store, hub.world
    known = [] if NOTHING in {before, after} else store.between(before, after)
    listed = [_pushed(hub, str(commit.id)) for commit in known]
    gone = after == NOTHING
    common = _common(hub, sender)
    return {
        "ref": ref,
        "before": before,
        "after": after,
        "created": before == NOTHING,
        "deleted": gone,
        "forced": forced,
        "base_ref": None,
        "compare": f"{repositories.web(world, hub.repo)}/compare/{before[:12]}...{after[:12]}",
        "commits": listed[-2048:],
        "head_commit": None if gone else _pushed(hub, after),
        "pusher": {"name": sender, "email": hub.user(sender).email},
        **common,
        "repository": repositories.pushed(world, hub.repo),
    }


def _pushed(hub: StandIn, sha: str) -> Payload:
    found = hub.repo.store.commit_of(sha)
    shape = commits.git_commit(hub.world, hub.repo, found)
    parent = str(found.parent_ids[0]) if found.parent_ids else None
    listed: dict[str, list[str]] = {"added": [], "removed": [], "modified": []}
    for patch in patches(hub.repo.store.diff(parent, sha)):
        old, new = patch.delta.old_file.path, patch.delta.new_file.path
        match commits.status(patch):
            case "added" | "removed" as kind:
                listed[kind].append(new)
            case "renamed":
                listed["removed"].append(old)
                listed["added"].append(new)
            case _:
                listed["modified"].append(new)
    return {
        "id": sha,
        "tree_id": str(found.tree_id),
        "distinct": True,
        "message": shape["message"],
        "timestamp": commits.person(found.committer)["date"],
        "url": shape["html_url"],
        "author": _person(hub, found.author),
        "committer": _person(hub, found.committer),
        **listed,
    }


def _person(hub: StandIn, signature: pygit2.Signature) -> Payload:
    """Return who wrote a commit; only of a known address the login is told."""
    user = hub.world.by_email(signature.email)
    told: Payload = {"name": signature.name, "email": signature.email}
    return told | ({"username": user.login} if user else {})


def merge_group(hub: StandIn, pull: Pull) -> Payload:
    """Return the event of a merge queue that asks for checks; its branch is made, too."""
    base = str(hub.repo.store.tip(pull.base_ref))
    branch = f"gh-readonly-queue/{pull.base_ref}/pr-{pull.number}-{base}"
    head = str(hub.repo.store.target(f"refs/pull/{pull.number}/merge"))
    hub.point(branch, head)
    return {
        "action": "checks_requested",
        "merge_group": {
            "head_sha": head,
            "head_ref": f"refs/heads/{branch}",
            "base_sha": base,
            "base_ref": f"refs/heads/{pull.base_ref}",
            "head_commit": {
                name: part
                for name, part in _pushed(hub, head).items()
                if name in {"id", "tree_id", "message", "timestamp", "author", "committer"}
            },
        },
        **_common(hub, hub.user("github-merge-queue[bot]", bot=True)),
    }


def schedule(cron: str = "17 5 * * *") -> Payload:
    """Return the event of the clock, which is no webhook."""
    return {"schedule": cron}


def workflow_dispatch(
    hub: StandIn, inputs: Mapping[str, str] | None = None, *, sender: str = "octocat"
) -> Payload:
    """Return the event of a person who starts a workflow."""
    return {
        "inputs": dict(inputs) if inputs else None,
        "ref": f"refs/heads/{hub.repo.default_branch}",
        "workflow": ".github/workflows/contracts.yml",
        **_common(hub, sender),
    }


def workflow_run(  # noqa: PLR0913 - each has a default
    hub: StandIn,
    pull: Pull,
    *,
    action: str = "completed",
    event: str = "pull_request",
    path: str = ".github/workflows/contracts.yml",
    conclusion: str | None = "success",
) -> Payload:
    """Return the event of a run for a pull request; of a fork's, the run names none."""
    head = pull.head_repo or hub.repo
    number = hub.world.next_id()
    return {
        "action": action,
        "workflow": _workflow(hub, path),
        "workflow_run": _run(hub, pull, head, number)
        | {"event": event, "path": path, "conclusion": conclusion}
        | {"status": "completed" if conclusion else "in_progress"},
        **_common(hub, pull.author),
    }


def _workflow(hub: StandIn, path: str) -> Payload:
    url = f"{repositories.api(hub.world, hub.repo)}/actions/workflows/1"
    html = f"{repositories.web(hub.world, hub.repo)}/blob/main/{path}"
    now = stamp(hub.clock.now)
    return {
        "id": 1,
        "node_id": "W_1",
        "name": "Contracts",
        "path": path,
        "state": "active",
        "created_at": now,
        "updated_at": now,
        "url": url,
        "html_url": html,
        "badge_url": f"{repositories.web(hub.world, hub.repo)}/workflows/Contracts/badge.svg",
    }


def _run(hub: StandIn, pull: Pull, head: Repository, number: int) -> Payload:
    world, now = hub.world, stamp(hub.clock.now)
    url = f"{repositories.api(world, hub.repo)}/actions/runs/{number}"
    author = people.simple_user(world, pull.author)
    commit = _pushed(hub, pull.head_sha)
    told: Iterable[Pull] = [pull] if head is hub.repo else []
    names = ("jobs", "logs", "artifacts", "cancel", "rerun")
    return {
        "id": number,
        "name": "Contracts",
        "node_id": people.node("WFR", number),
        "check_suite_id": number,
        "check_suite_node_id": people.node("CS", number),
        "check_suite_url": f"{repositories.api(world, hub.repo)}/check-suites/{number}",
        "head_branch": pull.head_ref,
        "head_sha": pull.head_sha,
        "head_commit": {name: commit[name] for name in _OF_A_RUN},
        "head_repository": repositories.minimal(world, head),
        "repository": repositories.minimal(world, hub.repo),
        "display_title": pull.title,
        "run_number": 1,
        "run_attempt": 1,
        "run_started_at": now,
        "created_at": now,
        "updated_at": now,
        "workflow_id": 1,
        "workflow_url": f"{repositories.api(world, hub.repo)}/actions/workflows/1",
        "url": url,
        "html_url": f"{repositories.web(world, hub.repo)}/actions/runs/{number}",
        "previous_attempt_url": None,
        **{f"{name}_url": f"{url}/{name}" for name in names},
        "actor": author,
        "triggering_actor": author,
        "referenced_workflows": [],
        "pull_requests": [pulls.brief(world, hub.repo, each) for each in told],
    }


_OF_A_RUN = ("id", "tree_id", "message", "timestamp", "author", "committer")
