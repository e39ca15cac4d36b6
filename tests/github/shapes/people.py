"""How GitHub writes down people, teams and Apps."""

from __future__ import annotations

from tests.github.clock import START, stamp
from tests.github.state import App, Permission, Team, User
from tests.github.world import World

Shape = dict[str, object]


def node(kind: str, number: int) -> str:
    return f"{kind}_{number:08d}"


def simple_user(world: World, user: User | None) -> Shape | None:
    """Return a user, and null for one who was deleted."""
    if user is None or user.deleted:
        return None
    return present_user(world, user)


def present_user(world: World, user: User) -> Shape:
    login = user.login.replace("[", "%5B").replace("]", "%5D")
    url = f"{world.api}/users/{login}"
    return {
        "login": user.login,
        "id": user.id,
        "node_id": node("U", user.id),
        "avatar_url": f"https://avatars.githubusercontent.com/u/{user.id}?v=4",
        "gravatar_id": "",
        "url": url,
        "html_url": f"{world.web}/{login}",
        "followers_url": f"{url}/followers",
        "following_url": f"{url}/following{{/other_user}}",
        "gists_url": f"{url}/gists{{/gist_id}}",
        "starred_url": f"{url}/starred{{/owner}}{{/repo}}",
        "subscriptions_url": f"{url}/subscriptions",
        "organizations_url": f"{url}/orgs",
        "repos_url": f"{url}/repos",
        "events_url": f"{url}/events{{/privacy}}",
        "received_events_url": f"{url}/received_events",
        "type": user.kind,
        "user_view_type": "public",
        "site_admin": False,
    }


def public_user(world: World, user: User) -> Shape:
    """Return what /users/{name} tells."""
    return present_user(world, user) | {
        "name": user.login.title(),
        "company": None,
        "blog": "",
        "location": None,
        "email": user.email,
        "hireable": None,
        "bio": None,
        "twitter_username": None,
        "public_repos": 1,
        "public_gists": 0,
        "followers": 0,
        "following": 0,
        "created_at": stamp(START),
        "updated_at": stamp(START),
    }


def organisation(world: World, user: User) -> Shape:
    url = f"{world.api}/orgs/{user.login}"
    return {
        "login": user.login,
        "id": user.id,
        "node_id": node("O", user.id),
        "url": url,
        "repos_url": f"{url}/repos",
        "events_url": f"{url}/events",
        "hooks_url": f"{url}/hooks",
        "issues_url": f"{url}/issues",
        "members_url": f"{url}/members{{/member}}",
        "public_members_url": f"{url}/public_members{{/member}}",
        "avatar_url": f"https://avatars.githubusercontent.com/u/{user.id}?v=4",
        "description": None,
        "is_verified": False,
        "has_organization_projects": True,
        "has_repository_projects": True,
        "public_repos": 1,
        "public_gists": 0,
        "followers": 0,
        "following": 0,
        "html_url": f"{world.web}/{user.login}",
        "type": "Organization",
        "archived_at": None,
        "created_at": stamp(START),
        "updated_at": stamp(START),
    }


OF_AN_EVENT = (
    *("login", "id", "node_id", "url", "avatar_url", "members_url", "public_members_url"),
    *("repos_url", "events_url", "hooks_url", "issues_url"),
)


def event_organisation(world: World, user: User) -> Shape:
    """Return an organisation as it stands in an event."""
    whole = organisation(world, user)
    return {**{name: whole[name] for name in OF_AN_EVENT}, "description": ""}


def team(world: World, team: Team, permission: Permission = Permission.READ) -> Shape:
    url = f"{world.api}/organizations/{team.organisation.id}/team/{team.id}"
    return {
        "id": team.id,
        "node_id": node("T", team.id),
        "url": url,
        "html_url": f"{world.web}/orgs/{team.organisation.login}/teams/{team.slug}",
        "name": team.slug,
        "slug": team.slug,
        "description": None,
        "privacy": "secret" if team.secret else "closed",
        "notification_setting": "notifications_enabled",
        "permission": TEAM_PERMISSION[permission],
        "type": "organization",
        "organization_id": team.organisation.id,
        "members_url": f"{url}/members{{/member}}",
        "repositories_url": f"{url}/repos",
        "parent": None,
    }


def full_team(world: World, found: Team) -> Shape:
    return team(world, found) | {
        "created_at": stamp(START),
        "updated_at": stamp(START),
        "members_count": len(found.members),
        "repos_count": 1,
        "organization": organisation(world, found.organisation),
    }


TEAM_PERMISSION = {
    Permission.NONE: "pull",
    Permission.READ: "pull",
    Permission.TRIAGE: "triage",
    Permission.WRITE: "push",
    Permission.MAINTAIN: "maintain",
    Permission.ADMIN: "admin",
}


def app(world: World, app: App) -> Shape:
    return {
        "id": app.id,
        "client_id": f"Iv23li{app.id:014d}",
        "slug": app.slug,
        "node_id": node("A", app.id),
        "owner": present_user(world, app.owner),
        "name": app.slug.replace("-", " ").title(),
        "description": "",
        "external_url": f"{world.web}/apps/{app.slug}",
        "html_url": f"{world.web}/apps/{app.slug}",
        "created_at": stamp(START),
        "updated_at": stamp(START),
        "permissions": {"checks": "write", "contents": "write", "metadata": "read"},
        "events": [],
    }
