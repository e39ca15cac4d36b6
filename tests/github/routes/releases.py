"""Releases and their files; files go to another host, here to another path."""

from __future__ import annotations

from tests.github.answers import Answer, Refusal, invalid, not_found
from tests.github.ask import Ask
from tests.github.deeds import releases as deeds
from tests.github.routing import REPO, route
from tests.github.shapes import releases as shapes
from tests.github.state import Asset, Permission, Release, TokenKind

RELEASE = f"{REPO}/releases/{{release_id}}"
ASSET = f"{REPO}/releases/assets/{{asset_id}}"


@route("GET", f"{REPO}/releases", "contents")
def releases(ask: Ask) -> Answer:
    found = [each for each in reversed(ask.repo.releases) if _visible(ask, each)]
    return ask.page(shapes.release(ask.world, ask.repo, each) for each in found)


def _visible(ask: Ask, release: Release) -> bool:
    """Show a draft to those only who may write."""
    if not release.draft:
        return True
    if ask.token is not None and ask.is_integration:
        return ask.token.scopes.get("contents") == "write"
    return ask.permission >= Permission.WRITE


@route("POST", f"{REPO}/releases", "contents")
def make(ask: Ask) -> Answer:
    if ask.token and ask.token.kind is TokenKind.APP:
        workflows = ask.token.scopes.get("workflows") == "write"
    else:
        workflows = ask.token is not None and ask.token.kind is TokenKind.PERSON
    release = deeds.make(
        ask.world, ask.repo, ask.user, tag=ask.needed("tag_name"),
        target=ask.text("target_commitish"), name=ask.text("name"), body=ask.text("body"),
        draft=ask.flag("draft"), prerelease=ask.flag("prerelease"), workflows=workflows,
    )  # fmt: skip
    shape = shapes.release(ask.world, ask.repo, release)
    return Answer(201, shape, {"Location": str(shape["url"])})


@route("GET", f"{REPO}/releases/latest", "contents")
def latest(ask: Ask) -> Answer:
    found = [each for each in ask.repo.releases if not each.draft and not each.prerelease]
    if not found:
        raise not_found()
    return Answer(200, shapes.release(ask.world, ask.repo, found[-1]))


@route("GET", f"{REPO}/releases/tags/{{tag}}", "contents")
def by_tag(ask: Ask) -> Answer:
    for found in ask.repo.releases:
        if found.tag == ask.arguments["tag"] and not found.draft:
            return Answer(200, shapes.release(ask.world, ask.repo, found))
    raise not_found()


@route("GET", RELEASE, "contents")
def release(ask: Ask) -> Answer:
    found = _release(ask)
    if not _visible(ask, found):
        raise not_found()
    return Answer(200, shapes.release(ask.world, ask.repo, found))


@route("PATCH", RELEASE, "contents")
def change(ask: Ask) -> Answer:
    found = _release(ask)
    if found.immutable and not found.draft and ask.text("tag_name") not in {None, found.tag}:
        raise invalid("Release", "tag_name", "immutable_field")
    deeds.check_body(ask.text("body"))
    tag = ask.text("tag_name") or found.tag
    if any(each is not found and each.tag == tag and not each.draft for each in ask.repo.releases):
        raise invalid("Release", "tag_name", "already_exists")
    found.tag = tag
    found.target = ask.text("target_commitish") or found.target
    found.name = ask.text("name") or found.name
    if "body" in ask.json:
        found.body = ask.text("body")
    found.prerelease = ask.flag("prerelease", default=found.prerelease)
    ask.world.clock.tick()
    if found.draft and not ask.flag("draft", default=found.draft):
        deeds.publish(ask.world, ask.repo, found)
    return Answer(200, shapes.release(ask.world, ask.repo, found))


@route("DELETE", RELEASE, "contents")
def delete(ask: Ask) -> Answer:
    ask.repo.releases.remove(_release(ask))
    ask.world.clock.tick()
    return Answer(204)


def _release(ask: Ask) -> Release:
    return ask.among(ask.repo.releases, "release_id")


@route("GET", f"{RELEASE}/assets", "contents")
def assets(ask: Ask) -> Answer:
    found = _release(ask)
    return ask.page(shapes.asset(ask.world, ask.repo, found, each) for each in found.assets)


@route("POST", f"{RELEASE}/assets", "contents")
def upload(ask: Ask) -> Answer:
    if not ask.call.path.startswith("/uploads/"):
        raise not_found()
    name = ask.call.query.get("name")
    if not name:
        raise Refusal(400, "Multipart form data required")
    found = _release(ask)
    made = deeds.upload(
        ask.world, found, ask.user, name=name, content=ask.call.body,
        label=ask.call.query.get("label"),
        content_type=ask.call.headers.get("content-type", "application/octet-stream"),
    )  # fmt: skip
    return Answer(201, shapes.asset(ask.world, ask.repo, found, made))


@route("GET", ASSET, "contents")
def asset(ask: Ask) -> Answer:
    release, found = _asset(ask)
    if "octet-stream" in ask.call.headers.get("accept", ""):
        return Answer(200, found.content, {"Content-Type": "application/octet-stream"})
    return Answer(200, shapes.asset(ask.world, ask.repo, release, found))


@route("PATCH", ASSET, "contents")
def change_asset(ask: Ask) -> Answer:
    release, found = _asset(ask)
    found.name = ask.text("name") or found.name
    found.label = ask.text("label") or found.label
    found.updated = ask.world.clock.tick()
    return Answer(200, shapes.asset(ask.world, ask.repo, release, found))


@route("DELETE", ASSET, "contents")
def delete_asset(ask: Ask) -> Answer:
    release, found = _asset(ask)
    if release.immutable and not release.draft:
        raise Refusal(422, "Cannot delete assets of an immutable release.")
    release.assets.remove(found)
    ask.world.clock.tick()
    return Answer(204)


def _asset(ask: Ask) -> tuple[Release, Asset]:
    number = ask.argument("asset_id")
    for release in ask.repo.releases:
        for found in release.assets:
            if found.id == number:
                return release, found
    raise not_found()
