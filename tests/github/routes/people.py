"""Users, organisations, teams, and what is left of the rate limit."""

from __future__ import annotations

from tests.github.answers import Answer, Refusal, not_for_integrations, not_found
from tests.github.ask import Ask
from tests.github.limits import limits
from tests.github.routing import route
from tests.github.shapes import people
from tests.github.state import Team, TokenKind


@route("GET", "/user")
def me(ask: Ask) -> Answer:
    if ask.is_integration:
        raise not_for_integrations()
    return Answer(200, people.public_user(ask.world, ask.user))


@route("GET", "/users/{username}")
def user(ask: Ask) -> Answer:
    return Answer(200, people.public_user(ask.world, ask.world.user(ask.arguments["username"])))


@route("GET", "/rate_limit")
def rate_limit(ask: Ask) -> Answer:
    now = limits(ask.world, ask.token)
    shape = {
        "limit": now.limit,
        "remaining": now.remaining,
        "reset": now.reset,
        "used": now.limit - now.remaining,
    }
    return Answer(200, {"resources": {"core": shape, "search": shape}, "rate": shape})


@route("GET", "/orgs/{org}", "metadata")
def organisation(ask: Ask) -> Answer:
    found = ask.world.user(ask.arguments["org"])
    if found.kind != "Organization":
        raise not_found()
    return Answer(200, people.organisation(ask.world, found))


@route("GET", "/orgs/{org}/members/{username}", "members")
def member(ask: Ask) -> Answer:
    _check_members(ask)
    organisation = ask.world.user(ask.arguments["org"])
    if not ask.world.is_member(organisation, ask.world.user(ask.arguments["username"])):
        raise not_found()
    return Answer(204)


@route("GET", "/orgs/{org}/teams", "members")
def teams(ask: Ask) -> Answer:
    _check_members(ask)
    listed = [t for t in ask.world.teams if t.organisation.login == ask.arguments["org"]]
    return ask.page(people.team(ask.world, team) for team in listed)


@route("GET", "/orgs/{org}/teams/{team_slug}", "members")
def team(ask: Ask) -> Answer:
    return Answer(200, people.full_team(ask.world, _team(ask)))


@route("GET", "/orgs/{org}/teams/{team_slug}/members", "members")
def team_members(ask: Ask) -> Answer:
    return _members(ask, _team(ask))


@route("GET", "/orgs/{org}/teams/{team_slug}/memberships/{username}", "members")
def membership(ask: Ask) -> Answer:
    return _membership(ask, _team(ask))


@route("GET", "/organizations/{org_id}/team/{team_id}", "members", described=False)
@route("GET", "/teams/{team_id}", "members")
def team_by_id(ask: Ask) -> Answer:
    return Answer(200, people.full_team(ask.world, _team(ask)))


@route("GET", "/organizations/{org_id}/team/{team_id}/members", "members", described=False)
@route("GET", "/teams/{team_id}/members", "members")
def team_members_by_id(ask: Ask) -> Answer:
    return _members(ask, _team(ask))


@route(
    "GET",
    "/organizations/{org_id}/team/{team_id}/memberships/{username}",
    "members",
    described=False,
)
@route("GET", "/teams/{team_id}/memberships/{username}", "members")
def membership_by_id(ask: Ask) -> Answer:
    return _membership(ask, _team(ask))


def _check_members(ask: Ask) -> None:
    """Refuse as GitHub does: without a right to read members, nothing is there."""
    token = ask.token
    if token is None:
        raise Refusal(401, "Requires authentication")
    if token.kind in {TokenKind.ACTIONS, TokenKind.FORK}:
        raise not_found()
    if token.kind is TokenKind.APP and "members" not in token.scopes:
        raise not_for_integrations()


def _team(ask: Ask) -> Team:
    _check_members(ask)
    if "team_slug" in ask.arguments:
        found = ask.world.team(ask.arguments["org"], ask.arguments["team_slug"])
    else:
        number = ask.argument("team_id")
        listed = [team for team in ask.world.teams if team.id == number]
        if not listed:
            raise not_found()
        found = listed[0]
    person = ask.token is not None and ask.token.kind is TokenKind.PERSON
    if person and not ask.world.is_member(found.organisation, ask.user):
        raise not_found()
    return found


def _members(ask: Ask, team: Team) -> Answer:
    role = ask.call.query.get("role", "all")
    return ask.page(
        people.simple_user(ask.world, ask.world.user(login))
        for login, held in team.members.items()
        if role in {"all", held}
    )


def _membership(ask: Ask, team: Team) -> Answer:
    login = ask.world.user(ask.arguments["username"]).login
    if login not in team.members:
        raise not_found()
    shape = people.team(ask.world, team)
    url = f"{shape['url']}/memberships/{login}"
    return Answer(200, {"url": url, "role": team.members[login], "state": "active"})
