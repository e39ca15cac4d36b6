"""How GitHub writes down check runs, their annotations and commit statuses."""

from __future__ import annotations

from tests.github.clock import stamp
from tests.github.shapes.people import Shape, app, node, present_user
from tests.github.shapes.pulls import brief
from tests.github.shapes.repositories import api, minimal, web
from tests.github.state import Annotation, CheckRun, Repository, Status
from tests.github.world import World


def check_run(world: World, repo: Repository, found: CheckRun) -> Shape:
    url = f"{api(world, repo)}/check-runs/{found.id}"
    # Of pull requests from forks, GitHub tells nothing here.
    pulls = [
        brief(world, repo, pull)
        for pull in repo.pulls()
        if pull.head_sha == found.sha and pull.head_repo is repo and pull.state == "open"
    ]
    return {
        "id": found.id,
        "name": found.name,
        "node_id": node("CR", found.id),
        "head_sha": found.sha,
        "external_id": found.external_id,
        "url": url,
        "html_url": f"{web(world, repo)}/runs/{found.id}",
        "details_url": found.details_url or f"{web(world, repo)}/runs/{found.id}",
        "status": found.status,
        "conclusion": found.conclusion,
        "started_at": stamp(found.started),
        "completed_at": stamp(found.completed),
        "output": {
            "title": found.title,
            "summary": found.summary,
            "text": found.text,
            "annotations_count": len(found.annotations),
            "annotations_url": f"{url}/annotations",
        },
        "check_suite": {"id": found.app.id + repo.id},
        "app": app(world, found.app),
        "pull_requests": pulls,
    }


def annotation(world: World, repo: Repository, sha: str, found: Annotation) -> Shape:
    return {
        "path": found.path,
        "blob_href": f"{web(world, repo)}/blob/{sha}/{found.path}",
        "start_line": found.start_line,
        "start_column": found.start_column,
        "end_line": found.end_line,
        "end_column": found.end_column,
        "annotation_level": found.level,
        "title": found.title or "",
        "message": found.message,
        "raw_details": found.raw_details or "",
    }


def status(world: World, repo: Repository, found: Status) -> Shape:
    return {
        "url": f"{api(world, repo)}/statuses/{found.sha}",
        "avatar_url": f"https://avatars.githubusercontent.com/u/{found.creator.id}?v=4",
        "id": found.id,
        "node_id": node("SC", found.id),
        "state": found.state,
        "description": found.description,
        "target_url": found.target_url,
        "context": found.context,
        "created_at": stamp(found.created),
        "updated_at": stamp(found.created),
        "creator": present_user(world, found.creator),
    }


def combined(world: World, repo: Repository, sha: str, found: list[Status]) -> Shape:
    """Return the statuses of a commit together; the newest of each context counts."""
    latest = {each.context: each for each in found}
    states = {each.state for each in latest.values()}
    state = "failure" if states & {"failure", "error"} else "pending"
    listed = []
    for each in latest.values():
        shape = status(world, repo, each)
        del shape["creator"]
        listed.append(shape)
    return {
        "state": "success" if states == {"success"} else state,
        "statuses": listed,
        "sha": sha,
        "total_count": len(latest),
        "repository": minimal(world, repo),
        "commit_url": f"{api(world, repo)}/commits/{sha}",
        "url": f"{api(world, repo)}/commits/{sha}/status",
    }
