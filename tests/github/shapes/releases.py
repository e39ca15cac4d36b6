"""How GitHub writes down releases and their files."""

from __future__ import annotations

import hashlib
from urllib.parse import quote

from tests.github.clock import stamp
from tests.github.shapes.people import Shape, node, present_user
from tests.github.shapes.repositories import api, web
from tests.github.state import Asset, Release, Repository
from tests.github.world import World


def release(world: World, repo: Repository, found: Release) -> Shape:
    url = f"{api(world, repo)}/releases/{found.id}"
    uploads = f"{world.uploads}/repos/{repo.full_name}/releases/{found.id}/assets{{?name,label}}"
    return {
        "url": url,
        "assets_url": f"{url}/assets",
        "upload_url": uploads,
        "html_url": f"{web(world, repo)}/releases/tag/{quote(found.tag)}",
        "id": found.id,
        "author": present_user(world, found.author),
        "node_id": node("RE", found.id),
        "tag_name": found.tag,
        "target_commitish": found.target,
        "name": found.name,
        "draft": found.draft,
        "immutable": found.immutable,
        "prerelease": found.prerelease,
        "created_at": stamp(found.created),
        "updated_at": stamp(found.created),
        "published_at": stamp(found.published),
        "assets": [asset(world, repo, found, each) for each in found.assets],
        "tarball_url": f"{api(world, repo)}/tarball/{quote(found.tag)}",
        "zipball_url": f"{api(world, repo)}/zipball/{quote(found.tag)}",
        "body": found.body,
    }


def asset(world: World, repo: Repository, owner: Release, found: Asset) -> Shape:
    download = f"{web(world, repo)}/releases/download/{quote(owner.tag)}/{quote(found.name)}"
    return {
        "url": f"{api(world, repo)}/releases/assets/{found.id}",
        "id": found.id,
        "node_id": node("RA", found.id),
        "name": found.name,
        "label": found.label,
        "uploader": present_user(world, found.uploader),
        "content_type": found.content_type,
        "state": "uploaded",
        "size": len(found.content),
        "digest": f"sha256:{hashlib.sha256(found.content).hexdigest()}",
        "download_count": 0,
        "created_at": stamp(found.created),
        "updated_at": stamp(found.updated),
        "browser_download_url": download,
    }
