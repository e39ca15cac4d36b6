"""The front desk: who calls, may they, which route it is; then the route answers."""

from __future__ import annotations

from collections.abc import Iterable

from tests.github import faults, smart_http
from tests.github.answers import Answer, Refusal, not_found
from tests.github.ask import Ask
from tests.github.authority import check
from tests.github.call import READS, Call
from tests.github.deeds.pulls import follow
from tests.github.faults import Fault
from tests.github.limits import limits
from tests.github.routes import (
    checks,
    comments,
    contents,
    git_data,
    issues,
    people,
    pulls,
    releases,
    repositories,
    reviews,
)
from tests.github.routing import Match, find
from tests.github.state import Token
from tests.github.world import Moved, World

VERSIONS = frozenset({"2022-11-28", "2026-03-10"})
GONE = {"2026-03-10": frozenset({"assignee", "has_downloads", "merge_commit_sha", "rate"})}
"""What a version of the API no longer tells, wherever it stood."""

AREAS = (
    *(checks, comments, contents, git_data, issues),
    *(people, pulls, releases, repositories, reviews),
)
"""The modules with the routes: importing one registers them."""


def route_of(call: Call) -> Match | None:
    """Return the route of a call; uploads go to a host of their own, here to a path."""
    uploads = call.path.startswith("/uploads/")
    found = find(call.method, call.path.removeprefix("/uploads"))
    asset = found is not None and found.route.handler is releases.upload
    return found if asset == uploads else None


def answer(world: World, call: Call, token: Token | None, struck: Iterable[Fault]) -> Answer:
    """Carry a call out, and return what GitHub would answer."""
    try:
        if smart_http.is_git(call.path):
            return _git(world, call, token)
        _admit(world, call, token)
        found = route_of(call)
        if found is None:
            raise not_found()
        ask = Ask(world=world, call=call, arguments=found.arguments, token=token)
        for fault in struck:
            if isinstance(fault, faults.Stale):
                ask.stale = fault.missing
            elif isinstance(fault, faults.Shifts):
                ask.shift = fault.by
        check(ask, found.route)
        made = found.route.handler(ask)
    except Refusal as refusal:
        return refusal.answer
    except Moved as moved:
        return _redirect(world, moved, call)
    gone = GONE.get(call.version)
    return Answer(made.status, _without(made.payload, gone), made.headers) if gone else made


def _admit(world: World, call: Call, token: Token | None) -> None:
    if call.secret and token is None:
        raise Refusal(401, "Bad credentials")
    if call.version not in VERSIONS:
        raise Refusal(400, f"The provided API version '{call.version}' is not supported.")
    left = limits(world, token)
    if left.remaining <= 0:
        name = f"user ID {token.user.id}" if token else "127.0.0.1"
        raise Refusal(403, f"API rate limit exceeded for {name}.")
    if call.path != "/rate_limit":
        left.remaining -= 1


def _without(payload: object, gone: frozenset[str]) -> object:
    if isinstance(payload, dict):
        return {name: _without(part, gone) for name, part in payload.items() if name not in gone}
    if isinstance(payload, list):
        return [_without(part, gone) for part in payload]
    return payload


def _redirect(world: World, moved: Moved, call: Call) -> Answer:
    rest = call.path.split("/", 4)[4:]
    place = "/".join([f"{world.api}/repositories/{moved.repository}", *rest])
    place += f"?{call.search}" if call.search else ""
    docs = "https://docs.github.com/v3/#http-redirects"
    payload = {"message": "Moved Permanently", "url": place, "documentation_url": docs}
    return Answer(301 if call.method in READS else 307, payload, {"Location": place})


def _git(world: World, call: Call, token: Token | None) -> Answer:
    owner, name, rest = smart_http.named(call.path)
    try:
        repo = world.repository(owner, name)
    except Moved as moved:
        full = world.repository_by_id(moved.repository).full_name
        search = f"?{call.search}" if call.search else ""
        return Answer(301, b"", {"Location": f"{world.git_host}/{full}.git/{rest}{search}"})
    push = smart_http.pushes(rest, call.search)
    if not smart_http.may(world, repo, token, push=push):
        return not_found().answer if call.secret else smart_http.ASK_FOR_NAME
    made = smart_http.serve(repo, rest, call)
    if rest == "git-receive-pack":
        world.clock.tick()
        follow(world, repo)
    return made
