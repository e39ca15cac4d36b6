"""Files at a revision, commits, comparisons."""

from __future__ import annotations

import base64
from urllib.parse import quote

import pygit2
from pygit2.enums import FileMode

from tests.github.answers import Answer, Refusal, not_found
from tests.github.ask import Ask, read_base64
from tests.github.deeds.pulls import follow
from tests.github.routing import REPO, route
from tests.github.shapes import commits as shapes
from tests.github.shapes import pulls as pull_shapes
from tests.github.shapes.people import Shape
from tests.github.shapes.repositories import api, web
from tests.github.store import Entry, Who, patches

FILE = f"{REPO}/contents/{{path}}"
LARGEST_INLINE = 1_000_000
LARGEST = 100_000_000
MOST_FILES = 300
MOST_COMMITS = 250
MOST_ENTRIES = 1000
RAW = {"Content-Type": "application/vnd.github.v3.raw; charset=utf-8"}


@route("GET", f"{REPO}/contents", "contents", described=False)
@route("GET", FILE, "contents")
def contents(ask: Ask) -> Answer:
    ref = ask.call.query.get("ref") or ask.repo.default_branch
    commit = ask.repo.store.resolve(ref)
    if commit is None:
        raise Refusal(404, f"No commit found for the ref {ref}")
    path = ask.arguments.get("path", "").strip("/")
    root = ask.repo.store.commit_of(commit).tree
    if path and path not in root:
        raise not_found()
    found = root[path] if path else root
    if isinstance(found, pygit2.Tree):
        names = [f"{path}/{entry.name}".strip("/") for entry in found]
        return Answer(200, [_entry(ask, root, name, ref) for name in names[:MOST_ENTRIES]])
    if found.filemode != FileMode.COMMIT:
        if len(found.data) > LARGEST:
            raise Refusal(403, "This API returns blobs up to 100 MB in size.")
        if "raw" in ask.call.headers.get("accept", ""):
            return Answer(200, found.data, RAW)
    return Answer(200, _whole(ask, root, path, ref))


def _entry(ask: Ask, root: pygit2.Tree, path: str, ref: str) -> Shape:
    found = root[path]
    kinds = {FileMode.TREE: "dir", FileMode.LINK: "symlink", FileMode.COMMIT: "submodule"}
    kind = kinds.get(FileMode(found.filemode), "file")
    # In a list GitHub calls a submodule a file, for the sake of old clients.
    url = f"{api(ask.world, ask.repo)}/contents/{quote(path)}?ref={quote(ref)}"
    git = f"{api(ask.world, ask.repo)}/git/{'trees' if kind == 'dir' else 'blobs'}/{found.id}"
    html = f"{web(ask.world, ask.repo)}/{'tree' if kind == 'dir' else 'blob'}/{ref}/{quote(path)}"
    return {
        "name": path.rpartition("/")[2],
        "path": path,
        "sha": str(found.id),
        "size": len(found.data) if isinstance(found, pygit2.Blob) else 0,
        "url": url,
        "html_url": html,
        "git_url": git,
        "download_url": f"{html}?raw=true" if kind == "file" else None,
        "type": "file" if kind == "submodule" else kind,
        "_links": {"self": url, "git": git, "html": html},
    }


def _whole(ask: Ask, root: pygit2.Tree, path: str, ref: str) -> Shape:
    """Return one file with its content; a link to a file is shown as that file."""
    found, shape = root[path], _entry(ask, root, path, ref)
    if found.filemode == FileMode.COMMIT:
        return shape | {"type": "submodule", "submodule_git_url": web(ask.world, ask.repo)}
    assert isinstance(found, pygit2.Blob)
    data = found.data
    if found.filemode == FileMode.LINK:
        target = _target(root, path, data.decode())
        if target is None:
            return shape | {"target": data.decode()}
        shape, data = shape | {"type": "file", "size": len(target)}, target
    if len(data) > LARGEST_INLINE:
        return shape | {"content": "", "encoding": "none"}
    return shape | {"content": base64.encodebytes(data).decode(), "encoding": "base64"}


def _target(root: pygit2.Tree, path: str, target: str) -> bytes | None:
    parts = path.split("/")[:-1]
    for step in target.split("/"):
        if step == ".." and parts:
            parts.pop()
        elif step not in {".", ""}:
            parts.append(step)
    name = "/".join(parts)
    if target.startswith("/") or name not in root:
        return None
    found = root[name]
    if not isinstance(found, pygit2.Blob) or found.filemode == FileMode.LINK:
        return None
    return found.data


@route("PUT", FILE, "contents")
def put(ask: Ask) -> Answer:
    path = ask.arguments["path"]
    old = _blob(ask, path)
    if old is not None and ask.text("sha") != old:
        if ask.text("sha") is None:
            raise Refusal(422, 'Invalid request.\n\n"sha" wasn\'t supplied.')
        raise Refusal(409, f"{path} does not match {ask.text('sha')}")
    made = _change(ask, path, read_base64(ask.needed("content")))
    root = ask.repo.store.commit_of(made).tree
    bare = shapes.git_commit(ask.world, ask.repo, ask.repo.store.commit_of(made))
    shape = {"content": _entry(ask, root, path, _branch(ask)), "commit": bare}
    return Answer(200 if old else 201, shape)


@route("DELETE", FILE, "contents")
def delete(ask: Ask) -> Answer:
    path = ask.arguments["path"]
    old = _blob(ask, path)
    if old is None:
        raise not_found()
    if ask.needed("sha") != old:
        raise Refusal(409, f"{path} does not match {ask.text('sha')}")
    made = _change(ask, path, None)
    bare = shapes.git_commit(ask.world, ask.repo, ask.repo.store.commit_of(made))
    return Answer(200, {"content": None, "commit": bare})


def _branch(ask: Ask) -> str:
    return (ask.text("branch") or ask.repo.default_branch).removeprefix("refs/heads/")


def _blob(ask: Ask, path: str) -> str | None:
    tip = ask.repo.store.tip(_branch(ask))
    if tip is None:
        raise Refusal(404, f"Branch {_branch(ask)} not found")
    root = ask.repo.store.commit_of(tip).tree
    return str(root[path].id) if path in root else None


def _change(ask: Ask, path: str, entry: Entry) -> str:
    store, tip = ask.repo.store, ask.repo.store.tip(_branch(ask))
    if _branch(ask) in ask.repo.protected and ask.is_integration:
        raise Refusal(409, "Could not update file: Changes must be made through a pull request.")
    assert tip is not None
    who = ask.mapping("author")
    author = Who(str(who["name"]), str(who["email"])) if who else ask.world.who(ask.user)
    made = store.commit(
        store.write_tree(tip, {path: entry}), [tip], ask.needed("message"),
        author=author, committer=author, when=ask.world.clock.tick(),
    )  # fmt: skip
    store.point(f"refs/heads/{_branch(ask)}", made)
    follow(ask.world, ask.repo)
    return made


@route("GET", f"{REPO}/commits", "contents")
def commits(ask: Ask) -> Answer:
    start = ask.repo.store.resolve(ask.call.query.get("sha") or ask.repo.default_branch)
    if start is None:
        raise not_found()
    path = ask.call.query.get("path")
    found = [
        commit
        for commit in ask.repo.store.log(start)
        if path is None or _touches(ask, commit, path)
    ]
    return ask.page(shapes.commit(ask.world, ask.repo, commit) for commit in found)


def _touches(ask: Ask, commit: pygit2.Commit, path: str) -> bool:
    parent = str(commit.parent_ids[0]) if commit.parent_ids else None
    diff = ask.repo.store.diff(parent, str(commit.id))
    sides = {
        side.path
        for patch in patches(diff)
        for side in (patch.delta.old_file, patch.delta.new_file)
    }
    return any(side == path or side.startswith(f"{path}/") for side in sides)


@route("GET", f"{REPO}/commits/{{ref}}", "contents")
def commit(ask: Ask) -> Answer:
    sha = ask.commit(ask.arguments["ref"])
    found = ask.repo.store.commit_of(sha)
    diff = ask.repo.store.diff(str(found.parent_ids[0]) if found.parent_ids else None, sha)
    stats = diff.stats
    shown = [*shapes.files(ask.world, ask.repo, diff, sha)][:MOST_FILES]
    total = stats.insertions + stats.deletions
    return Answer(
        200,
        shapes.commit(ask.world, ask.repo, found)
        | {
            "stats": {
                "additions": stats.insertions,
                "deletions": stats.deletions,
                "total": total,
            },
            "files": shown,
        },
    )


@route("GET", f"{REPO}/commits/{{commit_sha}}/pulls", "pull_requests")
def pulls(ask: Ask) -> Answer:
    """Answer with the pull requests of a commit: none for a commit that only a fork has."""
    sha = ask.commit(ask.arguments["commit_sha"])
    listed = [
        pull
        for pull in ask.repo.pulls()
        if sha == pull.merge_sha
        or (
            (pull.head_repo is ask.repo or pull.merged)
            and sha in {str(c.id) for c in ask.repo.store.between(pull.base_sha, pull.head_sha)}
        )
    ]
    return ask.page(pull_shapes.simple(ask.world, ask.repo, pull) for pull in listed)


@route("GET", f"{REPO}/compare/{{basehead}}", "contents")
def compare(ask: Ask) -> Answer:
    base_name, dots, head_name = ask.arguments["basehead"].partition("...")
    store = ask.repo.store
    base, head = (store.resolve(name.rpartition(":")[2]) for name in (base_name, head_name))
    if not dots or base is None or head is None:
        raise not_found()
    fork = store.merge_base(base, head)
    if fork is None:
        raise Refusal(404, f"No common ancestor between {base_name} and {head_name}.")
    ahead, behind = store.between(base, head), store.between(head, base)
    status = {(True, True): "diverged", (True, False): "ahead", (False, True): "behind"}
    listed, headers = ask.cut([*ahead[:MOST_COMMITS]])
    url = f"{api(ask.world, ask.repo)}/compare/{quote(ask.arguments['basehead'])}"
    html = f"{web(ask.world, ask.repo)}/compare/{quote(ask.arguments['basehead'])}"
    shape: Shape = {
        "url": url,
        "html_url": html,
        "permalink_url": html,
        "diff_url": f"{html}.diff",
        "patch_url": f"{html}.patch",
        "base_commit": shapes.commit(ask.world, ask.repo, store.commit_of(base)),
        "merge_base_commit": shapes.commit(ask.world, ask.repo, store.commit_of(fork)),
        "status": status.get((bool(ahead), bool(behind)), "identical"),
        "ahead_by": len(ahead),
        "behind_by": len(behind),
        "total_commits": len(ahead),
        "commits": [shapes.commit(ask.world, ask.repo, each) for each in listed],
    }
    if ask.call.query.get("page", "1") == "1":
        diff = store.diff(fork, head)
        shape["files"] = [*shapes.files(ask.world, ask.repo, diff, head)][:MOST_FILES]
    return Answer(200, shape, headers)
