"""How GitHub writes down commits, files of a difference, trees and references."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.parse import quote

import pygit2
from pygit2.enums import DeltaStatus

from tests.github.clock import stamp
from tests.github.shapes.people import Shape, node, simple_user
from tests.github.shapes.repositories import api, web
from tests.github.state import Repository
from tests.github.store import patches
from tests.github.world import World

STATUS = {
    DeltaStatus.ADDED: "added",
    DeltaStatus.DELETED: "removed",
    DeltaStatus.MODIFIED: "modified",
    DeltaStatus.RENAMED: "renamed",
    DeltaStatus.COPIED: "copied",
    DeltaStatus.TYPECHANGE: "changed",
}
LONGEST_PATCH = 20_000
"""Above this GitHub leaves the patch of a file out."""


def person(signature: pygit2.Signature) -> Shape:
    when = datetime.fromtimestamp(signature.time, UTC)
    return {"name": signature.name, "email": signature.email, "date": stamp(when)}


def unverified() -> Shape:
    return {
        "verified": False,
        "reason": "unsigned",
        "signature": None,
        "payload": None,
        "verified_at": None,
    }


def git_commit(world: World, repo: Repository, commit: pygit2.Commit) -> Shape:
    """Return what /git/commits/{sha} tells."""
    url = f"{api(world, repo)}/git/commits"
    sha = str(commit.id)
    return {
        "sha": sha,
        "node_id": f"C_{sha}",
        "url": f"{url}/{sha}",
        "html_url": f"{web(world, repo)}/commit/{sha}",
        "author": person(commit.author),
        "committer": person(commit.committer),
        "tree": {
            "sha": str(commit.tree_id),
            "url": f"{api(world, repo)}/git/trees/{commit.tree_id}",
        },
        "message": commit.message.rstrip("\n"),
        "parents": [
            {
                "sha": str(parent),
                "url": f"{url}/{parent}",
                "html_url": f"{web(world, repo)}/commit/{parent}",
            }
            for parent in commit.parent_ids
        ],
        "verification": unverified(),
    }


def commit(world: World, repo: Repository, found: pygit2.Commit) -> Shape:
    """Return a commit; author and committer are null where GitHub knows no such address."""
    url = f"{api(world, repo)}/commits"
    sha = str(found.id)
    bare = git_commit(world, repo, found)
    kept = ("author", "committer", "tree", "message", "verification")
    return {
        "sha": sha,
        "node_id": f"C_{sha}",
        "commit": {
            **{name: bare[name] for name in kept},
            "url": bare["url"],
            "comment_count": 0,
        },
        "url": f"{url}/{sha}",
        "html_url": bare["html_url"],
        "comments_url": f"{url}/{sha}/comments",
        "author": simple_user(world, world.by_email(found.author.email)),
        "committer": simple_user(world, world.by_email(found.committer.email)),
        "parents": [
            {
                "sha": str(parent),
                "url": f"{url}/{parent}",
                "html_url": f"{web(world, repo)}/commit/{parent}",
            }
            for parent in found.parent_ids
        ],
    }


def files(world: World, repo: Repository, diff: pygit2.Diff, head: str) -> Iterator[Shape]:
    """Yield the files of a difference."""
    for patch in patches(diff):
        yield file(world, repo, patch, head)


def status(patch: pygit2.Patch) -> str:
    """Return what became of a file, in GitHub's word."""
    return STATUS[DeltaStatus(patch.delta.status)]


def file(world: World, repo: Repository, patch: pygit2.Patch, head: str) -> Shape:
    delta, kind = patch.delta, status(patch)
    side = delta.old_file if kind == "removed" else delta.new_file
    path, blob = side.path, side.id
    _, additions, deletions = patch.line_stats
    quoted = quote(path)
    shape: Shape = {
        "sha": str(blob),
        "filename": path,
        "status": kind,
        "additions": additions,
        "deletions": deletions,
        "changes": additions + deletions,
        "blob_url": f"{web(world, repo)}/blob/{head}/{quote(path, safe='')}",
        "raw_url": f"{web(world, repo)}/raw/{head}/{quote(path, safe='')}",
        "contents_url": f"{api(world, repo)}/contents/{quoted}?ref={head}",
    }
    if kind in {"renamed", "copied"}:
        shape["previous_filename"] = delta.old_file.path
    text = hunks(patch)
    if text and len(text) <= LONGEST_PATCH:
        shape["patch"] = text
    return shape


def hunks(patch: pygit2.Patch) -> str:
    """Return the text of a file's difference, from its first hunk on."""
    if patch.delta.is_binary or not patch.hunks:
        return ""
    text = patch.data.decode(errors="replace")
    return text[text.index("\n@@") + 1 :].rstrip("\n")


def reference(world: World, repo: Repository, name: str, target: str) -> Shape:
    found = repo.store.git[target]
    kind = found.type_str
    return {
        "ref": name,
        "node_id": node("REF", repo.id),
        "url": f"{api(world, repo)}/git/{quote(name)}",
        "object": {
            "sha": target,
            "type": kind,
            "url": f"{api(world, repo)}/git/{kind}s/{target}",
        },
    }


def tag(world: World, repo: Repository, found: pygit2.Tag) -> Shape:
    sha, target = str(found.id), str(found.target)
    kind = repo.store.git[target].type_str
    return {
        "node_id": f"TA_{sha}",
        "tag": found.name,
        "sha": sha,
        "url": f"{api(world, repo)}/git/tags/{sha}",
        "message": found.message,
        "tagger": person(found.tagger),
        "object": {
            "sha": target,
            "type": kind,
            "url": f"{api(world, repo)}/git/{kind}s/{target}",
        },
        "verification": unverified(),
    }
