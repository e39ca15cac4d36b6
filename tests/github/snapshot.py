"""What can be seen of a repository, without numbers and times: to compare the ends of two runs."""

from __future__ import annotations

import pygit2

from tests.github.state import CheckRun, Issue, Pull, Release, Repository


def snapshot(repo: Repository) -> dict[str, object]:
    """Return what a visitor sees; equal values look alike to them."""
    store = repo.store
    return {
        "branches": {name: store.target(name) for name in store.references("refs/heads/")},
        "tags": {name: _tag(repo, name) for name in store.references("refs/tags/")},
        "labels": sorted((each.name, each.color, each.description or "") for each in repo.labels),
        "issues": [_issue(issue) for issue in repo.issues.values()],
        "checks": sorted(_check(run) for run in repo.checks),
        "statuses": sorted(
            (each.sha, each.context, each.state, each.description or "") for each in repo.statuses
        ),
        "releases": [_release(release) for release in repo.releases],
    }


def _check(run: CheckRun) -> tuple[str, ...]:
    end = run.conclusion or run.status
    words = (run.title or "", run.summary or "", run.text or "")
    return (run.sha, run.name, run.app.slug, end, *words, *map(repr, run.annotations))


def _release(release: Release) -> dict[str, object]:
    return {
        "tag": release.tag,
        "name": release.name,
        "body": release.body,
        "draft": release.draft,
        "prerelease": release.prerelease,
        "assets": [(asset.name, asset.label, asset.content) for asset in release.assets],
    }


def _tag(repo: Repository, name: str) -> tuple[str, str]:
    """Return what a tag leads to and says; a light one says nothing."""
    found = repo.store.git[str(repo.store.target(name))]
    if isinstance(found, pygit2.Tag):
        return str(found.target), found.message
    return str(found.id), ""


def _issue(issue: Issue) -> dict[str, object]:
    told: dict[str, object] = {
        "title": issue.title,
        "body": issue.body,
        "state": issue.state,
        "labels": sorted(label.name for label in issue.labels),
        "comments": [(comment.author.login, comment.body) for comment in issue.comments],
    }
    if isinstance(issue, Pull):
        told |= {
            "head": issue.head_sha,
            "merged": issue.merged is not None,
            "reviews": [(r.author.login, r.state, r.body, r.commit) for r in issue.reviews],
            "remarks": [(c.author.login, c.path, c.line, c.body) for c in issue.review_comments],
            "asked": sorted(user.login for user in issue.asked),
            "asked_teams": sorted(team.slug for team in issue.asked_teams),
        }
    return told
