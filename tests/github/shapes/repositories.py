"""How GitHub writes down a repository."""

from __future__ import annotations

from tests.github.clock import stamp
from tests.github.shapes.people import Shape, node, present_user
from tests.github.state import Permission, Repository, User
from tests.github.world import World

PLACES = {
    "archive_url": "/{archive_format}{/ref}",
    "assignees_url": "/assignees{/user}",
    "blobs_url": "/git/blobs{/sha}",
    "branches_url": "/branches{/branch}",
    "collaborators_url": "/collaborators{/collaborator}",
    "comments_url": "/comments{/number}",
    "commits_url": "/commits{/sha}",
    "compare_url": "/compare/{base}...{head}",
    "contents_url": "/contents/{+path}",
    "contributors_url": "/contributors",
    "deployments_url": "/deployments",
    "downloads_url": "/downloads",
    "events_url": "/events",
    "forks_url": "/forks",
    "git_commits_url": "/git/commits{/sha}",
    "git_refs_url": "/git/refs{/sha}",
    "git_tags_url": "/git/tags{/sha}",
    "hooks_url": "/hooks",
    "issue_comment_url": "/issues/comments{/number}",
    "issue_events_url": "/issues/events{/number}",
    "issues_url": "/issues{/number}",
    "keys_url": "/keys{/key_id}",
    "labels_url": "/labels{/name}",
    "languages_url": "/languages",
    "merges_url": "/merges",
    "milestones_url": "/milestones{/number}",
    "notifications_url": "/notifications{?since,all,participating}",
    "pulls_url": "/pulls{/number}",
    "releases_url": "/releases{/id}",
    "stargazers_url": "/stargazers",
    "statuses_url": "/statuses/{sha}",
    "subscribers_url": "/subscribers",
    "subscription_url": "/subscription",
    "tags_url": "/tags",
    "teams_url": "/teams",
    "trees_url": "/git/trees{/sha}",
}


def api(world: World, repo: Repository) -> str:
    return f"{world.api}/repos/{repo.full_name}"


def web(world: World, repo: Repository) -> str:
    return f"{world.web}/{repo.full_name}"


def minimal(world: World, repo: Repository) -> Shape:
    url = api(world, repo)
    return {
        "id": repo.id,
        "node_id": node("R", repo.id),
        "name": repo.name,
        "full_name": repo.full_name,
        "private": repo.private,
        "owner": present_user(world, repo.owner),
        "html_url": web(world, repo),
        "description": None,
        "fork": repo.parent is not None,
        "url": url,
        **{name: url + place for name, place in PLACES.items()},
    }


def repository(world: World, repo: Repository) -> Shape:
    """Return a repository as it stands inside a pull request."""
    opened = sum(issue.state == "open" for issue in repo.issues.values())
    forks = sum(other.parent is repo for other in world.repositories)
    return minimal(world, repo) | {
        "clone_url": f"{world.git_host}/{repo.full_name}.git",
        "git_url": f"git://github.com/{repo.full_name}.git",
        "ssh_url": f"git@github.com:{repo.full_name}.git",
        "svn_url": web(world, repo),
        "mirror_url": None,
        "homepage": None,
        "language": None,
        "license": None,
        "topics": [],
        "visibility": "private" if repo.private else "public",
        "default_branch": repo.default_branch,
        "size": 1,
        "stargazers_count": 0,
        "watchers_count": 0,
        "watchers": 0,
        "forks_count": forks,
        "forks": forks,
        "open_issues_count": opened,
        "open_issues": opened,
        "has_issues": True,
        "has_projects": True,
        "has_downloads": True,
        "has_wiki": True,
        "has_pages": False,
        "has_discussions": False,
        "has_pull_requests": True,
        "archived": False,
        "disabled": False,
        "is_template": False,
        "allow_forking": True,
        "web_commit_signoff_required": False,
        "pushed_at": stamp(world.clock.now),
        "created_at": stamp(repo.created),
        "updated_at": stamp(world.clock.now),
    }


def event(world: World, repo: Repository) -> Shape:
    """Return a repository as it stands in an event."""
    return repository(world, repo) | {"custom_properties": {}}


def pushed(world: World, repo: Repository) -> Shape:
    """Return a repository as the event of a push has it: two of its times are numbers there."""
    return event(world, repo) | {
        "created_at": int(repo.created.timestamp()),
        "pushed_at": int(world.clock.now.timestamp()),
        "stargazers": 0,
        "master_branch": repo.default_branch,
        "organization": repo.owner.login,
        "owner": {**present_user(world, repo.owner), "name": repo.owner.login, "email": None},
    }


MERGES = {
    "allow_squash_merge": True,
    "allow_merge_commit": True,
    "allow_rebase_merge": True,
    "allow_auto_merge": False,
    "delete_branch_on_merge": False,
}


def full(world: World, repo: Repository, asker: User | None) -> Shape:
    """Return what /repos/{owner}/{repo} tells."""
    granted = world.permission(repo, asker) if asker else Permission.READ
    shape = repository(world, repo) | MERGES
    shape |= {"network_count": 0, "subscribers_count": 0, "permissions": permissions(granted)}
    if repo.owner.kind == "Organization":
        shape["organization"] = present_user(world, repo.owner)
    if repo.parent is not None:
        shape["parent"] = shape["source"] = repository(world, repo.parent)
    return shape


def permissions(granted: Permission) -> Shape:
    return {
        "admin": granted >= Permission.ADMIN,
        "maintain": granted >= Permission.MAINTAIN,
        "push": granted >= Permission.WRITE,
        "triage": granted >= Permission.TRIAGE,
        "pull": granted >= Permission.READ,
    }
