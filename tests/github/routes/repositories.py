"""The repository itself, its branches, who may do what in it, and its code owners' faults."""

from __future__ import annotations

from tests.github.answers import Answer, Refusal, not_for_integrations, not_found
from tests.github.ask import Ask
from tests.github.codeowners import faults
from tests.github.routing import REPO, route
from tests.github.shapes import commits, people, repositories
from tests.github.state import Permission


@route("GET", REPO, "metadata")
def repository(ask: Ask) -> Answer:
    return Answer(
        200, repositories.full(ask.world, ask.repo, ask.token.user if ask.token else None)
    )


@route("PATCH", REPO, "administration")
def change_repository(ask: Ask) -> Answer:
    name = ask.text("name")
    if name is not None and name != ask.repo.name:
        ask.world.rename(ask.repo, name)
    if branch := ask.text("default_branch"):
        ask.repo.store.default_branch = branch
    ask.world.clock.tick()
    return Answer(200, repositories.full(ask.world, ask.repo, ask.user))


@route("GET", f"{REPO}/branches", "contents")
def branches(ask: Ask) -> Answer:
    listed: list[object] = []
    for name in ask.repo.store.references("refs/heads/"):
        branch = name.removeprefix("refs/heads/")
        sha = str(ask.repo.store.target(name))
        url = f"{repositories.api(ask.world, ask.repo)}/commits/{sha}"
        protected = branch in ask.repo.protected
        listed.append({"name": branch, "commit": {"sha": sha, "url": url}, "protected": protected})
    return ask.page(listed)


@route("GET", f"{REPO}/branches/{{branch}}", "contents")
def branch(ask: Ask) -> Answer:
    name = ask.arguments["branch"]
    tip = ask.repo.store.tip(name)
    if tip is None:
        raise Refusal(404, "Branch not found")
    url = f"{repositories.api(ask.world, ask.repo)}/branches/{name}"
    contexts = list(ask.repo.protected.get(name, ()))
    return Answer(
        200,
        {
            "name": name,
            "commit": commits.commit(ask.world, ask.repo, ask.repo.store.commit_of(tip)),
            "_links": {
                "self": url,
                "html": f"{repositories.web(ask.world, ask.repo)}/tree/{name}",
            },
            "protected": name in ask.repo.protected,
            "protection": {
                "enabled": name in ask.repo.protected,
                "required_status_checks": {
                    "enforcement_level": "everyone" if contexts else "off",
                    "contexts": contexts,
                    "checks": [],
                },
            },
            "protection_url": f"{url}/protection",
        },
    )


ROLES = {
    Permission.NONE: ("none", "none"),
    Permission.READ: ("read", "read"),
    Permission.TRIAGE: ("read", "triage"),
    Permission.WRITE: ("write", "write"),
    Permission.MAINTAIN: ("write", "maintain"),
    Permission.ADMIN: ("admin", "admin"),
}


@route("GET", f"{REPO}/collaborators", "metadata")
def collaborators(ask: Ask) -> Answer:
    if not ask.is_integration and ask.permission < Permission.WRITE:
        raise Refusal(403, "Must have push access to view repository collaborators.")
    listed: list[object] = []
    for user in ask.world.users.values():
        if ask.world.is_collaborator(ask.repo, user):
            granted = ask.world.permission(ask.repo, user)
            shape = people.present_user(ask.world, user)
            shape["permissions"] = repositories.permissions(granted)
            listed.append({**shape, "role_name": ROLES[granted][1]})
    return ask.page(listed)


@route("GET", f"{REPO}/collaborators/{{username}}", "metadata")
def collaborator(ask: Ask) -> Answer:
    user = ask.world.user(ask.arguments["username"])
    if not ask.world.is_collaborator(ask.repo, user):
        raise not_found()
    return Answer(204)


@route("GET", f"{REPO}/collaborators/{{username}}/permission", "metadata")
def permission(ask: Ask) -> Answer:
    if not ask.is_integration and ask.permission < Permission.WRITE:
        raise Refusal(403, "Must have push access to view collaborator permission.")
    user = ask.world.user(ask.arguments["username"])
    granted = ask.world.permission(ask.repo, user)
    coarse, role = ROLES[granted]
    shape = people.present_user(ask.world, user)
    shape |= {"permissions": repositories.permissions(granted), "role_name": role}
    return Answer(200, {"permission": coarse, "role_name": role, "user": shape})


@route("GET", f"{REPO}/teams", "administration")
def teams(ask: Ask) -> Answer:
    if ask.is_integration and "administration" not in (ask.token.scopes if ask.token else {}):
        raise not_for_integrations()
    return ask.page(
        people.team(ask.world, team, ask.repo.teams[team.slug])
        for team in ask.world.teams
        if team.organisation is ask.repo.owner and team.slug in ask.repo.teams
    )


@route("GET", f"{REPO}/codeowners/errors", "contents")
def codeowners_errors(ask: Ask) -> Answer:
    ref = ask.call.query.get("ref") or ask.repo.default_branch
    found = ask.repo.store.resolve(ref)
    if found is None:
        raise not_found()
    errors = faults(ask.world, ask.repo, found)
    if errors is None:
        raise not_found()
    return Answer(200, {"errors": errors})


@route("GET", f"{REPO}/rules/branches/{{branch}}", "metadata")
def rules(ask: Ask) -> Answer:
    return ask.page([])


@route("POST", f"{REPO}/dispatches", "contents")
def dispatch(ask: Ask) -> Answer:
    ask.world.dispatches.append(ask.json)
    return Answer(204)


@route("POST", f"{REPO}/code-scanning/sarifs", "security_events")
def sarif(ask: Ask) -> Answer:
    ask.world.sarif.append(ask.json)
    number = f"47177e22-5596-11eb-80a1-{len(ask.world.sarif):012d}"
    url = f"{repositories.api(ask.world, ask.repo)}/code-scanning/sarifs/{number}"
    return Answer(202, {"id": number, "url": url})
