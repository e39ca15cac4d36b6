"""Git's own objects and references: blobs, trees, commits, tags, refs."""

from __future__ import annotations

import base64
from urllib.parse import quote

import pygit2
from pygit2.enums import FileMode

from tests.github.answers import Answer, Refusal, not_found
from tests.github.ask import Ask
from tests.github.deeds.pulls import follow
from tests.github.deeds.releases import check_tag_rules
from tests.github.routes.contents import RAW
from tests.github.routing import REPO, route
from tests.github.shapes import commits as shapes
from tests.github.shapes.people import Shape
from tests.github.shapes.repositories import api
from tests.github.store import Who
from tests.github.world import check_reference

MOST_ENTRIES = 100_000
LARGEST_BLOB = 100_000_000


@route("GET", f"{REPO}/git/blobs/{{file_sha}}", "contents")
def blob(ask: Ask) -> Answer:
    sha = ask.arguments["file_sha"]
    found = ask.repo.store.find(sha)
    if not isinstance(found, pygit2.Blob):
        raise not_found()
    if len(found.data) > LARGEST_BLOB:
        raise Refusal(403, "This API returns blobs up to 100 MB in size.")
    if "raw" in ask.call.headers.get("accept", ""):
        return Answer(200, found.data, RAW)
    return Answer(
        200,
        {
            "sha": sha,
            "node_id": f"B_{sha}",
            "size": len(found.data),
            "url": f"{api(ask.world, ask.repo)}/git/blobs/{sha}",
            "content": base64.encodebytes(found.data).decode(),
            "encoding": "base64",
        },
    )


@route("GET", f"{REPO}/git/trees/{{tree_sha}}", "contents")
def tree(ask: Ask) -> Answer:
    name = ask.arguments["tree_sha"]
    found = ask.repo.store.find(name)
    if found is None:
        commit = ask.repo.store.resolve(name)
        found = ask.repo.store.find(commit) if commit else None
    if found is None or isinstance(found, pygit2.Blob):
        raise not_found()
    root = found.peel(pygit2.Tree)
    listed = _walk(ask, root, "", recursive="recursive" in ask.call.query)
    return Answer(
        200,
        {
            "sha": str(root.id),
            "url": f"{api(ask.world, ask.repo)}/git/trees/{root.id}",
            "tree": listed[:MOST_ENTRIES],
            "truncated": len(listed) > MOST_ENTRIES,
        },
    )


def _walk(ask: Ask, root: pygit2.Tree, prefix: str, *, recursive: bool) -> list[Shape]:
    listed: list[Shape] = []
    for entry in root:
        path = f"{prefix}{entry.name}"
        kinds = {FileMode.TREE: "tree", FileMode.COMMIT: "commit"}
        kind = kinds.get(FileMode(entry.filemode), "blob")
        shape: Shape = {
            "path": path,
            "mode": f"{entry.filemode:06o}",
            "type": kind,
            "sha": str(entry.id),
        }
        if kind != "commit":
            shape["url"] = f"{api(ask.world, ask.repo)}/git/{kind}s/{entry.id}"
        if kind == "blob" and isinstance(entry, pygit2.Blob):
            shape["size"] = len(entry.data)
        listed.append(shape)
        if recursive and isinstance(entry, pygit2.Tree):
            listed += _walk(ask, entry, f"{path}/", recursive=True)
    return listed


@route("GET", f"{REPO}/git/commits/{{commit_sha}}", "contents")
def commit(ask: Ask) -> Answer:
    found = ask.repo.store.find(ask.arguments["commit_sha"])
    if not isinstance(found, pygit2.Commit):
        raise not_found()
    return Answer(200, shapes.git_commit(ask.world, ask.repo, found))


@route("GET", f"{REPO}/git/ref/{{ref}}", "contents")
@route("GET", f"{REPO}/git/refs/{{ref}}", "contents", described=False)
def reference(ask: Ask) -> Answer:
    name = f"refs/{ask.arguments['ref'].removeprefix('refs/')}"
    target = ask.repo.store.target(name)
    if target is None:
        raise not_found()
    return Answer(200, shapes.reference(ask.world, ask.repo, name, target))


@route("GET", f"{REPO}/git/matching-refs/{{ref}}", "contents")
def matching(ask: Ask) -> Answer:
    names = ask.repo.store.references(f"refs/{ask.arguments['ref']}")
    return ask.page(_reference(ask, name) for name in names)


@route("GET", f"{REPO}/git/refs", "contents", described=False)
def references(ask: Ask) -> Answer:
    return ask.page(_reference(ask, name) for name in ask.repo.store.references())


def _reference(ask: Ask, name: str) -> Shape:
    return shapes.reference(ask.world, ask.repo, name, str(ask.repo.store.target(name)))


@route("POST", f"{REPO}/git/refs", "contents")
def make_reference(ask: Ask) -> Answer:
    name, sha = ask.needed("ref"), ask.needed("sha")
    check_reference(name)
    if ask.repo.store.find(sha) is None:
        raise Refusal(422, "Object does not exist")
    if ask.repo.store.target(name) is not None:
        raise Refusal(422, "Reference already exists")
    if any(_inside(known, name) or _inside(name, known) for known in ask.repo.store.references()):
        raise Refusal(422, f"Reference {name} cannot be created: a part of it is one already")
    check_tag_rules(ask.repo, name)
    ask.repo.store.point(name, sha)
    ask.world.clock.tick()
    follow(ask.world, ask.repo)
    shape = _reference(ask, name)
    return Answer(201, shape, {"Location": str(shape["url"])})


def _inside(outer: str, name: str) -> bool:
    return name.startswith(f"{outer}/")


@route("PATCH", f"{REPO}/git/refs/{{ref}}", "contents")
def move_reference(ask: Ask) -> Answer:
    name, sha = f"refs/{ask.arguments['ref']}", ask.needed("sha")
    old = ask.repo.store.target(name)
    if old is None:
        raise Refusal(422, "Reference does not exist")
    if ask.repo.store.find(sha) is None:
        raise Refusal(422, "Object does not exist")
    check_tag_rules(ask.repo, name)
    if not ask.flag("force") and ask.repo.store.merge_base(old, sha) != old:
        raise Refusal(422, "Update is not a fast forward")
    ask.repo.store.point(name, sha)
    ask.world.clock.tick()
    follow(ask.world, ask.repo)
    return Answer(200, _reference(ask, name))


@route("DELETE", f"{REPO}/git/refs/{{ref}}", "contents")
def delete_reference(ask: Ask) -> Answer:
    name = f"refs/{ask.arguments['ref']}"
    if ask.repo.store.target(name) is None:
        raise Refusal(422, "Reference does not exist")
    check_tag_rules(ask.repo, name)
    ask.repo.store.forget(name)
    ask.world.clock.tick()
    follow(ask.world, ask.repo)
    return Answer(204)


@route("POST", f"{REPO}/git/tags", "contents")
def make_tag(ask: Ask) -> Answer:
    """Write a tag's object; the reference is made by another call."""
    name, target, message = ask.needed("tag"), ask.needed("object"), ask.needed("message")
    found = ask.repo.store.find(target)
    if found is None or found.type_str != ask.needed("type"):
        raise Refusal(422, "Could not verify object")
    check_reference(f"refs/tags/{name}")
    who = ask.mapping("tagger")
    tagger = Who(str(who["name"]), str(who["email"])) if who else ask.world.who(ask.user)
    sha = ask.repo.store.tag(name, target, message, tagger, ask.world.clock.tick())
    shape = _tag(ask, sha)
    return Answer(201, shape, {"Location": str(shape["url"])})


@route("GET", f"{REPO}/git/tags/{{tag_sha}}", "contents")
def tag(ask: Ask) -> Answer:
    return Answer(200, _tag(ask, ask.arguments["tag_sha"]))


def _tag(ask: Ask, sha: str) -> Shape:
    found = ask.repo.store.find(sha)
    if not isinstance(found, pygit2.Tag):
        raise not_found()
    return shapes.tag(ask.world, ask.repo, found)


@route("GET", f"{REPO}/tags", "contents")
def tags(ask: Ask) -> Answer:
    return ask.page(_listed_tag(ask, name) for name in ask.repo.store.references("refs/tags/"))


def _listed_tag(ask: Ask, name: str) -> Shape:
    short, url = name.removeprefix("refs/tags/"), api(ask.world, ask.repo)
    sha = str(ask.repo.store.resolve(name))
    return {
        "name": short,
        "zipball_url": f"{url}/zipball/{quote(name)}",
        "tarball_url": f"{url}/tarball/{quote(name)}",
        "commit": {"sha": sha, "url": f"{url}/commits/{sha}"},
        "node_id": f"REF_{sha}",
    }
